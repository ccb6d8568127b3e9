import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { runAction } from "../runner/run-action.js";

export interface StartUp {
  /** Milliseconds from starting a process to its first request, one per round. */
  readonly action: readonly number[];
  /** The same for `node -e "fetch(...)"`, in the same rounds. */
  readonly bare: readonly number[];
}

/**
 * Measures how long the action takes from its process's start to its first AWS call, by turns with the least that
 * Node can do. Both are killed once their request has come in.
 */
export async function measureStartUp({
  folder,
  inputs,
  rounds,
}: {
  folder: string;
  inputs: Readonly<Record<string, string>>;
  rounds: number;
}): Promise<StartUp> {
  let arrived: () => void = () => {};
  const server = createServer(() => arrived());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const env = {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: "eu-west-1",
    AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
    AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  };
  const timed = async (start: (started: (pid: number) => void) => Promise<unknown>): Promise<number> => {
    let pid = 0;
    let first = 0;
    arrived = () => {
      first ||= performance.now();
      if (pid) process.kill(pid, "SIGKILL");
      arrived = () => {};
    };
    // The process exists already when `spawn` returns, so that its cost is left out on both sides.
    let started = 0;
    await start((id) => {
      started = performance.now();
      pid = id;
    });
    if (!first) throw new Error("The process ended without a request");
    return first - started;
  };
  const action: number[] = [];
  const bare: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      action.push(await timed((onStart) => runAction({ folder, inputs, env, onStart })));
      bare.push(await timed((onStart) => fetchOnce(url, onStart)));
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return { action, bare };
}

function fetchOnce(url: string, onStart: (pid: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["-e", `fetch(${JSON.stringify(url)})`], {
      env: { PATH: process.env.PATH },
      stdio: "ignore",
    });
    if (child.pid) onStart(child.pid);
    child.once("error", reject).once("exit", () => resolve());
  });
}
