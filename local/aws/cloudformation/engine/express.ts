import type { Run } from "./run.js";

/**
 * What goes on in the background of an operation in EXPRESS mode: resources whose configuration is applied, and which
 * CloudFormation takes for complete though they are not ready (or not gone) yet.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-express-mode.html
 */
export class Express {
  readonly #pending = new Set<Promise<void>>();

  /** Goes on waiting without anybody being kept waiting; what comes of it is not the operation's concern any more. */
  leave(readiness: Promise<void>): void {
    const pending: Promise<void> = readiness
      .catch(() => {})
      .then(() => {
        this.#pending.delete(pending);
      });
    this.#pending.add(pending);
  }

  get isReady(): boolean {
    return this.#pending.size === 0;
  }

  async ready(): Promise<void> {
    await Promise.all(this.#pending);
  }
}

/**
 * Runs a handler's call. In EXPRESS mode one that fails while something is not ready is made again when it is: AWS
 * retries what fails because a resource that it refers to is not ready.
 * @param mayRepeat whether the call has left nothing behind
 */
export async function withRetry<T>(
  { express }: Run,
  signal: AbortSignal,
  call: () => Promise<T>,
  mayRepeat: () => boolean = () => true,
): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!express || express.isReady || signal.aborted || !mayRepeat()) throw error;
      await express.ready();
    }
  }
}
