import type { StackStatus } from "@aws-sdk/client-cloudformation";

/**
 * What to do with a stack that has to go:
 * - `delete`: CloudFormation takes DeleteStack now
 * - `cancel update`: it may be stopped, and is then rolled back
 * - `wait`: something is going on that can neither be stopped nor be deleted
 * - `gone`: nothing is left to do
 */
export type DeletionStep = "delete" | "cancel update" | "wait" | "gone";

/**
 * Total over the SDK's enum. A creation may be deleted while it goes on; an update has to be cancelled first, and only
 * UPDATE_IN_PROGRESS can be: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CancelUpdateStack.html
 */
const STEP: Readonly<Record<StackStatus, DeletionStep>> = {
  CREATE_IN_PROGRESS: "delete",
  CREATE_FAILED: "delete",
  CREATE_COMPLETE: "delete",
  ROLLBACK_IN_PROGRESS: "wait",
  ROLLBACK_FAILED: "delete",
  ROLLBACK_COMPLETE: "delete",
  DELETE_IN_PROGRESS: "wait",
  DELETE_FAILED: "delete",
  DELETE_COMPLETE: "gone",
  UPDATE_IN_PROGRESS: "cancel update",
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: "wait",
  UPDATE_COMPLETE: "delete",
  UPDATE_FAILED: "delete",
  UPDATE_ROLLBACK_IN_PROGRESS: "wait",
  UPDATE_ROLLBACK_FAILED: "delete",
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: "wait",
  UPDATE_ROLLBACK_COMPLETE: "delete",
  REVIEW_IN_PROGRESS: "delete",
  IMPORT_IN_PROGRESS: "wait",
  IMPORT_COMPLETE: "delete",
  IMPORT_ROLLBACK_IN_PROGRESS: "wait",
  IMPORT_ROLLBACK_FAILED: "delete",
  IMPORT_ROLLBACK_COMPLETE: "delete",
};

/** @throws Error for a status that CloudFormation has learned since: guessing would be worse */
export function decideDeletion(status: string): DeletionStep {
  const step = (STEP as Readonly<Record<string, DeletionStep>>)[status];
  if (!step) throw new Error(`CloudFormation answers a stack status that this action does not know: ${status}`);
  return step;
}

/** A resource that CloudFormation could not delete, in its words. */
export interface UndeletedResource {
  /** The logical id. */
  readonly resource: string;
  readonly type: string;
  readonly physicalId: string;
  readonly reason: string;
}

/**
 * Whether what keeps a resource from being deleted goes by itself: AWS was busy, or something that is being deleted
 * itself still uses it. A refusal or protection stays until a person does something.
 */
export function mayPass({ type, reason }: UndeletedResource): boolean {
  if (/AccessDenied|not authorized|UnauthorizedOperation|deletion protection|TerminationProtection/i.test(reason))
    return false;
  if (
    /rate exceeded|throttl|HandlerErrorCode: (Throttling|ServiceInternalError|InternalFailure|NetworkFailure|ServiceTimeout)|internal (failure|error)|service ?unavailable/i.test(
      reason,
    )
  )
    return true;
  if (type.startsWith("AWS::EC2::"))
    return /DependencyViolation|dependent object|has dependencies|mapped public address|in use/i.test(reason);
  // ACM learns a moment late that a listener has let go of a certificate, ELBv2 that a rule is gone, ECS that tasks are.
  return (
    /^AWS::(CertificateManager::Certificate|ElasticLoadBalancingV2::TargetGroup|ECS::)/.test(type) &&
    /in use|ResourceInUse|ContainsTasks|ContainsServices|active services/i.test(reason)
  );
}
