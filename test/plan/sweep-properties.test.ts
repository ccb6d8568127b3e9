import fc from "fast-check";
import { stackName, TAG } from "../../src/plan/names.js";
import { type Decision, decideLeftover, planSweep } from "../../src/plan/sweep.js";
import type {
  EnvironmentFacts,
  LeftoverFacts,
  PullRequestFacts,
  ServiceFacts,
  SweepRules,
} from "../../src/plan/sweep-facts.js";

/**
 * Thousands of accounts, most of what is in them nearly ours. What may be chosen is said here once more, in other words
 * than the planner's: from the tags alone.
 */
const NOW = Date.parse("2026-11-22T12:00:00Z");
const HOUR = 3_600_000;
const OURS = "42";
const RUNS = { numRuns: 4000, seed: 20261122 };

const hostile = fc.constantFrom(
  ...["", " ", "0", "-1", "1.0", "1e1", "0x1", "01", "12 ", " 12", "１２", "12abc", "NaN", "Infinity", "true", "null"],
  ...["__proto__", "constructor", "9".repeat(30), "12\n12", "42", "042", "4 2", "*", "pr-12", "a--b", "../..", "🦄"],
);
const time = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: NOW - 300 * HOUR, max: NOW + 300 * HOUR }).map((at) => iso(at)) },
  fc.constantFrom("1970-01-01T00:00:00.000Z", "2026-02-30T00:00:00Z", "9999-12-31T23:59:59Z", iso(NOW)),
  fc.constantFrom("yesterday", "2020", "2026-11-22", "2026-11-21T12:00:00+02:00", "1763812800", "", "Z"),
);
const status = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE") },
  fc.constantFrom("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED", "REVIEW_IN_PROGRESS"),
  fc.constantFrom("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS", "UPDATE_FAILED", "DELETE_COMPLETE"),
  fc.constantFrom("UPDATE_ROLLBACK_FAILED", "SOMETHING_NEW", "", "toString"),
);
const pullRequest: fc.Arbitrary<PullRequestFacts | undefined> = fc.oneof(
  fc.record({ state: fc.constant("open" as const), headBranch: fc.constantFrom("there", "gone", "unknown") }),
  fc.record({ state: fc.constantFrom("closed" as const, "merged" as const, "deleted" as const) }),
  fc.constant({ state: "unknown" as const, reason: "GitHub did not answer" }),
  fc.constant(undefined),
);
const rules: fc.Arbitrary<SweepRules> = fc.record(
  {
    repositoryId: fc.constant(OURS),
    // Exact names, and a beginning with a star: simple enough to be judged without the planner's own words.
    protect: fc.uniqueArray(fc.constantFrom("staging", "pr-1", "pr-1*", "web/pr-12", "api/*", "demo", "*")),
    halfMadeAfter: fc.constantFrom(HOUR, 24 * HOUR),
    sleepAfter: fc.constantFrom(HOUR, 48 * HOUR),
    maxRemovals: fc.constantFrom(0, 1, 3, 1000),
    now: fc.constantFrom(NOW, NOW - 200 * HOUR, 0),
  },
  { requiredKeys: ["repositoryId", "protect", "halfMadeAfter", "maxRemovals", "now"] },
);

/** The tags of an environment of ours, most of the time spoiled in one place or two. */
const identity = fc
  .record({
    domain: fc.constantFrom("app.example.com", "example.com", "app-example.com"),
    app: fc.constantFrom("web", "api", "web-api"),
    environment: fc.constantFrom("production", "staging", "pr-1", "pr-12", "pr-112", "demo", "product"),
    tagsNumber: fc.boolean(),
    spoil: fc.array(
      fc.record({
        key: fc.constantFrom(TAG.domain, TAG.app, TAG.environment, TAG.repository, TAG.repositoryId, TAG.pullRequest),
        value: fc.option(fc.oneof(hostile, fc.constantFrom("43", "1", "112", "pr-1", "production", "api"))),
      }),
      { maxLength: 2 },
    ),
    isSpoiled: fc.boolean(),
  })
  .map(({ domain, app, environment, tagsNumber, spoil, isSpoiled }) => {
    const tags: Record<string, string> = {
      [TAG.domain]: domain,
      [TAG.app]: app,
      [TAG.environment]: environment,
      [TAG.repository]: "acme/web",
      [TAG.repositoryId]: OURS,
    };
    const number =
      environment.match(/^pr-(\d+)$/)?.[1] ?? (tagsNumber && environment !== "production" ? "7" : undefined);
    if (number) tags[TAG.pullRequest] = number;
    for (const { key, value } of isSpoiled ? spoil : [])
      if (value === null) delete tags[key];
      else tags[key] = value;
    return { tags, name: stackName("ecs-service", { domain, app, environment }) };
  });
