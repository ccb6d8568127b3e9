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

/** Marks the events of one operation; 1 to 128 characters. */
export function requestToken(): string {
  return `ecs-cognito-deploy-${randomUUID()}`;
}

export function parameterList(parameters: Readonly<Record<string, string>>) {
  return Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));
}

export function tagList(spec: StackSpec) {
  return spec.tags.map(({ key, value }) => ({ Key: key, Value: value }));
}
