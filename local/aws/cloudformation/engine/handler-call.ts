import { AwsError } from "../../errors.js";
import { onBehalfOfCaller } from "../../iam/caller.js";
import { UNRESOLVED } from "../dynamic-values.js";
import { Cancelled, type HandlerContext } from "../resource-handler.js";
import { type Run, recordConfigured } from "./run.js";

const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Seconds of AWS's time between two looks of a handler that waits for its resource. */
const POLL_SECONDS = 5;

/** What a handler is given to work with. */
export function handlerContext(
  run: Run,
  logicalId: string,
  signal: AbortSignal,
  started: (physicalId: string) => void = () => {},
): HandlerContext {
  const { aws } = run.engine;
  const { name: stackName, id: stackId } = run.stack;
  const poll = async (check: () => Promise<boolean> | boolean, until: AbortSignal) => {
    while (!(await check())) await pause(aws, POLL_SECONDS, until);
  };
  let isConfigured = false;
  return {
    aws: onBehalfOfCaller(aws),
    stackName,
    stackId,
    logicalId,
    signal,
    started,
    physicalName: (maxLength) => physicalName(stackName, logicalId, aws.random.text(12, ALPHANUMERIC), maxLength),
    wait: (check) => poll(check, signal),
    until: async (check) => {
      if (await check()) return;
      if (run.express) return run.express.leave(poll(check, aws.stopping));
      if (!isConfigured) recordConfigured(run, logicalId);
      isConfigured = true;
      await pause(aws, POLL_SECONDS, signal);
      await poll(check, signal);
    },
  };
}

/** Sleeps as long as CloudFormation itself takes for a resource of that type, beside what its service does. */
export async function handlerPause(run: Run, type: string, verb: "create" | "update" | "delete", signal: AbortSignal) {
  const { aws } = run.engine;
  const { cloudFormation } = aws.durations;
  const usual = cloudFormation.default?.[verb] ?? 0;
  const seconds = (cloudFormation[type] ?? cloudFormation.default)?.[verb] ?? 0;
  // Most of it is waiting for the service to be consistent, which EXPRESS does not do.
  await pause(aws, run.express ? Math.min(seconds, usual) : seconds, signal);
}

/** `clock.sleep` that rejects with `Cancelled` when aborted. */
export async function pause(aws: Run["engine"]["aws"], seconds: number, signal: AbortSignal): Promise<void> {
  try {
    await aws.clock.sleep(seconds, signal);
  } catch (error) {
    if (signal.aborted) throw new Cancelled("cancelled");
    throw error;
  }
}

/**
 * Why a resource failed, as its event words it.
 * @see https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html
 */
export function failureReason(
  run: Run,
  type: string,
  error: unknown,
  verb: "creation" | "update" | "deletion",
): string {
  if (error instanceof Cancelled) return `Resource ${verb} cancelled`;
  if (!(error instanceof AwsError)) {
    return `Resource handler returned message: "${String(error)}" (RequestToken: ${run.engine.aws.random.uuid()}, HandlerErrorCode: InternalFailure)`;
  }
  if (error.code === UNRESOLVED) return error.message;
  if (error.code === "ValidationError" && !type.startsWith("AWS::ElasticLoadBalancing")) return error.message;
  const { random } = run.engine.aws;
  if (error.code === "AlreadyExists") {
    return `Resource handler returned message: "${error.message}" (RequestToken: ${random.uuid()}, HandlerErrorCode: AlreadyExists)`;
  }
  const name = type.split("::")[1];
  const service = `Service: ${name === "EC2" ? "Ec2" : name}, Status Code: ${error.statusCode}, Request ID: ${random.uuid()}`;
  return `Resource handler returned message: "${error.message} (${service})" (RequestToken: ${random.uuid()}, HandlerErrorCode: ${handlerErrorCode(error)})`;
}

function handlerErrorCode({ code, statusCode }: AwsError): string {
  if (/NotFound|NoSuch|NotExist/i.test(code)) return "NotFound";
  if (/AlreadyExists|Duplicate|ResourceInUse.*Name/i.test(code)) return "AlreadyExists";
  if (/Throttl|TooManyRequests|RequestLimitExceeded/i.test(code)) return "Throttling";
  if (/LimitExceeded|TooMany/i.test(code)) return "ServiceLimitExceeded";
  if (/AccessDenied|Unauthorized|NotAuthorized/i.test(code)) return "AccessDenied";
  if (/InUse|DeleteConflict/i.test(code)) return "ResourceConflict";
  return statusCode >= 500 ? "ServiceInternalError" : "InvalidRequest";
}

/** `stack-LogicalId-RANDOM`; where that is too long, both names lose their ends, as in AWS. */
export function physicalName(stackName: string, logicalId: string, random: string, maxLength: number): string {
  const room = maxLength - random.length - 2;
  if (stackName.length + logicalId.length <= room) return `${stackName}-${logicalId}-${random}`;
  const half = Math.floor(room / 2);
  const logical = logicalId.slice(0, Math.max(half, room - stackName.length));
  const stack = stackName.slice(0, room - logical.length).replace(/-+$/, "");
  return `${stack}-${logical}-${random}`;
}
