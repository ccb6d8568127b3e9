import { readInputs } from "./read-inputs.js";
import {
  appFromRepository,
  parseApp,
  parseBoolean,
  parseDomain,
  parseEnvironment,
  parseWholeNumber,
  property,
  show,
} from "./values.js";

/** What a teardown was asked for. */
export interface TeardownRequest {
  readonly domain: string;
  readonly app: string;
  readonly repository: string;
  readonly repositoryId: string;
  /** Absent: the platform alone, or all environments. */
  readonly environment?: string;
  /** The event's pull request: what is removed has to be its. */
  readonly pullRequest?: number;
  readonly keepLogs: boolean;
  readonly platform: boolean;
  readonly all: boolean;
  readonly github: {
    readonly token?: string;
    readonly apiUrl?: string;
    /** The run, for whoever reads the comment. */
    readonly logUrl: string;
    readonly runId: string;
    readonly comment: boolean;
    readonly deployment: boolean;
  };
  readonly timeoutMinutes: number;
  readonly dryRun: boolean;
  /** When this step began, ISO 8601. */
  readonly startedAt: string;
}

/** The defaults of teardown/action.yml, but for the token, which only a runner can fill in. A test keeps them the same. */
export const TEARDOWN_DEFAULTS: Readonly<Record<string, string>> = {
  "keep-logs": "false",
  platform: "false",
  all: "false",
  comment: "true",
  deployment: "true",
  "timeout-minutes": "30",
  "dry-run": "false",
};

/**
 * Reads the inputs of teardown/action.yml from `INPUT_*`, and the pull request and the repository from the event's
 * payload, which is all that a run on `closed` may have.
 *
 * @param event the payload, or an empty object
 * @throws InputError with every problem at once
 */
export function readTeardown(
  env: Readonly<Record<string, string | undefined>>,
  event: unknown,
  now = new Date(),
): TeardownRequest {
  const { text, refuse, take, takeRequired, end } = readInputs(env, TEARDOWN_DEFAULTS);
  const repository = env.GITHUB_REPOSITORY || textOf(property(property(event, "repository"), "full_name"));
  const repositoryId = env.GITHUB_REPOSITORY_ID || textOf(property(property(event, "repository"), "id"));
  const number = property(property(event, "pull_request"), "number");
  const pullRequest = typeof number === "number" ? number : undefined;
  const named = text("environment") || (pullRequest === undefined ? "" : `pr-${pullRequest}`);
  const request = {
    domain: takeRequired("domain", "app.example.com", parseDomain),
    app: take("app", parseApp, text("app") || appFromRepository(repository)),
    repository,
    repositoryId,
    ...(named && { environment: take("environment", parseEnvironment, named) }),
    ...(pullRequest !== undefined && { pullRequest }),
    keepLogs: take("keep-logs", parseBoolean),
    platform: take("platform", parseBoolean),
    all: take("all", parseBoolean),
    github: {
      ...(text("github-token") && { token: text("github-token") }),
      ...(env.GITHUB_API_URL && { apiUrl: env.GITHUB_API_URL }),
      logUrl: `${env.GITHUB_SERVER_URL || "https://github.com"}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ""}`,
      runId: env.GITHUB_RUN_ID ?? "",
      comment: take("comment", parseBoolean),
      deployment: take("deployment", parseBoolean),
    },
    timeoutMinutes: take("timeout-minutes", (given) => parseWholeNumber(given, { least: 1, most: 7200 })),
    dryRun: take("dry-run", parseBoolean),
    startedAt: now.toISOString(),
  };
  if (!named && request.platform === false)
    refuse("environment", "is needed where the event has no pull request, for example environment: staging.");
  if (repositoryId === "")
    refuse("environment", "cannot be known as ours: GITHUB_REPOSITORY_ID is not set. Run this as a step on GitHub.");
  if (request.all && request.platform === false)
    refuse("all", "goes with platform: true alone. To remove one environment name it in environment.");
  if (request.platform) {
    if (pullRequest !== undefined) refuse("platform", "cannot be removed by a pull request's run.");
    if (text("confirm") !== (request.domain ?? ""))
      refuse(
        "confirm",
        `has to repeat the domain exactly before platform: true removes it with all users. It says ${text("confirm") ? show(text("confirm")) : "nothing"}.`,
      );
  } else if (text("confirm"))
    refuse("confirm", "is asked for with platform: true alone. Leave it out, or set platform: true.");
  end();
  // Every value that is still undefined has put a problem on the list.
  return Object.freeze(request as TeardownRequest);
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
