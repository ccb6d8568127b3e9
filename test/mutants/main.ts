import { readMutantOptions, USAGE } from "./options.js";
import { closing, runMutants } from "./run.js";

/** `npm run test:mutants`: green only if every mutant is caught and every variation is quiet. */
async function main(): Promise<void> {
  const options = readMutantOptions(process.argv.slice(2));
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const tallies = await runMutants(options, print);
  print(closing(tallies));
  const all = Object.values(tallies);
  if (all.some(({ right, total }) => right < total)) process.exitCode = 1;
  if (all.every(({ total }) => total === 0)) throw new Error(`--only ${options.only.source}: nothing has such a name`);
}

try {
  await main();
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  const usage = code?.startsWith("ERR_PARSE_ARGS") || message.startsWith("--") ? `\n\n${USAGE}` : "\n";
  process.stderr.write(`${message}${usage}`);
  process.exitCode = 1;
}
