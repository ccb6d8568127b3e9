import { randomUUID } from "node:crypto";
import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import type { Log } from "../lib/log.js";
import type { Clock } from "../lib/poll.js";
import type { StackSpec } from "../plan/stacks.js";

/** What the work on a stack needs. */
export interface StackWorld {
  readonly client: CloudFormationClient;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Roles have generated names, so no template needs more than this. */
export const CAPABILITIES = ["CAPABILITY_IAM" as const];

/** How the token of a deletion begins by which a deploy makes room for the same stack: no tombstone. */
export const RECREATION = "ecs-cognito-deploy-recreate-";

/** Marks the events of one operation; 1 to 128 characters. */
export function requestToken(prefix = "ecs-cognito-deploy-"): string {
  return `${prefix}${randomUUID()}`;
}

export function parameterList(parameters: Readonly<Record<string, string>>) {
  return Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));
}

export function tagList(spec: StackSpec) {
  return spec.tags.map(({ key, value }) => ({ Key: key, Value: value }));
}