const runTags = fc.dictionary(
  fc.constantFrom(TAG.expiresAt, TAG.deployedAt, TAG.startedAt, TAG.orphanedAt, TAG.asleepSince, TAG.wokenAt),
  time,
);
const environment: fc.Arbitrary<EnvironmentFacts> = fc
  .record({
    identity,
    rename: fc.option(fc.constantFrom("x", "2", "--api--pr-12"), { freq: 8 }),
    serial: fc.integer({ min: 1, max: 40 }),
    status,
    created: fc.integer({ min: NOW - 400 * HOUR, max: NOW }),
    updated: fc.option(fc.integer({ min: 0, max: 400 * HOUR })),
    hasTerminationProtection: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    service: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          desiredCount: fc.constantFrom(0, 0, 1, 2),
          runningCount: fc.constantFrom(0, 0, 1),
          tags: runTags,
          activeAt: fc.integer({ min: NOW - 400 * HOUR, max: NOW }),
          autoscales: fc.boolean(),
          isRolling: fc.boolean(),
        }) as fc.Arbitrary<ServiceFacts>,
      },
      fc.constantFrom("none" as const, "unknown" as const),
    ),
    pullRequest,
    isIdle: fc.option(fc.boolean()),
  })
  .map(({ identity: { tags, name }, rename, serial, created, updated, pullRequest: asked, isIdle, ...rest }) => ({
    stack: {
      arn: `arn:aws:cloudformation:eu-west-1:123456789012:stack/${name}${rename ?? ""}/${serial}`,
      name: `${name}${rename ?? ""}`,
      status: rest.status,
      createdAt: created,
      ...(updated !== null && { updatedAt: created + updated }),
      tags,
      hasTerminationProtection: rest.hasTerminationProtection,
    },
    service: rest.service,
    ...(asked && { pullRequest: asked }),
    ...(isIdle !== null && { isIdle }),
  }));
const leftover: fc.Arbitrary<LeftoverFacts> = fc
  .record({
    identity,
    kind: fc.constantFrom("task definitions" as const, "log group" as const, "listener rule" as const),
    more: runTags,
    wrong: fc.option(fc.constantFrom("2", "x", "-LogGroup"), { freq: 8 }),
    pullRequest,
  })
  .map(({ identity: { tags, name }, kind, more, wrong, pullRequest: asked }) => ({
    kind,
    name: `${name}${kind === "log group" ? "-LogGroup-AbC123" : ""}${wrong ?? ""}`,
    tags: { ...more, ...tags },
    ...(asked && { pullRequest: asked }),
  }));
const account = fc.record({
  environments: fc.array(environment, { maxLength: 15 }),
  leftovers: fc.array(leftover, { maxLength: 6 }),
});

const chosen = <T>(decisions: readonly Decision<T>[]) => decisions.filter(({ verdict }) => verdict !== "keep");

test("nothing is chosen without our full set of tags, and nothing of another name than the tags say", () => {
  fc.assert(
    fc.property(account, rules, (facts, by) => {
      const plan = planSweep(facts, by);
      for (const { subject } of chosen(plan.environments)) {
        expect(isOurs(subject.stack.tags)).toBe(true);
        expect(subject.stack.name).toBe(nameFrom(subject.stack.tags));
      }
      for (const { subject } of chosen(plan.leftovers)) {
        expect(isOurs(subject.tags)).toBe(true);
        if (subject.kind !== "listener rule") expect(subject.name.startsWith(nameFrom(subject.tags))).toBe(true);
        expect(facts.environments.map(({ stack }) => stack.name)).not.toContain(nameFrom(subject.tags));
      }
    }),
    RUNS,
  );
});

