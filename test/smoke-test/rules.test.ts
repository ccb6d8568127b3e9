import type { Action, Listener, Rule } from "@aws-sdk/client-elastic-load-balancing-v2";
import { judgeRules, type ListenerRules, type RuleBook } from "../../src/smoke-test/rules.js";
import { judgeTargets } from "../../src/smoke-test/targets.js";

const BOOK: RuleBook = {
  host: "app.example.com",
  targetGroupArn: "group",
  userPoolArn: "pool",
  clientId: "client",
  sessionTimeout: 3600,
  publicPaths: [],
};
const HTTPS: Listener = { Port: 443, Protocol: "HTTPS" };
const HTTP: Listener = { Port: 80, Protocol: "HTTP" };

const signIn = (changes: Partial<Action["AuthenticateCognitoConfig"]> = {}): Action => ({
  Type: "authenticate-cognito",
  Order: 1,
  AuthenticateCognitoConfig: {
    UserPoolArn: "pool",
    UserPoolClientId: "client",
    UserPoolDomain: "prefix",
    OnUnauthenticatedRequest: "authenticate",
    Scope: "openid email",
    SessionTimeout: 3600,
    ...changes,
  },
});
const forward = (group = "group"): Action => ({ Type: "forward", Order: 2, TargetGroupArn: group });
const host = (...Values: string[]) => ({ Field: "host-header", HostHeaderConfig: { Values } });
const path = (...Values: string[]) => ({ Field: "path-pattern", PathPatternConfig: { Values } });
const rule = (Actions: Action[], Conditions: Rule["Conditions"] = [host("app.example.com")]): Rule => ({
  RuleArn: "arn:rule",
  Priority: "7",
  IsDefault: false,
  Actions,
  Conditions,
});
const GOOD = rule([signIn(), forward()]);
const NOT_FOUND: Rule = { IsDefault: true, Actions: [{ Type: "fixed-response" }] };
const TO_HTTPS: Rule = {
  IsDefault: true,
  Actions: [{ Type: "redirect", RedirectConfig: { Protocol: "HTTPS", StatusCode: "HTTP_301" } }],
};

const world = (https: Rule[], more: ListenerRules[] = [], http: Rule[] = [TO_HTTPS]): ListenerRules[] => [
  { listener: HTTPS, rules: [...https, NOT_FOUND] },
  { listener: HTTP, rules: http },
  ...more,
];
const open = (...paths: string[]) => rule([forward()], [host("app.example.com"), path(...paths)]);

it.each<[string, ListenerRules[], string]>([
  ["as it should be", world([GOOD]), "passed"],
  ["another app beside it", world([GOOD, rule([forward("theirs")], [host("b.example.com")])]), "passed"],
  ["no rule yet", world([]), "not yet"],
  ["no sign-in", world([rule([forward()])]), "exposed"],
  ["sign-in after the forward", world([rule([{ ...signIn(), Order: 3 }, forward()])]), "exposed"],
  ["allow", world([rule([signIn({ OnUnauthenticatedRequest: "allow" }), forward()])]), "exposed"],
  ["deny", world([rule([signIn({ OnUnauthenticatedRequest: "deny" }), forward()])]), "failed"],
  ["another pool", world([rule([signIn({ UserPoolArn: "other" }), forward()])]), "failed"],
  ["another client", world([rule([signIn({ UserPoolClientId: "other" }), forward()])]), "failed"],
  ["no openid", world([rule([signIn({ Scope: "email" }), forward()])]), "failed"],
  ["a longer session", world([rule([signIn({ SessionTimeout: 3601 }), forward()])]), "failed"],
  ["a session of a second", world([rule([signIn({ SessionTimeout: 1 }), forward()])]), "failed"],
  ["a shorter session", world([rule([signIn({ SessionTimeout: 600 }), forward()])]), "passed"],
  ["sign-in with somebody else", world([rule([{ Type: "authenticate-oidc", Order: 1 }, forward()])]), "failed"],
  ["no host condition", world([rule([signIn(), forward()], [path("/*")])]), "failed"],
  ["a wildcard", world([rule([signIn(), forward()], [host("*.example.com")])]), "failed"],
  ["a second rule, open", world([GOOD, open("/admin/*")]), "exposed"],
  ["an open rule for another host", world([GOOD, rule([forward()], [host("b.example.com")])]), "exposed"],
  [
    "a tenth of another rule's requests",
    world([
      GOOD,
      rule([{ Type: "forward", ForwardConfig: { TargetGroups: [{ TargetGroupArn: "group", Weight: 1 }] } }]),
    ]),
    "exposed",
  ],
  ["this host to other targets", world([GOOD, rule([forward("theirs")])]), "failed"],
  [
    "the default action forwards",
    [...world([GOOD]), { listener: HTTPS, rules: [{ IsDefault: true, Actions: [forward()] }] }],
    "exposed",
  ],
  ["port 80 forwards", world([GOOD], [], [{ IsDefault: true, Actions: [forward()] }]), "exposed"],
  ["a rule of port 80 forwards, after sign-in", world([GOOD], [], [GOOD, TO_HTTPS]), "exposed"],
  ["port 80 answers by itself", world([GOOD], [], [NOT_FOUND]), "failed"],
  ["8443 too", world([GOOD], [{ listener: { Port: 8443, Protocol: "HTTPS" }, rules: [GOOD] }]), "failed"],
])("%s", (_, listeners, verdict) => {
  expect(judgeRules(listeners, BOOK).verdict).toBe(verdict);
});

it.each<[string, Rule[], string[], string]>([
  ["as declared", [GOOD, open("/healthz", "/webhooks/*")], ["/webhooks/*", "/healthz"], "passed"],
  ["one more than declared", [GOOD, open("/healthz", "/admin")], ["/healthz"], "exposed"],
  ["wider than declared", [GOOD, open("/*")], ["/healthz"], "exposed"],
  ["declared, and no rule", [GOOD], ["/healthz"], "failed"],
  ["without its host", [GOOD, rule([forward()], [path("/healthz")])], ["/healthz"], "failed"],
])("public paths %s", (_, rules, publicPaths, verdict) => {
  expect(judgeRules(world(rules), { ...BOOK, publicPaths }).verdict).toBe(verdict);
});

it("names the rule by ARN, priority and port, and how to mend it", () => {
  const { seen, mend } = judgeRules(world([rule([forward()])]), BOOK);
  expect(seen).toContain("the rule of priority 7 on port 443 (arn:rule)");
  expect(mend).toContain("authenticate");
});

describe("the tasks' security group", () => {
  const group = (...permissions: object[]) => [{ GroupId: "sg-tasks", IpPermissions: permissions }];
  const tcp = { IpProtocol: "tcp", FromPort: 1, ToPort: 65535 };
  const fromLoadBalancer = { ...tcp, UserIdGroupPairs: [{ GroupId: "sg-lb" }] };
  it.each<[string, object[], string]>([
    ["the load balancer alone", [fromLoadBalancer], "passed"],
    ["the world", [fromLoadBalancer, { ...tcp, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }], "exposed"],
    ["the world over IPv6", [{ ...tcp, Ipv6Ranges: [{ CidrIpv6: "::/0" }] }], "exposed"],
    ["itself", [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-tasks" }] }], "exposed"],
    ["a prefix list", [{ ...tcp, PrefixListIds: [{ PrefixListId: "pl-1" }] }], "exposed"],
  ])("admits %s", (_, permissions, verdict) => {
    expect(judgeTargets(group(...permissions), "sg-lb").verdict).toBe(verdict);
  });
});
