import type { PullRequestEvent } from "./read-event.js";
import type { PreviewsFor } from "./values.js";

/** Everything a deploy was asked for: read once, checked, frozen. After this nobody reads an input. */
export interface Request {
  readonly domain: string;
  readonly hostedZoneId: string;
  readonly app: string;
  readonly environment: string;
  readonly host: string;
  /** Shares of the run that go into tags and the report. */
  readonly origin: Origin;
  readonly container: ContainerRequest;
  readonly healthCheckPath: string;
  readonly desiredCount: number;
  readonly natGateways: 0 | 1 | 2;
  readonly selfSignUp: boolean;
  /** Patterns of paths that answer without sign-in, as ELBv2 writes them; `/*` alone when all is public. */
  readonly publicPaths: readonly string[];
  /** Whether the whole host was asked to answer without sign-in, in so many words. */
  readonly allPublic: boolean;
  /** Absent: derived from domain, account and region. */
  readonly cognitoDomainPrefix?: string;
  readonly tags: readonly Tag[];
  readonly smokeTest: boolean;
  /** What the smoke test asks for. */
  readonly smokeTestPath: string;
  /** Texts that the page of a signed-in user must hold, with `{email}` and `{sub}` for the user's own. */
  readonly smokeTestExpect: readonly string[];
  /** Whether the smoke test signs in as a user of its own. */
  readonly smokeTestSignIn: boolean;
  readonly timeoutMinutes: number;
  readonly dryRun: boolean;
  /** Whether a rollout that fails is undone. */
  readonly rollback: boolean;
  readonly forceNewDeployment: boolean;
  readonly onCancel: "finish" | "rollback";
  /** Whether an update may replace what holds users or names. */
  readonly allowReplacement: boolean;
  /** Whether stacks of the platform that are missing are made. */
  readonly createPlatform: boolean;
  readonly capacity: "FARGATE" | "FARGATE_SPOT";
  readonly logRetentionDays: number;
  /** Absent: no pull request started this. */
  readonly preview?: PreviewRequest;
  readonly github: GitHubRequest;
}

/** What a deploy for a pull request is asked for beside that. */
export interface PreviewRequest {
  readonly pullRequest: PullRequestEvent;
  readonly previewsFor: PreviewsFor;
  /** Milliseconds from a deploy until the sweep may take the preview away. */
  readonly expiresAfter: number;
  /** How many previews of this app and repository may stand on the platform. */
  readonly maxPreviews: number;
}

/** What is told to GitHub beside the step's own log, outputs and summary. */
export interface GitHubRequest {
  /** Empty: nothing is asked of GitHub. */
  readonly token: string;
  readonly apiUrl: string;
  /** Whether the pull request gets a comment. */
  readonly comment: boolean;
  /** Whether a deployment record is kept. */
  readonly deployment: boolean;
}

export interface ContainerRequest {
  readonly image: string;
  readonly port: number;
  /** CPU units, 1024 to a vCPU. */
  readonly cpu: number;
  /** MiB. */
  readonly memory: number;
  readonly architecture: "X86_64" | "ARM64";
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  readonly secrets: readonly { readonly name: string; readonly valueFrom: string }[];
  /** Absent: the image's own. */
  readonly command?: readonly string[];
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** Where the run comes from, as GitHub says. */
export interface Origin {
  readonly repository: string;
  readonly repositoryId: string;
  readonly pullRequest?: number;
  readonly commit: string;
  readonly runId: string;
  readonly runAttempt: string;
  /** When this step began, ISO 8601: of two runs the later one wins. */
  readonly startedAt: string;
  readonly serverUrl: string;
}
