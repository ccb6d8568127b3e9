import { parseArgs } from "node:util";

export interface ServeOptions {
  /** Of the AWS endpoint; 0 takes a free one. */
  readonly port: number;
  /** How many times as fast as in AWS things happen. */
  readonly speed: number;
  readonly region: string;
  /** A public hosted zone that exists, and is delegated to, from the start. */
  readonly zone: string;
  /** Makes identifiers the same in every run. */
  readonly seed: number;
  readonly envFile?: string;
  /** JSON: a list of what goes wrong with which calls (`Fault[]`), armed from the start. */
  readonly faultsFile?: string;
  /** Refuses calls beyond AWS's rates. */
  readonly throttle?: boolean;
}

export const SERVE_USAGE = `Usage: npm run local -- [options]

  --port N         port of the AWS endpoint on 127.0.0.1 (a free one)
  --speed N        how many times as fast as in AWS things happen; 1 is real time (60)
  --region R       the account's region (eu-west-1)
  --zone NAME      a domain that is registered, with a public hosted zone in the account (example.com)
  --seed N         makes identifiers the same in every run (1)
  --env-file FILE  where to write what clients need as KEY=value lines, once ready; removed at the end
  --throttle       refuse calls beyond the rates that AWS documents
  --faults FILE    what goes wrong with which calls, a JSON list; see docs/local-aws.md
`;

/** Reads the command line of `npm run local`. Throws one error that names every problem and what to write instead. */
export function readServeOptions(args: readonly string[]): ServeOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string", default: "0" },
      speed: { type: "string", default: "60" },
      region: { type: "string", default: "eu-west-1" },
      zone: { type: "string", default: "example.com" },
      seed: { type: "string", default: "1" },
      "env-file": { type: "string" },
      faults: { type: "string" },
      throttle: { type: "boolean" },
    },
  });
  const problems: string[] = [];
  const check = (ok: boolean, problem: string) => ok || problems.push(problem);
  const zone = values.zone.toLowerCase().replace(/\.$/, "");
  check(isWhole(values.port, 65_535), `--port ${values.port}: a whole number from 0 to 65535`);
  check(isPositive(values.speed), `--speed ${values.speed}: a number above 0, such as 60`);
  check(/^[a-z]{2}(-[a-z]+)+-\d$/.test(values.region), `--region ${values.region}: an AWS region, such as eu-west-1`);
  check(isDomain(zone), `--zone ${values.zone}: a domain name, such as example.com`);
  check(isWhole(values.seed, 2 ** 32 - 1), `--seed ${values.seed}: a whole number from 0 to ${2 ** 32 - 1}`);
  check(values["env-file"] !== "", "--env-file: the path of a file");
  check(values.faults !== "", "--faults: the path of a file");
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return {
    port: Number(values.port),
    speed: Number(values.speed),
    region: values.region,
    zone,
    seed: Number(values.seed),
    ...(values["env-file"] === undefined ? {} : { envFile: values["env-file"] }),
    ...(values.faults === undefined ? {} : { faultsFile: values.faults }),
    ...(values.throttle ? { throttle: true } : {}),
  };
}

function isWhole(text: string, most: number): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) <= most;
}

function isPositive(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text) && Number(text) > 0;
}

function isDomain(name: string): boolean {
  const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
  const labels = name.split(".");
  return name.length <= 253 && labels.length > 1 && labels.every((each) => label.test(each));
}
