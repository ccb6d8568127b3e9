import { readFileSync } from "node:fs";
import { texts } from "./baseline.js";
import { at, entries, items, ROOT, templates, type Value } from "./template.js";

/** What each handler needs, by type: AWS's resource schemas, by way of scripts/handler-permissions.mjs. */
const needed: Record<string, Record<string, string[]>> = JSON.parse(
  readFileSync(`${ROOT}local/aws/cloudformation/handler-permissions.json`, "utf8"),
);
const roles = templates["github-oidc"];
const preview = actionsOf(at(roles, "Resources", "PreviewPolicy", "Properties", "PolicyDocument"));
const deploy = new Set([
  ...preview,
  ...items(at(roles, "Resources", "DeployRole", "Properties", "Policies")).flatMap((policy) => [
    ...actionsOf(at(policy, "PolicyDocument")),
  ]),
]);

/** What a handler lists and our templates give it no reason to call, with the reason. */
const NOT_NEEDED: readonly (readonly [actions: RegExp, why: string])[] = [
  [/^kms:|^logs:(Dis)?[Aa]ssociateKmsKey$/, "nothing is encrypted with a key of the user's own"],
  [/^acm-pca:/, "certificates are public ones"],
  [/^acm:UpdateCertificateOptions$/, "a certificate's options are AWS's defaults"],
  [/^cloudfront:updateDistribution$/, "user pool domains are prefixes, without a certificate"],
  [/^cognito-idp:AddCustomAttributes$/, "the user pool has no attributes of its own"],
  [/^lambda:/, "what scales is an ECS service"],
  [/^application-autoscaling:(Put|Delete)ScheduledAction$/, "nothing scales by a schedule"],
  [/^ec2:(AcceptAddressTransfer|AssociateAddress)$/, "addresses are new, and belong to NAT gateways"],
  [/^ec2:\w*Nat(Gateway)?Address$|^ec2:(Una|A)ssignPrivateNatGatewayAddress$/, "NAT gateways have one address"],
  [/^ec2:(A|Disa)ssociateSubnetCidrBlock$/, "subnets have no IPv6"],
  [/^ec2:(Attach|Detach)VpnGateway$/, "there is no VPN"],
  [/^ec2:(CreateVpcEncryptionControl|ModifyVpcTenancy)$/, "the VPC has neither"],
  [/^ec2:DescribeIpamPools$|^elasticloadbalancing:ModifyIpPools$/, "the load balancer has AWS's addresses"],
  [/^elasticloadbalancing:ModifyCapacityReservation$/, "no capacity is reserved"],
  [/^elasticloadbalancing:(Der|R)egisterTargets$/, "ECS registers targets, with its own role"],
  [/^ecs:PutAccountSetting(Default)?$/, "settings are the cluster's own"],
  [/^iam:(Attach|Detach)RolePolicy$/, "the environments' roles have inline policies alone"],
  [/^iam:(Put|Delete)RolePermissionsBoundary$/, "the environments' roles have no boundary"],
  [/^iam:UpdateRoleDescription$/, "UpdateRole does the same"],
  [
    /^(firehose|s3):|^logs:(CreateLogDelivery|PutBearerTokenAuthentication|PutLogGroupDeletionProtection)$/,
    "log groups deliver to nobody and have no such settings",
  ],
  [/^logs:(Put|Delete)(DataProtection|Index|Resource)Policy$/, "log groups have no policies of their own"],
  [/^logs:DeleteRetentionPolicy$/, "a log group always has a retention"],
];

/** What only the preview role lacks, since the deploy role needs it for something else. */
const NOT_FOR_PREVIEWS: typeof NOT_NEEDED = [
  [/^iam:CreateServiceLinkedRole$/, "an app client sends no mail; the platform's services made their roles"],
];

function actionsOf(document: Value | undefined): Set<string> {
  return new Set(items(at(document, "Statement")).flatMap((statement) => texts(at(statement, "Action"))));
}

/** What the handlers of these resources list and a role may not do, each once. */
function lacking(allowed: ReadonlySet<string>, types: readonly string[]): string[] {
  const listed = types.flatMap((type) => Object.values(needed[type] ?? {}).flat());
  return [...new Set(listed)].filter((action) => !allowed.has(action)).sort();
}

const explains = (explanations: typeof NOT_NEEDED, action: string) =>
  explanations.some(([known]) => known.test(action));

describe("what CloudFormation's handlers need", () => {
  const resources = Object.entries(templates)
    .filter(([name]) => name !== "github-oidc")
    .flatMap(([, template]) => entries(at(template, "Resources")).map(([, resource]) => String(at(resource, "Type"))));

  it("is listed for every type of the templates, but for two that have no such list", () => {
    const unlisted = [...new Set(resources)].filter((type) => needed[type] === undefined);
    expect(unlisted.sort()).toEqual(["AWS::ElasticLoadBalancingV2::ListenerCertificate", "AWS::Route53::RecordSet"]);
  });

  it("the deploy role may do, but for what is explained", () => {
    const missing = lacking(deploy, resources);
    expect(missing.filter((action) => !explains(NOT_NEEDED, action))).toEqual([]);
    // What is looked up only is not explained away but allowed, except of services that have no part in it.
    const looks = missing.filter((action) => /:(Describe|Get|List)/.test(action));
    expect(looks.filter((action) => !/^(kms|lambda|acm-pca):/.test(action))).toEqual(["ec2:DescribeIpamPools"]);
  });

  it("the preview role may do for an environment without a certificate and autoscaling, but for what is explained", () => {
    const own = entries(at(templates["ecs-service"], "Resources"))
      .filter(([, resource]) => at(resource, "Condition") === undefined)
      .map(([, resource]) => String(at(resource, "Type")));
    const missing = lacking(preview, own);
    expect(missing.filter((action) => !explains([...NOT_NEEDED, ...NOT_FOR_PREVIEWS], action))).toEqual([]);
  });

  it("is explained nowhere that it is not missing", () => {
    const missing = lacking(deploy, resources);
    expect(NOT_NEEDED.filter(([known]) => !missing.some((action) => known.test(action)))).toEqual([]);
  });
});
