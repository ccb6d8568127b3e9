import { notImplemented } from "../../errors.js";
import { Unknown } from "./resolve.js";
import { invalid, isObject } from "./template.js";

/** A reference to a value in another service: `{{resolve:service:key}}`. */
export interface DynamicReference {
  /** As it stands in the template, with its braces. */
  readonly text: string;
  readonly service: "ssm" | "ssm-secure" | "secretsmanager";
  readonly key: string;
}

/** Where a reference is: `AWS::ECS::Service/Properties/Tags`, up to the first list. */
export interface Place extends DynamicReference {
  readonly place: string;
}

/** As many as a template may have. */
export const MAX_REFERENCES = 60;

/**
 * The dynamic references in a text.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 * @throws AwsError NotImplementedByLocalAws for a service that AWS does not document
 */
export function referencesIn(text: string): DynamicReference[] {
  return [...text.matchAll(/\{\{resolve:([^:{}]+):([^{}]*)\}\}/g)].map(([whole, service, key = ""]) => {
    if (service !== "ssm" && service !== "ssm-secure" && service !== "secretsmanager") {
      throw notImplemented(`dynamic references to ${service}`);
    }
    return { text: whole, service, key };
  });
}

/** All references within a resolved value, with their places. */
export function placesIn(value: unknown, place: string, withinList = false): Place[] {
  if (typeof value === "string") return referencesIn(value).map((each) => ({ ...each, place }));
  if (value instanceof Unknown) return [];
  if (Array.isArray(value)) return value.flatMap((item) => placesIn(item, place, true));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    placesIn(item, withinList ? place : `${place}/${name}`, withinList),
  );
}

/**
 * What Parameter Store is to be asked for: a name, perhaps with a version. Labels are not for references.
 * @throws AwsError ValidationError
 */
export function parameterName({ text, key }: DynamicReference): string {
  if (/^[\w.\-/]+(:\d+)?$/.test(key)) return key;
  throw invalid(`Incorrect format is used in the following SSM reference: [${text}]`);
}

/** What Secrets Manager is to be asked for. */
export interface SecretReference {
  /** A name or an ARN. */
  readonly secretId: string;
  /** Of the secret's JSON object; empty for the whole text, like the next two for the current version. */
  readonly jsonKey: string;
  readonly versionStage: string;
  readonly versionId: string;
}

/**
 * `secret-id:SecretString:json-key:version-stage:version-id`, of which all but the first may be absent or empty.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
 * @returns undefined for another form
 */
export function secretReference({ key }: DynamicReference): SecretReference | undefined {
  const parts = key.split(":");
  const idParts = key.startsWith("arn:") ? 7 : 1;
  const secretId = parts.slice(0, idParts).join(":");
  const [kind = "", jsonKey = "", versionStage = "", versionId = "", ...more] = parts.slice(idParts);
  if (secretId === "" || more.length > 0 || (kind !== "" && kind !== "SecretString")) return undefined;
  return { secretId, jsonKey, versionStage, versionId };
}

/** Applies `change` to every text in a resolved value that has a dynamic reference. */
export async function changeTexts(value: unknown, change: (text: string) => Promise<string>): Promise<unknown> {
  if (typeof value === "string") return referencesIn(value).length > 0 ? change(value) : value;
  if (value instanceof Unknown) return value;
  if (Array.isArray(value)) return Promise.all(value.map((item) => changeTexts(item, change)));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(async ([name, item]) => [name, await changeTexts(item, change)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
