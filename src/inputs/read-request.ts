import { environmentVariableRules, lines, type PairRules, parsePairs, secretRules, tagRules } from "./lists.js";
import { ALL_PUBLIC, parsePublicPaths } from "./public-paths.js";
import { type PullRequestEvent, readPullRequestEvent } from "./read-event.js";
import { readInputs } from "./read-inputs.js";
import type { Origin, Request } from "./request.js";
import {
  appFromRepository,
  checkFargateSize,
  isCovered,
  parseApp,
  parseBoolean,
  parseChoice,
  parseCommand,
  parseDomain,
  parseDomainPrefix,
  parseEnvironment,
  parseHostedZoneId,
  parseHostName,
  parseImage,
  parseLogRetention,
  parsePath,
  parsePreviewsFor,
  parseSpan,
  parseWholeNumber,
  show,
} from "./values.js";

/**
 * The defaults of action.yml, for whoever runs the bundle without a runner that fills them in. A test keeps the two
 * the same.
 */
export const DEFAULTS: Readonly<Record<string, string>> = {
  "container-port": "80",
  "health-check-path": "/",
  cpu: "256",
  memory: "512",
  "cpu-architecture": "X86_64",
  "nat-gateways": "2",
  "self-sign-up": "false",
  "smoke-test": "true",
  "smoke-test-path": "/",
  "smoke-test-sign-in": "false",
  "timeout-minutes": "30",
  "dry-run": "false",
  rollback: "true",
  "force-new-deployment": "false",
  "on-cancel": "finish",
  "allow-replacement": "false",
  capacity: "FARGATE",
  "previews-for": "all",
  "expires-after": "72h",
  "max-previews": "50",
  comment: "true",
  deployment: "true",
};

/** Where what is not given depends on whether a pull request started the run. */
const PREVIEW_DEFAULTS = {
  "desired-count": ["2", "1"],
  "log-retention-days": ["30", "7"],
  "create-platform": ["true", "false"],
} as const;

/**
 * Reads the inputs from `INPUT_*` and the event into one frozen request.
 *
 * @param env the process's environment, as GitHub's runner sets it
 * @param now when the step began
 * @param event the payload of the event that started the workflow (GITHUB_EVENT_PATH), or an empty object
 * @throws InputError with every problem at once
 */
