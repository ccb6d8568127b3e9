import type { Request } from "../inputs/request.js";
import { ActionError } from "../lib/errors.js";
import type { StackId } from "../plan/names.js";
import { decideStack, isFixed, type Observed, type ServiceState } from "../plan/plan.js";
import { choosePriority } from "../plan/priority.js";
import {
  FINGERPRINT,
  fingerprint,
  needs,
  OWNED_PARAMETERS,
  resolveParameters,
  type StackSpec,
  type StackState,
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
import { lookAtService } from "./observe.js";
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
 * @throws ActionError StackFailed, NotOurs, and what the stacks' operations and `roll` throw
 */
export async function applyStacks(
  world: World,
  request: Request,
  specs: readonly StackSpec[],
  observed: Observed,
  roll: (stacks: AppliedStacks, signal: AbortSignal) => Promise<void>,
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
    await Promise.allSettled([...started.values(), rolled]);
    throw error;
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
    return await applyStack({ world, stackWorld, request, spec, parameters, found: observed.stacks[spec.id] });
  }
}

interface Turn {
  readonly world: World;
  readonly stackWorld: StackWorld;
  readonly request: Request;
  readonly spec: StackSpec;
  readonly parameters: Readonly<Record<string, string>>;
  readonly found: StackState | undefined;
}

async function applyStack(turn: Turn): Promise<AppliedStack> {
  const { world, stackWorld, request, spec, parameters } = turn;
  let state = turn.found;
  for (;;) {
    stackWorld.signal.throwIfAborted();
    const { action, reason } = decideStack(spec, state, { parameters, fixed: isFixed(spec.id, request) });
    const again = async () => await describeStack(stackWorld.client, state?.arn ?? spec.name, stackWorld.signal);
    if (action === "unchanged" && state) return { state, change: "unchanged" };
    world.log.change(spec.id, `${action}: ${reason}`);
    switch (action) {
      case "create": {
        const created = await world.timeline.measure("stacks", spec.id, async () =>
          createStack(stackWorld, spec, await complete(turn, undefined)),
        );
        if (created) return { state: created, change: "created" };
        // Another run has just created it: look, then decide anew.
        state = await describeStack(stackWorld.client, spec.name, stackWorld.signal);
        break;
      }
      case "recreate":
        if (state) await deleteStack(stackWorld, spec, state);
        state = undefined;
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
        const updated = await world.timeline.measure("stacks", spec.id, () => update(turn, before));
        return { state: updated.state, change: updated.changed ? "updated" : "unchanged" };
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
  const { world, stackWorld, spec } = turn;
  if (spec.id !== "ecs-service") return await updateStack(stackWorld, spec, state, await complete(turn, state));
  const service = await lookAtService(world, state, turn.parameters.ClusterName);
  const running = service ? ownedParameters(service) : {};
  const behind = Object.entries(running).filter(([name, value]) => state.parameters[name] !== value);
  let level = state;
  if (behind.length > 0) {
    world.log.change(
      spec.id,
      `bringing the stack level with what runs: ${behind.map(([name, value]) => `${name}=${value}`).join(", ")}`,
    );
    level = await setParameters(stackWorld, spec, state, running);
  }
  return await updateStack(stackWorld, spec, level, { ...(await complete(turn, level)), ...running });
}

/** What runs, as the parameters of the stack that remember it. */
function ownedParameters(service: ServiceState): Record<(typeof OWNED_PARAMETERS)[number], string> {
  return {
    TaskDefinition: service.taskDefinitionArn,
    DesiredCount: String(service.desiredCount),
    ContainerPort: String(service.containerPort ?? ""),
  };
}

/** The parameters with the fingerprint and, for an environment, what it keeps or gets at its creation. */
async function complete(turn: Turn, state: StackState | undefined): Promise<Record<string, string>> {
  const { spec, parameters, request } = turn;
  const marked = { ...parameters, [FINGERPRINT]: fingerprint(spec, parameters) };
  if (spec.id !== "ecs-service") return marked;
  if (state)
    return {
      ...marked,
      RulePriority: state.parameters.RulePriority ?? "",
      ...Object.fromEntries(OWNED_PARAMETERS.map((name) => [name, state.parameters[name] ?? ""])),
    };
  return {
    ...marked,
    RulePriority: await freePriority(turn),
    TaskDefinition: "",
    DesiredCount: "0",
    ContainerPort: String(request.container.port),
  };
}

async function freePriority({ world, stackWorld, parameters, request }: Turn): Promise<string> {
  const [{ paginateDescribeRules }, client] = await Promise.all([
    import("@aws-sdk/client-elastic-load-balancing-v2"),
    world.clients.loadBalancing(),
  ]);
  const taken = new Set<number>();
  for await (const { Rules } of paginateDescribeRules(
    { client },
    { ListenerArn: parameters.HttpsListenerArn },
    { abortSignal: stackWorld.signal },
  ))
    for (const { Priority } of Rules ?? []) taken.add(Number(Priority));
  const priority = choosePriority(request.host, taken);
  if (!priority) throw new ActionError("NoPriority", "Every rule priority on the load balancer's listener is taken.");
  return String(priority);
}
