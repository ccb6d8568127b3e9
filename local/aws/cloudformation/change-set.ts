import { type ChangeDetail, compareProperties, isSame, type PropertyChange, type ResourceChange } from "./changes.js";
import { attributesOf, desiredProperties, presentResource } from "./engine/apply.js";
import { newOperation } from "./engine/operation-events.js";
import { resolveOutputs } from "./engine/outputs.js";
import { type Engine, handlerOf, outputOf, type Run } from "./engine/run.js";
import type { Instance } from "./instance.js";
import type { Resource, Stack } from "./stack.js";
import type { PropertyProblem } from "./template/properties.js";
import { references } from "./template/references.js";
import { findUnknown, resolve, type Scope, Unknown } from "./template/resolve.js";
import { invalid, isNoEcho } from "./template/template.js";

/** What bringing a stack to an instance would do. */
export interface Prediction {
  readonly changes: ResourceChange[];
  /** Whether anything would change: a resource, an output, a tag. */
  readonly isChange: boolean;
  /** What AWS's early validation finds wrong with the properties. */
  readonly problems: readonly {
    readonly logicalId: string;
    readonly type: string;
    readonly problem: PropertyProblem;
  }[];
}

/**
 * Compares a stack with an instance, without touching anything. What depends on a resource that is yet to be made
 * counts as a change that is only expected.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets-samples.html
 * @param missingExports what to think of an export that is not there: CreateStack finds out later
 * @throws AwsError ValidationError for templates that cannot be resolved, and for a changed resource type
 */
export function predict(
  engine: Engine,
  stack: Stack,
  instance: Instance,
  { missingExports = "refused" }: { missingExports?: "refused" | "unknown" } = {},
): Prediction {
  const operation = newOperation(engine, "CREATE_CHANGESET");
  const run: Run = { engine, stack, operation, instance, imports: new Set(), configured: new Set() };
  checkTypesKept(stack, instance);
  const changes = new Map<string, ResourceChange>();
  const problems: { logicalId: string; type: string; problem: PropertyProblem }[] = [];
  const scope = predictedScope(run, changes, missingExports);
  for (const logicalId of inOrder(instance)) {
    const { change, problems: found } = predictResource(run, logicalId, scope);
    if (change) changes.set(logicalId, change);
    problems.push(
      ...found.map((problem) => ({ logicalId, type: instance.template.resources[logicalId]?.Type ?? "", problem })),
    );
  }
  for (const resource of stack.resources.values()) {
    if (!instance.graph.has(resource.logicalId) && resource.status !== "DELETE_COMPLETE") {
      changes.set(resource.logicalId, removal(resource));
    }
  }
  const outputs = resolveOutputs(run, scope);
  const isChange =
    changes.size > 0 ||
    stack.superseded.length > 0 ||
    !isSame(outputs, stack.outputs) ||
    !isSame(instance.tags, stack.instance?.tags ?? {});
  return { changes: [...changes.values()], isChange, problems };
}

function predictResource(
  run: Run,
  logicalId: string,
  scope: Scope,
): { change?: ResourceChange; problems: PropertyProblem[] } {
  const definition = run.instance.template.resources[logicalId];
  if (!definition) return { problems: [] };
  const { handler, type } = handlerOf(run.engine, definition.Type);
  const { properties, shown, problems } = desiredProperties(run, logicalId, { type, handler }, scope);
  const current = presentResource(run, logicalId);
  const after = {
    metadata: resolve(definition.Metadata, scope),
    deletionPolicy: definition.DeletionPolicy ?? "Delete",
    updateReplacePolicy: definition.UpdateReplacePolicy ?? "Delete",
  };
  const shared = { logicalId, type: definition.Type };
  if (!current?.created) {
    const failed = current?.physicalId === undefined ? {} : { physicalId: current.physicalId };
    return {
      change: {
        ...{ ...shared, ...failed, action: "Add", scope: [], details: [] },
        ...{ after: { Properties: shown }, properties },
      },
      problems,
    };
  }
  const compared = compareProperties(type, current.properties, properties);
  const isRetry = current.status === "UPDATE_FAILED";
  if (compared.length === 0 && isSame(attributesOf(current), after) && !isRetry) return { problems };
  const details = compared.flatMap((change) => {
    const visible = { before: current.shown[change.name], after: shown[change.name] };
    return propertyDetails(run, logicalId, type.tags?.property, change, visible);
  });
  const replacement = replacementOf(
    compared,
    compared.some(({ recreation }) => recreation === "Conditionally") &&
      handler.replaces?.(current.properties, properties),
  );
  details.push(...attributeDetails(attributesOf(current), after));
  const scopes = new Set(details.map(({ attribute }) => attribute));
  return {
    change: {
      ...shared,
      action: "Modify",
      ...(current.physicalId !== undefined && { physicalId: current.physicalId }),
      replacement,
      ...(replacement !== "False" && {
        policyAction: current.updateReplacePolicy === "Retain" ? "ReplaceAndRetain" : "ReplaceAndDelete",
      }),
      scope: [...scopes],
      details,
      before: { Properties: current.shown },
      after: { Properties: shown },
      properties,
      previousProperties: current.properties,
    },
    problems,
  };
}

