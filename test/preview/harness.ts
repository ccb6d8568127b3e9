import type { Stack } from "@aws-sdk/client-cloudformation";
import type { CommentView, DeploymentView, LocalGitHub } from "../../local/github/client.js";
import type { ActionRun } from "../../local/runner/run-action.js";
import { type Account, green, openAccount, running, stacks } from "../deploy/harness.js";

export { green, running };

type RunOptions = Parameters<LocalGitHub["run"]>[2];
type Event = Parameters<LocalGitHub["run"]>[0];
type More = Parameters<Account["deploy"]>[1];

/** A local AWS with a platform that stands, and the local GitHub beside it. */
export interface Platform {
  readonly account: Account;
  readonly github: LocalGitHub;
  /** Runs the deploy action as the workflow run that an event of a pull request starts. */
  preview(
    pullRequest: number,
    action?: Event,
    inputs?: Record<string, string>,
    more?: More & RunOptions,
  ): Promise<ActionRun>;
  /** The stacks of previews that stand, by environment. */
  previews(): Promise<Map<string, Stack>>;
  comments(pullRequest: number): Promise<CommentView[]>;
  records(environment: string): Promise<DeploymentView[]>;
}

/** How many times as fast as in AWS things happen here. */
const SPEED = 300;

/** What no test of a preview's life cycle is about; the smoke test has tests of its own. */
const QUICK = { "smoke-test": "false", "nat-gateways": "0" };

export async function openPlatform(): Promise<Platform> {
  const account = await openAccount({ speed: SPEED });
  const { github } = account.aws;
  green(await account.deploy({ ...QUICK, "desired-count": "1" }));
  return {
    account,
    github,
    preview: async (pullRequest, action = "opened", inputs = {}, more = {}) => {
      const { permissions, by, label, env, ...rest } = more;
      const run = await github.run(action, pullRequest, {
        ...(permissions && { permissions }),
        ...(by !== undefined && { by }),
        ...(label !== undefined && { label }),
      });
      return await account.deploy({ ...QUICK, ...inputs }, { ...rest, event: run.event, env: { ...run.env, ...env } });
    },
    previews: async () => {
      const all = await stacks(account);
      return new Map(
        [...all].flatMap(([name, stack]) => {
          const environment = name.match(/^-web--(pr-\d+)$/)?.[1];
          return environment ? [[environment, stack] as const] : [];
        }),
      );
    },
    comments: async (pullRequest) =>
      (await github.state()).comments.filter((comment) => comment.pullRequest === pullRequest),
    records: async (environment) =>
      (await github.state()).deployments.filter((deployment) => deployment.environment === environment),
  };
}

/** The red annotation of a run, if it has one. */
export function failure(run: ActionRun) {
  return run.annotations.find(({ level }) => level === "error");
}

/** The tags of the service that a run deployed. */
export async function serviceTags(account: Account, run: ActionRun): Promise<Record<string, string>> {
  const { service } = await running(account, run.outputs);
  return Object.fromEntries(
    (service?.tags ?? []).map(({ key = "", value = "" }) => [key.replace("ecs-cognito-deploy:", ""), value]),
  );
}
