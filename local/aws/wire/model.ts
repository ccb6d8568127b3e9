import { NormalizedSchema } from "@smithy/core/schema";

/** One operation of a service, as its SDK client describes it. */
export interface Operation {
  readonly name: string;
  readonly input: NormalizedSchema;
  readonly output: NormalizedSchema;
  /** Method, path template and success status, for the REST protocols. */
  readonly http?: { readonly method: string; readonly path: string; readonly status: number };
}

/** An error of a service: what it is called on the wire, its status, its members. */
export interface ErrorShape {
  readonly code: string;
  readonly statusCode: number;
  readonly shape: NormalizedSchema;
}

export interface ServiceModel {
  readonly operations: ReadonlyMap<string, Operation>;
  /** By shape name and by wire code: ELB's `DuplicateListenerException` is `DuplicateListener` on the wire. */
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
      const queryError: unknown = traits.awsQueryError;
      const [code, queryStatus] = Array.isArray(queryError) ? [String(queryError[0]), Number(queryError[1])] : [name];
      const statusCode = queryStatus ?? Number(traits.httpError ?? (traits.error === "server" ? 500 : 400));
      const error = { code, statusCode, shape };
      errors.set(name, error);
      errors.set(code, error);
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
