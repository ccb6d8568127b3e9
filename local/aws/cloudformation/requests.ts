import type {
  Capability,
  DeploymentConfig,
  Parameter,
  RollbackConfiguration,
  Tag,
} from "@aws-sdk/client-cloudformation";
import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { plainReferences } from "./dynamic-values.js";
import { createInstance, earlyScope, type Instance } from "./instance.js";
import { checkParametersExist } from "./parameter-existence.js";
import { resolveParameters } from "./resolved-parameters.js";
import type { ResourceTypes } from "./resource-types.js";
import type { Deployment, Stack } from "./stack.js";
import { parameterValues } from "./template/parameters.js";
import { parseTemplate } from "./template/parse.js";
import { processTemplate } from "./template/process.js";
import { invalid, type Template } from "./template/template.js";
import { checkCapabilities, validateTemplate } from "./template/validate.js";

/** What CreateStack, UpdateStack and CreateChangeSet have in common. */
export interface TemplateRequest {
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly UsePreviousTemplate?: boolean | undefined;
  readonly Parameters?: readonly Parameter[] | undefined;
  readonly Capabilities?: readonly Capability[] | undefined;
  readonly Tags?: readonly Tag[] | undefined;
  readonly ResourceTypes?: readonly string[] | undefined;
  readonly RoleARN?: string | undefined;
  readonly RollbackConfiguration?: RollbackConfiguration | undefined;
  readonly NotificationARNs?: readonly string[] | undefined;
  readonly StackPolicyBody?: string | undefined;
  readonly StackPolicyURL?: string | undefined;
  readonly DeploymentConfig?: DeploymentConfig | undefined;
}

/**
 * Reads the template, parameters, tags and capabilities of a request and evaluates them for its stack.
 * @param previous what the stack has now, for UsePreviousTemplate, UsePreviousValue, and tags that are not given
 * @param reviewed whether it is for a change set, in which one sees what transforms have made of the template
 * @throws AwsError ValidationError, InsufficientCapabilitiesException
 */
export async function requestedInstance(
  aws: Aws,
  types: ResourceTypes,
  stack: Pick<Stack, "id" | "name">,
  request: TemplateRequest,
  previous?: Instance,
  reviewed = false,
): Promise<Instance> {
  refuseUnsupported(request);
  const source = requestedTemplate(types, request, previous);
  const parameters = parameterValues(source.parameters, request.Parameters ?? [], previous?.parameters);
  checkCapabilities(source, request.Capabilities, reviewed);
  const resolvedParameters = await resolveParameters(aws, source.parameters, parameters);
  const values = { ...parameters, ...resolvedParameters };
  await checkParametersExist(aws, source.parameters, values);
  const scope = await earlyScope(aws, stack, source, values);
  const template = processTemplate(source, types, scope);
  // Tags that are not given stay; an empty list removes them.
  const tags = request.Tags === undefined ? (previous?.tags ?? {}) : readTags(request.Tags);
  const instance = await createInstance(aws, template, { parameters, resolvedParameters, tags }, scope);
  return { ...instance, references: await plainReferences(aws, instance) };
}

/** Reads and checks a template handed over in a request. */
export function readTemplate(
  types: ResourceTypes,
  { TemplateBody, TemplateURL }: Pick<TemplateRequest, "TemplateBody" | "TemplateURL">,
): Template {
  if (TemplateURL !== undefined) throw notImplemented("TemplateURL");
  if (TemplateBody === undefined) {
    throw invalid("Either Template URL or Template Body must be specified.");
  }
  const template = parseTemplate(TemplateBody);
  validateTemplate(template, types);
  return template;
}

const NAME = /^[a-zA-Z][-a-zA-Z0-9]*$/;

/**
 * A new stack's name, of which AWS's model says nothing where it may be an ARN too, as in CreateStack.
 * @throws AwsError ValidationError for what cannot be one
 */
export function checkStackName(name = ""): string {
  const problem =
    name.length < 1
      ? "Member must have length greater than or equal to 1"
      : name.length > 128
        ? "Member must have length less than or equal to 128"
        : NAME.test(name)
          ? undefined
          : "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*";
  if (problem === undefined) return name;
  throw invalid(`1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: ${problem}`);
}

