import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { onPath } from "../cloudformation/on-path.js";
import { ROOT } from "../cloudformation/template.js";

/** What botocore made of an answer. */
export interface BotoAnswer {
  /** The error's code; empty for success. */
  readonly code: string;
  readonly message: string;
  readonly output: Record<string, unknown>;
  /** What the service's model does not allow. */
  readonly violations: readonly string[];
  readonly status: number;
}

/** Where calls go, and with whose keys. */
export interface Endpoint {
  readonly endpoint: string;
  readonly region: string;
  readonly keys: readonly [id: string, secret: string];
}

/** An example of AWS's own, as botocore ships it. */
export interface Example {
  readonly id: string;
  readonly title?: string;
  readonly input?: Record<string, unknown>;
  readonly output?: Record<string, unknown>;
}

/** boto.py in a process of its own. */
export class Boto {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;

  constructor() {
    this.#child = spawn("python3", [join(ROOT, "test", "referees", "boto.py")], { stdio: ["pipe", "pipe", "inherit"] });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** What keeps it from running here, or undefined. */
  static missing(module = "boto3"): string | undefined {
    if (!onPath("python3")) return "python3 isn't on the PATH";
    const { status } = spawnSync("python3", ["-c", `import ${module}`], { stdio: "ignore" });
    return status === 0 ? undefined : `python3 has no ${module}`;
  }

  call(to: Endpoint, service: string, operation: string, parameters: unknown): Promise<BotoAnswer> {
    return this.#ask({ do: "call", ...to, service, operation, parameters }) as Promise<BotoAnswer>;
  }

  /** The operations that botocore knows. */
  operations(service: string): Promise<readonly string[]> {
    return this.#ask({ do: "operations", service }) as Promise<readonly string[]>;
  }

  examples(service: string): Promise<Record<string, readonly Example[]>> {
    return this.#ask({ do: "examples", service }) as Promise<Record<string, readonly Example[]>>;
  }

  /** Starts moto in the same process; its URL. */
  async startMoto(): Promise<string> {
    const { url, missing } = (await this.#ask({ do: "moto" })) as { url?: string; missing?: string };
    if (url === undefined) throw new Error(`moto did not start: ${missing}`);
    return url;
  }

  async close(): Promise<void> {
    const exit = once(this.#child, "exit");
    this.#child.kill("SIGTERM");
    await exit;
  }

  async #ask(request: object): Promise<unknown> {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("boto.py has ended");
    const answer = JSON.parse(value) as { failed?: string };
    if (answer.failed !== undefined) throw new Error(`${JSON.stringify(request)}: ${answer.failed}`);
    return answer;
  }
}
