import { denialHint, readDenial } from "./access-denied.js";
import { ActionError, describeError } from "./errors.js";

/**
 * How a command failed, in words for its reader.
 *
 * @param signal the step's: once it is aborted, that is what happened, whatever the call threw that it cut off
 */
export function failureOf(error: unknown, signal: AbortSignal): ActionError {
  const known = signal.aborted ? whyStopped(error, signal.reason) : explainAwsError(error);
  return known instanceof ActionError ? known : new ActionError("Unexpected", nameError(known), { cause: known });
}

/** A command may have added to the reason of the abort. */
function whyStopped(error: unknown, reason: unknown): unknown {
  const same = error instanceof ActionError && reason instanceof ActionError && error.code === reason.code;
  return same ? error : reason;
}

/**
 * Turns what the SDK throws where no code of ours expected it into an error with words for its reader: credentials,
 * region, permissions. Anything else is given back as it is.
 */
export function explainAwsError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ActionError) return error;
  const hint =
    "Run aws-actions/configure-aws-credentials before this step, with role-to-assume and aws-region, and give the job permissions: id-token: write.";
  if (
    error.name === "CredentialsProviderError" ||
    error.name === "MissingAuthenticationToken" ||
    error.name === "MissingAuthenticationTokenException"
  )
    return new ActionError("NoCredentials", "There are no AWS credentials.", { hint, cause: error });
  if (/^Region (is missing|not accepted)/.test(error.message))
    return new ActionError("NoRegion", "No AWS region is set.", { hint, cause: error });
  if (/^(ExpiredToken|ExpiredTokenException|RequestExpired)$/.test(error.name))
    return new ActionError("ExpiredCredentials", `The AWS credentials have expired: ${error.message}`, {
      hint: "Raise role-duration-seconds of aws-actions/configure-aws-credentials above timeout-minutes.",
      cause: error,
    });
  if (
    /^(UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|AuthFailure)$/.test(
      error.name,
    )
  )
    return new ActionError("BadCredentials", `AWS does not accept the credentials: ${error.message}`, {
      hint,
      cause: error,
    });
  if (/AccessDenied|UnauthorizedOperation|NotAuthorized/.test(error.name)) {
    const denial = readDenial(error.message) ?? { explicit: false, encoded: false };
    return new ActionError("AccessDenied", error.message, { hint: denialHint(denial), cause: error });
  }
  // What is left after all retries: AWS, or the way to it, is not well.
  const { operation, $metadata: metadata } = error as Error & SdkMarks;
  if (operation)
    return new ActionError(
      metadata?.attempts && metadata.attempts > 1 ? "AwsUnavailable" : "AwsRefused",
      `${operation} failed${metadata?.attempts && metadata.attempts > 1 ? ` ${metadata.attempts} times, the last time` : ""} with ${nameError(error)}`,
      {
        hint: "Nothing is left half done that the next run does not pick up: run it again.",
        cause: error,
      },
    );
  return error;
}

/** What an SDK error carries beside its name: the operation is our own mark (lib/clients.ts). */
interface SdkMarks {
  readonly operation?: string;
  readonly $metadata?: { readonly attempts?: number };
}

/** One line for the log, with the SDK's name for an error where it has one. */
export function nameError(error: unknown): string {
  const plain = describeError(error);
  return error instanceof Error && error.name !== "Error" && !(error instanceof ActionError)
    ? `${error.name}: ${plain}`
    : plain;
}
