import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..", "..");

/** The built action as another version of it would be: with one of its templates changed. */
export async function otherVersion(
  template: string,
  edit: (body: string) => string,
): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "action-"));
  await cp(join(ROOT, "action.yml"), join(folder, "action.yml"));
  await cp(join(ROOT, "dist"), join(folder, "dist"), { recursive: true });
  const file = join(folder, "dist", "action", template);
  const before = await readFile(file, "utf8");
  const after = edit(before);
  if (after === before) throw new Error(`the edit changes nothing in ${template}`);
  await writeFile(file, after);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
