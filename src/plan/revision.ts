import type { RegisterTaskDefinitionCommandInput, TaskDefinition } from "@aws-sdk/client-ecs";
import type { Request } from "../inputs/request.js";
import { CONTAINER_NAME } from "./names.js";

/** The stack outputs that a revision takes. */
export interface RevisionOutputs {
  readonly family: string;
  readonly taskRoleArn: string;
  readonly executionRoleArn: string;
  readonly logGroup: string;
  readonly region: string;
  /** What the app has to hold `x-amzn-oidc-data` against, to know whom the load balancer has signed in. */
  readonly identity: { readonly [name: string]: string };
}

export type Revision = Omit<RegisterTaskDefinitionCommandInput, "tags">;

/** Seconds between SIGTERM and SIGKILL: time to finish what runs, without holding a rollout up (Fargate: 2 to 120). */
const STOP_TIMEOUT = 30;

/** The task definition that a request stands for. */
export function renderRevision({ container }: Request, outputs: RevisionOutputs): Revision {
  return {
    family: outputs.family,
    taskRoleArn: outputs.taskRoleArn,
    executionRoleArn: outputs.executionRoleArn,
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: String(container.cpu),
    memory: String(container.memory),
    runtimePlatform: { cpuArchitecture: container.architecture, operatingSystemFamily: "LINUX" },
    containerDefinitions: [
      {
        name: CONTAINER_NAME,
        image: container.image,
        essential: true,
        portMappings: [{ containerPort: container.port, protocol: "tcp" }],
        environment: withIdentity(container.environment, outputs.identity),
        secrets: [...container.secrets],
        ...(container.command && { command: [...container.command] }),
        stopTimeout: STOP_TIMEOUT,
        logConfiguration: {
          logDriver: "awslogs",
          options: {
            "awslogs-group": outputs.logGroup,
            "awslogs-region": outputs.region,
            "awslogs-stream-prefix": CONTAINER_NAME,
          },
        },
      },
    ],
  };
}

/** The request's own variables win over those that we add. */
function withIdentity(own: Request["container"]["environment"], identity: RevisionOutputs["identity"]) {
  const taken = new Set(own.map(({ name }) => name));
  const added = Object.entries(identity).map(([name, value]) => ({ name, value }));
  return [...own, ...added.filter(({ name }) => !taken.has(name))];
}

/**
 * Whether a described revision is the same as a rendered one. ECS adds members of its own and fills in defaults,
 * so only what we write is compared; a container or a member of ours that somebody removed by hand shows as well.
 */
export function isSameRevision(revision: Revision, described: TaskDefinition): boolean {
  if (described.status !== undefined && described.status !== "ACTIVE") return false;
  const [ours, theirs] = [revision.containerDefinitions ?? [], described.containerDefinitions ?? []];
  if (ours.length !== theirs.length || (described.volumes?.length ?? 0) > 0) return false;
  // A command that is no longer asked for, which a comparison of our members alone would not see.
  if (ours.some((container, index) => !container.command && (theirs[index]?.command?.length ?? 0) > 0)) return false;
  return contains(described, revision);
}

/** Whether everything in `part` is in `whole`; lists must match in length, those of named things in any order. */
function contains(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    if (!Array.isArray(whole)) return part.length === 0 && whole === undefined;
    if (whole.length !== part.length) return false;
    const [sortedWhole, sortedPart] = [byName(whole), byName(part)];
    return sortedPart.every((item, index) => contains(sortedWhole[index], item));
  }
  if (typeof part === "object" && part !== null) {
    if (typeof whole !== "object" || whole === null) return false;
    return Object.entries(part).every(([key, value]) => contains((whole as Record<string, unknown>)[key], value));
  }
  return whole === part;
}

function byName(list: readonly unknown[]): readonly unknown[] {
  const name = (item: unknown) =>
    typeof item === "object" && item !== null && "name" in item && typeof item.name === "string"
      ? item.name
      : undefined;
  if (list.some((item) => name(item) === undefined)) return list;
  return [...list].sort((a, b) => ((name(a) ?? "") < (name(b) ?? "") ? -1 : 1));
}
