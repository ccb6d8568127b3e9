import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { claimsTable } from "./demo/claims.js";
import { tellPreviewStory } from "./demo/preview-story.js";
import { createScreen } from "./demo/screen.js";
import { startLocalAws } from "./serve/spawn.js";

const USAGE = `Usage: npm run demo:preview [-- --speed N]

  --speed N   how many times as fast as in AWS things happen (60)
`;

/** `npm run demo:preview`: 0 when everything that it claims was checked and holds. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { speed: { type: "string", default: "60" } } });
  const speed = Number(values.speed);
  if (!(speed > 0)) throw new TypeError(`--speed ${values.speed}: a number above 0, such as 60`);
  const screen = createScreen((text) => process.stdout.write(text));
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interrupted.abort());

  screen.chapter("An empty AWS account and a repository, on this machine");
  const aws = await startLocalAws({ speed });
  try {
    screen.line(`AWS at ${aws.endpoint}, ${speed} times as fast; GitHub at ${aws.github.url}.`);
    const claims = await tellPreviewStory({
      aws,
      screen,
      folder: join(import.meta.dirname, "..", ".."),
      certificateAuthority: await readFile(aws.env.NODE_EXTRA_CA_CERTS ?? "", "utf8"),
      signal: interrupted.signal,
    });
    screen.chapter("What was proven");
    process.stdout.write(`\n${claimsTable(claims)}\n`);
    const holds = claims.every((claim) => claim.holds);
    if (!holds) process.stdout.write("Not every claim holds.\n");
    return holds ? 0 : 1;
  } finally {
    await aws.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  const usage = error instanceof TypeError && (code?.startsWith("ERR_PARSE_ARGS") || message.startsWith("--"));
  process.stderr.write(`\n${usage ? `${message}\n\n${USAGE}` : `The demo failed: ${message}\n`}`);
  process.exitCode = 1;
}
