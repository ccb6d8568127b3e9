import { at, entries, intrinsic, items, resourcesOf, templates, type Value, walk } from "./template.js";

export type Templates = Readonly<Record<string, Value>>;

/** What the action deploys. The roles that it runs with have a baseline of their own: github-oidc.test.ts. */
const { "github-oidc": _roles, ...platform } = templates;

/** A change to one template: what stands at the path afterwards; absent: nothing. */
type Spoiling = readonly [template: string, path: readonly (string | number)[], value?: Value];

/**
 * A point of the baseline, as a row of tests: it holds for the templates, and no longer once they are changed in any
 * of the ways given.
 */
export function point(sentence: string, holds: (all: Templates) => void, ...spoilings: readonly Spoiling[]) {
  describe(sentence, () => {
    it("holds", () => holds(platform));
    for (const [template, path, value] of spoilings) {
      it(`would not hold with ${JSON.stringify(value) ?? "nothing"} at ${path.join(".")} of ${template}.yml`, () => {
        const spoiled = { ...platform, [template]: set(templates[template] ?? null, path, value) };
        expect(() => holds(spoiled)).toThrow();
      });
    }
  });
}

/** A property of a resource: `property(all, "alb", "HttpsListener", "Port")`. */
export function property(all: Templates, template: string, resource: string, ...path: (string | number)[]) {
  return at(all[template], "Resources", resource, "Properties", ...path);
}

/** The properties of every resource of a type, of all templates. */
export function propertiesOf(all: Templates, type: string): Value[] {
  return Object.values(all).flatMap((template) =>
    resourcesOf(template, type).map(([, resource]) => at(resource, "Properties") ?? {}),
  );
}

/** A `Key`/`Value` list's values by key, as attributes of a load balancer or target group have it. */
export function attribute(list: Value | undefined, key: string): Value | undefined {
  const item = items(list).find((entry) => at(entry, "Key") === key);
  return item === undefined ? undefined : at(item, "Value");
}

/** Every rule of every security group, inline or a resource of its own, with its direction. */
export function securityGroupRules(all: Templates, direction: "Ingress" | "Egress"): Value[] {
  const inline = propertiesOf(all, "AWS::EC2::SecurityGroup").flatMap((group) =>
    items(at(group, `SecurityGroup${direction}`)),
  );
  return [...inline, ...propertiesOf(all, `AWS::EC2::SecurityGroup${direction}`)];
}

/** Every statement that allows something in a policy of a role. */
export function allowedStatements(all: Templates): Value[] {
  return propertiesOf(all, "AWS::IAM::Role").flatMap((role) =>
    [...walk(at(role, "Policies") ?? [])].map(([value]) => value).filter((value) => at(value, "Effect") === "Allow"),
  );
}

/** The strings, a single one or a list, that an `Action` or `Resource` holds; references are left out. */
export function texts(value: Value | undefined): string[] {
  return (Array.isArray(value) ? items(value) : [value]).filter((item) => typeof item === "string");
}

/** The value with both branches of every `Fn::If`, as a list of possible values. */
export function branches(value: Value | undefined): Value[] {
  if (value === undefined) return [];
  const [name, argument] = intrinsic(value) ?? [];
  return name === "Fn::If" ? [1, 2].flatMap((index) => branches(at(argument, index))) : [value];
}

/** The value with what is at a path put in, or taken away. @throws Error if there is nothing to put it into */
function set(here: Value, [step, ...rest]: readonly (string | number)[], value: Value | undefined): Value {
  if (step === undefined) throw new Error("a path has at least one step");
  if (Array.isArray(here)) {
    const list = [...items(here)];
    const next = rest.length === 0 ? value : set(list[Number(step)] ?? null, rest, value);
    list.splice(Number(step), 1, ...(next === undefined ? [] : [next]));
    return list;
  }
  if (here === null || typeof here !== "object") throw new Error(`nothing at ${step}`);
  const next = rest.length === 0 ? value : set(at(here, step) ?? null, rest, value);
  const others = entries(here).filter(([key]) => key !== step);
  return Object.fromEntries(next === undefined ? others : [...others, [String(step), next]]);
}
