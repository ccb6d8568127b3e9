import type { Action, Listener, Rule } from "@aws-sdk/client-elastic-load-balancing-v2";
import { exposed, failed, type Judgement, passed, worst } from "./check.js";
import { like } from "./public-paths.js";

/** What the load balancer's rules should say. */
export interface RuleBook {
  readonly host: string;
  readonly targetGroupArn: string;
  readonly userPoolArn: string;
  readonly clientId: string;
  /** Seconds, at most. */
  readonly sessionTimeout: number;
  readonly publicPaths: readonly string[];
}

/** A listener and its rules, the default rule too. */
export interface ListenerRules {
  readonly listener: Listener;
  readonly rules: readonly Rule[];
}

/**
 * Every rule of every listener that leads to this environment's targets first signs people in, with this pool and this
 * client, for this host; what does not is for the declared public paths, all of them and nothing else. Pure.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html
 */
export function judgeRules(listeners: readonly ListenerRules[], book: RuleBook): Judgement {
  const findings: Judgement[] = [];
  const open = new Set<string>();
  let guarded = 0;
  for (const { listener, rules } of listeners)
    for (const rule of rules) {
      const name = nameOf(rule, listener);
      if (!forwardsTo(rule, book.targetGroupArn)) {
        findings.push(...judgeOthers(name, rule, listener, book));
        continue;
      }
      if (rule.IsDefault) {
        findings.push(
          isGuarded(rule)
            ? failed(`${name} forwards every host to this environment's targets`, DEFAULT)
            : exposed(`${name} forwards every host to this environment's targets, without sign-in`, DEFAULT),
        );
        continue;
      }
      if (listener.Protocol !== "HTTPS") {
        findings.push(exposed(`${name} forwards to this environment's targets without TLS`, PORT_80));
        continue;
      }
      if (listener.Port !== 443)
        findings.push(failed(`${name} forwards to this environment's targets too`, OTHER_LISTENER));
      if (isGuarded(rule)) {
        guarded++;
        findings.push(...judgeHosts(name, rule, book.host), ...judgeSignIn(name, rule, book));
        continue;
      }
      const paths = openPaths(rule, book);
      if (paths === undefined) findings.push(exposed(`${name} forwards without sign-in`, AUTHENTICATE));
      else {
        findings.push(...judgeHosts(name, rule, book.host));
        for (const path of paths) open.add(path);
      }
    }
  const missing = book.publicPaths.filter((path) => !open.has(path));
  if (missing.length > 0)
    findings.push(
      failed(`no rule opens the public path ${missing.join(", ")}`, "Run the deploy again: it makes the rule."),
    );
  if (guarded === 0 && !book.publicPaths.includes("/*"))
    findings.push({ verdict: "not yet", seen: "no rule leads to this environment's targets" });
  const count = listeners.reduce((sum, { rules }) => sum + rules.length, 0);
  const seen = `${count} rules on ${listeners.length} listeners; ${guarded} lead to the app, after sign-in`;
  return worst(findings, open.size > 0 ? `${seen}; public, as declared: ${[...open].join(", ")}` : seen);
}

/** Seconds. Below this nobody can work, and somebody will soon take the sign-in away. */
const LEAST_SESSION = 60;

const AUTHENTICATE =
  "Put an authenticate-cognito action with OnUnauthenticatedRequest `authenticate` before the rule's forward action, or delete the rule.";
const DEFAULT = "Let the listener's default action be a fixed response, and forward in a rule for this host alone.";
const PORT_80 = "Delete the rule: a listener on port 80 should do nothing but redirect to https.";
const OTHER_LISTENER = "Delete the rule, or the listener: this app is served on port 443 alone.";

/** What a rule that leads elsewhere may still do wrong: port 80 redirects, and this host is nobody else's. */
function judgeOthers(name: string, rule: Rule, listener: Listener, { host, publicPaths }: RuleBook): Judgement[] {
  const forwards = (rule.Actions ?? []).some(({ Type }) => Type === "forward");
  if (listener.Protocol === "HTTP" && rule.IsDefault) {
    const redirect = rule.Actions?.at(-1)?.RedirectConfig;
    const isRight = redirect?.Protocol === "HTTPS" && redirect.StatusCode === "HTTP_301";
    return isRight || listener.Port !== 80 ? [] : [failed(`${name} does not redirect to https with 301`, PORT_80)];
  }
  // A later rule than ours never gets this host's requests; which is ours is not known here, so that conditions decide.
  const hosts = hostsOf(rule);
  const catches = !rule.IsDefault && hosts?.some((pattern) => like(pattern, host, "i"));
  if (!catches || !forwards || isGuarded(rule)) return [];
  const paths = pathsOf(rule);
  if (paths?.every((path) => publicPaths.includes(path))) return [];
  // A wildcard for other hosts usually stands behind; only one that names this host is surely about it.
  return hosts?.some((pattern) => pattern.toLowerCase() === host)
    ? [failed(`${name} forwards this host to other targets without sign-in`, AUTHENTICATE)]
    : [];
}

