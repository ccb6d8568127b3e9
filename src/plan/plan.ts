import type { TaskDefinition } from "@aws-sdk/client-ecs";
import type { Request } from "../inputs/request.js";
import { PLATFORM_STACKS, type StackId, TAG } from "./names.js";
import { isSameRevision, type Revision, type RevisionOutputs, renderRevision } from "./revision.js";
import {
  FINGERPRINT,
  fingerprint,
  needs,
  OWNED_PARAMETERS,
  resolveParameters,
  type StackSpec,
  type StackState,
} from "./stacks.js";
import { standing } from "./statuses.js";

/** What was found in AWS; reads only. */
export interface Observed {
  readonly account: { readonly accountId: string; readonly region: string };
  readonly stacks: Partial<Readonly<Record<StackId, StackState>>>;
  /** The environment's ECS service, if its stack stands. */
  readonly service?: ServiceState;
}

export interface ServiceState {
  readonly cluster: string;
  readonly name: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly containerPort: number | undefined;
  /** The revision that the service is set to. */
  readonly taskDefinitionArn: string;
  readonly taskDefinition: TaskDefinition | undefined;
  /** The revision of the newest deployment that was completed and has tasks. */
  readonly servingTaskDefinitionArn?: string | undefined;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  /** The newest deployment, the one that ECS calls PRIMARY. */
  readonly deployment:
    | {
        readonly id: string;
        readonly rolloutState: string;
        /** The name of the capacity provider that its tasks were started with; of several, joined with commas. */
        readonly capacity?: string | undefined;
      }
    | undefined;
}

export type StackAction = "create" | "recreate" | "update" | "unchanged" | "wait" | "continue rollback" | "refuse";

export interface StackStep {
  readonly id: StackId;
  readonly name: string;
  readonly action: StackAction;
  readonly reason: string;
}

export interface Plan {
  readonly stacks: readonly StackStep[];
  readonly revision: { readonly action: "register" | "reuse"; readonly family: string; readonly definition?: Revision };
  readonly rollout: {
    readonly needed: boolean;
    readonly reason: string;
    readonly from?: string;
    readonly desiredCount: number;
  };
}

/** What to do with one stack. Pure; asked when the plan is made and again when the stack's turn comes. */
export function decideStack(
  spec: StackSpec,
  state: StackState | undefined,
  { parameters, fixed }: { parameters: Readonly<Record<string, string>> | undefined; fixed: boolean },
): Omit<StackStep, "id" | "name"> {
  if (!state) return { action: "create", reason: "there is none" };
  const domain = spec.tags.find(({ key }) => key === TAG.domain)?.value;
  // A stack that only waits for its first change set shows no tags yet. It holds nothing, and its name is one of ours.
  const isBlank = standing(state.status) === "unborn" && Object.keys(state.tags).length === 0;
  if (state.tags[TAG.domain] !== domain && !isBlank)
    return {
      action: "refuse",
      reason: `a stack of this name stands without the tag ${TAG.domain}=${domain}: it is not ours`,
    };
  const found = standing(state.status);
  switch (found) {
    case "gone":
      return { action: "create", reason: "it was deleted" };
    case "busy":
      return { action: "wait", reason: `it is ${state.status}` };
    case "dead":
    case "unborn":
      return { action: "recreate", reason: `it is ${state.status}, from which it can only be deleted` };
    case "stuck":
    case "broken":
      if (fixed) return { action: "unchanged", reason: `it is ${state.status}, and a pull request does not mend it` };
      return { action: found === "stuck" ? "continue rollback" : "update", reason: `it is ${state.status}` };
    case "usable":
      break;
    default:
      return found satisfies never;
  }
  if (fixed) return { action: "unchanged", reason: "a pull request does not change the platform" };
  if (!parameters) return { action: "update", reason: "what it takes from another stack is not known yet" };
  if (state.outputs[FINGERPRINT] === fingerprint(spec, parameters))
    return { action: "unchanged", reason: "it is as asked for" };
  const owned: readonly string[] = OWNED_PARAMETERS;
  const changed = Object.keys(parameters).filter(
    (name) => !owned.includes(name) && parameters[name] !== state.parameters[name],
  );
  return {
    action: "update",
    reason: changed.length > 0 ? `changed: ${changed.join(", ")}` : "its template or tags have changed",
  };
}

/** A pull request's run never changes the platform: it creates what is missing and reads the rest. */
export function isFixed(id: StackId, request: Request): boolean {
  return request.origin.pullRequest !== undefined && (PLATFORM_STACKS as readonly string[]).includes(id);
}

/** (request, observed) -> what a deploy would do. Pure. */
export function makePlan(request: Request, specs: readonly StackSpec[], observed: Observed): Plan {
  const outputs = (id: StackId) => observed.stacks[id]?.outputs;
  const steps = new Map<StackId, StackStep>();
  for (const spec of specs) {
    const parameters = resolveParameters(spec, outputs);
    const step = decideStack(spec, observed.stacks[spec.id], { parameters, fixed: isFixed(spec.id, request) });
    // What stands on a stack that is made anew gets new values, so it changes as well.
    const moved = needs(spec).find((id) => ["create", "recreate"].includes(steps.get(id)?.action ?? ""));
    const follows =
      step.action === "unchanged" && moved ? { action: "update" as const, reason: `${moved} is made anew` } : {};
    steps.set(spec.id, { id: spec.id, name: spec.name, ...step, ...follows });
  }
  const service = steps.get("ecs-service");
  const definition = definitionFor(request, observed);
  const fresh = service === undefined || ["create", "recreate"].includes(service.action);
  return {
    stacks: [...steps.values()],
    ...planRollout(request, fresh ? undefined : observed.service, definition, service?.name ?? ""),
  };
}

