/** One resource names another: what would be in the way of the latter's deletion, or would miss it. */
export interface Reference {
  /** The ARN, or the id or name of what has none, of the resource that refers. */
  readonly from: string;
  /** Of the one referred to. */
  readonly to: string;
  /** The member that says so, such as `VpcId`. */
  readonly as: string;
}

/** What names a resource of a kind, the first as which it is shown; where it is not `arn`. */
const IDENTIFIERS: Readonly<Record<string, readonly string[]>> = {
  stacks: ["StackId"],
  loadBalancers: ["arn", "dnsName"],
  vpcs: ["VpcId"],
  subnets: ["SubnetId"],
  internetGateways: ["InternetGatewayId"],
  routeTables: ["RouteTableId"],
  addresses: ["AllocationId"],
  securityGroups: ["GroupId"],
  securityGroupRules: ["SecurityGroupRuleId"],
  networkInterfaces: ["NetworkInterfaceId"],
  natGateways: ["NatGatewayId"],
  hostedZones: ["id"],
  logGroups: ["name"],
  userPools: ["Arn", "Id"],
};

/** CloudFormation's own tags would make everything refer to its stack; the stack says so itself. */
const NOT_REFERENCES = new Set(["tags", "Tags", "TagSet"]);

/** Who refers to whom in what `/_local/state` shows: a list of resources by kind and by service. */
export function referencesIn(state: Readonly<Record<string, unknown>>): readonly Reference[] {
  const resources = Object.values(state).flatMap((service) =>
    entries(service).flatMap(([kind, list]) =>
      Array.isArray(list) ? list.map((resource: unknown) => ({ resource, names: namesOf(kind, resource) })) : [],
    ),
  );
  const known = new Map(resources.flatMap(({ names }) => names.map((name) => [name, names[0] ?? name] as const)));
  return resources.flatMap(({ resource, names: [from = ""] }) => {
    const found = new Map<string, Reference>();
    for (const { value, member } of strings(resource)) {
      const to = known.get(plainName(value));
      if (from !== "" && to !== undefined && to !== from) found.set(`${to} ${member}`, { from, to, as: member });
    }
    return [...found.values()];
  });
}

function namesOf(kind: string, resource: unknown): string[] {
  const members = new Map(entries(resource));
  return (IDENTIFIERS[kind] ?? ["arn"]).flatMap((name) => {
    const value = members.get(name);
    return typeof value === "string" ? [plainName(value)] : [];
  });
}

/** DNS names come with and without a dot at their end, and an alias record asks for both families. */
function plainName(value: string): string {
  return value.replace(/^dualstack\.|\.$/g, "");
}

/** Every text within a value, with the nearest member that it is in. */
function strings(value: unknown, member = ""): { value: string; member: string }[] {
  if (typeof value === "string") return [{ value, member }];
  if (Array.isArray(value)) return value.flatMap((each) => strings(each, member));
  return entries(value).flatMap(([name, inner]) => (NOT_REFERENCES.has(name) ? [] : strings(inner, name)));
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}
