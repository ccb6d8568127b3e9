import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";

type Tags = Readonly<Record<string, string>>;
type Pair = { readonly Key?: string | undefined; readonly Value?: string | undefined };

/**
 * The tags of what an ARN names; none where it names nothing yet (a pattern, as of what is only being made). Throws for
 * a service whose tags are not to be had here.
 */
export async function resourceTags(aws: Aws, arn: string): Promise<Tags> {
  const [, , service = "", , , ...rest] = arn.split(":");
  const resource = rest.join(":");
  if (arn === "*") return {};
  const read = READERS[service];
  if (read === undefined) throw notImplemented(`aws:ResourceTag for ${service}`);
  try {
    return await read(aws, arn, resource);
  } catch (error) {
    // Nothing there: then the call itself says so.
    if (error instanceof AwsError && error.code !== "NotImplementedByLocalAws") return {};
    throw error;
  }
}

const READERS: Readonly<Record<string, (aws: Aws, arn: string, resource: string) => Promise<Tags>>> = {
  ec2: async ({ ec2 }, _arn, resource) => {
    const id = resource.split("/")[1] ?? "";
    const { Tags = [] } = await ec2.DescribeTags({ Filters: [{ Name: "resource-id", Values: [id] }] });
    return pairs(Tags);
  },
  ecs: async ({ ecs }, resourceArn) => {
    if (resourceArn.includes("*")) return {};
    const { tags = [] } = await ecs.ListTagsForResource({ resourceArn });
    return pairs(tags.map(({ key, value }) => ({ Key: key, Value: value })));
  },
  elasticloadbalancing: async ({ elbv2 }, arn) => {
    if (arn.includes("*")) return {};
    const { TagDescriptions = [] } = await elbv2.DescribeTags({ ResourceArns: [arn] });
    return pairs(TagDescriptions[0]?.Tags ?? []);
  },
  "cognito-idp": async ({ cognito }, ResourceArn) => (await cognito.ListTagsForResource({ ResourceArn })).Tags ?? {},
  acm: async ({ acm }, CertificateArn) => pairs((await acm.ListTagsForCertificate({ CertificateArn })).Tags ?? []),
  logs: async ({ logs }, arn) => {
    const resourceArn = arn.replace(/:log-stream:.*$/, "").replace(/:\*$/, "");
    return (await logs.ListTagsForResource({ resourceArn })).tags ?? {};
  },
  iam: async ({ iam }, _arn, resource) =>
    resource.startsWith("role/") ? iam.roleTags(resource.split("/").at(-1) ?? "") : {},
  cloudformation: async ({ cloudformation }, arn, resource) => {
    const StackName = resource.endsWith("/*") ? resource.split("/")[1] : arn;
    return pairs((await cloudformation.DescribeStacks({ StackName })).Stacks?.[0]?.Tags ?? []);
  },
};

function pairs(tags: readonly Pair[]): Tags {
  return Object.fromEntries(tags.map(({ Key = "", Value = "" }) => [Key, Value]));
}
