import type { OperationEvent } from "@aws-sdk/client-cloudformation";
import { AwsError } from "../errors.js";
import { type Prediction, predict } from "./change-set.js";
import type { ResourceChange } from "./changes.js";
import { type Engine, enter, handlerOf, type Run } from "./engine/run.js";
import type { Instance } from "./instance.js";
import type { ResourceHandler } from "./resource-handler.js";
import type { Stack } from "./stack.js";
import { identifierOf } from "./template/properties.js";
import { invalid } from "./template/template.js";

/** What CloudFormation finds wrong with a stack before it touches any resource. */
export interface Finding {
  readonly logicalId: string;
  readonly type: string;
  readonly validation: "PROPERTY_VALIDATION" | "NAME_CONFLICT_VALIDATION";
  readonly reason: string;
  /** Where in the template, such as `/Resources/A/Properties/Size`. */
  readonly path: string;
}

/** Types of ours among those that AWS lists as not supported. */
const NOT_VALIDATED = [
  "AWS::CertificateManager::Certificate",
  "AWS::ElasticLoadBalancingV2::ListenerCertificate",
  "AWS::Route53::RecordSet",
];

/**
 * Checks the properties of all resources, and whether the names of those that are to be made are taken. CloudFormation
 * does so for CreateStack, UpdateStack and CreateChangeSet, unless DisableValidation asks it not to.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/validate-stack-deployments.html
 * @throws AwsError ValidationError for a template whose transforms have failed, or that cannot be resolved
 */
export async function validateEarly(
  engine: Engine,
  stack: Stack,
  instance: Instance,
): Promise<{ prediction: Prediction; findings: Finding[] }> {
  if (instance.template.failure !== undefined) throw invalid(instance.template.failure);
  const prediction = predict(engine, stack, instance);
  const wrong = prediction.problems.map(({ logicalId, type, problem: { path, message } }): Finding => {
    const reason = `${["#", ...path].join("/")}: ${message}`;
    const place = ["/Resources", logicalId, "Properties", ...path].join("/");
    return { logicalId, type, validation: "PROPERTY_VALIDATION", reason, path: place };
  });
  const conflicts = await Promise.all(prediction.changes.map((change) => nameConflict(engine, change)));
  const findings = [...wrong, ...conflicts.flat()].filter(({ type }) => !NOT_VALIDATED.includes(type));
  return { prediction, findings };
}

/** Puts findings among the events of an operation. */
export function recordFindings(
  { engine: { aws }, stack, operation }: Pick<Run, "engine" | "stack" | "operation">,
  findings: readonly Finding[],
) {
  for (const { logicalId, type, validation, reason, path } of findings) {
    const event: OperationEvent = {
      EventId: aws.random.uuid(),
      StackId: stack.id,
      OperationId: operation.id,
      OperationType: operation.type,
      EventType: "VALIDATION_ERROR",
      LogicalResourceId: logicalId,
      PhysicalResourceId: "",
      ResourceType: type,
      Timestamp: aws.clock.now(),
      ValidationFailureMode: "FAIL",
      ValidationName: validation,
      ValidationStatus: "FAILED",
      ValidationStatusReason: reason,
      ValidationPath: path,
    };
    stack.operationEvents.push(event);
  }
}

/**
 * Validates before a stack's first resource is touched.
 * @returns why the stack goes no further; its failure is then among the events
 */
export async function failEarly(run: Run): Promise<string | undefined> {
  const { engine, stack, operation, instance } = run;
  const { findings } = await validateEarly(engine, stack, instance);
  if (findings.length === 0) return undefined;
  recordFindings(run, findings);
  enter(
    run,
    operation.type === "CREATE_STACK" ? "CREATE_FAILED" : "UPDATE_FAILED",
    `Validation failed with ${findings.length} error(s). Call DescribeEvents to retrieve the full list of issues with resource and property details, resolve each error, then retry the operation.`,
    "VALIDATION_FAILED",
  );
  return "Validation failure detected. See the operation's FAILED event for details.";
}

/** A name that the service does not even take for one is not taken; that it is none is found when it is used. */
async function isTaken({ exists }: ResourceHandler, identifier: string, { aws }: Engine): Promise<boolean> {
  try {
    return (await exists?.(identifier, aws)) ?? false;
  } catch (error) {
    if (error instanceof AwsError && error.statusCode < 500) return false;
    throw error;
  }
}

async function nameConflict(engine: Engine, change: ResourceChange): Promise<Finding[]> {
  const { action, logicalId, type, properties = {}, previousProperties = {} } = change;
  // What an operation before has begun to make, and failed, is the stack's own.
  const isNew = change.physicalId === undefined ? action === "Add" : change.replacement === "True";
  const { handler, type: specification } = handlerOf(engine, type);
  if (!isNew || !handler.exists) return [];
  const identifier = identifierOf(specification, properties);
  // One that keeps its name is refused when it comes to be replaced, in words of its own.
  if (identifier === undefined || identifier === identifierOf(specification, previousProperties)) return [];
  if (!(await isTaken(handler, identifier, engine))) return [];
  return [
    {
      ...{ logicalId, type, validation: "NAME_CONFLICT_VALIDATION", path: `/Resources/${logicalId}` },
      reason: `Resource of type '${type}' with identifier '${identifier}' already exists.`,
    },
  ];
}
