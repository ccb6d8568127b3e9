import type { ErrorObject } from "ajv";
import type { Description, Operation } from "./description.js";
import { GitHubError, notFound } from "./errors.js";

/** What a request that does not fit GitHub's description is told; `misfits` is for who looks at the calls. */
export class Misfit extends GitHubError {
  readonly misfits: readonly string[];

  constructor(status: number, message: string, misfits: readonly string[]) {
    super(status, message);
    this.misfits = misfits;
  }
}

/** Lists have pages of 30, or as asked for up to 100: a greater number means 100. */
const [PER_PAGE, MOST_PER_PAGE] = [30, 100];

/**
 * Path and query parameters in the types that the description gives them.
 *
 * @throws GitHubError 404 for a path's number that is none, as no route matches then
 * @throws Misfit 422 for what the description does not have. GitHub ignores a query parameter that it does not know:
 *   here a typing mistake must not pass
 */
export function readParameters(
  description: Description,
  operation: Operation,
  { path, query }: { path: Readonly<Record<string, string>>; query: URLSearchParams },
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const misfits: string[] = [];
  for (const parameter of operation.parameters) {
    const text = parameter.in === "path" ? path[parameter.name] : query.get(parameter.name);
    if (parameter.in === "header" || text === undefined || text === null) continue;
    const value = typed(text, parameter.schema.type);
    const errors = description.checkParameter(operation, parameter, value);
    if (errors.length > 0 && parameter.in === "path") throw notFound();
    for (const each of errors) misfits.push(`${parameter.name}: ${each.message}`);
    values[parameter.name] = value;
  }
  const known = new Set(operation.parameters.filter(({ in: where }) => where === "query").map(({ name }) => name));
  for (const name of new Set(query.keys())) if (!known.has(name)) misfits.push(`"${name}" is not a permitted key.`);
  if (misfits.length > 0) throw new Misfit(422, `Invalid request.\n\n${misfits.join("\n")}`, misfits);
  if (known.has("per_page")) {
    const wanted = Number(values.per_page ?? PER_PAGE);
    values.per_page = wanted < 1 ? PER_PAGE : Math.min(wanted, MOST_PER_PAGE);
    values.page = Math.max(1, Number(values.page ?? 1));
  }
  return values;
}

function typed(text: string, type: unknown): unknown {
  if (type === "integer") return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  return text;
}

/**
 * The body as JSON, checked.
 *
 * @throws Misfit 400 or 422 in GitHub's words
 * https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
export function readBody(description: Description, operation: Operation, body: Buffer): Record<string, unknown> {
  if (operation.body === undefined) return {};
  const text = body.toString("utf8");
  if (text === "" && !operation.body.required) return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Misfit(400, "Problems parsing JSON", ["the body is not JSON"]);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Misfit(400, "Body should be a JSON object", ["the body is not an object"]);
  const errors = description.checkBody(operation, value);
  if (errors.length === 0) return value as Record<string, unknown>;
  const misfits = [...new Set(errors.map((error) => sentence(error, value)))];
  throw new Misfit(422, `Invalid request.\n\n${misfits.join("\n")}`, misfits);
}

/** In the words of GitHub's own validation, where it is known. */
function sentence({ keyword, params, instancePath, message }: ErrorObject, body: unknown): string {
  let data = body;
  for (const step of instancePath.split("/").slice(1)) data = (data as Record<string, unknown> | undefined)?.[step];
  const at = `For 'properties${instancePath}', ${JSON.stringify(data)}`;
  if (keyword === "required") return `"${params.missingProperty}" wasn't supplied.`;
  if (keyword === "additionalProperties") return `"${params.additionalProperty}" is not a permitted key.`;
  if (keyword === "type") return `${at} is not ${/^[aeio]/.test(params.type) ? "an" : "a"} ${params.type}.`;
  if (keyword === "enum") return `${at} is not a member of ${JSON.stringify(params.allowedValues)}.`;
  return `${at} ${message}.`;
}
