import type { Rule } from "@aws-sdk/client-elastic-load-balancing-v2";
import { neighboursOf } from "../../src/smoke-test/neighbours.js";

const ours = { host: "app.example.com", targetGroupArn: "arn:ours", clientId: "our-client" };
const rule = (values: readonly string[], actions: Rule["Actions"], paths?: readonly string[]): Rule => ({
  Conditions: [
    { Field: "host-header", HostHeaderConfig: { Values: [...values] } },
    ...(paths ? [{ Field: "path-pattern", PathPatternConfig: { Values: [...paths] } }] : []),
  ],
  ...(actions && { Actions: actions }),
});
const signIn = (UserPoolClientId: string, OnUnauthenticatedRequest: "authenticate" | "allow" = "authenticate") => ({
  Type: "authenticate-cognito" as const,
  Order: 1,
  AuthenticateCognitoConfig: { UserPoolArn: "", UserPoolClientId, UserPoolDomain: "", OnUnauthenticatedRequest },
});
const forward = (TargetGroupArn: string) => ({ Type: "forward" as const, Order: 2, TargetGroupArn });
const guarded = (...hosts: string[]) => rule(hosts, [signIn("their-client"), forward("arn:theirs")]);
const on = (...rules: Rule[]) => [{ listener: { Protocol: "HTTPS" as const, Port: 443 }, rules }];

it.each<[string, Rule[], string[]]>([
  ["none where there is nobody else", [rule([ours.host], [signIn("our-client"), forward("arn:ours")])], []],
  ["a host that signs people in with a client of its own", [guarded("docs.example.com")], ["docs.example.com"]],
  ["each host once, in lower case", [guarded("Docs.example.com"), guarded("docs.example.com")], ["docs.example.com"]],
  ["no host with a wildcard, and not this one", [guarded("*.example.com", "app.example.com")], []],
  ["no host with this client", [rule(["b.example.com"], [signIn("our-client"), forward("arn:theirs")])], []],
  ["no host that lets everybody in", [rule(["b.example.com"], [signIn("c", "allow"), forward("arn:theirs")])], []],
  ["no host that is open", [guarded("b.example.com"), rule(["b.example.com"], [forward("arn:theirs")])], []],
  ["no host that is open by a wildcard", [guarded("b.example.com"), rule(["*.example.com"], [forward("arn:x")])], []],
  [
    "no host that is open for this path",
    [guarded("b.example.com"), rule(["b.example.com"], [forward("x")], ["/*"])],
    [],
  ],
  [
    "a host that is open for other paths alone",
    [guarded("b.example.com"), rule(["b.example.com"], [forward("x")], ["/hooks/*"])],
    ["b.example.com"],
  ],
  [
    "five at most",
    [
      guarded("1.example.com", "2.example.com", "3.example.com"),
      guarded("4.example.com", "5.example.com", "6.example.com"),
    ],
    ["1.example.com", "2.example.com", "3.example.com", "4.example.com", "5.example.com"],
  ],
])("neighbours are %s", (_, rules, expected) => {
  expect(neighboursOf(on(...rules), ours, "/")).toEqual(expected);
});

it("neighbours are those of the HTTPS listener on 443 alone", () => {
  const rules = [guarded("docs.example.com")];
  expect(neighboursOf([{ listener: { Protocol: "HTTP", Port: 80 }, rules }], ours, "/")).toEqual([]);
});
