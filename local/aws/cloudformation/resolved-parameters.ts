import type { Aws } from "../aws.js";
import { withPlainReferences } from "./dynamic-values.js";
import { fetchParameters } from "./parameter-store.js";
import { memberType, splitList, storedType } from "./template/parameters.js";
import { invalid, type ParameterDefinition } from "./template/template.js";

/**
 * What Parameter Store has for the template's parameters: of the types `AWS::SSM::Parameter::Value<...>`, whose values
 * are names, and of all that hold a dynamic reference. Read anew for each operation, also with UsePreviousValue.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
 * @returns values by the template's names; the others are absent
 * @throws AwsError ValidationError
 */
export async function resolveParameters(
  aws: Aws,
  definitions: Readonly<Record<string, ParameterDefinition>>,
  values: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const resolved: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value.includes("{{resolve:ssm:")) resolved[name] = await withPlainReferences(aws, value);
  }
  const stored = Object.entries(definitions).flatMap(([name, { Type }]) => {
    const type = storedType(Type);
    return type === undefined ? [] : [{ name, key: values[name] ?? "", isList: memberType(type) !== undefined }];
  });
  const { found, missing } = await fetchParameters(
    aws,
    stored.map(({ key }) => key),
  );
  if (missing.length > 0) {
    throw invalid(`Unable to fetch parameters [${missing.join(",")}] from parameter store for this account.`);
  }
  const refuse = (wrong: readonly { key: string }[], message: (keys: string) => string) => {
    if (wrong.length > 0) throw invalid(message(wrong.map(({ key }) => key).join(",")));
  };
  refuse(
    stored.filter(({ key }) => found.get(key)?.Type === "SecureString"),
    (keys) => `Parameters [${keys}] referenced by template have types not supported by CloudFormation.`,
  );
  refuse(
    stored.filter(({ key, isList }) => (found.get(key)?.Type === "StringList") !== isList),
    (keys) => `Types for SSM parameters [${keys}] defined in CFN template and SSM are incompatible`,
  );
  for (const { name, key, isList } of stored) {
    const { Value = "" } = found.get(key) ?? {};
    resolved[name] = isList ? splitList(Value).join(",") : Value;
  }
  return resolved;
}
