import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder with an action in it, made of the files given (path to text); gone after `remove()`. */
export async function actionFolder(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), "action-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
