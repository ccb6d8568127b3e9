import { rename, writeFile } from "node:fs/promises";

/** `KEY=value` lines into a record; blank lines and lines that begin with `#` are left out. Throws, naming the line. */
export function parseEnvFile(text: string, file: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`${file}:${index + 1}: write NAME=value`);
    values[name] = value;
  }
  return values;
}

/** Writes such a file at once (whoever waits for it sees it whole), readable by its owner alone. */
export async function writeEnvFile(file: string, values: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, lines.join(""), { mode: 0o600 });
  await rename(unfinished, file);
}