test("nothing protected is ever chosen, and production never, whatever the inputs say", () => {
  fc.assert(
    fc.property(account, rules, (facts, by) => {
      const plan = planSweep(facts, by);
      const tags = [
        ...chosen(plan.environments).map(({ subject }) => subject.stack.tags),
        ...chosen(plan.leftovers).map(({ subject }) => subject.tags),
      ];
      for (const { [TAG.environment]: name = "", [TAG.app]: app } of tags) {
        expect(name).not.toBe("production");
        for (const entry of by.protect) {
          const whole = entry.includes("/") ? `${app}/${name}` : name;
          expect(entry.endsWith("*") ? whole.startsWith(entry.slice(0, -1)) : whole === entry).toBe(false);
        }
      }
    }),
    RUNS,
  );
});

test("nothing whose pull request is open and not expired is removed, and nothing whose pull request is in doubt", () => {
  fc.assert(
    fc.property(account, rules, (facts, by) => {
      const plan = planSweep(facts, by);
      for (const { verdict, subject } of plan.environments) {
        if (verdict !== "remove" || subject.stack.tags[TAG.pullRequest] === undefined) continue;
        const { pullRequest: asked } = subject;
        expect(["open", "closed", "merged", "deleted"]).toContain(asked?.state);
        if (asked?.state === "open" && asked.headBranch !== "gone") expect(isExpired(subject, by)).toBe(true);
      }
      for (const { verdict, subject } of plan.leftovers)
        if (verdict === "remove" && subject.tags[TAG.pullRequest] !== undefined)
          expect(
            ["closed", "merged", "deleted"].includes(subject.pullRequest?.state ?? "") ||
              (subject.pullRequest?.state === "open" && subject.pullRequest.headBranch === "gone"),
          ).toBe(true);
    }),
    RUNS,
  );
});

test("what belongs to no pull request is removed only when it has expired, holds nothing, or was marked before", () => {
  fc.assert(
    fc.property(account, rules, (facts, by) => {
      const plan = planSweep(facts, by);
      const isMarked = (tags: Readonly<Record<string, string>>) => Date.parse(tags[TAG.orphanedAt] ?? "") < by.now;
      for (const { verdict, subject } of plan.environments) {
        if (verdict !== "remove" || subject.stack.tags[TAG.pullRequest] !== undefined) continue;
        const tags = typeof subject.service === "string" ? {} : subject.service.tags;
        const isEmpty = ["ROLLBACK_COMPLETE", "REVIEW_IN_PROGRESS"].includes(subject.stack.status);
        expect(Date.parse(tags[TAG.expiresAt] ?? "") <= by.now || isMarked(tags) || isEmpty).toBe(true);
      }
      for (const { verdict, subject } of plan.leftovers)
        if (verdict === "remove" && subject.tags[TAG.pullRequest] === undefined)
          expect(isMarked(subject.tags)).toBe(true);
    }),
    RUNS,
  );
});

test("what is busy, shielded, unknown or listed twice is left alone, and only what is idle and open is put to sleep", () => {
  fc.assert(
    fc.property(account, rules, (facts, by) => {
      const names = facts.environments.map(({ stack }) => [stack.name, stack.arn] as const);
      for (const { verdict, subject } of chosen(planSweep(facts, by).environments)) {
        const { stack, service } = subject;
        expect(stack.status).not.toMatch(/(?<!REVIEW)_IN_PROGRESS$|^SOMETHING_NEW$|^$|^DELETE_COMPLETE$|^toString$/);
        expect(stack.hasTerminationProtection).toBe(false);
        expect(service).not.toBe("unknown");
        expect(new Set(names.filter(([name]) => name === stack.name).map(([, arn]) => arn)).size).toBe(1);
        if (verdict !== "sleep") continue;
        expect(subject.isIdle).toBe(true);
        expect(subject.pullRequest?.state).toBe("open");
        expect(by.sleepAfter).toBeDefined();
        expect(
          typeof service === "object" && service.desiredCount > 0 && !service.autoscales && !service.isRolling,
        ).toBe(true);
      }
    }),
    RUNS,
  );
});

