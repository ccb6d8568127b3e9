import { readFileSync } from "node:fs";
import { at, entries, items, ROOT, sources, templates, walk } from "./template.js";

const NAMES = Object.keys(templates);

/** What the action deploys has one; the roles that it runs with are deployed by hand. */
const fingerprint = (name: string) => (name === "github-oidc" ? [] : ["Fingerprint"]);

interface Row {
  parameters: { name: string; note: string }[];
  outputs: string[];
}

/** The table of parameters and outputs in docs/architecture.md, by template. */
const table: Readonly<Record<string, Row>> = Object.fromEntries(
  readFileSync(`${ROOT}docs/architecture.md`, "utf8")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter(([, file]) => file?.endsWith(".yml"))
    .map(([, file = "", parameters = "", outputs = ""]) => [
      file.slice(0, -".yml".length),
      { parameters: names(parameters), outputs: names(outputs).map(({ name }) => name) },
    ]),
);

describe("the agreement in docs/architecture.md", () => {
  it("names every template, and no other", () => {
    expect(Object.keys(table).sort()).toEqual([...NAMES].sort());
  });

  it.each(NAMES)("%s.yml has the outputs that it says, and no other", (name) => {
    const outputs = entries(at(templates[name], "Outputs")).map(([key]) => key);
    expect(outputs.sort()).toEqual([...(table[name]?.outputs ?? []), ...fingerprint(name)].sort());
  });

  it.each(NAMES)("%s.yml has the parameters that it says; any other has a default", (name) => {
    const parameters = at(templates[name], "Parameters");
    const agreed = [...(table[name]?.parameters ?? []).map((parameter) => parameter.name), ...fingerprint(name)];
    expect(agreed.filter((key) => at(parameters, key) === undefined)).toEqual([]);
    const surprising = entries(parameters).filter(
      ([key, value]) => !agreed.includes(key) && at(value, "Default") === undefined,
    );
    expect(surprising).toEqual([]);
  });

  it.each(NAMES)("%s.yml takes the values, and has the default, that it says", (name) => {
    for (const { name: parameter, note } of table[name]?.parameters ?? []) {
      const declared = at(templates[name], "Parameters", parameter);
      if (/^[\w]+(, \w+)+$/.test(note))
        expect(items(at(declared, "AllowedValues")).map(String)).toEqual(note.split(", "));
      if (/^\d+$/.test(note)) expect(String(at(declared, "Default"))).toBe(note);
    }
  });

  it.each(NAMES.filter((name) => fingerprint(name).length > 0))("%s.yml gives its fingerprint back", (name) => {
    expect(at(templates[name], "Parameters", "Fingerprint", "Type")).toBe("String");
    expect(at(templates[name], "Parameters", "Fingerprint", "Default")).toBe("none");
    expect(at(templates[name], "Outputs", "Fingerprint", "Value")).toEqual({ Ref: "Fingerprint" });
  });
});

describe("what CloudFormation takes", () => {
  it.each(NAMES)("%s.yml fits into a request: under 51,200 bytes", (name) => {
    expect(Buffer.byteLength(sources[name] ?? "")).toBeLessThan(51_200);
  });

  it.each(NAMES)("%s.yml has a description of at most 1,024 bytes", (name) => {
    const description = String(at(templates[name], "Description") ?? "");
    expect(Buffer.byteLength(description)).toBeGreaterThan(0);
    expect(Buffer.byteLength(description)).toBeLessThanOrEqual(1024);
  });

  it.each(NAMES)("%s.yml exports nothing: an export locks the stack that others import from", (name) => {
    const exporting = entries(at(templates[name], "Outputs")).filter(
      ([, output]) => at(output, "Export") !== undefined,
    );
    expect(exporting).toEqual([]);
    expect([...walk(templates[name] ?? null)].filter(([value]) => at(value, "Fn::ImportValue") !== undefined)).toEqual(
      [],
    );
  });

  it.each(NAMES)(
    "%s.yml gives no resource a name that another stack or its own replacement would clash with",
    (name) => {
      const named = /^(RoleName|ServiceName|ClusterName|LogGroupName|GroupName|TargetGroupName)$/;
      const fixed = entries(at(templates[name], "Resources")).flatMap(([id, resource]) =>
        entries(at(resource, "Properties"))
          .filter(([property]) => named.test(property))
          .map(([property]) => `${id}.${property}`),
      );
      expect(fixed).toEqual([]);
    },
  );

  it.each(NAMES)("%s.yml describes each output", (name) => {
    const silent = entries(at(templates[name], "Outputs")).filter(([, output]) => !at(output, "Description"));
    expect(silent).toEqual([]);
  });
});

