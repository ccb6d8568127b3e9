import type { Change } from "@aws-sdk/client-cloudformation";
import type { Request } from "../inputs/request.js";
import { ActionError } from "../lib/errors.js";
import type { StackId } from "../plan/names.js";
import { decideStack, isFixed, type Observed, onlyCapacity, type ServiceState } from "../plan/plan.js";
import { choosePriority, choosePriorityBelow } from "../plan/priority.js";
import {
  FINGERPRINT,
  fingerprint,
  needs,
  newPublicRules,
  type OWNED_PARAMETERS,
  resolveParameters,
  type StackSpec,
  type StackState,
  updateParameters,
} from "../plan/stacks.js";
import {
  continueRollback,
  createStack,
  deleteStack,
  type StackWorld,
  setParameters,
  updateStack,
  waitForStack,
} from "../stacks/apply.js";
import { describeStack } from "../stacks/describe.js";
import { fullQuota } from "../stacks/head-room.js";
import { lookAtService } from "./observe.js";
import type { PreviewWatch } from "./preview-watch.js";
import { noRoom } from "./require-room.js";
import { reviewChanges, reviewDeletion } from "./review-changes.js";
import type { World } from "./world.js";

export interface AppliedStack {
  readonly state: StackState;
  readonly change: "created" | "updated" | "unchanged";
}

export type AppliedStacks = ReadonlyMap<StackId, AppliedStack>;

/** A rollout needs no names: they may still be on their way to Route 53's servers while tasks start. */
const NOT_FOR_ROLLOUT: readonly StackId[] = ["dns"];

/**
 * Makes every stack what its spec says: each starts as soon as the stacks whose outputs it takes are there, so
 * independent ones run side by side. The first failure ends the wait for all of them.
 *
 * @param roll what to do as soon as all that a rollout needs is there; its signal is aborted when a stack fails
 * @param watch is asked before the environment's stack is touched
 * @throws ActionError StackFailed, NotOurs, and what the stacks' operations, `roll` and `watch` throw
 */
export async function applyStacks(
  world: World,
  request: Request,
  specs: readonly StackSpec[],
  observed: Observed,
  {
    roll,
    watch,
  }: { roll: (stacks: AppliedStacks, signal: AbortSignal) => Promise<void>; watch: PreviewWatch | undefined },
): Promise<AppliedStacks> {
  const failed = new AbortController();
  const signal = AbortSignal.any([world.signal, failed.signal]);
  const client = await world.clients.cloudFormation();
  const stackWorld: StackWorld = { client, log: world.log, clock: world.clock, signal };
  const started = new Map<StackId, Promise<AppliedStack>>();
  for (const spec of specs) started.set(spec.id, afterNeeds(spec));
  const rolled = rollWhenReady();
  try {
    await Promise.all([...started.values(), rolled]);
  } catch (error) {
    failed.abort(error);
    // Nothing keeps polling behind the back of the report.
    const [rollout] = await Promise.allSettled([rolled, ...started.values()]);
    // Of several that were stopped at once, the rollout has the most to say.
    throw rollout.status === "rejected" && world.signal.aborted ? rollout.reason : error;
  }
  return await settled([...started.keys()]);

  async function rollWhenReady(): Promise<void> {
    await roll(await settled([...started.keys()].filter((id) => !NOT_FOR_ROLLOUT.includes(id))), signal);
  }

  async function settled(ids: readonly StackId[]): Promise<AppliedStacks> {
    const stacks = await Promise.all(ids.map((id) => started.get(id)));
    return new Map(stacks.flatMap((stack, index) => (stack ? [[ids[index] as StackId, stack]] : [])));
  }

  async function afterNeeds(spec: StackSpec): Promise<AppliedStack> {
    // Specs come after what they need, so all of these have been started.
    const needed = await Promise.all(needs(spec).map(async (id) => [id, await started.get(id)] as const));
    const outputs = new Map(needed.map(([id, stack]) => [id, stack?.state.outputs]));
    const parameters = resolveParameters(spec, (id) => outputs.get(id));
    if (!parameters)
      throw new ActionError(
        "OutputMissing",
        `The ${spec.id} stack takes an output that ${needs(spec).join(", ")} do not give.`,
      );
    if (spec.id === "ecs-cluster" && !observed.stacks[spec.id]) {
      const [{ makeServiceRole }, iam] = await Promise.all([import("../stacks/service-role.js"), world.clients.iam()]);
      if (await makeServiceRole(iam, signal)) {
        world.log.change(spec.id, "after the VPC, for ECS's own role was made in this account just now");
        await started.get("vpc");
      }
    }
    return await applyStack({ world, stackWorld, request, spec, parameters, found: observed.stacks[spec.id], watch });
  }
}

