import { join } from "node:path";
import { type ActionRun, runAction } from "../../local/runner/run-action.js";
import { type LocalAws, startLocalAws } from "../../local/serve/spawn.js";

/** How many times as fast as in AWS things happen, and how many times as fast the action's timers run. */
const SPEED = { aws: 400, timers: 20 };

/** How long one run of the action may take, in milliseconds, before it counts as hanging. Undisturbed it is 2 s. */
const BOUND_MS = 60_000;

/** A run of the action, and whether it had to be killed because it did not come to an end. */
export type Run = ActionRun & { readonly hung: boolean; readonly milliseconds: number };

/** An account of its own for one case, and the built action to run on it. */
export interface Account {
  readonly aws: LocalAws;
  /** Runs the action; `started` gets the process id of its main program, `id` is the workflow run's. */
  run(
    inputs: Readonly<Record<string, string>>,
    more?: { readonly id?: number; readonly started?: (pid: number) => void; readonly action?: "teardown" },
  ): Promise<Run>;
  close(): Promise<void>;
}

/** @param folder of action.yml and dist/ */
export async function openAccount(folder: string): Promise<Account> {
  const aws = await startLocalAws({ speed: SPEED.aws });
  const timers = join(import.meta.dirname, "fast-timers.cjs");
  const env = {
    ...aws.env,
    NODE_OPTIONS: `${aws.env.NODE_OPTIONS} --require=${timers.includes(" ") ? JSON.stringify(timers) : timers}`,
    SWEEP_TIMERS: String(SPEED.timers),
  };
  return {
    aws,
    run: async (inputs, { id = 2, started, action } = {}) => {
      const common = { domain: `app.${aws.domain}`, app: "web" };
      const forDeploy = { "hosted-zone-id": aws.hostedZoneId, "health-check-path": "/healthz", "desired-count": "1" };
      let hung = false;
      let bound: NodeJS.Timeout | undefined;
      const startedAt = performance.now();
      const run = await runAction({
        folder: action ? join(folder, action) : folder,
        inputs: { ...common, ...(action ? {} : forDeploy), ...inputs },
        env: { ...env, GITHUB_RUN_ID: String(id) },
        onStart: (pid) => {
          bound = setTimeout(() => {
            hung = true;
            kill(pid);
          }, BOUND_MS);
          started?.(pid);
        },
      }).finally(() => clearTimeout(bound));
      return { ...run, hung, milliseconds: performance.now() - startedAt };
    },
    close: () => aws.close(),
  };
}

/** What happens to a process whose runner dies. */
export function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It has just ended by itself.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
