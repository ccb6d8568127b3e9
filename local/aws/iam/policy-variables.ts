import type { Context } from "./conditions.js";

/** `${key}` or `${key, 'default'}`. */
const VARIABLE = /\$\{([^},]+?)(?:\s*,\s*'([^']*)')?\}/g;

/**
 * A text of a policy with its variables replaced by what the request has for them; undefined where it has nothing, or
 * several values, for one of them and there is no default: what holds it then matches nothing. Wildcards in a value stand
 * for themselves, which a NUL before each says.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function substitute(text: string, context: Context): string | undefined {
  let missing = false;
  const replaced = text.replace(VARIABLE, (_, key: string, byDefault: string | undefined) => {
    const value = key === "*" || key === "?" || key === "$" ? key : (single(context, key) ?? byDefault);
    missing ||= value === undefined;
    return (value ?? "").replace(/[*?]/g, "\u0000$&");
  });
  return missing ? undefined : replaced;
}

/** The keys that a text's variables ask for. */
export function variableKeys(text: string): string[] {
  return [...text.matchAll(VARIABLE)].map(([, key = ""]) => key).filter((key) => !/^[*?$]$/.test(key));
}

function single(context: Context, key: string): string | undefined {
  const values = Object.entries(context).find(([each]) => each.toLowerCase() === key.toLowerCase())?.[1];
  return values?.length === 1 ? values[0] : undefined;
}