/** A request that may carry a token, so that the same one sent twice is one. */
interface TokenRequest {
  readonly ClientRequestToken?: string | undefined;
}

/**
 * Whether a request was made before with the same token; then it is answered without doing anything. A new one is
 * remembered.
 * @throws AwsError TokenAlreadyExistsException where the token belongs to another request
 */
export function isRepeated(stack: Pick<Stack, "tokens">, operation: string, request: TokenRequest): boolean {
  if (wasMade(stack, operation, request)) return true;
  if (request.ClientRequestToken !== undefined) {
    stack.tokens.set(request.ClientRequestToken, fingerprint(operation, request));
  }
  return false;
}

/** The same without remembering: for what may still be refused for another reason. */
export function wasMade(stack: Pick<Stack, "tokens">, operation: string, request: TokenRequest): boolean {
  const { ClientRequestToken: token } = request;
  if (token === undefined) return false;
  const before = stack.tokens.get(token);
  if (before !== undefined && before !== fingerprint(operation, request)) {
    throw new AwsError(
      "TokenAlreadyExistsException",
      `The client request token ${token} has already been used for this stack. Retry the request with a different client request token`,
    );
  }
  return before !== undefined;
}

function fingerprint(operation: string, request: TokenRequest): string {
  return `${operation} ${JSON.stringify(request)}`;
}

function requestedTemplate(types: ResourceTypes, request: TemplateRequest, previous: Instance | undefined): Template {
  if (!request.UsePreviousTemplate) return readTemplate(types, request);
  if (request.TemplateBody !== undefined || request.TemplateURL !== undefined) {
    throw invalid("You can only specify one of UsePreviousTemplate, TemplateBody or TemplateURL");
  }
  if (!previous) throw invalid("UsePreviousTemplate is only valid for a stack that has a template");
  // As transforms have left it: they are not applied again.
  return previous.template;
}

function refuseUnsupported(request: TemplateRequest) {
  if (request.RoleARN !== undefined) throw notImplemented("RoleARN");
  if (request.NotificationARNs?.length) throw notImplemented("NotificationARNs");
  if (request.ResourceTypes?.length) throw notImplemented("ResourceTypes");
  if (request.StackPolicyBody !== undefined || request.StackPolicyURL !== undefined) {
    throw notImplemented("stack policies");
  }
  const { RollbackTriggers = [], MonitoringTimeInMinutes = 0 } = request.RollbackConfiguration ?? {};
  if (RollbackTriggers.length > 0 || MonitoringTimeInMinutes > 0) throw notImplemented("RollbackConfiguration");
}

/**
 * How a request wants its operation carried out. Rollback is off in EXPRESS mode unless it is asked for.
 * @param request `DisableRollback` is the older parameter of the same meaning
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeploymentConfig.html
 * @throws AwsError ValidationError where the two contradict each other, and where a stack that an operation in EXPRESS
 * mode has left failed is to go on in the standard mode
 */
export function readDeployment(
  {
    DeploymentConfig: config,
    DisableRollback: older,
  }: { DeploymentConfig?: DeploymentConfig | undefined; DisableRollback?: boolean | undefined },
  stack?: Stack,
): Deployment {
  const mode = config?.Mode ?? "STANDARD";
  if (config?.DisableRollback !== undefined && older !== undefined && config.DisableRollback !== older) {
    throw invalid("DisableRollback and DeploymentConfig.DisableRollback cannot have different values");
  }
  if (stack?.deploymentMode === "EXPRESS" && stack.status.endsWith("_FAILED") && mode === "STANDARD") {
    throw invalid(
      `Stack:${stack.id} is in ${stack.status} state after an operation in EXPRESS mode and can only go on in EXPRESS mode.`,
    );
  }
  return { mode, disableRollback: config?.DisableRollback ?? older ?? (mode === "EXPRESS" ? true : undefined) };
}

function readTags(tags: readonly Tag[]): Record<string, string> {
  const read: Record<string, string> = {};
  for (const { Key = "", Value = "" } of tags) {
    if (/^aws:/i.test(Key)) {
      throw invalid("aws: prefixed tag key names are not allowed for external use.");
    }
    if (Object.hasOwn(read, Key)) throw invalid(`Duplicate tag keys found. Please provide unique tag keys: ${Key}`);
    read[Key] = Value;
  }
  return read;
}
