import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { memberType, splitList, storedType } from "./template/parameters.js";
import { invalid, type ParameterDefinition } from "./template/template.js";

/**
 * Checks that what parameters of AWS-specific types name exists in the account.
 * @param values of those from Parameter Store, what it has
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
 * @throws AwsError ValidationError `Parameter validation failed: parameter value X for parameter name Y does not exist`
 */
export async function checkParametersExist(
  aws: Aws,
  definitions: Readonly<Record<string, ParameterDefinition>>,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const checks = Object.entries(definitions).flatMap(([name, { Type }]) => {
    const type = storedType(Type) ?? Type;
    const listOf = memberType(type);
    const value = values[name] ?? "";
    return (listOf === undefined ? [value] : splitList(value)).map((id) => ({ name, id, type: listOf ?? type }));
  });
  const missing = await Promise.all(
    checks.map(async ({ name, id, type }) => {
      const lookUp = LOOKUPS[type];
      if (!lookUp) {
        if (type.startsWith("AWS::")) throw notImplemented(`the parameter type ${type}`);
        return [];
      }
      return (await exists(() => lookUp(aws, id)))
        ? []
        : [`parameter value ${id} for parameter name ${name} does not exist`];
    }),
  );
  const problems = missing.flat();
  if (problems.length > 0) throw invalid(`Parameter validation failed: ${problems.join(", ")}`);
}

const LOOKUPS: Readonly<Record<string, (aws: Aws, id: string) => Promise<boolean>>> = {
  "AWS::EC2::AvailabilityZone::Name": async ({ ec2 }, id) =>
    found((await ec2.DescribeAvailabilityZones({ ZoneNames: [id] })).AvailabilityZones),
  "AWS::EC2::SecurityGroup::Id": async ({ ec2 }, id) =>
    found((await ec2.DescribeSecurityGroups({ GroupIds: [id] })).SecurityGroups),
  "AWS::EC2::Subnet::Id": async ({ ec2 }, id) => found((await ec2.DescribeSubnets({ SubnetIds: [id] })).Subnets),
  "AWS::EC2::VPC::Id": async ({ ec2 }, id) => found((await ec2.DescribeVpcs({ VpcIds: [id] })).Vpcs),
  "AWS::SSM::Parameter::Name": async ({ ssm }, id) => found((await ssm.GetParameters({ Names: [id] })).Parameters),
  "AWS::Route53::HostedZone::Id": async ({ route53 }, id) => (await route53.GetHostedZone({ Id: id })) !== undefined,
};

function found(list: readonly unknown[] | undefined): boolean {
  return (list ?? []).length > 0;
}

/** A service answers a look-up of what does not exist with an error whose code says so. */
async function exists(lookUp: () => Promise<boolean>): Promise<boolean> {
  try {
    return await lookUp();
  } catch (error) {
    if (error instanceof AwsError && /NotFound|NoSuch|Malformed|InvalidParameterValue|InvalidInput/.test(error.code))
      return false;
    throw error;
  }
}
