// Writes local/aws/cloudformation/handler-permissions.json: the permissions that CloudFormation's handlers need of their
// caller, by resource type and handler, for the types of the templates. AWS's resource schemas list them:
// https://schema.cloudformation.us-east-1.amazonaws.com/CloudformationSchema.zip, unpacked into a folder. (cfn-lint leaves
// them out of its copy.) A type without handlers of the new kind has no row.
// Run it again after adding a type: node scripts/handler-permissions.mjs FOLDER

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("give the folder of AWS's resource schemas");
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const templates = readdirSync(path("cloudformation")).map((file) =>
  readFileSync(path(`cloudformation/${file}`), "utf8"),
);
const types = new Set(
  templates.flatMap((text) => [...text.matchAll(/^ {4}Type: (AWS::\w+::\w+)$/gm)].map(([, type]) => type)),
);
const permissions = {};
for (const type of [...types].sort()) {
  const { handlers = {} } = JSON.parse(
    readFileSync(join(folder, `${type.toLowerCase().replaceAll("::", "-")}.json`), "utf8"),
  );
  const { create, read, update, delete: remove } = handlers;
  const own = Object.entries({ create, read, update, delete: remove }).filter(([, handler]) => handler !== undefined);
  if (own.length > 0)
    permissions[type] = Object.fromEntries(own.map(([name, handler]) => [name, handler.permissions.toSorted()]));
}
const target = path("local/aws/cloudformation/handler-permissions.json");
writeFileSync(target, JSON.stringify(permissions));
execFileSync(path("node_modules/.bin/biome"), ["format", "--write", target]);