/** Which revision, and whether the service has to move to it. Pure. */
export function planRollout(
  request: Request,
  service: ServiceState | undefined,
  definition: Revision | undefined,
  family: string,
): Pick<Plan, "revision" | "rollout"> {
  const { desiredCount } = request;
  const known = definition && { definition };
  if (!service || !definition)
    return {
      revision: { action: "register", family, ...known },
      rollout: { needed: true, reason: "first rollout", desiredCount },
    };
  const same = service.taskDefinition !== undefined && isSameRevision(definition, service.taskDefinition);
  const reasons = [
    ...(same ? [] : [`the revision differs: ${differences(definition, service.taskDefinition).join(", ")}`]),
    ...(service.desiredCount === desiredCount ? [] : [`${service.desiredCount} tasks asked for until now`]),
    ...(service.deployment?.rolloutState === "FAILED" ? ["the last rollout failed"] : []),
    ...(isOnOtherCapacity(request, service) ? [`tasks on ${service.deployment?.capacity} until now`] : []),
    ...(request.forceNewDeployment ? ["force-new-deployment"] : []),
  ];
  return {
    revision: { action: same ? "reuse" : "register", family, definition },
    rollout: {
      needed: reasons.length > 0,
      reason: reasons.join("; ") || "the service runs this revision",
      from: service.taskDefinitionArn,
      desiredCount,
    },
  };
}

/** Whether the service's tasks are on other capacity than is asked for: they stay there until new ones are started. */
export function isOnOtherCapacity({ capacity }: Request, { deployment }: ServiceState): boolean {
  return Boolean(deployment?.capacity) && deployment?.capacity !== capacity;
}

/** The capacity provider of the service's tasks; undefined for a mixture, which somebody has made by hand. */
export function onlyCapacity({ deployment }: ServiceState): string | undefined {
  const { capacity } = deployment ?? {};
  return capacity && /^\w+$/.test(capacity) ? capacity : undefined;
}

/** The stacks' outputs that a revision takes, once they stand. */
export function revisionOutputs(
  outputs: (id: StackId) => Readonly<Record<string, string>> | undefined,
  region: string,
): RevisionOutputs | undefined {
  const {
    TaskDefinitionFamily: family,
    TaskRoleArn: taskRoleArn,
    ExecutionRoleArn: executionRoleArn,
    LogGroupName: logGroup,
    UserPoolClientId: clientId,
  } = outputs("ecs-service") ?? {};
  const { UserPoolId: poolId, UserPoolDomain: prefix } = outputs("cognito") ?? {};
  const loadBalancerArn = outputs("alb")?.LoadBalancerArn;
  if (!family || !taskRoleArn || !executionRoleArn || !logGroup) return undefined;
  if (!clientId || !poolId || !prefix || !loadBalancerArn) return undefined;
  const identity = {
    LOAD_BALANCER_ARN: loadBalancerArn,
    COGNITO_CLIENT_ID: clientId,
    COGNITO_ISSUER: `https://cognito-idp.${region}.amazonaws.com/${poolId}`,
    COGNITO_DOMAIN: signInHost(prefix, region),
  };
  return { family, taskRoleArn, executionRoleArn, logGroup, region, identity };
}

/** Where the pool's sign-in pages are: below Amazon's domain, or at a domain of its own. */
export function signInHost(prefix: string, region: string): string {
  return prefix.includes(".") ? prefix : `${prefix}.auth.${region}.amazoncognito.com`;
}

function definitionFor(request: Request, observed: Observed): Revision | undefined {
  const outputs = revisionOutputs((id) => observed.stacks[id]?.outputs, observed.account.region);
  return outputs && renderRevision(request, outputs);
}

/** The names of what differs, for a reader: image, cpu, memory, environment ... Never the values. */
function differences(wanted: Revision, found: TaskDefinition | undefined): string[] {
  if (!found) return ["the running one is gone"];
  const [ours, theirs] = [wanted.containerDefinitions?.[0], found.containerDefinitions?.[0]];
  const text = (value: unknown) => JSON.stringify(value ?? null);
  const sorted = (list: readonly { name?: string | undefined }[] | undefined) =>
    text([...(list ?? [])].sort((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1)));
  const pairs: readonly [string, string, string][] = [
    ["image", text(ours?.image), text(theirs?.image)],
    ["cpu", text(wanted.cpu), text(found.cpu)],
    ["memory", text(wanted.memory), text(found.memory)],
    ["cpu-architecture", text(wanted.runtimePlatform?.cpuArchitecture), text(found.runtimePlatform?.cpuArchitecture)],
    ["container-port", text(ours?.portMappings?.[0]?.containerPort), text(theirs?.portMappings?.[0]?.containerPort)],
    ["environment-variables", sorted(ours?.environment), sorted(theirs?.environment)],
    ["secrets", sorted(ours?.secrets), sorted(theirs?.secrets)],
    ["command", text(ours?.command ?? []), text(theirs?.command ?? [])],
    ["roles", text([wanted.taskRoleArn, wanted.executionRoleArn]), text([found.taskRoleArn, found.executionRoleArn])],
  ];
  const names = pairs.filter(([, a, b]) => a !== b).map(([name]) => name);
  return names.length > 0 ? names : ["settings"];
}
