import type {
  Action,
  AuthenticateCognitoActionConfig,
  FixedResponseActionConfig,
  RedirectActionConfig,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError, notImplemented } from "../errors.js";
import type { Context } from "./context.js";
import { LIMITS } from "./limits.js";
import { forwardsTo, type ListenerRecord, loadBalancersOf, rulesOf, targetGroup } from "./state.js";
import { checkEnum, checkRange, checkRequired, translating, validationError } from "./validation.js";

const ROUTING: readonly string[] = ["forward", "redirect", "fixed-response"];
const CONTENT_TYPES = ["text/plain", "text/css", "text/html", "application/javascript", "application/json"];

/**
 * The actions of a rule, complete with what AWS adds, in the order in which they are performed. Looks up the target
 * groups and, for authenticate-cognito, the pool, its client and its domain.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html
 */
export async function completeActions(
  context: Context,
  listener: Pick<ListenerRecord, "protocol" | "loadBalancer">,
  given: readonly Action[] | undefined,
): Promise<Action[]> {
  if (given === undefined || given.length === 0) throw validationError("An action must be specified");
  const sorted = inOrder(given);
  const types = sorted.map(({ Type }) => checkRequired("type", Type));
  if (types.filter((type) => ROUTING.includes(type)).length !== 1 || !ROUTING.includes(types.at(-1) ?? "")) {
    throw invalidAction("The last action of a rule must be one of 'forward', 'redirect' and 'fixed-response', once");
  }
  if (types.length > 2) throw new AwsError("TooManyActions", "The maximum number of actions has been reached");
  const complete: Action[] = [];
  for (const action of sorted)
    complete.push({ ...(await completeAction(context, listener, action)), Order: action.Order });
  checkTotal(context, listener, complete);
  return complete;
}

async function completeAction(
  context: Context,
  listener: Pick<ListenerRecord, "protocol" | "loadBalancer">,
  action: Action,
): Promise<Action> {
  switch (action.Type) {
    case "forward":
      return completeForward(context, listener, action);
    case "redirect":
      return { Type: "redirect", RedirectConfig: completeRedirect(listener, action.RedirectConfig) };
    case "fixed-response":
      return { Type: "fixed-response", FixedResponseConfig: checkFixedResponse(action.FixedResponseConfig) };
    case "authenticate-cognito": {
      if (listener.protocol !== "HTTPS") {
        throw invalidAction("Actions of type 'authenticate-cognito' are supported only on HTTPS listeners");
      }
      const config = completeCognito(action.AuthenticateCognitoConfig);
      await checkUserPool(context, config);
      return { Type: "authenticate-cognito", AuthenticateCognitoConfig: config };
    }
    default:
      throw notImplemented(`actions of type ${action.Type}`);
  }
}

function inOrder(actions: readonly Action[]): Action[] {
  if (actions.length === 1) return [...actions];
  const orders = actions.map((action) => action.Order);
  if (orders.includes(undefined)) throw validationError("An order must be specified for each of multiple actions");
  if (new Set(orders).size < orders.length) throw validationError("Each action must have an order of its own");
  return [...actions].sort((a, b) => (a.Order ?? 0) - (b.Order ?? 0));
}

function completeForward(context: Context, listener: Pick<ListenerRecord, "loadBalancer">, action: Action): Action {
  const tuples = action.ForwardConfig?.TargetGroups ?? [];
  if (tuples.length === 0 && action.TargetGroupArn === undefined) {
    throw validationError("A target group ARN must be specified");
  }
  if (action.TargetGroupArn !== undefined && tuples.some((tuple) => tuple.TargetGroupArn !== action.TargetGroupArn)) {
    throw validationError("You cannot specify both a target group ARN and a forward config with other target groups");
  }
  const wanted = tuples.length > 0 ? tuples : [{ TargetGroupArn: action.TargetGroupArn }];
  if (wanted.length > LIMITS["target-groups-per-action-on-application-load-balancer"]) {
    throw new AwsError(
      "TooManyTargetGroups",
      `A forward action can have at most ${LIMITS["target-groups-per-action-on-application-load-balancer"]} target groups`,
    );
  }
  const complete = wanted.map(({ TargetGroupArn, Weight }) => {
    const group = context.state.targetGroups.get(TargetGroupArn ?? "");
    if (group === undefined) throw new AwsError("TargetGroupNotFound", `Target group '${TargetGroupArn}' not found`);
    if (group.vpcId !== listener.loadBalancer.vpcId) {
      throw new AwsError("InvalidConfigurationRequest", "The target group and the load balancer are in different VPCs");
    }
    if (loadBalancersOf(context.state, group).some((user) => user !== listener.loadBalancer)) {
      throw new AwsError(
        "TargetGroupAssociationLimit",
        `The following target groups cannot be associated with more than one load balancer: ${group.arn}`,
      );
    }
    return { TargetGroupArn, Weight: checkRange("weight", Weight ?? 1, 0, 999) };
  });
  if (new Set(complete.map((tuple) => tuple.TargetGroupArn)).size < complete.length) {
    throw validationError("A target group cannot be specified more than once");
  }
  if (action.ForwardConfig?.TargetGroupStickinessConfig?.Enabled) throw notImplemented("target group stickiness");
  return {
    Type: "forward",
    ...(complete.length === 1 ? { TargetGroupArn: complete[0]?.TargetGroupArn } : {}),
    ForwardConfig: { TargetGroups: complete, TargetGroupStickinessConfig: { Enabled: false } },
  };
}

