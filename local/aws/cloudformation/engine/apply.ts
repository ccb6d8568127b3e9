import { AwsError, notImplemented } from "../../errors.js";
import { compareProperties, isSame } from "../changes.js";
import { replaced, withSecrets } from "../dynamic-values.js";
import { type Instance, systemTags, withStackTags } from "../instance.js";
import type { ResourceHandler } from "../resource-handler.js";
import type { ResourceType } from "../resource-types.js";
import type { Resource } from "../stack.js";
import { runGraph } from "../template/graph.js";
import { checkProperties, identifierOf, type PropertyProblem, validationMessage } from "../template/properties.js";
import { resolve, type Scope, Unknown } from "../template/resolve.js";
import { invalid, isNoEcho, isObject, type ResourceDefinition } from "../template/template.js";
import { withRetry } from "./express.js";
import { failureReason, handlerContext, handlerPause } from "./handler-call.js";
import { handlerOf, noteConfigured, put, type Run, runScope } from "./run.js";

/** What went wrong while applying: logical ids of the resources that failed or were cancelled. */
export interface Failures {
  readonly created: readonly string[];
  readonly updated: readonly string[];
}

/**
 * Creates and updates a stack's resources as its instance says, each as soon as what it needs is done. The first
 * failure cancels those under way. What is to go is left for `cleanUp`.
 * @param signal aborts from outside: CancelUpdateStack, DeleteStack, a timeout
 */
export async function applyInstance(run: Run, signal: AbortSignal): Promise<Failures> {
  const phase = new AbortController();
  const either = AbortSignal.any([phase.signal, signal]);
  const apply = async (logicalId: string) => {
    await applyResource(run, logicalId, either);
    noteConfigured(run, logicalId);
  };
  const failed = await runGraph(run.instance.graph, apply, {
    onFailure: () => phase.abort(),
    stopped: () => signal.aborted,
  });
  const isUpdate = (logicalId: string) => run.stack.resources.get(logicalId)?.status === "UPDATE_FAILED";
  return { created: failed.filter((name) => !isUpdate(name)), updated: failed.filter(isUpdate) };
}

/**
 * A resource's properties as its service is to get them: resolved, checked, with the stack's tags.
 * @param scope may know less than everything; what depends on `Unknown` stays so
 */
export function desiredProperties(
  run: Pick<Run, "stack" | "instance">,
  logicalId: string,
  { type, handler }: { type: ResourceType; handler: ResourceHandler },
  scope: Scope,
): { properties: Record<string, unknown>; shown: Record<string, unknown>; problems: PropertyProblem[] } {
  const template = run.instance.template.resources[logicalId]?.Properties ?? {};
  const withValues = (text: string) => replaced(text, run.instance.references);
  const resolved = resolve(template, scope, withValues);
  const { properties, problems } = checkedProperties(type, isObject(resolved) ? resolved : {});
  const unsupported = Object.keys(properties).filter((name) => !handler.supports.includes(name));
  if (unsupported.length > 0) {
    const { Type } = run.instance.template.resources[logicalId] ?? {};
    throw notImplemented(`the properties [${unsupported.join(", ")}] of ${Type}`);
  }
  const sorted = Object.fromEntries(Object.entries(run.instance.tags).sort(([a], [b]) => (a < b ? -1 : 1)));
  const tagged = withStackTags(type, properties, { ...sorted, ...systemTags(run.stack, logicalId) });
  return { properties: tagged, shown: masked(run.instance, template, scope) ?? properties, problems };
}

/** Checks properties as far as they are known: what a reference to a secret will be is not. */
function checkedProperties(type: ResourceType, properties: Readonly<Record<string, unknown>>) {
  const texts = new Map<Unknown, string>();
  const hide = (text: string) => {
    const hidden = new Unknown(text);
    texts.set(hidden, text);
    return hidden;
  };
  const checked = checkProperties(type, hideReferences(properties, hide) as Record<string, unknown>);
  return { ...checked, properties: showAgain(checked.properties, texts) as Record<string, unknown> };
}

function hideReferences(value: unknown, hide: (text: string) => Unknown): unknown {
  if (typeof value === "string") return value.includes("{{resolve:") ? hide(value) : value;
  return mapped(value, (item) => hideReferences(item, hide));
}

function showAgain(value: unknown, texts: ReadonlyMap<Unknown, string>): unknown {
  if (value instanceof Unknown) return texts.get(value) ?? value;
  return mapped(value, (item) => showAgain(item, texts));
}

function mapped(value: unknown, change: (item: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (!isObject(value) || value instanceof Unknown) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, change(item)]));
}

