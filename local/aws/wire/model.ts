import { NormalizedSchema } from "@smithy/core/schema";

/** One operation of a service, as its SDK client describes it. */
export interface Operation {
  readonly name: string;
  readonly input: NormalizedSchema;
  readonly output: NormalizedSchema;
  /** Method, path template and success status, for the REST protocols. */
  readonly http?: { readonly method: string; readonly path: string; readonly status: number };
}

/** An error of a service. */
export interface ErrorShape {
  /** The shape's name, which is the code in JSON and REST: `DuplicateListenerException`. */
  readonly name: string;
  readonly statusCode: number;
  /** Code and status in the query protocol, where they differ: `DuplicateListener`. */
  readonly query: { readonly code: string; readonly statusCode: number };
  readonly shape: NormalizedSchema;
}

export interface ServiceModel {
  readonly operations: ReadonlyMap<string, Operation>;
  /** By name and by query code. */
  readonly errors: ReadonlyMap<string, ErrorShape>;
}

/**
 * Reads the operations and errors out of an SDK client package's exports: schemas are exported as `Name$`, where
 * an operation is `[9, namespace, name, traits, input, output]` and an error `[-3, namespace, name, traits, ...]`
 * (@smithy/types, schema/static-schemas).
 */
export function readModel(client: object): ServiceModel {
  const operations = new Map<string, Operation>();
  const errors = new Map<string, ErrorShape>();
  for (const [exported, schema] of Object.entries(client)) {
    if (!exported.endsWith("$") || !Array.isArray(schema)) continue;
    const name = String(schema[2]);
    if (schema[0] === 9) {
      const traits = NormalizedSchema.of(schema as never).getMergedTraits();
      const http: unknown = traits.http;
      operations.set(name, {
        name,
        input: NormalizedSchema.of(schema[4]),
        output: NormalizedSchema.of(schema[5]),
        ...(Array.isArray(http)
          ? { http: { method: String(http[0]), path: String(http[1]), status: Number(http[2]) } }
          : {}),
      });
    } else if (schema[0] === -3) {
      const shape = NormalizedSchema.of(schema as never);
      const traits = shape.getMergedTraits();
      const statusCode = Number(traits.httpError ?? (traits.error === "server" ? 500 : 400));
      const inQuery: unknown = traits.awsQueryError;
      const query = Array.isArray(inQuery)
        ? { code: String(inQuery[0]), statusCode: Number(inQuery[1]) }
        : { code: name, statusCode };
      const error = { name, statusCode, query, shape };
      errors.set(name, error);
      if (!errors.has(query.code)) errors.set(query.code, error);
    }
  }
  return { operations, errors };
}

/** Names of a structure's required members: the SDK lists them first and gives their number. */
export function requiredMembers(structure: NormalizedSchema): readonly string[] {
  const schema: unknown = structure.getSchema();
  if (!Array.isArray(schema) || typeof schema[6] !== "number") return [];
  return schema[4].slice(0, schema[6]);
}
