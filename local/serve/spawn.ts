import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { CallRecord } from "../aws/calls.js";
import type { ArmedFault, Fault } from "../aws/faults.js";
import type { Reference } from "../aws/references.js";
import type { BucketLevel } from "../aws/throttle.js";
import { connectLocalGitHub, type LocalGitHub } from "../github/client.js";
import type { ServeOptions } from "./options.js";

/** A local AWS in a process of its own, and a look inside it. */
export interface LocalAws {
  /** What a client's environment needs; for `runAction` and child processes. Without GitHub's part: that is `github.env`. */
  readonly env: Readonly<Record<string, string>>;
  /** The local GitHub in the same process. */
  readonly github: LocalGitHub;
  /** AWS_ENDPOINT_URL. */
  readonly endpoint: string;
  readonly region: string;
  readonly domain: string;
  readonly hostedZoneId: string;
  /** `http://127.0.0.1:PORT`, by which public names are reached. */
  readonly proxy: string;
  readonly pid: number;
  /** Every request so far, or since `forgetCalls`. */
  calls(): Promise<CallRecord[]>;
  forgetCalls(): Promise<void>;
  /** What exists, by the service's signing name. */
  state(): Promise<Record<string, unknown>>;
  /** Who refers to whom among what exists. */
  references(): Promise<Reference[]>;
  /** Makes calls go wrong: a fault, or several. */
  fault(plan: Fault | readonly Fault[]): Promise<void>;
  /** What is armed, and how often it was hit. */
  faults(): Promise<ArmedFault[]>;
  clearFaults(): Promise<void>;
  /** The token buckets that calls have taken from, the emptiest first; none unless started with `throttle`. */
  buckets(): Promise<BucketLevel[]>;
  /** Resolves when the process has ended, for whatever reason, with its exit code; null if a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Stops it, tasks and all; resolves when the process has ended. Rejects if it, or its GitHub, answered what AWS or GitHub never would. */
  close(): Promise<void>;
}

/**
 * Starts a local AWS as a child process and resolves when it serves. It ends when this process ends, however that
 * happens. Rejects with what it printed when it could not start. `nodeOptions` are Node's own.
 */
export async function startLocalAws(
  options: Partial<ServeOptions> = {},
  { nodeOptions = [] }: { nodeOptions?: readonly string[] } = {},
): Promise<LocalAws> {
  const { port, speed, region = "eu-west-1", zone, seed, envFile, faultsFile, throttle } = options;
  const flags = { port, speed, region, zone, seed, "env-file": envFile, faults: faultsFile };
  const args = Object.entries(flags).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, `${value}`]));
  if (throttle) args.push("--throttle");
  // Without `--` Node takes an `--env-file` among the script's own arguments for its own.
  const child = spawn(process.execPath, [...nodeOptions, "--", join(import.meta.dirname, "..", "serve.js"), ...args], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { PATH: process.env.PATH },
  });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const all = await ready(child);
  const isGitHubs = ([name]: [string, string]) => name.startsWith("GITHUB_");
  const env = Object.fromEntries(Object.entries(all).filter((entry) => !isGitHubs(entry)));
  const github = connectLocalGitHub(Object.fromEntries(Object.entries(all).filter(isGitHubs)));
  const endpoint = env.AWS_ENDPOINT_URL ?? "";
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${endpoint}/_local/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} /_local/${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const verify = async () => {
    const bugs = (await ask("GET", "bugs")) as string[];
    if (bugs.length > 0) throw new Error(`The local AWS is not AWS:\n${bugs.join("\n")}`);
  };
  return {
    env,
    github,
    endpoint,
    region,
    domain: env.LOCAL_AWS_DOMAIN ?? "",
    hostedZoneId: env.LOCAL_AWS_HOSTED_ZONE_ID ?? "",
    proxy: env.LOCAL_AWS_PROXY ?? "",
    pid: child.pid ?? 0,
    calls: async () => (await ask("GET", "calls")) as CallRecord[],
    forgetCalls: async () => void (await ask("DELETE", "calls")),
    state: async () => (await ask("GET", "state")) as Record<string, unknown>,
    references: async () => (await ask("GET", "references")) as Reference[],
    fault: async (plan) => void (await ask("POST", "faults", plan)),
    faults: async () => (await ask("GET", "faults")) as ArmedFault[],
    clearFaults: async () => void (await ask("DELETE", "faults")),
    buckets: async () => (await ask("GET", "throttle")) as BucketLevel[],
    ended,
    close: async () => {
      // Where the process has ended already there is nobody left to ask.
      const lives = child.exitCode === null && child.signalCode === null;
      try {
        if (lives) await Promise.all([github.verify(), verify()]);
      } finally {
        child.kill("SIGTERM");
        await ended;
      }
    },
  };
}

async function ready(child: ChildProcess): Promise<Record<string, string>> {
  const { promise, resolve, reject } = Promise.withResolvers<Record<string, string>>();
  let printed = "";
  let started = false;
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    // What it says later is about requests that went wrong inside: for whoever watches.
    if (started) process.stderr.write(text);
    else printed += text;
  });
  child.once("error", reject);
  child.once("message", (message: { env: Record<string, string> }) => {
    started = true;
    resolve(message.env);
  });
  child.once("close", (code) => reject(new Error(`The local AWS ended with exit code ${code}: ${printed.trim()}`)));
  return promise;
}
