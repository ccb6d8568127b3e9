import { type Identity, looksLikeEnvironment, prove } from "./identity.js";
import { stackName, TAG } from "./names.js";
import { type Standing, standing } from "./statuses.js";
import {
  asleepSince,
  type EnvironmentFacts,
  type LeftoverFacts,
  matches,
  maySleep,
  type PullRequestFacts,
  readExpiry,
  readTime,
  type SweepRules,
  type Tags,
} from "./sweep-facts.js";

/** `mark` and `unmark`: the first of the two steps in which an orphan without a pull request goes. */
export type Verdict = "remove" | "mark" | "unmark" | "sleep" | "keep";

interface Ruling {
  readonly verdict: Verdict;
  /** Why, as the rest of a sentence that begins with the name. */
  readonly reason: string;
}

export interface Decision<T = unknown> extends Ruling {
  readonly subject: T;
  /** Absent where the tags do not prove one. */
  readonly identity?: Identity;
}

export interface SweepPlan<E extends EnvironmentFacts = EnvironmentFacts, L extends LeftoverFacts = LeftoverFacts> {
  readonly environments: readonly Decision<E>[];
  readonly leftovers: readonly Decision<L>[];
}

/**
 * What is to become of everything that looks like ours. Pure; whatever is in doubt stays. What has nothing to do with us
 * is left out.
 */
