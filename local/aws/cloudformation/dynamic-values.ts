import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { onBehalfOfCaller } from "../iam/caller.js";
import type { Instance } from "./instance.js";
import { fetchParameters } from "./parameter-store.js";
import {
  changeTexts,
  type DynamicReference,
  MAX_REFERENCES,
  parameterName,
  placesIn,
  referencesIn,
  secretReference,
} from "./template/dynamic-references.js";
import { resolveFunctions, Unknown } from "./template/resolve.js";
import { invalid } from "./template/template.js";

/** Why a reference to a secret could not be resolved: the reason of its resource's failure, as it stands. */
export const UNRESOLVED = "UnresolvedReference";

/**
 * The values of the references to Parameter Store in a stack's resources, by the references' texts. They are read anew
 * for each operation; a change of a value is then a change of the resource.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm.html
 * @throws AwsError ValidationError for what is not there or is a SecureString, and for secure references: no property
 * of a resource type that is served here takes those
 */
export async function plainReferences(aws: Aws, instance: Instance): Promise<ReadonlyMap<string, string>> {
  const { template, graph, scope } = instance;
  const later = (name: string) => new Unknown(name);
  const known = { ...scope, ref: later, getAtt: later, importValue: later, stackOutput: later };
  const found = [...graph.keys()].flatMap((logicalId) => {
    const { Type = "", Properties = {} } = template.resources[logicalId] ?? {};
    return placesIn(resolveFunctions(Properties, known), `${Type}/Properties`);
  });
  if (found.length > MAX_REFERENCES) {
    throw invalid(`Template error: a template can have at most ${MAX_REFERENCES} dynamic references`);
  }
  const ours = found.filter(({ service }) => service !== "secretsmanager");
  for (const reference of ours) parameterName(reference);
  const secure = ours.filter(({ service }) => service === "ssm-secure");
  if (secure.length > 0) {
    throw invalid(`SSM Secure reference is not supported in: [${secure.map(({ place }) => place).join(",")}]`);
  }
  return readReferences(aws, ours);
}

/** A text with the values of its references to Parameter Store. */
export async function withPlainReferences(aws: Aws, text: string): Promise<string> {
  const references = referencesIn(text).filter(({ service }) => service === "ssm");
  return replaced(text, await readReferences(aws, references));
}

/**
 * Puts known values in the places of a text's references to Parameter Store; those to secrets stay.
 * @throws AwsError NotImplementedByLocalAws for a reference that is put together of what another resource will be
 */
export function replaced(text: string, values: ReadonlyMap<string, string>): string {
  return referencesIn(text).reduce((result, { text: reference, service }) => {
    if (service === "secretsmanager") return result;
    const value = values.get(reference);
    if (value === undefined) throw notImplemented(`dynamic references with what is known later (${reference})`);
    return result.replaceAll(reference, () => value);
  }, text);
}

/**
 * A resource's properties with the secrets that they refer to, for its service alone: they are read when the resource
 * is made or changed, and never kept or compared.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
 * @throws AwsError UNRESOLVED
 */
export async function withSecrets<Properties extends object>(aws: Aws, properties: Properties): Promise<Properties> {
  if (placesIn(properties, "").length === 0) return properties;
  const changed = await changeTexts(properties, async (text) => {
    let result = text;
    for (const reference of referencesIn(text)) {
      const value = await secretValue(aws, reference);
      result = result.replaceAll(reference.text, () => value);
    }
    return result;
  });
  return changed as Properties;
}

async function readReferences(aws: Aws, references: readonly DynamicReference[]): Promise<ReadonlyMap<string, string>> {
  const names = references.map((reference) => [reference.text, parameterName(reference)] as const);
  const { found, missing } = await fetchParameters(
    aws,
    names.map(([, name]) => name),
  );
  if (missing.length > 0) {
    throw invalid(`Parameters: [${missing.map((name) => `ssm:${name}`).join(", ")}] cannot be found.`);
  }
  return new Map(
    names.map(([text, name]) => {
      const { Type, Name, Value = "" } = found.get(name) ?? {};
      if (Type === "SecureString") throw invalid(`Non-secure ssm prefix was used for secure parameter ${Name}`);
      return [text, Value];
    }),
  );
}

async function secretValue(aws: Aws, reference: DynamicReference): Promise<string> {
  const wanted = secretReference(reference);
  if (wanted === undefined) throw unresolved(`Incorrect format is used in the following reference: ${reference.text}`);
  const { secretId, jsonKey, versionStage, versionId } = wanted;
  const { SecretString: text } = await onBehalfOfCaller(aws)
    .secretsManager.GetSecretValue({
      SecretId: secretId,
      ...(versionStage !== "" && { VersionStage: versionStage }),
      ...(versionId !== "" && { VersionId: versionId }),
    })
    .catch((error: unknown) => {
      if (!(error instanceof AwsError)) throw error;
      throw unresolved(
        `${error.message} (Service: AWSSecretsManager; Status Code: 400; Error Code: ${error.code}; Request ID: ${aws.random.uuid()}; Proxy: null)`,
      );
    });
  if (text === undefined) throw notImplemented("dynamic references to binary secrets");
  return jsonKey === "" ? text : valueOfKey(text, jsonKey);
}

function valueOfKey(text: string, key: string): string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unresolved("Could not parse SecretString JSON");
  }
  const value: unknown = typeof json === "object" && json !== null ? Reflect.get(json, key) : undefined;
  if (value === undefined || value === null) {
    throw unresolved("Could not find a value associated with JSONKey in SecretString");
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

function unresolved(message: string): AwsError {
  return new AwsError(UNRESOLVED, message);
}