interface Turn {
  readonly world: World;
  readonly stackWorld: StackWorld;
  readonly request: Request;
  readonly spec: StackSpec;
  readonly parameters: Readonly<Record<string, string>>;
  readonly found: StackState | undefined;
  readonly watch: PreviewWatch | undefined;
}

async function applyStack(turn: Turn): Promise<AppliedStack> {
  const { world, stackWorld, request, spec, parameters } = turn;
  let state = turn.found;
  let clashes = 0;
  let early = 0;
  for (;;) {
    stackWorld.signal.throwIfAborted();
    const { action, reason } = decideStack(spec, state, { parameters, fixed: isFixed(spec.id, request) });
    const again = async () => await describeStack(stackWorld.client, state?.arn ?? spec.name, stackWorld.signal);
    // Somebody else is at work on the stack: what is seen of that may be a moment old.
    const anew = async (nameOrArn = state?.arn ?? spec.name) => {
      await stackWorld.clock.sleep(1000, stackWorld.signal);
      return await describeStack(stackWorld.client, nameOrArn, stackWorld.signal);
    };
    // Two environments that are changed at once may choose the same priority; the slower one chooses again.
    const whenTaken = (error: unknown) => {
      if (!isPriorityTaken(error) || ++clashes > PRIORITY_TRIES) throw error;
      world.log.change(spec.id, `its rule's priority was taken meanwhile; choosing another (try ${clashes + 1})`);
      return undefined;
    };
    // Where ECS makes its own role with the first cluster, that cluster fails until ECS can use it. Then it is made again.
    const whenTooEarly = (error: unknown) => {
      if (!isRoleTooNew(error) || ++early > ROLE_TRIES) throw error;
      world.log.change(spec.id, `AWS has only just made the role that it needs; creating it again (try ${early + 1})`);
      return undefined;
    };
    if (action === "unchanged" && state) return { state, change: "unchanged" };
    world.log.change(spec.id, `${action}: ${reason}`);
    if (action !== "wait" && action !== "refuse" && spec.id === "ecs-service") await turn.watch?.check(state);
    switch (action) {
      case "create": {
        const created = await world.timeline
          .measure("stacks", spec.id, async () => {
            const completed = await complete(turn);
            turn.watch?.noteMade();
            return await createStack(stackWorld, spec, completed);
          })
          .catch(whenTaken)
          .catch(whenTooEarly);
        if (created) return { state: created, change: "created" };
        // Another run has just created it, or it has to be made again: look, then decide anew.
        state = await anew(spec.name);
        break;
      }
      case "recreate":
        if (state) await reviewDeletion(stackWorld, request, spec, state);
        state = !state || (await deleteStack(stackWorld, spec, state)) ? undefined : await anew();
        break;
      case "wait":
        if (state) await waitForStack(stackWorld, spec, state);
        state = await again();
        break;
      case "continue rollback":
        if (state) await continueRollback(stackWorld, spec, state);
        state = await again();
        break;
      case "update": {
        if (!state) throw new Error(`nothing to update for ${spec.name}`);
        const before = state;
        turn.watch?.noteMade();
        const updated = await world.timeline.measure("stacks", spec.id, () => update(turn, before)).catch(whenTaken);
        if (updated) return { state: updated.state, change: updated.changed ? "updated" : "unchanged" };
        state = await anew();
        break;
      }
      case "refuse":
        throw new ActionError("NotOurs", `The stack ${spec.name} is in the way: ${reason}.`, {
          hint: "Rename or remove that stack, or choose another domain, app or environment.",
        });
      case "unchanged":
        throw new Error(`${spec.name} is unchanged and absent at once`);
      default:
        action satisfies never;
    }
  }
}

