/** What a message of AWS says about a call that was refused. */
export interface Denial {
  /** The IAM action, such as `ecs:CreateCluster`, where the message names one. */
  readonly action?: string;
  /** The kind of policy that denies it explicitly, or that does not allow it, in AWS's words. */
  readonly policy?: string;
  readonly explicit: boolean;
  /** EC2's encoded message, which sts:DecodeAuthorizationMessage turns into the policy's decision. */
  readonly encoded: boolean;
}

/** An IAM action: a service's prefix and an operation. */
const ACTION = "([a-z0-9-]+:[A-Za-z*]+)";

/** The forms in which AWS's services name the action, surest first. */
const NAMES_ACTION = [
  // IAM's own form, of all services that have no other; EC2 has it since 2023, before its encoded message.
  new RegExp(`not authorized to perform:? "?${ACTION}`, "i"),
  new RegExp(`because no .{1,60} policy allows the ${ACTION} action`, "i"),
  new RegExp(`because no permissions boundary allows the ${ACTION} action`, "i"),
  // CloudFormation's older handlers.
  new RegExp(`(?:have|has) permissions? to (?:call|perform):? '?${ACTION}`, "i"),
  new RegExp(`denied for operation '${ACTION}'`, "i"),
  // Before a message that names none: `API: ec2:CreateVpc You are not authorized to perform this operation.`
  new RegExp(`\\bAPI: ${ACTION}`, "i"),
];

const IS_DENIAL =
  /not authorized to|access ?denied|unauthorized(operation| operation)|does(n't| not) have permissions?|encoded authorization failure|\(HandlerErrorCode: AccessDenied\)/i;

/**
 * Reads a refusal out of a message. Wording is all that CloudFormation's events give: they carry no error code.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 *
 * @returns undefined for a message about something else
 */
export function readDenial(message: string): Denial | undefined {
  if (!IS_DENIAL.test(message)) return undefined;
  const action = NAMES_ACTION.map((form) => message.match(form)?.[1]).find((found) => found !== undefined);
  // What a service calls the API's operation is not always the IAM prefix: ELBv2's is that of the classic one.
  const prefix = action?.replace(/^elasticloadbalancingv2:/, "elasticloadbalancing:");
  const denied = message.match(/explicit deny in an? ((?:[\w-]+ )*?(?:policy|boundary))/i)?.[1];
  const missing = message.match(/because no ((?:[\w-]+ )*?(?:policy|boundary)) allows/i)?.[1];
  const policy = denied ?? missing;
  return {
    ...(prefix && { action: prefix }),
    ...(policy && { policy }),
    explicit: denied !== undefined || /with an explicit deny/i.test(message),
    encoded: /encoded authorization failure message/i.test(message),
  };
}

/** What to do about a refusal: which action to allow, and where. */
export function denialHint({ action, policy, explicit, encoded }: Denial): string {
  const what = action ?? "the action that the message is about";
  const elsewhere = policy && !/identity-based/.test(policy) ? policy : undefined;
  if (explicit)
    return `A Deny for ${what} stands in ${policy ? article(policy) : "a policy"}: take it out, or except the role that the workflow assumes. An Allow does not help against it.`;
  if (elsewhere) return `Allow ${what} in the ${elsewhere} too: the role's own policy alone is not enough.`;
  const decode =
    encoded && !action
      ? " Its name is in the encoded message: aws sts decode-authorization-message --encoded-message <the message> shows it to whoever may sts:DecodeAuthorizationMessage."
      : "";
  return `Allow ${what} in the policy of the role that the workflow assumes.${decode}`;
}

function article(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}
