import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { parseEnvFile } from "./env-file.js";
import { type RunActionOptions, runAction } from "./run-action.js";

const USAGE = `Usage: npm run action -- <folder of action.yml> [options]

  --input name=value     an input of the action; again for each
  --env-file FILE        KEY=value lines for the action's environment (npm run local -- --env-file FILE writes them)
  --event-name NAME      the event that starts the run (push)
  --event FILE           the event's payload, JSON
  --workspace FOLDER     the checked-out repository (an empty folder)
  --summary FILE         where to write the job summary, Markdown

Prints the log as GitHub shows it, then the outputs as JSON, and exits with the action's code.
`;

/** `npm run action`: gives back the process's exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { options, summary } = await readOptions(args);
  const cancellation = new AbortController();
  const cancel = () => cancellation.abort();
  process.once("SIGINT", cancel).once("SIGTERM", cancel);
  const run = await runAction({
    ...options,
    signal: cancellation.signal,
    onOutput: (line) => process.stdout.write(`${line}\n`),
  });
  if (summary) await writeFile(summary, run.summary);
  let outputs = JSON.stringify(run.outputs, null, 2);
  for (const mask of run.masks) outputs = outputs.replaceAll(JSON.stringify(mask).slice(1, -1), "***");
  process.stdout.write(`${outputs}\n`);
  return run.exitCode;
}

async function readOptions(args: readonly string[]): Promise<{ options: RunActionOptions; summary?: string }> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      input: { type: "string", multiple: true, default: [] },
      "env-file": { type: "string" },
      "event-name": { type: "string" },
      event: { type: "string" },
      workspace: { type: "string" },
      summary: { type: "string" },
    },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Error("give exactly one folder that holds an action.yml");
  const inputs: Record<string, string> = {};
  for (const input of values.input) {
    const equals = input.indexOf("=");
    if (equals < 1) throw new Error(`--input ${input}: write name=value`);
    inputs[input.slice(0, equals)] = input.slice(equals + 1);
  }
  const envFile = values["env-file"];
  const event = values.event ?? values["event-name"];
  return {
    options: {
      folder,
      inputs,
      env: envFile ? parseEnvFile(await readFile(envFile, "utf8"), envFile) : {},
      ...(event
        ? { event: { name: values["event-name"] ?? "push", ...(values.event ? { file: values.event } : {}) } }
        : {}),
      ...(values.workspace ? { workspace: values.workspace } : {}),
    },
    ...(values.summary ? { summary: values.summary } : {}),
  };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 1;
}
