import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";

/** How often to look, in milliseconds. The kernel kills at once; nothing here needs it to the page. */
const LOOK_MS = 100;

/**
 * Kills a process that holds more than `mebibytes`, as the kernel does with a container; `killed` is told before it dies.
 * By /proc: on a machine without it (macOS) there is no limit. Processes that it starts are not counted.
 */
export function limitMemory(child: ChildProcess, mebibytes: number, killed: () => void): void {
  const timer = setInterval(async () => {
    const held = await anonymousMemory(child.pid);
    if (held === undefined || held <= mebibytes || child.exitCode !== null || child.signalCode !== null) return;
    clearInterval(timer);
    killed();
    child.kill("SIGKILL");
  }, LOOK_MS);
  child.once("exit", () => clearInterval(timer));
  timer.unref();
}

/** In MiB. What is mapped from files, such as Node itself, is not the container's alone and does not count. */
async function anonymousMemory(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, kibibytes] = /^RssAnon:\s+(\d+) kB/m.exec(status) ?? [];
  return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
}
