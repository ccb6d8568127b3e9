import type { AttributeType, SchemaAttributeType } from "@aws-sdk/client-cognito-identity-provider";
import { AwsError } from "../errors.js";
import type { AppClient, User, UserPool } from "./state.js";

const text = (Name: string, { Min = "0", Max = "2048", ...rest } = {}): SchemaAttributeType => ({
  Name,
  AttributeDataType: "String",
  DeveloperOnlyAttribute: false,
  Mutable: true,
  Required: false,
  StringAttributeConstraints: { MinLength: Min, MaxLength: Max },
  ...rest,
});
const flag = (Name: string): SchemaAttributeType => ({
  Name,
  AttributeDataType: "Boolean",
  DeveloperOnlyAttribute: false,
  Mutable: true,
  Required: false,
});

/**
 * The attributes that every pool has.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#cognito-user-pools-standard-attributes
 */
const STANDARD: readonly SchemaAttributeType[] = [
  text("profile"),
  text("address"),
  text("birthdate", { Min: "10", Max: "10" }),
  text("gender"),
  text("preferred_username"),
  {
    Name: "updated_at",
    AttributeDataType: "Number",
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    NumberAttributeConstraints: { MinValue: "0" },
  },
  text("website"),
  text("picture"),
  text("identities"),
  { ...text("sub", { Min: "1" }), Mutable: false, Required: true },
  text("phone_number"),
  flag("phone_number_verified"),
  text("zoneinfo"),
  text("locale"),
  text("email"),
  flag("email_verified"),
  text("given_name"),
  text("family_name"),
  text("middle_name"),
  text("name"),
  text("nickname"),
];

/** A pool's schema: the standard attributes, changed and extended by the request's. */
export function schemaOf(sent: readonly SchemaAttributeType[] = []): SchemaAttributeType[] {
  const schema = new Map(STANDARD.map((attribute) => [attribute.Name ?? "", attribute]));
  for (const attribute of sent) {
    const name = attribute.Name ?? "";
    const standard = schema.get(name);
    if (standard !== undefined) {
      if (attribute.AttributeDataType !== undefined && attribute.AttributeDataType !== standard.AttributeDataType) {
        throw invalid(
          "You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute",
        );
      }
      schema.set(name, { ...standard, ...attribute });
      continue;
    }
    if (attribute.Required) throw invalid("Required custom attributes are not supported currently.");
    if (attribute.AttributeDataType === undefined)
      throw invalid("AttributeDataType is required for custom attributes.");
    const full = `${attribute.DeveloperOnlyAttribute ? "dev:" : ""}custom:${name.replace(/^custom:/, "")}`;
    const number = attribute.AttributeDataType === "Number" ? { NumberAttributeConstraints: {} } : {};
    const string = attribute.AttributeDataType === "String" ? { StringAttributeConstraints: {} } : {};
    const defaults = { DeveloperOnlyAttribute: false, Mutable: true, Required: false };
    schema.set(full, { ...defaults, ...number, ...string, ...attribute, Name: full });
  }
  return [...schema.values()];
}

/** Names of the required attributes that are missing or empty; `sub` is Cognito's own. */
export function missingAttributes(pool: UserPool, attributes: ReadonlyMap<string, string>): string[] {
  return pool.schema.flatMap(({ Name = "", Required }) =>
    Required && Name !== "sub" && !attributes.get(Name) ? [Name] : [],
  );
}

/**
 * A request's attributes as a map, checked against the pool's schema. `client` is who writes them, undefined for an
 * administrator; `user` whose they will be, if it exists.
 */
export function checkAttributes(
  pool: UserPool,
  sent: readonly AttributeType[] = [],
  { client, user }: { client?: AppClient; user?: User } = {},
): Map<string, string> {
  const attributes = new Map(sent.map(({ Name = "", Value = "" }) => [Name, Value]));
  const problems: string[] = [];
  for (const [name, value] of attributes) {
    const attribute = pool.schema.find(({ Name }) => Name === name);
    const problem = attribute === undefined ? "Attribute does not exist in the schema." : wrong(attribute, value, user);
    if (problem !== undefined) problems.push(`${name}: ${problem}`);
    else if (client !== undefined && !mayWrite(client, name)) {
      throw new AwsError("NotAuthorizedException", "A client attempted to write unauthorized attribute");
    }
  }
  if (problems.length > 0) throw nonConforming(problems);
  const email = attributes.get("email");
  if (email && !isEmail(email)) throw invalid("Invalid email address format.");
  const phone = attributes.get("phone_number");
  if (phone && !/^\+\d{1,15}$/.test(phone)) throw invalid("Invalid phone number format.");
  return attributes;
}

/** As SignUp words it when required attributes are missing. */
export function refuseMissing(pool: UserPool, attributes: ReadonlyMap<string, string>): void {
  const missing = missingAttributes(pool, attributes);
  if (missing.length > 0) throw nonConforming(missing.map((name) => `${name}: The attribute is required\n`));
}

export function isEmail(text: string): boolean {
  return /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+@[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u.test(text) && !/@.*@/.test(text);
}

/** Whether tokens and user info for `client` may show an attribute. */
export function mayRead(client: AppClient, name: string): boolean {
  return client.ReadAttributes === undefined || name === "sub" || client.ReadAttributes.includes(name);
}

function mayWrite(client: AppClient, name: string): boolean {
  if (name.endsWith("_verified") || name.startsWith("dev:")) return false;
  return client.WriteAttributes === undefined ? !name.startsWith("custom:") : client.WriteAttributes.includes(name);
}

function wrong(attribute: SchemaAttributeType, value: string, user: User | undefined): string | undefined {
  const { Name = "", AttributeDataType, Mutable, NumberAttributeConstraints, StringAttributeConstraints } = attribute;
  if (Name === "sub" || (Mutable === false && user !== undefined && user.attributes.get(Name) !== undefined)) {
    return "Attribute cannot be updated.\n";
  }
  if (value === "") return undefined;
  if (AttributeDataType === "Boolean" && value !== "true" && value !== "false") return "Boolean value expected.\n";
  if (AttributeDataType === "Number") {
    if (!/^-?\d+$/.test(value)) return "Number value expected.\n";
    const { MinValue, MaxValue } = NumberAttributeConstraints ?? {};
    if (MinValue && Number(value) < Number(MinValue)) return `Number value cannot be less than ${MinValue}.\n`;
    if (MaxValue && Number(value) > Number(MaxValue)) return `Number value cannot be more than ${MaxValue}.\n`;
  }
  if (AttributeDataType === "String") {
    const { MinLength, MaxLength } = StringAttributeConstraints ?? {};
    if (MinLength && value.length < Number(MinLength)) return `String must be at least ${MinLength} characters.\n`;
    if (MaxLength && value.length > Number(MaxLength)) return `String cannot be longer than ${MaxLength} characters.\n`;
  }
  return undefined;
}

function nonConforming(problems: readonly string[]): AwsError {
  return invalid(`Attributes did not conform to the schema: ${problems.join("")}`);
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
