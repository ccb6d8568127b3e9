import { readInputs } from "./read-inputs.js";
import { parseBoolean, parseEnvironment, parseSpan, parseWholeNumber, show } from "./values.js";

/** What a sweep was asked for. Spans are in milliseconds. */
export interface SweepRequest {
  readonly repository: string;
  readonly repositoryId: string;
  readonly dryRun: boolean;
  readonly maxRemovals: number;
  /** Names or globs of environments, or of `app/environment`. */
  readonly protect: readonly string[];
  readonly halfMadeAfter: number;
  /** Absent: nothing is put to sleep. */
  readonly sleepAfter?: number;
  /** The environment to wake, instead of a sweep. */
  readonly wake?: string;
  readonly keepLogs: boolean;
  readonly github: {
    readonly token: string;
    readonly apiUrl: string | undefined;
    readonly comment: boolean;
    readonly deployment: boolean;
    /** The run that has the log. */
    readonly logUrl: string;
    readonly runId: string;
  };
  /** When this step began, ISO 8601. */
  readonly startedAt: string;
  readonly timeoutMinutes: number;
}

/** The defaults of sweep/action.yml, but for the token, which only a runner can fill in. A test keeps them the same. */
export const SWEEP_DEFAULTS: Readonly<Record<string, string>> = {
  "dry-run": "true",
  "max-removals": "10",
  "half-made-after": "24h",
  "keep-logs": "false",
  comment: "true",
  deployment: "true",
  "timeout-minutes": "60",
};

/**
 * Reads the inputs of sweep/action.yml from `INPUT_*`.
 *
 * @throws InputError with every problem at once
 */
export function readSweep(env: Readonly<Record<string, string | undefined>>, now = new Date()): SweepRequest {
  const { text, refuse, take, end } = readInputs(env, SWEEP_DEFAULTS);
  const { GITHUB_REPOSITORY: repository = "", GITHUB_REPOSITORY_ID: repositoryId = "" } = env;
  const protect = text("protect")
    .split(/[\s,]+/)
    .filter(Boolean);
  for (const glob of protect)
    if (!/^[a-z0-9*?-]+(\/[a-z0-9*?-]+)?$/.test(glob))
      refuse(
        "protect",
        `${show(glob)} matches no environment. Write names or globs such as staging, pr-1? or web/demo-*.`,
      );
  const request = {
    repository,
    repositoryId,
    dryRun: take("dry-run", parseBoolean),
    maxRemovals: take("max-removals", (given) => parseWholeNumber(given, { least: 0, most: 1000 })),
    protect,
    halfMadeAfter: take("half-made-after", parseSpan),
    ...(text("sleep-after") && { sleepAfter: take("sleep-after", parseSpan) }),
    ...(text("wake") && { wake: take("wake", parseEnvironment) }),
    keepLogs: take("keep-logs", parseBoolean),
    github: {
      token: text("github-token"),
      apiUrl: env.GITHUB_API_URL,
      comment: take("comment", parseBoolean),
      deployment: take("deployment", parseBoolean),
      logUrl: `${env.GITHUB_SERVER_URL ?? "https://github.com"}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ""}`,
      runId: env.GITHUB_RUN_ID ?? "",
    },
    startedAt: now.toISOString(),
    timeoutMinutes: take("timeout-minutes", (given) => parseWholeNumber(given, { least: 1, most: 7200 })),
  };
  // An environment is ours by the repository's id; without one nothing is, and a run that does nothing is no sweep.
  if (!/^\d+$/.test(repositoryId) || !/^[^/]+\/[^/]+$/.test(repository))
    refuse(
      "github-token",
      "is of no use here: GITHUB_REPOSITORY and GITHUB_REPOSITORY_ID are not set. Run this as a step on GitHub.",
    );
  else if (text("github-token") === "" && !text("wake"))
    refuse(
      "github-token",
      "is needed: a pull request that cannot be asked about keeps its preview. Leave the input out, and give the job the permission pull-requests: write.",
    );
  end();
  // Every value that is still undefined has put a problem on the list.
  return Object.freeze(request as SweepRequest);
}
