import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";

/** How often to look, in milliseconds. The kernel kills at once; nothing here needs it to the page. */
const LOOK_MS = 100;

interface Member {
  readonly child: ChildProcess;
  /** In MiB: what it may hold by itself. */
  readonly limit: number;
  readonly killed: () => void;
}

/**
 * What the containers of a task may hold: each its own limit, all together the task's. Who holds more than its own is
 * killed; of a task that holds too much, the one that holds most, as the kernel chooses within a control group.
 * By /proc: on a machine without it (macOS) there is no limit. Processes that a container starts are not counted.
 */
export class MemoryLimit {
  readonly #total: number;
  readonly #members = new Set<Member>();
  #timer: NodeJS.Timeout | undefined;

  /** @param total the task's memory, in MiB */
  constructor(total: number) {
    this.#total = total;
  }

  /** Watches a process until it ends; `killed` is told before it is killed. */
  watch(child: ChildProcess, limit: number, killed: () => void): void {
    const member = { child, limit, killed };
    this.#members.add(member);
    this.#timer ??= setInterval(() => void this.#look(), LOOK_MS).unref();
    child.once("exit", () => {
      this.#members.delete(member);
      if (this.#members.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    });
  }

  async #look(): Promise<void> {
    const held = await Promise.all(
      [...this.#members].map(async (member) => ({ member, mebibytes: await anonymousMemory(member.child.pid) })),
    );
    const greedy = held.filter(({ member, mebibytes }) => mebibytes > member.limit);
    const sum = held.reduce((all, { mebibytes }) => all + mebibytes, 0);
    if (greedy.length === 0 && sum > this.#total) {
      greedy.push(...held.sort((a, b) => b.mebibytes - a.mebibytes).slice(0, 1));
    }
    for (const { member } of greedy) this.#kill(member);
  }

  #kill(member: Member): void {
    const { exitCode, signalCode } = member.child;
    if (!this.#members.delete(member) || exitCode !== null || signalCode !== null) return;
    member.killed();
    member.child.kill("SIGKILL");
  }
}

/** In MiB. What is mapped from files, such as Node itself, is not the container's alone and does not count. */
async function anonymousMemory(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, kibibytes] = /^RssAnon:\s+(\d+) kB/m.exec(status) ?? [];
  return Number(kibibytes ?? 0) / 1024;
}
