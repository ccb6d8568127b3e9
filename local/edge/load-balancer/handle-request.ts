import type { Socket } from "node:net";
import type { Action } from "@aws-sdk/client-elastic-load-balancing-v2";
import { type RuleRecord, rulesOf } from "../../aws/elbv2/state.js";
import { type Answer, sendAnswer } from "./answer.js";
import { headerValues } from "./client-request.js";
import type { Exchange, Handling } from "./exchange.js";
import { type Additions, forward, forwardUpgrade } from "./forward.js";
import { redirectLocation } from "./redirect.js";
import { matchRule } from "./rule-match.js";
import { authenticate, finishSignIn } from "./sign-in/authenticate.js";

const MAX_FORWARDED_ADDRESSES = 30;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html: 16 K each. */
const MAX_LINE = 16 * 1024;

/** What a request to switch protocols brings along. */
export interface Upgrade {
  readonly socket: Socket;
  readonly head: Buffer;
}

/**
 * Handles one request as the listener's rules say: the first rule whose conditions hold, its actions in their order.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html
 */
export async function handleRequest(handling: Handling, exchange: Exchange, upgrade?: Upgrade): Promise<void> {
  const { outgoing } = exchange;
  try {
    const refusal = refuse(exchange) ?? (await finishSignIn(handling, exchange));
    if (refusal !== undefined) return sendAnswer(exchange, refusal);
    const rule = matchRule(rulesOf(handling.state, exchange.listener), exchange.request);
    if (rule === undefined) return sendAnswer(exchange, { status: 404 });
    await perform(handling, exchange, rule, upgrade);
  } catch (error) {
    if (!outgoing.headersSent && !outgoing.destroyed) sendAnswer(exchange, { status: 500 });
    throw error;
  }
}

async function perform(handling: Handling, exchange: Exchange, rule: RuleRecord, upgrade?: Upgrade): Promise<void> {
  let additions: Additions = { targetHeaders: {}, cookies: [] };
  for (const action of rule.actions) {
    switch (action.Type) {
      case "authenticate-cognito": {
        const outcome = await authenticate(handling, exchange, rule);
        if ("answer" in outcome) return sendAnswer(exchange, outcome.answer);
        additions = outcome;
        break;
      }
      case "forward": {
        const group = handling.choice.group(handling.state, action, handling.aws.random.next());
        if (group === undefined) return sendAnswer(exchange, { status: 503 });
        if (upgrade === undefined) return forward(handling, exchange, group, additions);
        return forwardUpgrade(handling, exchange, group, additions, upgrade);
      }
      case "redirect":
        return sendAnswer(exchange, withCookies(redirect(action, exchange), additions.cookies));
      case "fixed-response":
        return sendAnswer(exchange, withCookies(fixedResponse(action), additions.cookies));
      default:
        throw new Error(`No load balancer performs ${action.Type}.`);
    }
  }
}

/** What AWS refuses before it looks at any rule. */
function refuse({ request }: Exchange): Answer | undefined {
  if (request.method === "TRACE") return { status: 405 };
  if (request.path.length + request.query.length > MAX_LINE) return { status: 414 };
  if (request.headers.some(([name, value]) => name.length + value.length > MAX_LINE)) return { status: 400 };
  const addresses = headerValues(request, "x-forwarded-for").join(",").split(",");
  if (addresses.length > MAX_FORWARDED_ADDRESSES) return { status: 463 };
  return undefined;
}

function redirect(action: Action, { request }: Exchange): Answer {
  const config = action.RedirectConfig ?? missing(action);
  const status = config.StatusCode === "HTTP_301" ? 301 : 302;
  return { status, headers: { Location: redirectLocation(config, request) } };
}

function fixedResponse(action: Action): Answer {
  const { StatusCode, MessageBody = "", ContentType = "text/plain" } = action.FixedResponseConfig ?? missing(action);
  return {
    status: Number(StatusCode),
    headers: { "Content-Type": `${ContentType}; charset=utf-8` },
    body: MessageBody,
  };
}

function withCookies(answer: Answer, cookies: readonly string[]): Answer {
  return cookies.length === 0 ? answer : { ...answer, headers: { ...answer.headers, "Set-Cookie": [...cookies] } };
}

function missing(action: Action): never {
  throw new Error(`The ${action.Type} action has no configuration.`);
}
