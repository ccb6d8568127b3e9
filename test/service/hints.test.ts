import { rolloutHint, type Symptoms } from "../../src/service/hints.js";

const BASE: Symptoms = {
  message: "",
  logLines: [],
  image: "registry/web:1",
  port: 8080,
  healthCheckPath: "/healthz",
  architecture: "X86_64",
  memory: 512,
  publicIp: false,
  secrets: [],
};

it.each<[string, Partial<Symptoms>, RegExp]>([
  [
    "a tag that is not there",
    { message: "CannotPullContainerError: failed to resolve ref docker.io/x: not found" },
    /registry\/web:1 spelled right.*pushed/,
  ],
  [
    "a registry that refuses",
    { message: "CannotPullContainerError: pull access denied, 403 Forbidden" },
    /repository policy/,
  ],
  [
    "no way to the registry from private subnets",
    { message: "CannotPullContainerError: dial tcp: i/o timeout" },
    /NAT gateway/,
  ],
  [
    "no way to the registry from public subnets",
    { message: "CannotPullContainerError: dial tcp: i/o timeout", publicIp: true },
    /internet gateway/,
  ],
  [
    "another processor, by its log",
    { message: "2 tasks have exited by themselves", logLines: ["exec /bin/sh: exec format error"] },
    /cpu-architecture.*linux\/amd64/,
  ],
  [
    "another processor, by its manifest",
    {
      message: "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/arm64'",
      architecture: "ARM64",
    },
    /linux\/arm64/,
  ],
  [
    "too little memory",
    { message: "2 tasks have exited by themselves, the last with exit code 137" },
    /512 MiB.*Raise memory/,
  ],
  [
    "404 on the health path",
    { message: "Target.ResponseCodeMismatch: Health checks failed with these codes: [404]" },
    /404 at \/healthz/,
  ],
  ["a redirect on the health path", { message: "Health checks failed with these codes: [302]" }, /redirects \/healthz/],
  ["a sign-in on the health path", { message: "Health checks failed with these codes: [401]" }, /asks for a sign-in/],
  ["500 on the health path", { message: "Health checks failed with these codes: [500]" }, /fails at \/healthz/],
  ["nothing that listens", { message: "Target.Timeout: Request timed out" }, /port 8080.*container-port.*0\.0\.0\.0/],
  [
    "a secret that may not be read",
    {
      message:
        "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): AccessDeniedException",
    },
    /execution role.*ARNs in secrets/,
  ],
  [
    "a secret that is not there",
    { message: "ResourceInitializationError: ResourceNotFoundException: can't find the specified secret" },
    /does not exist in this account/,
  ],
  [
    "a log that may not be written",
    {
      message:
        "ResourceInitializationError: failed to validate logger args: AccessDeniedException: User: u is not authorized to perform: logs:CreateLogStream on resource: arn:aws:logs:eu-west-1:1:log-group:x",
    },
    /lacks a permission that its stack gives it/,
  ],
  ["a role that cannot be assumed", { message: "ECS was unable to assume the role 'r'" }, /trust ecs-tasks/],
  ["no capacity", { message: "Capacity is unavailable at this time" }, /Fargate has no room/],
  [
    "too many pulls",
    { message: "CannotPullContainerError: toomanyrequests: You have reached your pull rate limit" },
    /Docker Hub/,
  ],
])("%s", (_, symptoms, hint) => {
  expect(rolloutHint({ ...BASE, ...symptoms })).toMatch(hint);
});

it("says nothing where it knows nothing", () => {
  expect(rolloutHint({ ...BASE, message: "something new" })).toBeUndefined();
});
