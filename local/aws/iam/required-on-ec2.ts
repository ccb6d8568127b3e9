import type { Arns } from "./required-permissions.js";

/** EC2's kinds of resources by the prefix of their ids. */
const BY_ID: readonly (readonly [prefix: string, type: string])[] = [
  ["vpc-", "vpc"],
  ["subnet-", "subnet"],
  ["igw-", "internet-gateway"],
  ["rtb-", "route-table"],
  ["nat-", "natgateway"],
  ["eipalloc-", "elastic-ip"],
  ["sg-", "security-group"],
  ["eni-", "network-interface"],
];

/** Associations are no resources of their own: what is checked is what they belong to, whose id the call does not name. */
const BY_ASSOCIATION: readonly (readonly [prefix: string, type: string])[] = [
  ["rtbassoc-", "route-table"],
  ["eipassoc-", "elastic-ip"],
];

/** What an operation makes, by its name. */
const CREATED: Readonly<Record<string, string>> = {
  CreateVpc: "vpc",
  CreateSubnet: "subnet",
  CreateInternetGateway: "internet-gateway",
  CreateRouteTable: "route-table",
  CreateNatGateway: "natgateway",
  AllocateAddress: "elastic-ip",
  CreateSecurityGroup: "security-group",
  CreateNetworkInterface: "network-interface",
};

/**
 * The resources that a call to EC2 is checked on: what it makes (its id is not known yet), and what it names by id.
 * Reads know no resources. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export function ec2Resources(
  operation: string,
  input: Readonly<Record<string, unknown>>,
  { regional }: Arns,
): readonly string[] | undefined {
  if (operation.startsWith("Describe")) return undefined;
  const created = CREATED[operation];
  return [
    ...(created ? [regional("ec2", `${created}/*`)] : []),
    ...Object.entries(input)
      // A rule's own groups of peers are no resource of the call.
      .filter(([name]) => name !== "IpPermissions" && name !== "TagSpecifications")
      .flatMap(([, value]) => [value].flat())
      .flatMap((value) => {
        if (typeof value !== "string") return [];
        const owner = BY_ASSOCIATION.find(([prefix]) => value.startsWith(prefix))?.[1];
        if (owner) return [regional("ec2", `${owner}/*`)];
        const type = BY_ID.find(([prefix]) => value.startsWith(prefix))?.[1];
        return type ? [regional("ec2", `${type}/${value}`)] : [];
      }),
  ];
}