/** An update of the environment's stack never changes what runs: the stack is brought level first. */
async function update(turn: Turn, state: StackState) {
  const { world, stackWorld, request, spec, parameters } = turn;
  const review = (changes: readonly Change[]) => reviewChanges(world, request, spec, changes);
  if (spec.id !== "ecs-service")
    return await updateStack(stackWorld, spec, state, updateParameters(spec, parameters, state), review);
  const service = await lookAtService(world, state, turn.parameters.ClusterName);
  if (service && state.parameters.HealthCheckPath !== turn.parameters.HealthCheckPath)
    world.log.info(
      `health-check-path changes from ${state.parameters.HealthCheckPath} to ${turn.parameters.HealthCheckPath} for the version that runs as well: one that does not answer 200 there is stopped.`,
    );
  const running = service ? ownedParameters(service) : {};
  const behind = Object.entries(running).filter(([name, value]) => state.parameters[name] !== value);
  let level: StackState | undefined = state;
  if (behind.length > 0) {
    world.log.change(
      spec.id,
      `bringing the stack level with what runs: ${behind.map(([name, value]) => `${name}=${value}`).join(", ")}`,
    );
    level = await setParameters(stackWorld, spec, state, running);
    if (!level) return undefined;
  }
  return await updateStack(
    stackWorld,
    spec,
    level,
    { ...updateParameters(spec, parameters, level), ...(await choosePriorities(turn, level)), ...running },
    review,
  );
}

/** What runs, as the parameters of the stack that remember it. */
function ownedParameters(service: ServiceState): Partial<Record<(typeof OWNED_PARAMETERS)[number], string>> {
  const capacity = onlyCapacity(service);
  return {
    TaskDefinition: service.taskDefinitionArn,
    DesiredCount: String(service.desiredCount),
    ContainerPort: String(service.containerPort ?? ""),
    // A mixture has no place in the stack.
    ...(capacity && { CapacityProvider: capacity }),
  };
}

/** The parameters with the fingerprint and, for an environment, what it gets at its creation. */
async function complete(turn: Turn): Promise<Record<string, string>> {
  const { spec, parameters, request } = turn;
  const marked = { ...parameters, [FINGERPRINT]: fingerprint(spec, parameters) };
  if (spec.id !== "ecs-service") return marked;
  return {
    ...marked,
    ...(await choosePriorities(turn)),
    TaskDefinition: "",
    DesiredCount: "0",
    ContainerPort: String(request.container.port),
  };
}

/** How often a stack is made anew that needs a role which AWS has made a moment before; each try takes some 20 s. */
const ROLE_TRIES = 3;

/** https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/818 */
function isRoleTooNew(error: unknown): boolean {
  return error instanceof ActionError && /Unable to assume the service linked role/i.test(error.message);
}

/** How often a priority is chosen anew when another environment was quicker. */
const PRIORITY_TRIES = 5;

/** ELBv2's PriorityInUse reaches us as the reason of a failed resource, in CloudFormation's words alone. */
function isPriorityTaken(error: unknown): boolean {
  return (
    error instanceof ActionError &&
    error.code === "StackFailed" &&
    /priority \S+ is currently in use|PriorityInUse/i.test(error.message)
  );
}

/**
 * Priorities for the rules that an environment is about to get: its own, and those of its public paths, which are asked
 * before it.
 *
 * @param state absent: the stack is going to be created
 */
async function choosePriorities(turn: Turn, state?: StackState): Promise<Record<string, string>> {
  const { world, stackWorld, parameters, request } = turn;
  const publicRules = newPublicRules(parameters, state);
  if (state && publicRules.length === 0) return {};
  const [{ listRules }, elb] = await Promise.all([import("../service/rules.js"), world.clients.loadBalancing()]);
  const rules = await listRules(elb, parameters.HttpsListenerArn ?? "", stackWorld.signal);
  const quota = await fullQuota(elb, rules, stackWorld.signal);
  if (quota) throw noRoom(state ? undefined : request.preview, quota);
  const taken = new Set(rules.map(({ Priority }) => Number(Priority)));
  const take = (priority: number | undefined): number => {
    if (!priority)
      throw new ActionError(
        "NoPriority",
        "Every rule priority on the load balancer's listener that would do is taken.",
      );
    taken.add(priority);
    return priority;
  };
  const own = state ? Number(state.parameters.RulePriority) : take(choosePriority(request.host, taken));
  return {
    ...(!state && { RulePriority: String(own) }),
    ...Object.fromEntries(
      publicRules.map(({ priority }) => [priority, String(take(choosePriorityBelow(own, taken)))] as const),
    ),
  };
}