function judgeHosts(name: string, rule: Rule, host: string): Judgement[] {
  const hosts = hostsOf(rule);
  const mend = `Let the rule's host condition be ${host} alone.`;
  if (!hosts || hosts.length === 0) return [failed(`${name} leads every host to the app`, mend)];
  const wild = hosts.filter((pattern) => /[*?]/.test(pattern));
  if (wild.length > 0) return [failed(`${name} catches other hosts: ${wild.join(", ")}`, mend)];
  const others = hosts.filter((each) => each.toLowerCase() !== host);
  return others.length > 0 ? [passed(name, `${name} is for the host ${others.join(", ")} as well`)] : [];
}

function judgeSignIn(name: string, rule: Rule, book: RuleBook): Judgement[] {
  const config = signInOf(rule)?.AuthenticateCognitoConfig;
  if (!config) return [failed(`${name} signs people in elsewhere than in Cognito`, AUTHENTICATE)];
  const found: Judgement[] = [];
  const mode = config.OnUnauthenticatedRequest ?? "authenticate";
  if (mode === "allow") found.push(exposed(`${name} lets whoever has not signed in through (allow)`, AUTHENTICATE));
  else if (mode !== "authenticate")
    found.push(failed(`${name} refuses whoever has not signed in (${mode})`, AUTHENTICATE));
  if (config.UserPoolArn !== book.userPoolArn)
    found.push(
      failed(`${name} signs people in with another pool, ${config.UserPoolArn}`, `The pool is ${book.userPoolArn}.`),
    );
  if (config.UserPoolClientId !== book.clientId)
    found.push(
      failed(
        `${name} signs people in with another client, ${config.UserPoolClientId}`,
        `The client is ${book.clientId}.`,
      ),
    );
  if (!(config.Scope ?? "openid").split(/\s+/).includes("openid"))
    found.push(failed(`${name} asks for the scope ${config.Scope}, without openid`, "Add openid to the rule's scope."));
  const timeout = Number(config.SessionTimeout ?? 604800);
  if (timeout < LEAST_SESSION)
    found.push(
      failed(`${name} keeps people signed in for ${timeout} s alone`, `Let SessionTimeout be ${book.sessionTimeout}.`),
    );
  if (timeout > book.sessionTimeout)
    found.push(
      failed(
        `${name} keeps people signed in for ${timeout} s, longer than ${book.sessionTimeout} s`,
        `Let SessionTimeout be ${book.sessionTimeout} or less.`,
      ),
    );
  return found;
}

/** The paths of a rule without sign-in, if all of them are declared for this host; otherwise undefined. */
function openPaths(rule: Rule, { publicPaths }: RuleBook): readonly string[] | undefined {
  const paths = pathsOf(rule);
  return paths && paths.length > 0 && paths.every((path) => publicPaths.includes(path)) ? paths : undefined;
}

/** Whether a rule signs people in before it forwards. */
export function isGuarded(rule: Rule): boolean {
  const actions = inOrder(rule);
  const forward = actions.findIndex(({ Type }) => Type === "forward");
  return actions.slice(0, forward).some(({ Type }) => Type === "authenticate-cognito" || Type === "authenticate-oidc");
}

/** A rule's action that signs people in with Cognito, if there is one. */
export function signInOf(rule: Rule): Action | undefined {
  return inOrder(rule).find(({ Type }) => Type === "authenticate-cognito");
}

function inOrder(rule: Rule): Action[] {
  return [...(rule.Actions ?? [])].sort((a, b) => (a.Order ?? 0) - (b.Order ?? 0));
}

/** Whether a rule leads to a target group, be it with a part of its requests. */
export function forwardsTo(rule: Rule, targetGroupArn: string): boolean {
  return (rule.Actions ?? []).some(
    ({ TargetGroupArn, ForwardConfig }) =>
      TargetGroupArn === targetGroupArn ||
      ForwardConfig?.TargetGroups?.some((group) => group.TargetGroupArn === targetGroupArn),
  );
}

/** The patterns of a rule's host condition; undefined without one. */
export function hostsOf({ Conditions = [] }: Rule): string[] | undefined {
  const condition = Conditions.find(({ Field }) => Field === "host-header");
  return condition && (condition.HostHeaderConfig?.Values ?? condition.Values ?? []);
}

/** The patterns of a rule's path condition; undefined without one. */
export function pathsOf({ Conditions = [] }: Rule): string[] | undefined {
  const condition = Conditions.find(({ Field }) => Field === "path-pattern");
  return condition && (condition.PathPatternConfig?.Values ?? condition.Values ?? []);
}

function nameOf({ RuleArn, Priority, IsDefault }: Rule, { Port }: Listener): string {
  return IsDefault
    ? `the default action of port ${Port} (${RuleArn})`
    : `the rule of priority ${Priority} on port ${Port} (${RuleArn})`;
}
