import { TAG } from "../../src/plan/names.js";
import { decideEnvironment, decideLeftover, planSweep } from "../../src/plan/sweep.js";
import { type EnvironmentFacts, matches, type ServiceFacts, type SweepRules } from "../../src/plan/sweep-facts.js";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const HOUR = 3_600_000;
const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString();
const RULES: SweepRules = { repositoryId: "42", protect: [], halfMadeAfter: 24 * HOUR, maxRemovals: 10, now: NOW };
const tagsOf = (environment: string, more: Record<string, string> = {}) => ({
  [TAG.domain]: "app.example.com",
  [TAG.app]: "web",
  [TAG.environment]: environment,
  [TAG.repository]: "octo-org/web",
  [TAG.repositoryId]: "42",
  ...(environment.startsWith("pr-") && { [TAG.pullRequest]: environment.slice(3) }),
  ...more,
});
const service = (tags: Record<string, string> = {}, more: Partial<ServiceFacts> = {}): ServiceFacts => ({
  ...{ desiredCount: 1, runningCount: 1, activeAt: NOW - 90 * HOUR, autoscales: false, isRolling: false },
  tags: { [TAG.deployedAt]: at(-90), [TAG.startedAt]: at(-90), ...tags },
  ...more,
});
const environment = (name: string, more: Partial<EnvironmentFacts> = {}, stack: object = {}): EnvironmentFacts => ({
  stack: {
    arn: `arn:${name}`,
    name: `ecs-cognito-app-example-com--web--${name}`,
    status: "UPDATE_COMPLETE",
    createdAt: NOW - 100 * HOUR,
    tags: tagsOf(name),
    hasTerminationProtection: false,
    ...stack,
  },
  service: service(),
  pullRequest: { state: "open", headBranch: "there" },
  ...more,
});
const never = { desiredCount: 0, runningCount: 0, tags: {} };

test.each<[string, EnvironmentFacts, Partial<SweepRules>, string, RegExp]>([
  ["an open pull request", environment("pr-1"), {}, "keep", /^its pull request 1 is open and it does not expire$/],
  ["a merged one", environment("pr-1", { pullRequest: { state: "merged" } }), {}, "remove", /pull request 1 is merged/],
  ["a deleted one", environment("pr-1", { pullRequest: { state: "deleted" } }), {}, "remove", /1 is deleted/],
  [
    "a head branch that is gone",
    environment("pr-1", { pullRequest: { state: "open", headBranch: "gone" } }),
    {},
    "remove",
    /^the head branch of its pull request 1 is gone$/,
  ],
  ["an expiry", environment("pr-1", { service: service({ [TAG.expiresAt]: at(-1) }) }), {}, "remove", /^expired at/],
  ["one to come", environment("pr-1", { service: service({ [TAG.expiresAt]: at(1) }) }), {}, "keep", /expires at/],
  [
    "one from before the deploy",
    environment("pr-1", { service: service({ [TAG.expiresAt]: at(-99) }) }),
    {},
    "keep",
    /has a tag \S+expires-at from before it was deployed/,
  ],
  [
    "one in another format",
    environment("pr-1", { service: service({ [TAG.expiresAt]: "2026-11-20" }) }),
    {},
    "keep",
    /unreadable tag/,
  ],
  [
    "an expired one that GitHub does not answer about",
    environment("pr-1", {
      service: service({ [TAG.expiresAt]: at(-1) }),
      pullRequest: { state: "unknown", reason: "has a pull request that cannot be read: 502" },
    }),
    {},
    "keep",
    /cannot be read: 502/,
  ],
  [
    "a stack whose creation failed, for a day",
    environment("pr-1", { service: "none" }, { status: "ROLLBACK_COMPLETE" }),
    {},
    "remove",
    /^was never finished, and nothing has happened to it since 2026-11-18/,
  ],
  [
    "the same within the day",
    environment("pr-1", { service: "none" }, { status: "ROLLBACK_COMPLETE", updatedAt: NOW - HOUR }),
    {},
    "keep",
    /it is not finished yet$/,
  ],
  ["no rollout ever", environment("pr-1", { service: service({}, never) }), {}, "remove", /^was never finished/],
  ["a service that is gone", environment("pr-1", { service: "none" }), {}, "keep", /it has no service$/],
  [
    "busy",
    environment("pr-1", { pullRequest: { state: "closed" } }, { status: "UPDATE_IN_PROGRESS" }),
    {},
    "keep",
    /^is UPDATE_IN_PROGRESS$/,
  ],
  [
    "protected",
    environment("pr-1", { pullRequest: { state: "closed" } }),
    { protect: ["api/*", "pr-?"] },
    "keep",
    /^is protected \(pr-\?\)$/,
  ],
  [
    "another app protected",
    environment("pr-1", { pullRequest: { state: "closed" } }),
    { protect: ["api/*"] },
    "remove",
    /closed/,
  ],
  ["no pull request", environment("staging"), {}, "keep", /^belongs to no pull request and does not expire$/],
  [
    "no pull request, expired",
    environment("staging", { service: service({ [TAG.expiresAt]: at(-1) }) }),
    {},
    "remove",
    /^expired/,
  ],
  [
    "no pull request, never finished",
    environment("staging", { service: service({}, never) }),
    {},
    "mark",
    /goes next time$/,
  ],
  [
    "the same, marked",
    environment("staging", { service: service({}, { ...never, tags: { [TAG.orphanedAt]: at(-1) } }) }),
    {},
    "remove",
    /; marked at/,
  ],
  [
    "the same, changed since the mark",
    environment("staging", { service: service({}, { ...never, tags: { [TAG.orphanedAt]: at(-95) } }) }),
    {},
    "mark",
    /goes next time$/,
  ],
  [
    "well again",
    environment("staging", { service: service({ [TAG.orphanedAt]: at(-95) }) }),
    {},
    "unmark",
    /no orphan any more/,
  ],
  ["idle", environment("pr-1", { isIdle: true }), { sleepAfter: 12 * HOUR }, "sleep", /in 720 minutes$/],
  ["idle, and nothing is to sleep", environment("pr-1", { isIdle: true }), {}, "keep", /is open/],
  ["in use", environment("pr-1", { isIdle: false }), { sleepAfter: 12 * HOUR }, "keep", /is open/],
  ["nobody knows", environment("pr-1"), { sleepAfter: 12 * HOUR }, "keep", /CloudWatch does not tell/],
  [
    "woken an hour ago",
    environment("pr-1", { isIdle: true, service: service({ [TAG.wokenAt]: at(-1) }) }),
    { sleepAfter: 12 * HOUR },
    "keep",
    /is open/,
  ],
  [
    "asleep",
    environment("pr-1", { service: service({ [TAG.asleepSince]: at(-3) }, { desiredCount: 0, runningCount: 0 }) }),
    { sleepAfter: 12 * HOUR },
    "keep",
    /; asleep since 2026-11-22T09:00:00Z$/,
  ],
])("%s", (_, facts, rules, verdict, reason) => {
  const decision = decideEnvironment(facts, { ...RULES, ...rules });
  expect([decision?.verdict, decision?.reason]).toEqual([verdict, expect.stringMatching(reason)]);
});