export function planSweep<E extends EnvironmentFacts, L extends LeftoverFacts>(
  { environments, leftovers }: { environments: readonly E[]; leftovers: readonly L[] },
  rules: SweepRules,
): SweepPlan<E, L> {
  // A stack that moves from one page to the next while the pages are read is listed twice.
  const unique = [...new Map(environments.map((facts) => [facts.stack.arn, facts])).values()];
  const names = unique.map(({ stack }) => stack.name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  const decided = unique.flatMap((facts) => {
    const decision = decideEnvironment(facts, rules);
    if (decision === undefined || !twice.has(facts.stack.name)) return decision ?? [];
    return { ...decision, ...keep("has a name that stands in the list of stacks twice") };
  });
  const left = leftovers.flatMap((facts) => decideLeftover(facts, new Set(names), rules) ?? []);
  return bound({ environments: decided, leftovers: together(left) }, rules.maxRemovals);
}

/** One environment; undefined for a stack that has nothing to do with us. Asked again right before it is removed. */
export function decideEnvironment<E extends EnvironmentFacts>(facts: E, rules: SweepRules): Decision<E> | undefined {
  const { stack } = facts;
  const proof = prove(stack.tags, rules.repositoryId, (name) => name === stack.name);
  if (proof.proof === "none")
    return looksLikeEnvironment(stack.name)
      ? { ...keep("has the name of an environment and not its tags"), subject: facts }
      : undefined;
  if (proof.proof !== "ours") return { ...keep(proof.reason), subject: facts };
  const { identity } = proof;
  return { ...ruleEnvironment(facts, identity, rules), subject: facts, identity };
}

function ruleEnvironment(facts: EnvironmentFacts, identity: Identity, rules: SweepRules): Ruling {
  const { stack, service, pullRequest } = facts;
  const shield = protection(identity, rules.protect);
  if (shield) return keep(shield);
  if (stack.hasTerminationProtection) return keep("has termination protection");
  const found = standingOf(stack.status);
  if (found === undefined) return keep(`is ${stack.status}, a status that this version does not know`);
  if (found === "busy" || found === "gone") return keep(`is ${stack.status}`);
  if (service === "unknown") return keep("has a service that could not be looked at");

  const tags = service === "none" ? {} : service.tags;
  const expiry = readExpiry(stack, tags);
  const expired = expiry.at !== undefined && expiry.at <= rules.now ? `expired at ${iso(expiry.at)}` : undefined;
  const halfMade = TAG.expiresAt in tags ? undefined : halfMadeSince(facts, found);
  const overdue =
    halfMade !== undefined && rules.now - halfMade > rules.halfMadeAfter
      ? `was never finished, and nothing has happened to it since ${iso(halfMade)}`
      : undefined;
  const until = expiry.at === undefined ? expiry.reason : `expires at ${iso(expiry.at)}`;
  const number = identity.pullRequest;
  if (number !== undefined) {
    const closed = gone(number, pullRequest);
    if (closed) return remove(closed);
    if (pullRequest?.state !== "open") return keep(unknown(pullRequest));
    if (expired ?? overdue) return remove(`${expired ?? overdue}`);
    const stays = `its pull request ${number} is open and it ${until}`;
    return halfMade === undefined ? sleepOrKeep(facts, rules, stays) : keep(`${stays}; it is not finished yet`);
  }
  if (expired) return remove(expired);
  if (!overdue || halfMade === undefined) return unmarkOrKeep(tags, `belongs to no pull request and ${until}`);
  if (service !== "none") return inTwoSteps({ tags, since: halfMade, why: overdue }, rules.now);
  // What holds nothing has nowhere to put a mark, and nothing to lose.
  return stack.status === "ROLLBACK_COMPLETE" || stack.status === "REVIEW_IN_PROGRESS"
    ? remove(`${overdue}, and it holds nothing`)
    : keep(`${overdue}, but has no service that could be marked: remove it with the teardown action`);
}

/**
 * One leftover; undefined for what has nothing to do with us, or whose stack stands.
 *
 * @param standing the names of all stacks
 */
export function decideLeftover<L extends LeftoverFacts>(
  facts: L,
  standing: ReadonlySet<string>,
  rules: SweepRules,
): Decision<L> | undefined {
  const { kind, name, tags, pullRequest } = facts;
  const proof = prove(tags, rules.repositoryId, (stack) => {
    if (kind === "task definitions") return name === stack;
    // CloudFormation names a log group after stack and resource; a rule's ARN tells nothing.
    return kind === "listener rule" || name.startsWith(`${stack}-LogGroup-`);
  });
  if (proof.proof === "none") return undefined;
  if (proof.proof !== "ours") return { ...keep(proof.reason), subject: facts };
  const { identity } = proof;
  const stack = stackName("ecs-service", identity);
  if (standing.has(stack)) return undefined;
  const rule = (): Ruling => {
    const shield = protection(identity, rules.protect);
    if (shield) return keep(shield);
    if (TAG.kept in tags) return keep("was kept on purpose when its environment was removed");
    const orphan = `its stack ${stack} is gone`;
    const number = identity.pullRequest;
    if (number === undefined) return inTwoSteps({ tags, since: 0, why: orphan }, rules.now);
    const closed = gone(number, pullRequest);
    if (closed) return remove(`${orphan} and ${closed}`);
    return keep(pullRequest?.state === "open" ? `its pull request ${number} is open` : unknown(pullRequest));
  };
  return { ...rule(), subject: facts, identity };
}

/** Why an environment is never touched, or undefined. */
function protection({ app, environment }: Identity, protect: readonly string[]): string | undefined {
  if (environment === "production") return "is production, which is never swept";
  const pattern = protect.find((glob) => matches(glob, glob.includes("/") ? `${app}/${environment}` : environment));
  return pattern === undefined ? undefined : `is protected (${pattern})`;
}

/** Why nobody needs a pull request's environment any more, or undefined. */
function gone(number: number, facts: PullRequestFacts | undefined): string | undefined {
  switch (facts?.state) {
    case "closed":
    case "merged":
    case "deleted":
      return `its pull request ${number} is ${facts.state}`;
    case "open":
      return facts.headBranch === "gone" ? `the head branch of its pull request ${number} is gone` : undefined;
    default:
      return undefined;
  }
}

function unknown(facts: PullRequestFacts | undefined): string {
  return facts?.state === "unknown" ? facts.reason : "GitHub was not asked about its pull request";
}

/**
 * Since when nothing has happened to an environment that is half made: its stack failed, or no rollout was ever begun.
 * Undefined for any other, for what runs, and for what is not known well enough.
 */
function halfMadeSince({ stack, service }: EnvironmentFacts, found: Standing): number | undefined {
  const last = Math.max(stack.createdAt, stack.updatedAt ?? 0);
  const failed = found === "dead" || found === "unborn";
  if (service === "unknown") return undefined;
  if (service === "none") return failed ? last : undefined;
  if (service.desiredCount > 0 || service.runningCount > 0) return undefined;
  const rolled = [TAG.startedAt, TAG.deployedAt, TAG.asleepSince].some((key) => key in service.tags);
  return rolled && !failed ? undefined : Math.max(last, service.activeAt, readTime(service.tags[TAG.startedAt]) ?? 0);
}

/** First a mark that everybody can see; a later run removes what still has it, if nothing has happened since. */
function inTwoSteps({ tags, since, why }: { tags: Tags; since: number; why: string }, now: number): Ruling {
  const mark = readTime(tags[TAG.orphanedAt]);
  if (mark === undefined || mark < since)
    return { verdict: "mark", reason: `${why}; it belongs to no pull request, so it is marked and goes next time` };
  // A mark from the future is a wrong clock's, this one's or that one's.
  if (mark >= now) return keep(`${why}, and its mark is from the future`);
  return remove(`${why}; marked at ${iso(mark)}`);
}

function unmarkOrKeep(tags: Tags, why: string): Ruling {
  return TAG.orphanedAt in tags ? { verdict: "unmark", reason: `${why}: it is no orphan any more` } : keep(why);
}

/** A preview that stays, awake or not. */
function sleepOrKeep({ service, isIdle }: EnvironmentFacts, rules: SweepRules, why: string): Ruling {
  if (service === "none" || service === "unknown") return keep(`${why}; it has no service`);
  const asleep = asleepSince(service);
  if (asleep !== undefined) return keep(`${why}; asleep since ${iso(asleep)}`);
  if (!maySleep(service, rules)) return unmarkOrKeep(service.tags, why);
  if (isIdle === undefined) return keep(`${why}; CloudWatch does not tell whether anybody uses it`);
  const minutes = Math.round((rules.sleepAfter ?? 0) / 60_000);
  return isIdle ? { verdict: "sleep", reason: `nobody has asked for it in ${minutes} minutes` } : keep(why);
}

/** What is left of one environment goes at once, when all of it may. */
function together<L>(leftovers: readonly Decision<L>[]): Decision<L>[] {
  const waiting = new Set(leftovers.filter(({ verdict }) => verdict === "mark").map(nameOf));
  return leftovers.map((decision) =>
    decision.verdict === "remove" && waiting.has(nameOf(decision))
      ? { ...decision, ...keep(`${decision.reason}; goes with the rest of ${nameOf(decision)}`) }
      : decision,
  );
}

/** No more than `most` removals: the oldest environments first, then what is left of others, each counted once. */
function bound<E extends EnvironmentFacts, L extends LeftoverFacts>(
  { environments, leftovers }: SweepPlan<E, L>,
  most: number,
): SweepPlan<E, L> {
  const oldest = environments
    .filter(({ verdict }) => verdict === "remove")
    .sort((a, b) => a.subject.stack.createdAt - b.subject.stack.createdAt);
  const chosen = new Set(oldest.slice(0, most));
  const names = new Set(leftovers.filter(({ verdict }) => verdict === "remove").map(nameOf));
  const allowed = new Set([...names].slice(0, most - chosen.size));
  const hold = <T extends Decision>(decision: T, isChosen: boolean): T =>
    decision.verdict !== "remove" || isChosen
      ? decision
      : { ...decision, ...keep(`${decision.reason}, but ${most} others go first (max-removals)`) };
  return {
    environments: environments.map((decision) => hold(decision, chosen.has(decision))),
    leftovers: leftovers.map((decision) => hold(decision, allowed.has(nameOf(decision)))),
  };
}

/** The name of the stack that a decision's environment has or had. */
function nameOf({ identity }: Decision): string {
  return identity ? stackName("ecs-service", identity) : "";
}

function remove(reason: string): Ruling {
  return { verdict: "remove", reason };
}

function keep(reason: string): Ruling {
  return { verdict: "keep", reason };
}

function standingOf(status: string): Standing | undefined {
  try {
    return standing(status);
  } catch {
    // A status that CloudFormation has learned since.
    return undefined;
  }
}

function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}
