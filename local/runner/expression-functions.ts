import { toText, type Value } from "./expression.js";

/** Those that ask how the job stands; only in conditions. */
export type StatusFunctions = Readonly<Record<"success" | "failure" | "cancelled" | "always", () => boolean>>;

/** https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#functions, without hashFiles. */
export function callFunction(name: string, given: readonly Value[], status: StatusFunctions | undefined): Value {
  const [first = null, second = null, ...more] = given;
  const [text, other] = [toText(first).toLowerCase(), toText(second).toLowerCase()];
  switch (name.toLowerCase()) {
    case "contains":
      return Array.isArray(first)
        ? first.some((each: Value) => toText(each).toLowerCase() === other)
        : text.includes(other);
    case "startswith":
      return text.startsWith(other);
    case "endswith":
      return text.endsWith(other);
    case "format":
      return format(toText(first), given.length > 1 ? [second, ...more] : []);
    case "join":
      return (Array.isArray(first) ? first : [first]).map(toText).join(given.length > 1 ? toText(second) : ",");
    case "tojson":
      return JSON.stringify(first, null, 2);
    case "fromjson":
      return JSON.parse(toText(first)) as Value;
    case "success":
    case "failure":
    case "cancelled":
    case "always": {
      if (status === undefined) throw new Error(`${name}() is for conditions alone`);
      return status[name.toLowerCase() as keyof StatusFunctions]();
    }
    default:
      throw new Error(`there is no function ${name} here`);
  }
}

function format(template: string, values: readonly Value[]): string {
  return template.replace(/\{\{|\}\}|\{(\d+)\}/g, (whole, index?: string) => {
    if (index === undefined) return whole.slice(1);
    const value = values[Number(index)];
    if (value === undefined) throw new Error(`format has no {${index}}`);
    return toText(value);
  });
}