/** True only where it is certain: a value that is not known yet, or a conditional update, leaves it open. */
function replacementOf(
  changes: readonly PropertyChange[],
  replaces: boolean | undefined,
): "True" | "False" | "Conditional" {
  const always = changes.filter(({ recreation }) => recreation === "Always");
  if (always.some(({ after }) => findUnknown(after) === undefined)) return "True";
  if (always.length > 0) return "Conditional";
  if (!changes.some(({ recreation }) => recreation === "Conditionally")) return "False";
  return replaces === false ? "False" : "Conditional";
}

function propertyDetails(
  run: Run,
  logicalId: string,
  tags: string | undefined,
  change: PropertyChange,
  visible: { readonly before: unknown; readonly after: unknown },
): ChangeDetail[] {
  const isTags = change.name === tags;
  // What is shown of a resource does not have the stack's tags.
  const hasSecrets = Object.keys(run.instance.parameters).some((name) => isNoEcho(run.instance.template, name));
  const { before, after } = isTags && !hasSecrets ? change : visible;
  const target = {
    attribute: isTags ? ("Tags" as const) : ("Properties" as const),
    ...(!isTags && { name: change.name }),
    recreation: change.recreation,
    before,
    after,
  };
  const value = run.instance.template.resources[logicalId]?.Properties?.[change.name];
  const found = references(value, run.instance.conditions);
  const { stack, instance } = run;
  const details: ChangeDetail[] = [];
  for (const reference of found) {
    const { name, kind } = reference;
    if (Object.hasOwn(instance.parameters, name)) {
      if (stack.instance && givenValue(stack.instance, name) === givenValue(instance, name)) continue;
      details.push({ ...target, evaluation: "Static", source: "ParameterReference", causingEntity: name });
    } else if (kind === "GetAtt" && findUnknown(change.after)) {
      details.push({
        ...target,
        evaluation: "Dynamic",
        source: "ResourceAttribute",
        causingEntity: `${name}.${reference.attribute}`,
      });
    } else if (kind === "Ref" && findUnknown(change.after) && instance.graph.has(name)) {
      details.push({ ...target, evaluation: "Dynamic", source: "ResourceReference", causingEntity: name });
    }
  }
  const direct = { ...target, source: "DirectModification" as const };
  const hasStatic = details.some(({ evaluation }) => evaluation === "Static");
  // As in AWS's examples: a parameter's change is also shown as a possible direct one.
  if (hasStatic) return [...details, { ...direct, evaluation: "Dynamic" }];
  return details.length > 0 ? details : [{ ...direct, evaluation: "Static" }];
}

/** What a parameter stands for: its value, or what Parameter Store has for it. */
function givenValue({ parameters, resolvedParameters }: Instance, name: string): string | undefined {
  return resolvedParameters[name] ?? parameters[name];
}

function attributeDetails(
  before: ReturnType<typeof attributesOf>,
  after: ReturnType<typeof attributesOf>,
): ChangeDetail[] {
  const names = [
    ["Metadata", "metadata"],
    ["DeletionPolicy", "deletionPolicy"],
    ["UpdateReplacePolicy", "updateReplacePolicy"],
  ] as const;
  return names
    .filter(([, key]) => !isSame(before[key], after[key]))
    .map(([attribute]) => ({ attribute, recreation: "Never", evaluation: "Static", source: "DirectModification" }));
}

function removal(resource: Resource): ResourceChange {
  return {
    action: "Remove",
    logicalId: resource.logicalId,
    type: resource.type,
    ...(resource.physicalId !== undefined && { physicalId: resource.physicalId }),
    policyAction: resource.deletionPolicy === "Delete" ? "Delete" : "Retain",
    scope: [],
    details: [],
    before: { Properties: resource.shown },
  };
}

/** Physical ids and attributes as far as they are known to stay. */
function predictedScope(
  run: Run,
  changes: ReadonlyMap<string, ResourceChange>,
  missingExports: "refused" | "unknown",
): Scope {
  return {
    ...run.instance.scope,
    ref: (logicalId) => {
      const current = presentResource(run, logicalId);
      const change = changes.get(logicalId);
      const stays = current?.created && (change === undefined || change.replacement === "False");
      return stays ? current.physicalId : new Unknown(logicalId);
    },
    getAtt: (logicalId, attribute) => {
      const current = presentResource(run, logicalId);
      if (!current?.created || changes.has(logicalId)) return new Unknown(`${logicalId}.${attribute}`);
      return current.attributes[attribute] ?? new Unknown(`${logicalId}.${attribute}`);
    },
    importValue: (name) => {
      const found = run.engine.exports().get(name);
      if (!found && missingExports === "unknown") return new Unknown(name);
      if (!found) throw invalid(`No export named ${name} found.`);
      return found.value;
    },
    stackOutput: (name, output) =>
      missingExports === "unknown"
        ? (run.engine.outputOf(name, output) ?? new Unknown(`${name}.${output}`))
        : outputOf(run.engine, name, output),
  };
}

function checkTypesKept(stack: Stack, instance: Instance) {
  const changed = [...stack.resources.values()].filter(
    ({ logicalId, type, created }) =>
      created && instance.graph.has(logicalId) && instance.template.resources[logicalId]?.Type !== type,
  );
  if (changed.length > 0) {
    const names = changed.map(({ logicalId }) => logicalId).join(", ");
    throw invalid(
      `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${names}]`,
    );
  }
}

function inOrder({ graph }: Instance): string[] {
  const done = new Set<string>();
  const visit = (name: string) => {
    if (done.has(name)) return;
    for (const other of graph.get(name) ?? []) visit(other);
    done.add(name);
  };
  for (const name of graph.keys()) visit(name);
  return [...done];
}
