// Writes the tables of inputs and outputs from each action.yml into the README beside it; with --check only compares them.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folders = [".", "smoke-test", "teardown", "sweep"].filter((folder) =>
  existsSync(join(root, folder, "action.yml")),
);

const cell = (text) =>
  text
    .trim()
    .replaceAll("|", "\\|")
    .replace(/\s*\n\s*/g, " ");
const shown = ({ required, default: value }) => (required ? "**required**" : value === undefined ? "" : `\`${value}\``);

let isStale = false;
for (const folder of folders) {
  const readme = join(root, folder, "README.md");
  const text = readFileSync(readme, "utf8");
  const filled = fill(text, parse(readFileSync(join(root, folder, "action.yml"), "utf8")), readme);
  if (filled === text) continue;
  const name = join(folder, "README.md");
  if (process.argv.includes("--check")) {
    console.error(`${name}: the tables are not those of action.yml: run npm run build`);
    isStale = true;
  } else {
    writeFileSync(readme, filled);
    console.log(`${name}: tables written`);
  }
}
if (isStale) process.exit(1);

function fill(text, { inputs, outputs }, file) {
  const tables = {
    inputs: [
      "| input | default | |",
      "|---|---|---|",
      ...Object.entries(inputs).map(
        ([name, input]) => `| \`${name}\` | ${shown(input)} | ${cell(input.description)} |`,
      ),
    ],
    outputs: [
      "| output | |",
      "|---|---|",
      ...Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`),
    ],
  };
  return Object.entries(tables).reduce((page, [name, lines]) => {
    const [begin, end] = [`<!-- ${name}: generated from action.yml -->`, `<!-- /${name} -->`];
    const [from, to] = [page.indexOf(begin), page.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${file} lacks ${begin} ... ${end}`);
    return `${page.slice(0, from + begin.length)}\n${lines.join("\n")}\n${page.slice(to)}`;
  }, text);
}
