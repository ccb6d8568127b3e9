import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";

/** A schema as OpenAPI 3.0 writes it. */
export type OpenApiSchema = Readonly<Record<string, unknown>>;

/**
 * Checks values against schemas of an OpenAPI 3.0 description, which is JSON Schema with a few differences. Only what
 * is used is compiled. `strict` also refuses members that a schema does not name.
 */
export class Schemas {
  readonly #ajv = new Ajv({
    strict: false,
    allErrors: true,
    logger: false,
    formats: FORMATS,
    // GitHub's schemas are large and each is used a few times: what counts is how soon one is compiled.
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  readonly #components: Readonly<Record<string, OpenApiSchema>>;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(components: Readonly<Record<string, OpenApiSchema>>) {
    this.#components = components;
  }

  /** What does not fit, or an empty list. `name` says which schema it is: it is compiled once. */
  check(name: string, schema: OpenApiSchema, value: unknown): readonly ErrorObject[] {
    let validate = this.#compiled.get(name);
    if (validate === undefined) {
      validate = this.#ajv.compile(this.#convert(schema, true));
      this.#compiled.set(name, validate);
    }
    return validate(value) ? [] : [...(validate.errors ?? [])];
  }

  #convert(schema: OpenApiSchema, closed: boolean): OpenApiSchema {
    if (typeof schema.$ref === "string") return { $ref: this.#component(schema.$ref) };
    const { nullable, oneOf, example: _, examples: __, discriminator: ___, ...rest } = schema;
    const converted: Record<string, unknown> = { ...rest };
    // GitHub's alternatives overlap (null fits two of three), so one of them must do, not exactly one.
    const alternatives = (oneOf ?? rest.anyOf) as readonly OpenApiSchema[] | undefined;
    if (alternatives) converted.anyOf = alternatives.map((each) => this.#convert(each, closed));
    if (rest.allOf) converted.allOf = (rest.allOf as OpenApiSchema[]).map((each) => this.#convert(each, false));
    if (rest.items) converted.items = this.#convert(rest.items as OpenApiSchema, closed);
    if (rest.properties) {
      const properties = Object.entries(rest.properties as Record<string, OpenApiSchema>);
      converted.properties = Object.fromEntries(properties.map(([name, each]) => [name, this.#convert(each, closed)]));
      if (closed && rest.additionalProperties === undefined && !alternatives && !rest.allOf) {
        converted.additionalProperties = false;
      }
    }
    if (typeof rest.additionalProperties === "object" && rest.additionalProperties !== null) {
      converted.additionalProperties = this.#convert(rest.additionalProperties as OpenApiSchema, closed);
    }
    // GitHub's own default for many an address is the empty string, which is none.
    if (rest.default === "" && rest.format !== undefined) delete converted.format;
    delete converted.default;
    return nullable === true ? { anyOf: [converted, { type: "null" }] } : converted;
  }

  #component(reference: string): string {
    const name = reference.replace("#/components/schemas/", "");
    const id = `https://schemas.github.local/${name}`;
    if (!this.#known.has(id)) {
      this.#known.add(id);
      const schema = this.#components[name];
      if (schema === undefined) throw new Error(`GitHub's description has no schema ${reference}`);
      this.#ajv.addSchema(this.#convert(schema, true), id);
    }
    return id;
  }
  readonly #known = new Set<string>();
}

const FORMATS = {
  uri: (text: string) => URL.canParse(text),
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
} as const;
