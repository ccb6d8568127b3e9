import type { Output } from "@aws-sdk/client-cloudformation";
import { findUnknown, resolve, type Scope } from "../template/resolve.js";
import { invalid } from "../template/template.js";
import { type Run, runScope } from "./run.js";

/**
 * The outputs of a stack whose resources are there.
 * @throws AwsError ValidationError for a value that is no string, or an export whose name is taken
 */
export function resolveOutputs(run: Run, scope: Scope = runScope(run)): Output[] {
  const { template, conditions } = run.instance;
  return Object.entries(template.outputs).flatMap(([name, output]) => {
    if (output.Condition !== undefined && !conditions[output.Condition]) return [];
    // In an output a dynamic reference is but a text.
    const value = resolve(output.Value, scope, (text) => text);
    const exportName = output.Export && resolve(output.Export.Name, scope);
    return [
      {
        OutputKey: name,
        OutputValue: findUnknown(value) ? "" : text(value),
        ...(output.Description !== undefined && { Description: output.Description }),
        ...(exportName !== undefined && { ExportName: checkExport(run, String(exportName)) }),
      },
    ];
  });
}

/** @throws AwsError ValidationError where another stack uses an export that would go or change */
export function checkExportsInUse({ engine, stack }: Pick<Run, "engine" | "stack">, outputs: readonly Output[]): void {
  for (const { ExportName: name, OutputValue: before } of stack.outputs) {
    const user = name === undefined ? undefined : engine.importers(name)[0];
    if (name === undefined || !user) continue;
    const after = outputs.find(({ ExportName }) => ExportName === name);
    if (!after) throw invalid(`Delete canceled. Cannot delete export ${name} as it is in use by ${user.name}.`);
    if (after.OutputValue !== before) throw invalid(`Export ${name} cannot be updated as it is in use by ${user.name}`);
  }
}

function text(value: unknown): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  throw invalid("Template format error: The Value field of every Outputs member must evaluate to a String");
}

function checkExport(run: Run, name: string): string {
  if (!/^[A-Za-z0-9:-]{1,255}$/.test(name)) {
    throw invalid(
      `Template format error: Export name ${name} is malformed. The Name field of every Export member must be specified and consist only of alphanumeric characters, colons, or hyphens.`,
    );
  }
  const owner = run.engine.exports().get(name)?.stack;
  if (owner && owner !== run.stack) {
    throw invalid(`Export with name ${name} is already exported by stack ${owner.name}`);
  }
  return name;
}