test("no more is removed than max-removals allows", () => {
  fc.assert(
    fc.property(account, rules, (facts, by) => {
      const plan = planSweep(facts, by);
      const removed = [
        ...plan.environments.filter(({ verdict }) => verdict === "remove").map(({ subject }) => subject.stack.name),
        ...plan.leftovers.filter(({ verdict }) => verdict === "remove").map(({ subject }) => nameFrom(subject.tags)),
      ];
      expect(new Set(removed).size).toBeLessThanOrEqual(by.maxRemovals);
    }),
    RUNS,
  );
});

test("what else is in the account changes nothing about an environment, as long as names stay apart", () => {
  fc.assert(
    fc.property(account, environment, rules, (facts, mine, given) => {
      const by = { ...given, maxRemovals: 1000 };
      const others = facts.environments.filter(({ stack }) => stack.name !== mine.stack.name);
      const alone = planSweep({ environments: [mine], leftovers: [] }, by).environments;
      const among = planSweep({ environments: [...others, mine], leftovers: facts.leftovers }, by).environments;
      expect(among.filter(({ subject }) => subject === mine)).toEqual(alone);
    }),
    RUNS,
  );
});

test("whatever is ours and clearly over does go", () => {
  let removed = 0;
  fc.assert(
    fc.property(environment, rules, (facts, given) => {
      const by = { ...given, maxRemovals: 1000, protect: [] };
      const { stack, service, pullRequest: asked } = facts;
      const isOver = ["closed", "merged", "deleted"].includes(asked?.state ?? "");
      const isAtRest = /^(CREATE|UPDATE|ROLLBACK|UPDATE_ROLLBACK)_(COMPLETE|FAILED)$/.test(stack.status);
      fc.pre(isOurs(stack.tags) && stack.name === nameFrom(stack.tags) && stack.tags[TAG.environment] !== "production");
      fc.pre(isNumbered(stack.tags) && isOver && isAtRest && !stack.hasTerminationProtection && service !== "unknown");
      expect(planSweep({ environments: [facts], leftovers: [] }, by).environments[0]?.verdict).toBe("remove");
      removed += 1;
    }),
    { ...RUNS, numRuns: 300, maxSkipsPerRun: 200 },
  );
  expect(removed).toBe(300);
});

test("a leftover of a stack that stands is not looked at twice", () => {
  fc.assert(
    fc.property(leftover, rules, (facts, by) => {
      const decision = decideLeftover(facts, new Set([nameFrom(facts.tags)]), by);
      expect(decision?.verdict ?? "keep").toBe("keep");
    }),
    RUNS,
  );
});

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** The full set: five tags that say something, and the repository's id to the letter. */
function isOurs(tags: Readonly<Record<string, string>>): boolean {
  const keys = [TAG.domain, TAG.app, TAG.environment, TAG.repository, TAG.repositoryId];
  return keys.every((key) => Object.hasOwn(tags, key) && tags[key] !== "") && tags[TAG.repositoryId] === OURS;
}

/** A pull request's number that agrees with the environment's name. */
function isNumbered({ [TAG.pullRequest]: number, [TAG.environment]: name = "" }: Readonly<Record<string, string>>) {
  return /^[1-9][0-9]{0,8}$/.test(number ?? "") && (!/^pr-[0-9]+$/.test(name) || name === `pr-${number}`);
}

function nameFrom(tags: Readonly<Record<string, string>>): string {
  const { [TAG.domain]: domain = "", [TAG.app]: app = "", [TAG.environment]: name = "" } = tags;
  return stackName("ecs-service", { domain, app, environment: name });
}

function isExpired({ stack, service }: EnvironmentFacts, { now, halfMadeAfter }: SweepRules): boolean {
  const tags = typeof service === "string" ? {} : service.tags;
  const expiry = tags[TAG.expiresAt];
  if (expiry !== undefined) return Date.parse(expiry) <= now && Date.parse(expiry) > stack.createdAt;
  const isRunning = typeof service === "object" && service.desiredCount + service.runningCount > 0;
  return !isRunning && stack.createdAt + halfMadeAfter < now && (stack.updatedAt ?? 0) + halfMadeAfter < now;
}