/**
 * A value resolved with `****` in the place of each parameter with NoEcho. Undefined where the template has none, or
 * where a function cannot do with the mask (as an index of Fn::Select): then nothing is shown.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
function masked({ template, references }: Instance, value: unknown, scope: Scope): Record<string, unknown> | undefined {
  const secret = Object.keys(template.parameters).filter((name) => isNoEcho(template, name));
  if (secret.length === 0) return undefined;
  const parameters = { ...scope.parameters, ...Object.fromEntries(secret.map((name) => [name, "****"])) };
  try {
    const shown = resolve(value, { ...scope, parameters }, (text) => replaced(text, references));
    return isObject(shown) ? shown : {};
  } catch (error) {
    if (error instanceof AwsError) return {};
    throw error;
  }
}

async function applyResource(run: Run, logicalId: string, signal: AbortSignal): Promise<void> {
  const current = presentResource(run, logicalId);
  const definition = run.instance.template.resources[logicalId];
  if (!definition) throw new Error(`no resource ${logicalId} in the template`);
  const draft = draftResource(run, logicalId, definition);
  try {
    const { handler, type } = handlerOf(run.engine, definition.Type);
    const { properties, shown, problems } = desiredProperties(run, logicalId, { type, handler }, runScope(run));
    if (problems.length > 0) throw invalid(validationMessage(logicalId, problems));
    const desired = { ...draft, properties, shown, metadata: resolve(definition.Metadata, runScope(run)) };
    await checkNameIsFree(run, { type, handler }, desired, current);
    if (!current?.created) return await createResource(run, handler, desired, current, signal);
    if (isReplaced(type, handler, current, properties)) {
      checkRenamed(type, current, properties);
      return await createResource(run, handler, desired, current, signal);
    }
    await updateResource(run, handler, current, desired, signal);
  } catch (error) {
    // Whatever was under way has recorded its own failure; what failed before it could start has not.
    if (error instanceof ResourceFailed) throw error;
    const failed = current ? { ...current, dependsOn: draft.dependsOn } : draft;
    const reason = failureReason(run, definition.Type, error, current ? "update" : "creation");
    put(run, failed, current ? "UPDATE_FAILED" : "CREATE_FAILED", reason);
    throw error;
  }
}

/** Types whose name, if the template gives one, has to be unique, though it does not identify them. */
const NAME_PROPERTIES: Readonly<Record<string, string>> = {
  "AWS::ECS::Service": "ServiceName",
  "AWS::ElasticLoadBalancingV2::LoadBalancer": "Name",
  "AWS::ElasticLoadBalancingV2::TargetGroup": "Name",
  "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
};

/**
 * A replacement is made while the old resource is still there, so it cannot have the same name.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
function checkRenamed(type: ResourceType, current: Resource, next: Readonly<Record<string, unknown>>): void {
  const nameProperty = NAME_PROPERTIES[current.type];
  const nameOf = (properties: Readonly<Record<string, unknown>>) =>
    nameProperty === undefined ? identifierOf(type, properties) : properties[nameProperty];
  const name = nameOf(next);
  if (name === undefined || name !== nameOf(current.properties)) return;
  throw invalid(
    `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${name} and update the stack again.`,
  );
}

/** @throws AwsError where another stack, or the same one, has a resource of that name; services may not mind */
async function checkNameIsFree(
  { engine, stack }: Run,
  { type, handler }: { type: ResourceType; handler: ResourceHandler },
  desired: Resource,
  current: Resource | undefined,
): Promise<void> {
  const identifier = identifierOf(type, desired.properties);
  if (identifier === undefined || !handler.exists) return;
  if (current && identifierOf(type, current.properties) === identifier) return;
  const owner = engine.ownerOf(desired.type, identifier);
  if (owner) throw invalid(`${identifier} already exists in stack ${owner.id}`);
  if (stack.superseded.some(({ physicalId }) => physicalId === identifier)) return;
  if (!(await handler.exists(identifier, engine.aws))) return;
  const names = type.primaryIdentifier.map((name) => [`/properties/${name}`, desired.properties[name]]);
  throw new AwsError(
    "AlreadyExists",
    `Resource of type '${desired.type}' with identifier '${JSON.stringify(Object.fromEntries(names))}' already exists.`,
  );
}

/** Its failure is already among the events. */
class ResourceFailed extends Error {}

function isReplaced(type: ResourceType, handler: ResourceHandler, current: Resource, next: Record<string, unknown>) {
  const changes = compareProperties(type, current.properties, next);
  if (changes.some(({ recreation }) => recreation === "Always")) return true;
  const mayBe = changes.some(({ recreation }) => recreation === "Conditionally");
  return mayBe && (handler.replaces?.(current.properties, next) ?? false);
}