function completeRedirect(
  listener: Pick<ListenerRecord, "protocol">,
  given: RedirectActionConfig | undefined,
): RedirectActionConfig {
  const config = {
    Protocol: given?.Protocol ?? "#{protocol}",
    Port: given?.Port ?? "#{port}",
    Host: given?.Host ?? "#{host}",
    Path: given?.Path ?? "/#{path}",
    Query: given?.Query ?? "#{query}",
    StatusCode: checkRequired("statusCode", given?.StatusCode),
  };
  if (listener.protocol === "HTTPS" && config.Protocol === "HTTP") {
    throw invalidAction("You cannot redirect HTTPS to HTTP");
  }
  if (config.Port !== "#{port}") checkRange("port", Number(config.Port), 1, 65535);
  if (!config.Path.startsWith("/")) throw validationError(`The redirect path '${config.Path}' must begin with '/'`);
  for (const value of [config.Host, config.Path, config.Query]) checkKeywords(value);
  const samePort = config.Port === "#{port}";
  const sameProtocol = config.Protocol === "#{protocol}" || config.Protocol === listener.protocol;
  if (samePort && sameProtocol && config.Host === "#{host}" && config.Path === "/#{path}") {
    throw invalidAction("The redirect configuration is not valid because it creates a loop.");
  }
  return config;
}

function checkKeywords(value: string): void {
  for (const [, keyword = ""] of value.matchAll(/#\{([^}]*)\}/g)) {
    checkEnum("redirectConfig", keyword, ["protocol", "host", "port", "path", "query"]);
  }
}

function checkFixedResponse(given: FixedResponseActionConfig | undefined): FixedResponseActionConfig {
  const StatusCode = checkRequired("statusCode", given?.StatusCode);
  const { ContentType, MessageBody } = given ?? {};
  if (ContentType !== undefined) checkEnum("contentType", ContentType, CONTENT_TYPES);
  return { StatusCode, ...(ContentType ? { ContentType } : {}), ...(MessageBody !== undefined ? { MessageBody } : {}) };
}

function completeCognito(given: AuthenticateCognitoActionConfig | undefined): AuthenticateCognitoActionConfig {
  const params = given?.AuthenticationRequestExtraParams ?? {};
  if (Object.keys(params).length > 10) throw validationError("At most 10 extra parameters can be specified");
  const SessionCookieName = given?.SessionCookieName ?? "AWSELBAuthSessionCookie";
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(SessionCookieName)) {
    throw validationError(`The session cookie name '${SessionCookieName}' is not valid`);
  }
  return {
    UserPoolArn: checkRequired("userPoolArn", given?.UserPoolArn),
    UserPoolClientId: checkRequired("userPoolClientId", given?.UserPoolClientId),
    UserPoolDomain: checkRequired("userPoolDomain", given?.UserPoolDomain),
    SessionCookieName,
    Scope: given?.Scope ?? "openid",
    SessionTimeout: checkRange("sessionTimeout", Number(given?.SessionTimeout ?? 604800), 1, 604800),
    ...(Object.keys(params).length > 0 ? { AuthenticationRequestExtraParams: { ...params } } : {}),
    OnUnauthenticatedRequest: given?.OnUnauthenticatedRequest ?? "authenticate",
  };
}

/**
 * AWS looks the client up when the action is set. What it wants of it: a secret, the code grant and the load balancer's
 * scopes. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html
 */
async function checkUserPool({ aws }: Context, config: AuthenticateCognitoActionConfig): Promise<void> {
  const { UserPoolArn = "", UserPoolClientId: ClientId = "", UserPoolDomain = "" } = config;
  const prefix = `arn:${aws.partition}:cognito-idp:${aws.region}:${aws.accountId}:userpool/`;
  if (!UserPoolArn.startsWith(prefix)) throw validationError(`The user pool ARN '${UserPoolArn}' is not valid`);
  const UserPoolId = UserPoolArn.slice(prefix.length);
  const refuse = (error: AwsError) => new AwsError("InvalidConfigurationRequest", error.message);
  const { UserPool } = await translating(() => aws.cognito.DescribeUserPool({ UserPoolId }), refuse);
  const { UserPoolClient } = await translating(
    () => aws.cognito.DescribeUserPoolClient({ UserPoolId, ClientId }),
    refuse,
  );
  if (UserPool?.Domain !== UserPoolDomain && UserPool?.CustomDomain !== UserPoolDomain) {
    throw new AwsError(
      "InvalidConfigurationRequest",
      `The user pool '${UserPoolId}' has no domain '${UserPoolDomain}'`,
    );
  }
  if (UserPoolClient?.ClientSecret === undefined) {
    throw new AwsError("InvalidConfigurationRequest", `The user pool client '${ClientId}' must have a client secret`);
  }
  const flows: readonly string[] = UserPoolClient.AllowedOAuthFlows ?? [];
  if (UserPoolClient.AllowedOAuthFlowsUserPoolClient !== true || !flows.includes("code")) {
    throw new AwsError(
      "InvalidConfigurationRequest",
      `The user pool client '${ClientId}' must allow the code grant flow`,
    );
  }
}

function checkTotal(context: Context, { loadBalancer }: Pick<ListenerRecord, "loadBalancer">, added: Action[]): void {
  const { state } = context;
  const listeners = [...state.listeners.values()].filter((each) => each.loadBalancer === loadBalancer);
  const existing = listeners.flatMap((each) => rulesOf(state, each)).flatMap((rule) => forwardsTo(rule.actions));
  if (new Set([...existing, ...forwardsTo(added)]).size > LIMITS["target-groups-per-application-load-balancer"]) {
    throw new AwsError(
      "TooManyUniqueTargetGroupsPerLoadBalancer",
      "The maximum number of unique target groups per load balancer has been reached",
    );
  }
  for (const arn of forwardsTo(added)) targetGroup(state, arn);
}

function invalidAction(message: string): AwsError {
  return new AwsError("InvalidLoadBalancerAction", message);
}
