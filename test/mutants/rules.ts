import { DescribeStacksCommand, UpdateStackCommand } from "@aws-sdk/client-cloudformation";
import {
  type Action,
  type AuthenticateCognitoActionConfig,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DeleteRuleCommand,
  DeleteTargetGroupCommand,
  DescribeRulesCommand,
  ModifyRuleCommand,
  type Rule,
  type RuleCondition,
  SetRulePrioritiesCommand,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Good } from "./good.js";

/** Puts back what was changed. */
export type Undo = () => Promise<unknown>;

/** The rules of a listener, the HTTPS one unless another is named, without the default one. */
export async function rulesOf({ elb, outputs }: Good, listener = outputs.HttpsListenerArn): Promise<Rule[]> {
  const { Rules = [] } = await elb.send(new DescribeRulesCommand({ ListenerArn: listener }));
  return Rules.filter(({ IsDefault }) => !IsDefault);
}

/** The rule that signs people in before they get to the app. */
export async function signInRule(good: Good): Promise<Rule> {
  return only(await rulesOf(good), ({ Actions = [] }) => Actions.length === 2);
}

/** The rule of the declared public path. */
export async function publicRule(good: Good): Promise<Rule> {
  return only(await rulesOf(good), ({ Actions = [] }) => Actions.length === 1);
}

function only(rules: readonly Rule[], fits: (rule: Rule) => boolean): Rule {
  const [rule, ...more] = rules.filter(fits);
  if (!rule || more.length > 0) throw new Error(`${more.length + (rule ? 1 : 0)} rules where there should be one`);
  return rule;
}

/** Changes a rule; undone by what it was. */
export async function changeRule(
  { elb }: Good,
  rule: Rule,
  change: { Conditions?: RuleCondition[]; Actions?: Action[] },
): Promise<Undo> {
  const { RuleArn } = rule;
  await elb.send(new ModifyRuleCommand({ RuleArn, ...change }));
  const before = { Conditions: rule.Conditions?.map(asInput), Actions: rule.Actions };
  return () => elb.send(new ModifyRuleCommand({ RuleArn, ...before }));
}

/** Changes how the sign-in rule signs in. */
export async function changeSignIn(good: Good, change: Partial<AuthenticateCognitoActionConfig>): Promise<Undo> {
  const rule = await signInRule(good);
  const Actions = (rule.Actions ?? []).map(({ AuthenticateCognitoConfig: config, ...action }) =>
    config ? { ...action, AuthenticateCognitoConfig: { ...config, ...change } } : action,
  );
  return await changeRule(good, rule, { Actions });
}

/** Declares how long a session lasts, in seconds, by the environment's stack; undone by the template's default. */
export async function declareSessionTimeout({ cloudFormation }: Good, seconds: number): Promise<Undo> {
  const stack = async () => {
    const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({}));
    return Stacks.find(({ StackName }) => StackName?.endsWith("--web--production"));
  };
  const declare = async (timeout: number) => {
    const { StackName, Parameters = [] } = (await stack()) ?? {};
    await cloudFormation.send(
      new UpdateStackCommand({
        StackName,
        UsePreviousTemplate: true,
        Capabilities: ["CAPABILITY_IAM"],
        Parameters: Parameters.map(({ ParameterKey }) =>
          ParameterKey === "SessionTimeout"
            ? { ParameterKey, ParameterValue: String(timeout) }
            : { ParameterKey, UsePreviousValue: true },
        ),
      }),
    );
    while ((await stack())?.StackStatus?.endsWith("_IN_PROGRESS"))
      await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await declare(seconds);
  return () => declare(604800);
}

export interface NewRule {
  readonly conditions: RuleCondition[];
  /** Default: forward to the environment's targets. */
  readonly actions?: Action[];
  /** Default: 1, before every other. */
  readonly priority?: number;
  /** Default: the HTTPS listener. */
  readonly listener?: string | undefined;
}

/** Adds a rule; undone by its removal. */
export async function addRule(good: Good, { conditions, actions, priority = 1, listener }: NewRule): Promise<Undo> {
  const { elb, outputs } = good;
  const { Rules = [] } = await elb.send(
    new CreateRuleCommand({
      ListenerArn: listener ?? outputs.HttpsListenerArn,
      Priority: priority,
      Conditions: conditions,
      Actions: actions ?? [forward(good)],
    }),
  );
  return () => elb.send(new DeleteRuleCommand({ RuleArn: Rules[0]?.RuleArn }));
}

/** Takes a rule away; undone by one of the same kind. */
export async function removeRule(good: Good, rule: Rule): Promise<Undo> {
  await good.elb.send(new DeleteRuleCommand({ RuleArn: rule.RuleArn }));
  return () =>
    addRule(good, {
      conditions: (rule.Conditions ?? []).map(asInput),
      actions: rule.Actions ?? [],
      priority: Number(rule.Priority),
    });
}

export async function movePriority({ elb }: Good, { RuleArn, Priority }: Rule, to: number): Promise<Undo> {
  const move = (priority: number) =>
    elb.send(new SetRulePrioritiesCommand({ RulePriorities: [{ RuleArn, Priority: priority }] }));
  await move(to);
  return () => move(Number(Priority));
}

/** An empty target group in the same network, for a while. */
export async function newTargetGroup({ elb, outputs }: Good): Promise<{ arn: string; remove: Undo }> {
  const { TargetGroups = [] } = await elb.send(
    new CreateTargetGroupCommand({
      Name: "by-hand",
      Protocol: "HTTP",
      Port: 80,
      VpcId: outputs.VpcId,
      TargetType: "ip",
    }),
  );
  const arn = TargetGroups[0]?.TargetGroupArn ?? "";
  return { arn, remove: () => elb.send(new DeleteTargetGroupCommand({ TargetGroupArn: arn })) };
}

export const forward = ({ outputs }: Good): Action => ({
  Type: "forward",
  TargetGroupArn: outputs.TargetGroupArn,
});
export const fixed = (StatusCode: string, MessageBody = "by hand"): Action => ({
  Type: "fixed-response",
  FixedResponseConfig: { StatusCode, ContentType: "text/plain", MessageBody },
});
export const hosts = (...Values: string[]): RuleCondition => ({ Field: "host-header", HostHeaderConfig: { Values } });
export const paths = (...Values: string[]): RuleCondition => ({ Field: "path-pattern", PathPatternConfig: { Values } });
export const methods = (...Values: string[]): RuleCondition => ({
  Field: "http-request-method",
  HttpRequestMethodConfig: { Values },
});
export const header = (HttpHeaderName: string, ...Values: string[]): RuleCondition => ({
  Field: "http-header",
  HttpHeaderConfig: { HttpHeaderName, Values },
});

/** ELBv2 gives the values of a condition twice, and takes them once. */
function asInput({ Values: _, ...condition }: RuleCondition): RuleCondition {
  return condition;
}
