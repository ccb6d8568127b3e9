import type {
  CreateRuleInput,
  DescribeRulesInput,
  ModifyRuleInput,
  Rule,
  SetRulePrioritiesInput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError, notImplemented } from "../errors.js";
import { completeActions } from "./actions.js";
import { completeConditions, tooManyRules } from "./conditions.js";
import { arnOf, type Context, newId } from "./context.js";
import { LIMITS } from "./limits.js";
import { page } from "./paging.js";
import { listener, listenersOf, type RuleRecord, rule, rulesOf } from "./state.js";
import { newTags } from "./tags.js";
import { checkRequired, validationError } from "./validation.js";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html */
export async function createRule(context: Context, input: CreateRuleInput): Promise<Rule> {
  const { state } = context;
  const owner = listener(state, input.ListenerArn);
  if (input.Transforms !== undefined && input.Transforms.length > 0) throw notImplemented("transforms of rules");
  const priority = checkPriority(input.Priority);
  const conditions = completeConditions(input.Conditions);
  const actions = await completeActions(context, owner, input.Actions);
  const rules = rulesOf(state, owner);
  if (rules.some((each) => each.priority === priority)) throw priorityInUse(priority);
  const all = listenersOf(state, owner.loadBalancer).flatMap((each) => rulesOf(state, each));
  if (all.filter((each) => each.priority !== "default").length >= LIMITS["rules-per-application-load-balancer"])
    throw tooManyRules();
  const [, path = ""] = owner.arn.split(":listener/");
  const record: RuleRecord = {
    arn: arnOf(context, `listener-rule/${path}/${newId(context)}`),
    listener: owner,
    priority,
    conditions,
    actions,
    tags: newTags(input.Tags),
  };
  state.rules.set(record.arn, record);
  await context.reconcile();
  return describe(record);
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyRule.html */
export async function modifyRule(context: Context, input: ModifyRuleInput): Promise<Rule> {
  const record = rule(context.state, input.RuleArn);
  if (input.Transforms !== undefined && input.Transforms.length > 0) throw notImplemented("transforms of rules");
  const { Conditions, Actions } = input;
  if (Conditions === undefined && Actions === undefined && input.ResetTransforms !== true) {
    throw validationError("Either conditions or actions must be specified");
  }
  if (record.priority === "default") {
    throw new AwsError("OperationNotPermitted", `Default rule '${record.arn}' cannot be modified`);
  }
  const conditions = Conditions === undefined ? record.conditions : completeConditions(Conditions);
  const actions = Actions === undefined ? record.actions : await completeActions(context, record.listener, Actions);
  Object.assign(record, { conditions, actions });
  await context.reconcile();
  return describe(record);
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteRule.html */
export async function deleteRule({ state, reconcile }: Context, arn: string | undefined): Promise<void> {
  const record = rule(state, arn);
  if (record.priority === "default") {
    throw new AwsError("OperationNotPermitted", `Default rule '${record.arn}' cannot be deleted`);
  }
  state.rules.delete(record.arn);
  await reconcile();
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeRules.html */
export function describeRules(
  { state }: Context,
  input: DescribeRulesInput,
): { Rules: Rule[]; NextMarker: string | undefined } {
  const { ListenerArn, RuleArns: arns = [] } = input;
  if (ListenerArn === undefined && arns.length === 0) {
    throw validationError("You must specify either listener rule ARNs or a listener ARN");
  }
  if (ListenerArn !== undefined && arns.length > 0) {
    throw validationError("Listener rule ARNs and a listener ARN cannot be specified at the same time");
  }
  const chosen =
    ListenerArn === undefined ? arns.map((arn) => rule(state, arn)) : rulesOf(state, listener(state, ListenerArn));
  const { items, NextMarker } = page(chosen, input);
  return { Rules: items.map(describe), NextMarker };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetRulePriorities.html */
export function setRulePriorities({ state }: Context, input: SetRulePrioritiesInput): Rule[] {
  const wanted = new Map<RuleRecord, number>();
  for (const { RuleArn, Priority } of input.RulePriorities ?? []) {
    const record = rule(state, RuleArn);
    if (record.priority === "default") {
      throw new AwsError("OperationNotPermitted", `Priority of default rule '${record.arn}' cannot be changed`);
    }
    if (wanted.has(record)) throw validationError(`Rule '${record.arn}' was provided multiple times`);
    const priority = checkPriority(Priority);
    if ([...wanted.values()].includes(priority)) {
      throw validationError(`Priority '${priority}' was provided multiple times`);
    }
    wanted.set(record, priority);
  }
  for (const [record, priority] of wanted) {
    const others = rulesOf(state, record.listener).filter((each) => !wanted.has(each));
    if (others.some((each) => each.priority === priority)) throw priorityInUse(priority);
  }
  for (const [record, priority] of wanted) record.priority = priority;
  return [...wanted.keys()].map(describe);
}

function describe(record: RuleRecord): Rule {
  return {
    RuleArn: record.arn,
    Priority: String(record.priority),
    Conditions: structuredClone(record.conditions),
    Actions: structuredClone(record.actions),
    IsDefault: record.priority === "default",
    Transforms: [],
  };
}

function checkPriority(priority: number | undefined): number {
  return checkRequired("priority", priority);
}

function priorityInUse(priority: number): AwsError {
  return new AwsError("PriorityInUse", `Priority '${priority}' is currently in use`);
}
