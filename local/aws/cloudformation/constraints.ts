import {
  ChangeSetType,
  DeletionMode,
  OnFailure,
  OnStackFailure,
  StackStatus,
  TemplateStage,
} from "@aws-sdk/client-cloudformation";
import { invalid } from "./template/template.js";

interface Constraint {
  readonly least?: number;
  readonly shortest?: number;
  readonly longest?: number;
  readonly values?: readonly string[];
}

/** By member, from AWS's model of the API; what the SDK does not send wrong by itself. */
const CONSTRAINTS: Readonly<Record<string, Constraint>> = {
  ChangeSetType: { values: Object.values(ChangeSetType) },
  DeletionMode: { values: Object.values(DeletionMode) },
  Description: { shortest: 1, longest: 1024 },
  NextToken: { shortest: 1, longest: 1024 },
  OnFailure: { values: Object.values(OnFailure) },
  OnStackFailure: { values: Object.values(OnStackFailure) },
  StackStatusFilter: { values: Object.values(StackStatus) },
  TemplateStage: { values: Object.values(TemplateStage) },
  TimeoutInMinutes: { least: 1 },
};

/**
 * Checks a request's members against AWS's model: numbers, lengths and enumerations.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
 * @throws AwsError ValidationError that lists all of them, as AWS's request validation does
 */
export function checkConstraints(request: object): void {
  const problems = Object.entries(request).flatMap(([member, value]: [string, unknown]) => {
    const constraint = CONSTRAINTS[member];
    const path = member.charAt(0).toLowerCase() + member.slice(1);
    if (!constraint || value === undefined) return [];
    return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
      const broken = brokenConstraint(constraint, item);
      const shown = Array.isArray(value) ? `[${value.join(", ")}]` : item;
      return broken === undefined ? [] : [`Value '${shown}' at '${path}' failed to satisfy constraint: ${broken}`];
    });
  });
  if (problems.length === 0) return;
  const count = problems.length === 1 ? "1 validation error" : `${problems.length} validation errors`;
  throw invalid(`${count} detected: ${problems.join("; ")}`);
}

function brokenConstraint({ least, shortest, longest, values }: Constraint, value: unknown): string | undefined {
  if (values && !values.includes(String(value))) return `Member must satisfy enum value set: [${values.join(", ")}]`;
  if (least !== undefined && Number(value) < least) return `Member must have value greater than or equal to ${least}`;
  const { length } = String(value);
  if (shortest !== undefined && length < shortest)
    return `Member must have length greater than or equal to ${shortest}`;
  if (longest !== undefined && length > longest) return `Member must have length less than or equal to ${longest}`;
  return undefined;
}
