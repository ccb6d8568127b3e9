import type { Filter } from "@aws-sdk/client-secrets-manager";
import { notImplemented } from "../errors.js";
import type { Secret } from "./secret.js";

/**
 * Whether a secret is what all filters ask for: each by the beginning of a text, any of its values, none with `!`.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Filter.html
 */
export function matchesFilters(secret: Secret, filters: readonly Filter[]): boolean {
  return filters.every(({ Key: key = "all", Values: values = [] }) => {
    const texts = TEXTS[key];
    if (texts === undefined) throw notImplemented(`the filter ${key} of ListSecrets`);
    const wanted = values.filter((value) => !value.startsWith("!"));
    const unwanted = values.filter((value) => value.startsWith("!")).map((value) => value.slice(1));
    const begins = (prefix: string) => texts(secret).some((text) => text.startsWith(prefix));
    return (wanted.length === 0 || wanted.some(begins)) && !unwanted.some(begins);
  });
}

const TEXTS: Readonly<Record<string, (secret: Secret) => readonly string[]>> = {
  name: ({ name }) => [name],
  "tag-key": ({ tags }) => [...tags.keys()],
  "tag-value": ({ tags }) => [...tags.values()],
};
