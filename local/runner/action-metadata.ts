import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

/** What action.yml says, as far as running a JavaScript action needs it. */
export interface ActionMetadata {
  readonly name: string;
  readonly inputs: ReadonlyMap<string, InputMetadata>;
  readonly runs: {
    readonly using: string;
    readonly main: string;
    readonly pre?: string;
    readonly preIf: string;
    readonly post?: string;
    readonly postIf: string;
  };
}

export interface InputMetadata {
  /** May hold `${{ }}` expressions. An input without a default is the empty string, as on GitHub. */
  readonly default: string;
  readonly deprecationMessage?: string;
}

/**
 * Reads `action.yml` (or `action.yaml`) in `folder`. Throws an error that names the file when there is none, when
 * it is not YAML, or when it describes something else than a JavaScript action that Node 24 runs.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax
 */
export async function readActionMetadata(folder: string): Promise<ActionMetadata> {
  const { file, text } = await readManifest(folder);
  const document = record(parse(text), file);
  const runs = record(document.runs, `${file}: runs`);
  const using = String(runs.using ?? "");
  if (using === "composite" || using === "docker") {
    throw new Error(`${file}: this runner does not run ${using} actions, only JavaScript ones (using: node24)`);
  }
  // GitHub runs actions that still say node20 on Node 24, with a warning.
  if (using !== "node24" && using !== "node20") {
    throw new Error(`${file}: runs.using is "${using}"; GitHub runs JavaScript actions with "node24"`);
  }
  if (typeof runs.main !== "string") throw new Error(`${file}: runs.main is missing`);
  const inputs = new Map<string, InputMetadata>();
  for (const [name, value] of Object.entries(record(document.inputs ?? {}, `${file}: inputs`))) {
    const input = record(value ?? {}, `${file}: inputs.${name}`);
    inputs.set(name, {
      default: scalar(input.default, `${file}: inputs.${name}.default`),
      ...(typeof input.deprecationMessage === "string" ? { deprecationMessage: input.deprecationMessage } : {}),
    });
  }
  return {
    name: String(document.name ?? ""),
    inputs,
    runs: {
      using,
      main: runs.main,
      ...(typeof runs.pre === "string" ? { pre: runs.pre } : {}),
      preIf: String(runs["pre-if"] ?? "always()"),
      ...(typeof runs.post === "string" ? { post: runs.post } : {}),
      postIf: String(runs["post-if"] ?? "always()"),
    },
  };
}

async function readManifest(folder: string): Promise<{ file: string; text: string }> {
  for (const name of ["action.yml", "action.yaml"]) {
    const file = join(folder, name);
    try {
      return { file, text: await readFile(file, "utf8") };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  throw new Error(`There is no action.yml or action.yaml in ${folder}`);
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${where} is not a mapping`);
  return value as Record<string, unknown>;
}

function scalar(value: unknown, where: string): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "object") throw new Error(`${where} is not a scalar`);
  return String(value);
}
