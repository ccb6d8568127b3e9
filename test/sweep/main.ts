import { readSweepOptions, USAGE } from "./options.js";
import { closing, sweep } from "./sweep.js";

/** `npm run test:sweep`: green only if every case is right. */
async function main(): Promise<void> {
  const options = readSweepOptions(process.argv.slice(2));
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const tallies = await sweep(options, print);
  print(closing(tallies));
  if (Object.values(tallies).some(({ right, total }) => right < total)) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  const usage = code?.startsWith("ERR_PARSE_ARGS") || message.startsWith("--") ? `\n\n${USAGE}` : "\n";
  process.stderr.write(`${message}${usage}`);
  process.exitCode = 1;
}