test.each<[string, Record<string, string>, RegExp]>([
  ["no repository", { [TAG.repository]: "" }, /lacks the tag \S+repository$/],
  ["another repository", { [TAG.repositoryId]: "43" }, /^belongs to the repository with the id 43$/],
  ["another number than its name", { [TAG.pullRequest]: "12" }, /^is called pr-1 and its tag \S+ says 12$/],
  ["a number that is none", { [TAG.pullRequest]: "1e0" }, /is not the number of a pull request$/],
  [
    "another environment's name",
    { [TAG.environment]: "pr-12", [TAG.pullRequest]: "12" },
    /^its tags are those of \S+--pr-12$/,
  ],
  ["an environment that no deploy makes", { [TAG.environment]: "PR-1" }, /is none that a deploy writes$/],
])("a stack with the tags of %s stays", (_, tags, reason) => {
  const facts = environment("pr-1", { pullRequest: { state: "closed" } }, { tags: tagsOf("pr-1", tags) });
  expect(decideEnvironment(facts, RULES)).toMatchObject({ verdict: "keep", reason: expect.stringMatching(reason) });
});

test("platforms and strangers are left out; what only looks like an environment is shown", () => {
  const bare = (name: string, tags = {}) => decideEnvironment(environment("x", {}, { name, tags }), RULES)?.reason;
  expect(bare("ecs-cognito-app-example-com-alb", { [TAG.domain]: "app.example.com" })).toBeUndefined();
  expect(bare("somebody-elses")).toBeUndefined();
  expect(bare("ecs-cognito-app-example-com--web--pr-1")).toBe("has the name of an environment and not its tags");
});

test("what is left of one environment goes at once, when all of it may", () => {
  const name = "ecs-cognito-app-example-com--web--staging";
  const leftover = (kind: "task definitions" | "log group", marked: boolean) => ({
    kind,
    name: kind === "log group" ? `${name}-LogGroup-abc` : name,
    tags: tagsOf("staging", marked ? { [TAG.orphanedAt]: at(-1) } : {}),
  });
  const verdicts = (...leftovers: ReturnType<typeof leftover>[]) =>
    planSweep({ environments: [], leftovers }, RULES).leftovers.map(({ verdict }) => verdict);
  expect(verdicts(leftover("task definitions", true), leftover("log group", false))).toEqual(["keep", "mark"]);
  expect(verdicts(leftover("task definitions", true), leftover("log group", true))).toEqual(["remove", "remove"]);
  const kept = { ...leftover("log group", true), tags: tagsOf("staging", { [TAG.kept]: at(-1) }) };
  expect(decideLeftover(kept, new Set(), RULES)).toMatchObject({ verdict: "keep" });
});

test("the oldest go first, and the rest next time", () => {
  const environments = [3, 1, 2].map((age) =>
    environment(`pr-${age}`, { pullRequest: { state: "closed" } }, { createdAt: NOW - age * HOUR }),
  );
  const { environments: decided } = planSweep({ environments, leftovers: [] }, { ...RULES, maxRemovals: 2 });
  expect(decided.map(({ verdict }) => verdict)).toEqual(["remove", "keep", "remove"]);
  expect(decided[1]?.reason).toBe("its pull request 1 is closed, but 2 others go first (max-removals)");
});

test.each([
  ["pr-*", "pr-12", true],
  ["pr-?", "pr-12", false],
  ["*", "anything", true],
  ["a.c", "abc", false],
  ["web/*", "web/pr-1", true],
])("%s against %s: %s", (glob, text, expected) => {
  expect(matches(glob, text)).toBe(expected);
});
