import { AwsError } from "../../errors.js";

/** A template as read: structure checked, values still with their intrinsic functions. */
export interface Template {
  readonly body: string;
  readonly version?: string;
  readonly description?: string;
  readonly metadata?: unknown;
  readonly parameters: Readonly<Record<string, ParameterDefinition>>;
  readonly mappings: Readonly<Record<string, unknown>>;
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly rules: Readonly<Record<string, Rule>>;
  readonly resources: Readonly<Record<string, ResourceDefinition>>;
  readonly outputs: Readonly<Record<string, OutputDefinition>>;
  readonly transforms: readonly string[];
  /**
   * The template as plain data, where its transforms have yet to be applied: then conditions, resources and outputs
   * are those that are written, unchecked, loops' among them.
   */
  readonly unprocessed?: Readonly<Record<string, unknown>>;
  /** What the transforms have made of `body`. Absent: there are none. */
  readonly processed?: string;
  /** Why the transforms could not be applied; then it has no resources. */
  readonly failure?: string;
}

export interface ParameterDefinition {
  readonly Type: string;
  readonly Default?: unknown;
  readonly NoEcho?: unknown;
  readonly AllowedValues?: readonly unknown[];
  readonly AllowedPattern?: string;
  readonly MinLength?: unknown;
  readonly MaxLength?: unknown;
  readonly MinValue?: unknown;
  readonly MaxValue?: unknown;
  readonly Description?: string;
  readonly ConstraintDescription?: string;
}

export interface Rule {
  readonly RuleCondition?: unknown;
  readonly Assertions: readonly { readonly Assert: unknown; readonly AssertDescription?: string }[];
}

export interface ResourceDefinition {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: unknown;
  readonly Description?: string;
}

export interface OutputDefinition {
  readonly Value: unknown;
  readonly Description?: string;
  readonly Condition?: string;
  readonly Export?: { readonly Name: unknown };
}

/** Whether a parameter's value is not to be shown. */
export function isNoEcho(template: Template, parameter: string): boolean {
  return String(template.parameters[parameter]?.NoEcho) === "true";
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A ValidationError, CloudFormation's answer to most bad requests. */
export function invalid(message: string): AwsError {
  return new AwsError("ValidationError", message);
}
