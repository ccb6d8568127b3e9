import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { constants } from "node:os";
import { createInterface } from "node:readline";

export interface ProcessRun {
  /** The exit code; 128 + the signal's number when a signal ended it, as shells count. */
  readonly exitCode: number;
  readonly startedAt: Date;
  readonly endedAt: Date;
}

/** How long GitHub waits for a cancelled process after SIGINT, and then after SIGTERM, in milliseconds. */
export const CANCELLATION_MS = { interrupt: 7_500, terminate: 2_500 } as const;

/**
 * Runs one process to its end, its lines of stdout and stderr going to `onLine` as they come. When `signal` is aborted
 * the process gets SIGINT, 7.5 s later SIGTERM, 2.5 s later it and everything it has started is killed, as on GitHub.
 * What it leaves behind in its process group is killed at its end, as GitHub does with orphans.
 */
export async function runProcess({
  command,
  args,
  cwd,
  env,
  onLine,
  onStart,
  signal,
}: {
  command: string;
  args: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
  onLine: (line: string) => void;
  onStart?: ((pid: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}): Promise<ProcessRun> {
  const startedAt = new Date();
  // A group of its own: Ctrl-C in a terminal reaches the runner alone, which passes it on as GitHub does.
  const child = spawn(command, [...args], { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const timers: NodeJS.Timeout[] = [];
  const cancel = () => {
    child.kill("SIGINT");
    timers.push(
      setTimeout(() => child.kill("SIGTERM"), CANCELLATION_MS.interrupt),
      setTimeout(() => child.pid && killTree(child.pid), CANCELLATION_MS.interrupt + CANCELLATION_MS.terminate),
    );
  };
  const ended = new Promise<ProcessRun>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, killedBy) => {
      resolve({ exitCode: code ?? 128 + constants.signals[killedBy ?? "SIGKILL"], startedAt, endedAt: new Date() });
    });
  });
  const lines = [child.stdout, child.stderr].map(
    (input) =>
      new Promise<void>((resolve) => {
        createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }).on("line", onLine).once("close", resolve);
      }),
  );
  try {
    if (child.pid) onStart?.(child.pid);
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel, { once: true });
    const run = await ended;
    if (child.pid) killGroup(child.pid);
    // Whatever has left the group may hold on to the pipes; GitHub waits 10 s for them and goes on.
    const patience = new Promise<void>((resolve) => timers.push(setTimeout(resolve, 10_000)));
    await Promise.race([Promise.all(lines), patience]);
    child.stdout.destroy();
    child.stderr.destroy();
    return run;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
  }
}

/** Kills a process and all its descendants, also those that have left its process group. */
async function killTree(pid: number): Promise<void> {
  const parents = await readParents();
  const tree = [pid];
  for (const each of tree) tree.push(...[...parents].filter(([, parent]) => parent === each).map(([child]) => child));
  for (const each of tree) kill(each);
  killGroup(pid);
}

/** Every process's parent; empty where there is no /proc (there the process group alone is killed). */
async function readParents(): Promise<Map<number, number>> {
  const parents = new Map<number, number>();
  for (const name of await readdir("/proc").catch(() => [])) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    const [, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (parent) parents.set(Number(name), Number(parent));
  }
  return parents;
}

function killGroup(pid: number): void {
  kill(-pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
