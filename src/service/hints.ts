import { secretHint, type WantedSecret } from "./secret-hints.js";
import type { RolloutSight } from "./sight.js";

/** What a failed rollout is known by. */
export interface Symptoms {
  readonly message: string;
  readonly sight?: RolloutSight | undefined;
  /** The last lines that the failed container logged. */
  readonly logLines: readonly string[];
  readonly image: string;
  readonly port: number;
  readonly healthCheckPath: string;
  readonly architecture: string;
  readonly memory: number;
  readonly publicIp: boolean;
  readonly secrets: readonly WantedSecret[];
}

/** What usually causes what is seen, and what to do about it; the first row that fits. Pure. */
export function rolloutHint(symptoms: Symptoms): string | undefined {
  const text = [symptoms.message, ...evidenceTexts(symptoms)].join("\n");
  // What the rollout was judged by comes first: the other tasks may have other secrets in their reasons.
  return secretHint(symptoms.message, symptoms) ?? HINTS.find(([pattern]) => pattern.test(text))?.[1](symptoms);
}

const HINTS: readonly (readonly [RegExp, (symptoms: Symptoms) => string])[] = [
  [
    /exec format error|descriptor matching platform/i,
    ({ architecture }) =>
      `The image was built for another processor than ${architecture}. Set cpu-architecture to what it was built for, or build it for ${architecture === "ARM64" ? "linux/arm64" : "linux/amd64"}.`,
  ],
  [
    /CannotPull.*(not found|manifest unknown|does not exist|name unknown)/is,
    ({ image }) => `Is ${image} spelled right, and was that tag pushed to that registry and region before this step?`,
  ],
  [
    /CannotPull.*(denied|unauthorized|no basic auth|403|forbidden)/is,
    ({ image }) =>
      `The registry does not let ECS read ${image}. ECR: in another account, its repository policy must allow the execution role. Elsewhere: the image must be public.`,
  ],
  [
    /CannotPull.*(timeout|timed out|deadline)|unable to pull.*(timeout|timed out)/is,
    ({ publicIp }) =>
      publicIp
        ? "The tasks do not reach the registry. They are in public subnets: do these route to the internet gateway?"
        : "The tasks do not reach the registry. Do the private subnets route to a NAT gateway (nat-gateways: 1 or 2)?",
  ],
  [/toomanyrequests/i, () => "Docker Hub limits anonymous pulls. Copy the image to ECR, or use public.ecr.aws."],
  [
    /ResourceInitializationError.*AccessDenied/is,
    () => "The execution role lacks a permission that its stack gives it. Was its policy changed by hand?",
  ],
  [
    /unable to assume the role/i,
    () =>
      "The task's roles must exist and trust ecs-tasks.amazonaws.com. Were they changed by hand? If they were made a moment ago, run again.",
  ],
  [
    // Not "on resource: ...", which refusals say.
    /[Cc]apacity is unavailable|RESOURCE:/,
    () => "Fargate has no room in these zones at the moment. Run again later, or ask for another cpu and memory.",
  ],
  [
    /OutOfMemory|exit code 137/i,
    ({ memory }) => `The container was killed (137), usually because ${memory} MiB are not enough. Raise memory.`,
  ],
  [
    /codes: \[404\]/,
    ({ healthCheckPath }) =>
      `The app answers 404 at ${healthCheckPath}. Set health-check-path to a path that answers 200 without signing in.`,
  ],
  [
    /codes: \[30[1278]\]/,
    ({ healthCheckPath }) =>
      `The app redirects ${healthCheckPath}, to https perhaps. Set health-check-path to a path that answers 200 as it is: the load balancer asks over plain HTTP.`,
  ],
  [
    /codes: \[40[13]\]/,
    ({ healthCheckPath }) =>
      `The app asks for a sign-in at ${healthCheckPath}. Health checks carry no session: set health-check-path to a path that is open.`,
  ],
  [/codes: \[5\d\d\]/, ({ healthCheckPath }) => `The app fails at ${healthCheckPath} itself; its log says why.`],
  [
    /Target\.(Timeout|FailedHealthChecks)|Request timed out|Health checks failed/i,
    ({ port }) =>
      `Nothing answers on port ${port}. Does the app listen on container-port, and on 0.0.0.0 rather than on localhost alone?`,
  ],
  [/exited by themselves|Essential container/i, () => "The container's own log says why it ended."],
];

function evidenceTexts({ sight, logLines }: Symptoms): string[] {
  const tasks = sight?.tasks ?? [];
  return [
    ...tasks.flatMap(({ stoppedReason, containers, target }) => [
      stoppedReason ?? "",
      ...containers.map(
        ({ exitCode, reason }) => `${reason ?? ""}${exitCode === undefined ? "" : ` exit code ${exitCode}`}`,
      ),
      target ? `${target.reason ?? ""} ${target.description ?? ""}` : "",
    ]),
    ...(sight?.events ?? []),
    ...logLines,
  ];
}