describe("parameters", () => {
  const all = NAMES.flatMap((name) =>
    entries(at(templates[name], "Parameters")).map(([key, parameter]) => [name, key, parameter] as const),
  );

  it.each(all)("%s.yml: %s says what it is and what it must be", (_, __, parameter) => {
    expect(at(parameter, "Type")).toEqual(expect.any(String));
    expect(String(at(parameter, "Description") ?? "")).toMatch(/\S.*\.$/s);
    expect(String(at(parameter, "ConstraintDescription") ?? "")).toMatch(/^must .*\.$/s);
  });

  it.each(all)("%s.yml: %s takes no value that it need not", (_, __, parameter) => {
    // A type of AWS's own is checked against the account; everything else by a pattern, a list or a range.
    const type = String(at(parameter, "Type"));
    const bounds = ["AllowedPattern", "AllowedValues", "MinValue"].filter((key) => at(parameter, key) !== undefined);
    if (!type.includes("AWS::")) expect(bounds).not.toEqual([]);
    if (type === "Number" && bounds.includes("MinValue")) expect(at(parameter, "MaxValue")).toEqual(expect.any(Number));
  });

  it.each(all)("%s.yml: %s has a default that it takes itself", (_, __, parameter) => {
    const value = at(parameter, "Default");
    if (value === undefined) return;
    const pattern = at(parameter, "AllowedPattern");
    const allowed = at(parameter, "AllowedValues");
    if (pattern !== undefined) expect(String(value)).toMatch(new RegExp(`^(?:${String(pattern)})$`));
    if (allowed !== undefined) expect(items(allowed)).toContain(value);
  });

  it.each(NAMES)("%s.yml shows each parameter once in the console's form", (name) => {
    const groups = items(at(templates[name], "Metadata", "AWS::CloudFormation::Interface", "ParameterGroups"));
    const shown = groups.flatMap((group) => items(at(group, "Parameters"))).map(String);
    expect(shown.sort()).toEqual(
      entries(at(templates[name], "Parameters"))
        .map(([key]) => key)
        .sort(),
    );
  });

  it.each([
    [
      "vpc",
      "VpcCidr",
      ["10.0.0.0/16", "172.16.0.0/22"],
      ["10.0.0.0", "10.0.0.0/23", "10.0.0.0/8", "10.0.0.256/16", "fd00::/16"],
    ],
    ["nat-gateways", "PrivateRouteTableIds", ["rtb-0123456789abcdef0"], ["", "subnet-0123456789abcdef0"]],
    [
      "cognito",
      "DomainPrefix",
      ["app-example-com", "a"],
      ["", "-a", "a-", "A", "a.b", "my-aws", "amazonas", "cognito1", "a".repeat(64)],
    ],
    [
      "alb",
      "Domain",
      ["app.example.com", "example.co"],
      [
        "",
        "example",
        "App.example.com",
        "a.example.com.",
        "*.a.com",
        "a_b.com",
        "10.0.0.1",
        "https://a.com",
        "a.com:80",
        `${"a".repeat(64)}.com`,
      ],
    ],
    [
      "alb",
      "SslPolicy",
      ["ELBSecurityPolicy-TLS13-1-2-2021-06", "ELBSecurityPolicy-TLS13-1-3-2021-06"],
      ["ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-TLS13-1-0-2021-06", "ELBSecurityPolicy-TLS13-1-1-2021-06", ""],
    ],
    ["alb", "AccessLogsBucket", ["", "my-logs"], ["s3://my-logs", "My-Logs"]],
    ["ecs-service", "App", ["shop", ".github", "a_B.c-1"], ["", "a b", "a/b"]],
    ["ecs-service", "Environment", ["production", "pr-12"], ["", "-a", "PR-12", "a.b"]],
    [
      "ecs-service",
      "Host",
      ["app.example.com", "xn--bcher-kva.example.com"],
      ["", "*.example.com", "app.example.com/", "a..b"],
    ],
    [
      "ecs-service",
      "HttpsListenerArn",
      ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/x/0123456789abcdef/0123456789abcdef"],
      ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/net/x/0/1", ""],
    ],
    ["ecs-service", "HealthCheckPath", ["/", "/health?deep=1"], ["", "health", "/a b"]],
    [
      "ecs-service",
      "TaskDefinition",
      ["", "arn:aws:ecs:eu-west-1:123456789012:task-definition/shop--production:12"],
      ["shop:12", "arn:aws:ecs:eu-west-1:123456789012:task-definition/shop"],
    ],
    [
      "ecs-service",
      "SecretArns",
      [
        "",
        "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db/password-AbCdEf",
        "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-1-AbCdEf",
        "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/key",
      ],
      [
        "*",
        "arn:aws:secretsmanager:eu-west-1:123456789012:secret:*",
        "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:password::",
        "arn:aws:ssm:eu-west-1:123456789012:parameter/*",
        "arn:aws:s3:::bucket",
      ],
    ],
    [
      "ecs-service",
      "RepositoryArns",
      ["", "arn:aws:ecr:eu-west-1:123456789012:repository/team/shop"],
      ["*", "arn:aws:ecr:eu-west-1:123456789012:repository/*"],
    ],
    ["ecs-service", "HostedZoneId", ["", "Z0123456789ABCDEFGHIJ"], ["/hostedzone/Z0123456789ABCDEFGHIJ"]],
  ])("%s.yml: %s takes %j and refuses %j", (name, key, good, bad) => {
    const pattern = new RegExp(String(at(templates[name], "Parameters", key, "AllowedPattern")));
    const length = Number(at(templates[name], "Parameters", key, "MaxLength") ?? 4096);
    const takes = (value: string) => pattern.test(value) && value.length <= length;
    expect(good.filter((value) => !takes(value))).toEqual([]);
    expect(bad.filter(takes)).toEqual([]);
  });
});

/** The names in a cell of the table, each with the note in parentheses behind it. */
function names(cell: string): { name: string; note: string }[] {
  return [...cell.replace(/`[^`]*`/g, "").matchAll(/([A-Z][A-Za-z0-9]+)(?: \(([^()]*)\))?/g)].map(
    ([, name = "", note = ""]) => ({
      name,
      note,
    }),
  );
}
