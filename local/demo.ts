import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { browserInstructions } from "./demo/browser-instructions.js";
import { claimsTable } from "./demo/claims.js";
import { createScreen } from "./demo/screen.js";
import { tellStory } from "./demo/story.js";
import { startLocalAws } from "./serve/spawn.js";

const USAGE = `Usage: npm run demo [-- options]

  --keep      leave it running at the end, to look at in a browser
  --speed N   how many times as fast as in AWS things happen (60)
`;

/** `npm run demo`: 0 when everything that it claims was checked and holds. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { keep: { type: "boolean", default: false }, speed: { type: "string", default: "60" } },
  });
  const speed = Number(values.speed);
  if (!(speed > 0)) throw new TypeError(`--speed ${values.speed}: a number above 0, such as 60`);
  const screen = createScreen((text) => process.stdout.write(text));
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interrupted.abort());

  screen.chapter("An empty AWS account, on this machine");
  const aws = await startLocalAws({ speed });
  try {
    screen.line(`API at ${aws.endpoint}, ${speed} times as fast as AWS; the domain ${aws.domain} is registered.`);
    const certificateFile = aws.env.NODE_EXTRA_CA_CERTS ?? "";
    const story = await tellStory({
      aws,
      screen,
      folder: join(import.meta.dirname, "..", ".."),
      certificateAuthority: await readFile(certificateFile, "utf8"),
      signal: interrupted.signal,
    });
    screen.chapter("What was proven");
    process.stdout.write(`\n${claimsTable(story.claims)}\n`);
    const holds = story.claims.every((claim) => claim.holds);
    if (!holds) process.stdout.write("Not every claim holds.\n");
    if (values.keep && !interrupted.signal.aborted) {
      const home = await mkdtemp(join(tmpdir(), "demo-browser-"));
      process.stdout.write(browserInstructions({ aws, url: story.url, person: story.person, certificateFile, home }));
      const stopped = new Promise((resolve) => interrupted.signal.addEventListener("abort", resolve, { once: true }));
      await Promise.race([stopped, aws.ended]);
      await rm(home, { recursive: true, force: true });
    }
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
