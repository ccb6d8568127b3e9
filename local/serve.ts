import { readServeOptions, SERVE_USAGE, type ServeOptions } from "./serve/options.js";
import { type Serving, serve } from "./serve/start.js";

/** `npm run local`: serves until SIGINT, SIGTERM, or until whoever started it is gone. */
async function main(): Promise<void> {
  const options = readServeOptions(process.argv.slice(2));
  const { stopped, watch } = untilStopped();
  try {
    const serving = await serve(options);
    // Tests and the demo start this as a child process and wait for the message; people read.
    if (process.send) process.send({ env: serving.env });
    else process.stdout.write(instructions(options, serving));
    await stopped;
    await serving.close();
  } finally {
    clearInterval(watch);
    if (process.connected) process.disconnect();
  }
}

/** How often to look whether the parent process still lives: nobody else would stop the tasks. */
const PARENT_CHECK_MS = 500;

function untilStopped(): { stopped: Promise<void>; watch: NodeJS.Timeout } {
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop());
  process.once("disconnect", stop);
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && stop(), PARENT_CHECK_MS);
  return { stopped, watch };
}

function instructions({ speed, region, zone, envFile }: ServeOptions, { env, accountId }: Serving): string {
  const use = envFile
    ? `  set -a; . ${envFile}; set +a`
    : Object.entries(env)
        .map(([name, value]) => `  export ${name}='${value}'`)
        .join("\n");
  const file = envFile ?? "FILE";
  return `Local AWS: account ${accountId}, ${region}, ${speed} times as fast as AWS, at ${env.AWS_ENDPOINT_URL}
The domain ${zone} is registered; its public hosted zone is ${env.LOCAL_AWS_HOSTED_ZONE_ID}.
A local GitHub with the repository ${env.GITHUB_REPOSITORY} is at ${env.GITHUB_API_URL}.

In another terminal:
${use}

then, for example:
  aws cloudformation describe-stacks
  npm run action -- . --env-file ${file} --input domain=app.${zone} --input hosted-zone-id=${env.LOCAL_AWS_HOSTED_ZONE_ID} --input image=ecs-cognito-deploy/sample-app:1${envFile ? "" : "\n    (restart with --env-file FILE for this one)"}
  curl --proxy "$LOCAL_AWS_PROXY" --cacert "$NODE_EXTRA_CA_CERTS" --head https://app.${zone}/

Ctrl-C stops it, and everything in the account is gone.
`;
}

try {
  await main();
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  const usage = code?.startsWith("ERR_PARSE_ARGS") || message.startsWith("--") ? `\n\n${SERVE_USAGE}` : "\n";
  process.stderr.write(`${message}${usage}`);
  process.exitCode = 1;
}
