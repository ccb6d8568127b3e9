/**
 * A key's value in a secret that is a JSON object, as ECS makes an environment variable of it: its agent is written in
 * Go, so numbers, lists and objects look as Go prints them, and problems are told in Go's words.
 * @see https://github.com/aws/amazon-ecs-agent/blob/master/agent/asm/asm.go GetSecretFromASMWithInput
 * @see https://pkg.go.dev/encoding/json#Unmarshal
 */
export function valueOfKey(text: string, key: string): { value: string } | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: syntaxProblem(text) };
  }
  const type = json === null ? "null" : Array.isArray(json) ? "array" : typeof json;
  if (type !== "object" && type !== "null") {
    const name = type === "boolean" ? "bool" : type;
    return { problem: `json: cannot unmarshal ${name} into Go value of type map[string]interface {}` };
  }
  const members = (json ?? {}) as Record<string, unknown>;
  if (!Object.hasOwn(members, key)) {
    return { problem: `retrieved secret from Secrets Manager did not contain json key ${key}` };
  }
  return { value: printed(members[key]) };
}

/** Go's `%v` of what its JSON decoder makes. */
function printed(value: unknown): string {
  if (value === null || value === undefined) return "<nil>";
  if (Array.isArray(value)) return `[${value.map(printed).join(" ")}]`;
  if (typeof value === "object") {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `map[${entries.map(([name, each]) => `${name}:${printed(each)}`).join(" ")}]`;
  }
  return typeof value === "number" ? printedNumber(value) : String(value);
}

/** Every number is a float there, and gets an exponent from seven digits on: a million is 1e+06. */
function printedNumber(value: number): string {
  const [digits = "", power = ""] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return String(value);
  return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** Go's words for text that does not begin as JSON does, and for what ends too early. */
function syntaxProblem(text: string): string {
  const [, key] = /^\s*\{\s*([^\s"}])/.exec(text) ?? [];
  if (key !== undefined) return `invalid character ${quoted(key)} looking for beginning of object key string`;
  const [, first] = /^\s*([^\s{["\-\dtfn])/.exec(text) ?? [];
  if (first !== undefined) return `invalid character ${quoted(first)} looking for beginning of value`;
  if (/^\s*\{[^}]*$|^\s*$/.test(text)) return "unexpected end of JSON input";
  return "invalid character in JSON input";
}

function quoted(character: string): string {
  return character === "'" ? "'\\''" : `'${character}'`;
}