/** Makes a resource: a new one, one in place of `replaced`, or one whose creation failed before. */
async function createResource(
  run: Run,
  handler: ResourceHandler,
  desired: Resource,
  replaced: Resource | undefined,
  signal: AbortSignal,
): Promise<void> {
  const isReplacement = replaced?.created === true;
  if (replaced?.physicalId !== undefined) run.stack.superseded.push(replaced);
  const verb = isReplacement ? "UPDATE" : "CREATE";
  const why = "Requested update requires the creation of a new physical resource; hence creating one.";
  // The old physical id is shown until there is a new one.
  const shown = { ...desired, ...(isReplacement && { physicalId: replaced.physicalId }) };
  put(run, shown as Resource, `${verb}_IN_PROGRESS`, isReplacement ? why : undefined);
  let resource = desired;
  run.stack.resources.set(desired.logicalId, { ...resource, status: `${verb}_IN_PROGRESS` });
  try {
    const context = handlerContext(run, desired.logicalId, signal, (physicalId) => {
      resource = { ...resource, physicalId };
      put(run, resource, `${verb}_IN_PROGRESS`, "Resource creation Initiated");
    });
    const create = async () => handler.create(await asSent(run, desired.type, desired.properties), context);
    const { physicalId, attributes } = await withRetry(run, signal, create, () => resource.physicalId === undefined);
    resource = { ...resource, physicalId, attributes };
    await handlerPause(run, desired.type, "create", signal);
    put(run, { ...resource, created: true }, `${verb}_COMPLETE`);
  } catch (error) {
    put(run, resource, `${verb}_FAILED`, failureReason(run, desired.type, error, "creation"));
    throw new ResourceFailed();
  }
}

async function updateResource(
  run: Run,
  handler: ResourceHandler,
  current: Resource,
  desired: Resource,
  signal: AbortSignal,
): Promise<void> {
  const { physicalId, attributes, status } = current;
  if (physicalId === undefined) throw new Error(`${current.logicalId} has no physical id`);
  const unchanged = isSame(current.properties, desired.properties) && status !== "UPDATE_FAILED";
  const updated = { ...desired, physicalId, attributes, created: true };
  if (unchanged && isSame(attributesOf(current), attributesOf(desired))) {
    run.stack.resources.set(current.logicalId, { ...current, dependsOn: desired.dependsOn });
    return;
  }
  put(run, { ...updated, properties: desired.properties }, "UPDATE_IN_PROGRESS");
  try {
    let newAttributes = attributes;
    if (!unchanged) {
      newAttributes = await sendUpdate(run, handler, { ...current, physicalId }, desired.properties, signal);
      await handlerPause(run, desired.type, "update", signal);
    }
    put(run, { ...updated, attributes: newAttributes }, "UPDATE_COMPLETE");
  } catch (error) {
    put(run, updated, "UPDATE_FAILED", failureReason(run, desired.type, error, "update"));
    throw new ResourceFailed();
  }
}

/** Has the handler send the whole set of properties, whatever the service has at the moment. */
export async function sendUpdate(
  run: Run,
  handler: ResourceHandler,
  existing: Resource & { readonly physicalId: string },
  next: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) {
  if (!handler.update) throw invalid(`Update of a resource of type ${existing.type} is not supported`);
  const { update } = handler;
  return withRetry(run, signal, async () =>
    update(existing, await asSent(run, existing.type, next), handlerContext(run, existing.logicalId, signal)),
  );
}

/** Properties with the secrets that they refer to, and those in the types that the specification names. */
async function asSent(run: Run, name: string, properties: Readonly<Record<string, unknown>>) {
  const sent = await withSecrets(run.engine.aws, properties);
  return sent === properties ? properties : checkProperties(handlerOf(run.engine, name).type, sent).properties;
}

/** The resource attributes (in the template's sense) whose change alone makes an update of the resource. */
export function attributesOf({ metadata, deletionPolicy, updateReplacePolicy }: Resource) {
  return { metadata, deletionPolicy, updateReplacePolicy };
}

export function presentResource(run: Pick<Run, "stack">, logicalId: string): Resource | undefined {
  const resource = run.stack.resources.get(logicalId);
  return resource?.status === "DELETE_COMPLETE" ? undefined : resource;
}

function draftResource(run: Run, logicalId: string, definition: ResourceDefinition): Resource {
  return {
    logicalId,
    type: definition.Type,
    properties: {},
    shown: {},
    attributes: {},
    dependsOn: run.instance.graph.get(logicalId) ?? new Set(),
    deletionPolicy: definition.DeletionPolicy ?? "Delete",
    updateReplacePolicy: definition.UpdateReplacePolicy ?? "Delete",
    created: false,
    status: "CREATE_IN_PROGRESS",
    timestamp: run.engine.aws.clock.now(),
    ...(definition.Description !== undefined && { description: definition.Description }),
  };
}
