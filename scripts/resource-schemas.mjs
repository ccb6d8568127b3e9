// Writes local/aws/cloudformation/resource-schemas.json: what AWS's own resource schemas say of values, cut down to
// the types of resource-types.json. resource-schema.ts there has the shape.
// It needs Python with cfn-lint (pip install cfn-lint), which ships AWS's schemas with patches of its own applied, and
// the patches beside them. Those are taken off again, since only what AWS itself checks counts here; what the services
// refuse is for the services to say.
// Run it again after scripts/resource-types.mjs or after a new release of cfn-lint: node scripts/resource-schemas.mjs

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a patch sets although AWS's schema has it too, so that taking the patch off takes too much off. */
const AWS_HAS_TOO = {
  "AWS::IAM::Policy": { PolicyName: { minLength: 1, maxLength: 128 } },
  "AWS::Logs::LogGroup": { LogGroupName: { minLength: 1, maxLength: 512 } },
};

const RANGES = ["minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems"];
const COMBINED = ["anyOf", "oneOf", "allOf"];

const target = fileURLToPath(new URL("../local/aws/cloudformation/resource-schemas.json", import.meta.url));
const types = Object.keys(
  readJson(fileURLToPath(new URL("../local/aws/cloudformation/resource-types.json", import.meta.url))),
);
const python = "import cfnlint, os; print(os.path.dirname(cfnlint.__file__))";
const root = join(execFileSync("python3", ["-c", python], { encoding: "utf8" }).trim(), "data", "schemas");
const index = readFileSync(join(root, "providers", "us_east_1.py"), "utf8");

const schemas = {};
for (const type of types) {
  const hash = new RegExp(`"${type}": "(\\w+)"`).exec(index)?.[1];
  const schema = withoutPatches(type, readJson(join(root, "resources", `${hash}.json`)));
  for (const [name, constraints] of Object.entries(AWS_HAS_TOO[type] ?? {}))
    Object.assign(schema.properties[name], constraints);
  const readOnly = (schema.readOnlyProperties ?? []).map((path) => path.replace("/properties/", ""));
  const properties = Object.entries(schema.properties).filter(([name]) => !readOnly.includes(name));
  const node = readNode({ ...schema, properties: Object.fromEntries(properties) }, schema.definitions ?? {});
  if (node) schemas[type] = node;
}
writeFileSync(target, `${JSON.stringify(schemas)}\n`);
execFileSync(fileURLToPath(new URL("../node_modules/.bin/biome", import.meta.url)), ["format", "--write", target]);

/** AWS's schema again. All patches that touch a constraint of these types add it; other kinds are for types of values. */
function withoutPatches(type, schema) {
  for (const kind of ["providers", "extensions"]) {
    const folder = join(root, "patches", kind, "all", type.toLowerCase().replaceAll("::", "_"));
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
    for (const { op, path } of files.flatMap((name) => readJson(join(folder, name)))) {
      const keys = path
        .split("/")
        .slice(1)
        .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
      const last = keys.pop();
      const parent = keys.reduce((node, key) => node?.[key], schema);
      if (op === "add" && parent !== undefined) delete parent[last];
    }
  }
  return schema;
}

/** The constraints of a schema and of what is within; undefined where there are none. References are resolved. */
function readNode(schema, definitions) {
  if (schema.$ref) return readNode(definitions[schema.$ref.replace("#/definitions/", "")], definitions);
  const node = {};
  for (const name of RANGES) if (schema[name] !== undefined) node[name] = schema[name];
  // Java's end of the text, which JavaScript does not have.
  if (schema.pattern !== undefined) node.pattern = schema.pattern.replace(/\\Z$/, "$");
  // Texts' are in resource-types.json, from AWS's newer schemas.
  if (schema.enum && schema.type !== "string") node.enum = schema.enum;
  if (schema.uniqueItems) node.uniqueItems = true;
  if (schema.patternProperties && schema.additionalProperties === false && !schema.properties) {
    node.keys = Object.keys(schema.patternProperties);
  }
  for (const name of COMBINED) {
    const options = (schema[name] ?? []).map((option) => readOption(option, definitions));
    if (options.length > 0 && options.every((option) => option)) node[name] = options;
  }
  if (schema.dependencies)
    throw new Error("dependencies are new in these schemas: teach resource-schema.ts about them");
  const properties = Object.entries(schema.properties ?? {}).map(([name, inner]) => [
    name,
    readNode(inner, definitions),
  ]);
  const constrained = properties.filter(([, inner]) => inner).sort(([a], [b]) => (a < b ? -1 : 1));
  if (constrained.length > 0) node.properties = Object.fromEntries(constrained);
  const items = schema.items && readNode(schema.items, definitions);
  if (items) node.items = items;
  return Object.keys(node).length > 0 ? node : undefined;
}

/** An option of a combination, where `required` and enumerations of texts count too. */
function readOption(schema, definitions) {
  const { required, enum: values } = schema;
  const node = { ...readNode(schema, definitions), ...(required && { required }), ...(values && { enum: values }) };
  return Object.keys(node).length > 0 ? node : undefined;
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}
