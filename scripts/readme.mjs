// Writes the tables of inputs and outputs in README.md from action.yml; with --check only compares them.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const readme = join(root, "README.md");
const { inputs, outputs } = parse(readFileSync(join(root, "action.yml"), "utf8"));

const cell = (text) =>
  text
    .trim()
    .replaceAll("|", "\\|")
    .replace(/\s*\n\s*/g, " ");
const shown = ({ required, default: value }) => (required ? "**required**" : value === undefined ? "" : `\`${value}\``);
const tables = {
  inputs: [
    "| input | default | |",
    "|---|---|---|",
    ...Object.entries(inputs).map(([name, input]) => `| \`${name}\` | ${shown(input)} | ${cell(input.description)} |`),
  ],
  outputs: [
    "| output | |",
    "|---|---|",
    ...Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`),
  ],
};

const text = readFileSync(readme, "utf8");
const filled = Object.entries(tables).reduce((page, [name, lines]) => {
  const [begin, end] = [`<!-- ${name}: generated from action.yml -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md lacks ${begin} ... ${end}`);
  return `${page.slice(0, from + begin.length)}\n${lines.join("\n")}\n${page.slice(to)}`;
}, text);

if (filled === text) process.exit(0);
if (process.argv.includes("--check")) {
  console.error("README.md: the tables are not those of action.yml: run npm run build");
  process.exit(1);
}
writeFileSync(readme, filled);
console.log("README.md: tables written");