export function readRequest(
  env: Readonly<Record<string, string | undefined>>,
  event: unknown,
  now = new Date(),
): Request {
  const { raw, text, refuse, take, takeRequired, end } = readInputs(env, DEFAULTS);
  function takePairs(input: string, rules: PairRules): readonly (readonly [string, string])[] {
    const { pairs, problems: found } = parsePairs(raw(input), rules);
    for (const problem of found) refuse(input, problem);
    return pairs;
  }

  const pullRequest = readPullRequestEvent(env, event);
  const byEvent = (input: keyof typeof PREVIEW_DEFAULTS) =>
    text(input) || PREVIEW_DEFAULTS[input][pullRequest === undefined ? 0 : 1];
  const origin = readOrigin(env, pullRequest, now);
  const domain = takeRequired("domain", "app.example.com", parseDomain);
  const hostedZoneId = takeRequired("hosted-zone-id", "Z0123456789ABCDEFGHIJ", parseHostedZoneId);
  const image = takeRequired("image", "registry/name:tag", parseImage);
  const environment = take(
    "environment",
    parseEnvironment,
    text("environment") || (pullRequest === undefined ? "production" : `pr-${pullRequest.number}`),
  );
  // It would carry the pull request's tags, by which teardown and sweep find what to remove.
  if (pullRequest !== undefined && environment === "production")
    refuse(
      "environment",
      "production is not deployed by a pull request's event. Deploy it on push, or leave environment out for a preview.",
    );
  const app = take("app", parseApp, text("app") || appFromRepository(origin.repository));
  const host = readHost({ template: text("host"), domain, environment, refuse });

  const size = checkFargateSize(text("cpu"), text("memory"));
  if (size.cpu) refuse("cpu", size.cpu);
  if (size.memory) refuse("memory", size.memory);

  const variables = takePairs("environment-variables", environmentVariableRules);
  const secrets = takePairs("secrets", secretRules).map(([name, arn]) => [name, arn.trim()] as const);
  for (const [name] of secrets)
    if (variables.some(([other]) => other === name))
      refuse("secrets", `${show(name)} stands in environment-variables too. Keep one of them.`);
  const tags = takePairs("tags", tagRules);
  // AWS takes 50 tags a resource; ours and CloudFormation's need some of them.
  if (tags.length > 35)
    refuse("tags", `${tags.length} are too many: AWS takes 50 a resource and 15 are in use. Keep at most 35.`);

  const publicPaths = parsePublicPaths(raw("public-paths"));
  for (const problem of publicPaths.problems) refuse("public-paths", problem);

  const request = {
    domain,
    hostedZoneId,
    app,
    environment,
    host,
    origin,
    container: {
      image,
      port: take("container-port", (given) => parseWholeNumber(given, { least: 1, most: 65535 })),
      cpu: Number(text("cpu")),
      memory: Number(text("memory")),
      architecture: take("cpu-architecture", (given) => parseChoice(given, ["X86_64", "ARM64"])),
      environment: variables.map(([name, value]) => ({ name, value })),
      secrets: secrets.map(([name, valueFrom]) => ({ name, valueFrom })),
      ...(text("command") && { command: take("command", parseCommand) }),
    },
    healthCheckPath: take("health-check-path", parsePath),
    desiredCount: take(
      "desired-count",
      (given) => parseWholeNumber(given, { least: 1, most: 5000 }),
      byEvent("desired-count"),
    ),
    natGateways: Number(take("nat-gateways", (given) => parseChoice(given, ["0", "1", "2"]))),
    selfSignUp: take("self-sign-up", parseBoolean),
    publicPaths: publicPaths.paths,
    allPublic: publicPaths.paths === ALL_PUBLIC,
    ...(text("cognito-domain-prefix") && { cognitoDomainPrefix: take("cognito-domain-prefix", parseDomainPrefix) }),
    tags: tags.map(([key, value]) => ({ key, value })),
    smokeTest: take("smoke-test", parseBoolean),
    smokeTestPath: take("smoke-test-path", parsePath),
    smokeTestExpect: lines(text("smoke-test-expect")),
    smokeTestSignIn: take("smoke-test-sign-in", parseBoolean),
    // GitHub ends a job after 6 hours on its own runners, 5 days on others.
    timeoutMinutes: take("timeout-minutes", (given) => parseWholeNumber(given, { least: 1, most: 7200 })),
    dryRun: take("dry-run", parseBoolean),
    rollback: take("rollback", parseBoolean),
    forceNewDeployment: take("force-new-deployment", parseBoolean),
    onCancel: take("on-cancel", (given) => parseChoice(given, ["finish", "rollback"])),
    allowReplacement: take("allow-replacement", parseBoolean),
    createPlatform: take("create-platform", parseBoolean, byEvent("create-platform")),
    capacity: take("capacity", (given) => parseChoice(given, ["FARGATE", "FARGATE_SPOT"])),
    logRetentionDays: take("log-retention-days", parseLogRetention, byEvent("log-retention-days")),
    ...readPreview(),
    github: {
      token: text("github-token"),
      apiUrl: env.GITHUB_API_URL ?? "https://api.github.com",
      comment: take("comment", parseBoolean),
      deployment: take("deployment", parseBoolean),
    },
  };
  end();
  // Every value that is still undefined has put a problem on the list.
  return deepFreeze(request as Request);

  /** Checked whatever the event is, so that a mistake shows on the first push and not on the first pull request. */
  function readPreview() {
    const preview = {
      previewsFor: take("previews-for", parsePreviewsFor),
      expiresAfter: take("expires-after", parseSpan),
      // A load balancer takes 100 rules unless the account's quota is raised.
      maxPreviews: take("max-previews", (given) => parseWholeNumber(given, { least: 1, most: 1000 })),
    };
    return pullRequest === undefined ? {} : { preview: { pullRequest, ...preview } };
  }
}

function readHost({
  template,
  domain,
  environment,
  refuse,
}: {
  template: string;
  domain: string | undefined;
  environment: string | undefined;
  refuse: (input: string, message: string) => void;
}): string | undefined {
  const unknown = template.match(/\{(?!environment\}|domain\})[^}]*\}?/)?.[0];
  if (unknown) {
    refuse("host", `${show(unknown)} is not known. Only {environment} and {domain} are filled in.`);
    return undefined;
  }
  // Where the parts are wrong themselves, a second complaint about the host would only hide them.
  if (domain === undefined || environment === undefined) return undefined;
  const pattern = template || (environment === "production" ? "{domain}" : "{environment}.{domain}");
  const host = pattern.replaceAll("{environment}", environment).replaceAll("{domain}", domain);
  const parsed = parseHostName(host, `${environment}.${domain}`);
  if ("problem" in parsed) {
    refuse("host", parsed.problem);
    return undefined;
  }
  // ELBv2's host condition takes 128 characters; a certificate of the host's own only 64 (RFC 5280's common name).
  const most = isCovered(parsed.value, domain) ? 128 : 64;
  if (parsed.value.length <= most) return parsed.value;
  refuse("host", `${show(parsed.value)} is longer than ${most} characters. Choose a shorter host or environment.`);
  return undefined;
}

function readOrigin(
  env: Readonly<Record<string, string | undefined>>,
  pullRequest: PullRequestEvent | undefined,
  now: Date,
): Origin {
  return {
    repository: env.GITHUB_REPOSITORY ?? "",
    repositoryId: env.GITHUB_REPOSITORY_ID ?? "",
    ...(pullRequest && { pullRequest: pullRequest.number }),
    // On a pull request GITHUB_SHA is a merge commit that nobody has seen; the head is what was pushed.
    commit: pullRequest?.headSha || (env.GITHUB_SHA ?? ""),
    runId: env.GITHUB_RUN_ID ?? "",
    runAttempt: env.GITHUB_RUN_ATTEMPT ?? "",
    startedAt: now.toISOString(),
    serverUrl: env.GITHUB_SERVER_URL ?? "https://github.com",
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
