import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { ErrorObject } from "ajv";
import { type OpenApiSchema, Schemas } from "./json-schema.js";

/** One operation of GitHub's REST API, as its OpenAPI description has it. */
export interface Operation {
  /** `pulls/get`, as Octokit names it too. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly documentation: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly schema: OpenApiSchema } | undefined;
  /** By status; undefined where the description gives no body. */
  readonly responses: ReadonlyMap<string, OpenApiSchema | undefined>;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: OpenApiSchema;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
}

interface RawOperation {
  readonly operationId: string;
  readonly externalDocs?: { readonly url: string };
  readonly parameters?: readonly (Parameter | { $ref: string })[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { content?: Content } | { $ref: string }>>;
}

type Content = Readonly<Record<string, { readonly schema: OpenApiSchema }>>;

/**
 * GitHub's published description of its REST API and its webhooks (https://github.com/github/rest-api-description,
 * packed as `@octokit/openapi`): what exists, and what requests and answers look like.
 */
export class Description {
  readonly #document: Document;
  readonly #schemas: Schemas;
  readonly #paths: readonly { path: string; pattern: RegExp; names: string[] }[];
  readonly #operations = new Map<string, Operation>();

  constructor(document: Document) {
    this.#document = document;
    this.#schemas = new Schemas(corrected(document.components.schemas ?? {}));
    this.#paths = Object.keys(document.paths).map(pathPattern).sort(mostSpecific);
  }

  /** The operation that a request asks for, with the path's parameters as they stand there (decoded). */
  find(method: string, path: string): { operation: Operation; parameters: Record<string, string> } | undefined {
    for (const { path: template, pattern, names } of this.#paths) {
      const match = pattern.exec(path);
      const raw = match && this.#document.paths[template]?.[method.toLowerCase()];
      if (!raw) continue;
      const values = names.map((name, index) => [name, decoded(match[index + 1] ?? "")]);
      return { operation: this.#operation(method, template, raw), parameters: Object.fromEntries(values) };
    }
    return undefined;
  }

  has(operationId: string): boolean {
    return Object.values(this.#document.paths).some((methods) =>
      Object.values(methods).some((operation) => operation.operationId === operationId),
    );
  }

  /** What of a request's body does not fit. */
  checkBody({ id, body }: Operation, value: unknown): readonly ErrorObject[] {
    return body ? this.#schemas.check(`${id} request`, body.schema, value) : [];
  }

  checkParameter({ id }: Operation, { name, schema }: Parameter, value: unknown): readonly ErrorObject[] {
    return this.#schemas.check(`${id} ${name}`, schema, value);
  }

  /** What of an answer does not fit; undefined when the description does not have this status for the operation. */
  checkAnswer({ id, responses }: Operation, status: number, body: unknown): readonly ErrorObject[] | undefined {
    const schema = responses.get(String(status));
    if (schema) return this.#schemas.check(`${id} ${status}`, schema, body);
    return responses.has(String(status)) ? [] : undefined;
  }

  /** What of an event's payload does not fit the webhook, such as `pull-request-opened`. */
  checkWebhook(name: string, payload: unknown): readonly ErrorObject[] {
    const schema = `webhook-${name}`;
    return this.#schemas.check(schema, { $ref: `#/components/schemas/${schema}` }, payload);
  }

  #operation(method: string, path: string, raw: RawOperation): Operation {
    const known = this.#operations.get(raw.operationId);
    if (known) return known;
    const body = raw.requestBody && schemaOf(raw.requestBody.content);
    const operation: Operation = {
      id: raw.operationId,
      method,
      path,
      documentation: raw.externalDocs?.url ?? "https://docs.github.com/rest",
      parameters: (raw.parameters ?? []).map((parameter) => this.#resolve(parameter) as Parameter),
      body: body && { required: raw.requestBody?.required === true, schema: body },
      responses: new Map(
        Object.entries(raw.responses).map(([status, response]) => [
          status,
          schemaOf((this.#resolve(response) as { content?: Content }).content),
        ]),
      ),
    };
    this.#operations.set(raw.operationId, operation);
    return operation;
  }

  #resolve(value: object): unknown {
    if (!("$ref" in value)) return value;
    const [, , kind = "", name = ""] = String(value.$ref).split("/");
    return this.#document.components[kind]?.[name];
  }
}

function schemaOf(content: Content | undefined): OpenApiSchema | undefined {
  return content?.["application/json"]?.schema;
}

/** Where the description contradicts what GitHub documents elsewhere. */
function corrected(schemas: Readonly<Record<string, Record<string, unknown>>>): Record<string, OpenApiSchema> {
  // A fork may be deleted while its pull request stays: GitHub's webhooks' schema (and its answers) have null there.
  const nullableHead = (name: string) => {
    const schema = structuredClone(schemas[name] ?? {}) as {
      properties: { head: { properties: { repo: OpenApiSchema } } };
    };
    const { head } = schema.properties;
    head.properties.repo = { anyOf: [head.properties.repo, { enum: [null] }] };
    return schema;
  };
  return {
    ...schemas,
    "pull-request": nullableHead("pull-request"),
    "pull-request-simple": nullableHead("pull-request-simple"),
  };
}

/** `{ref}` of a git reference and `{branch}` may hold slashes, as GitHub allows; no other parameter may. */
const WITH_SLASHES = new Set(["ref", "branch", "path", "basehead"]);

function pathPattern(path: string) {
  const names: string[] = [];
  const pattern = path
    .split(/(\{[^}]+\})/)
    .map((part) => {
      const name = /^\{([^}]+)\}$/.exec(part)?.[1];
      if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      names.push(name);
      return WITH_SLASHES.has(name) && path.endsWith(part) ? "(.+)" : "([^/]+)";
    })
    .join("");
  return { path, pattern: new RegExp(`^${pattern}$`), names };
}

/** Fixed text before parameters, and parameters that end at a slash before those that do not. */
function mostSpecific(a: { path: string }, b: { path: string }): number {
  const parameters = ({ path }: { path: string }) => path.split("{").length;
  return b.path.split("/").length - a.path.split("/").length || parameters(a) - parameters(b);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

let description: Promise<Description> | undefined;

/** Reads the description: 13 MB, so not before somebody asks for it, and once. */
export function readDescription(): Promise<Description> {
  description ??= readFile(
    createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json"),
    "utf8",
  ).then((text) => new Description(JSON.parse(text)));
  return description;
}
