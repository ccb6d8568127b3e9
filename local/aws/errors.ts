/**
 * An error as an AWS service answers it. `code` is the service's own error code (`ValidationError`,
 * `ClusterNotFoundException`, ...), `message` AWS's wording. The wire layer looks the code up in the SDK's
 * schema to find the HTTP status and shape; an unknown code is answered with `statusCode`.
 */
export class AwsError extends Error {
  override readonly name = "AwsError";
  readonly code: string;
  readonly statusCode: number;
  /** Further members of the error's shape, named as in the service's model. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    { statusCode = 400, members = {} }: { statusCode?: number; members?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.code = code;
    this.statusCode = statusCode;
    this.members = members;
  }
}

/** Something AWS can do and this local AWS cannot: loud, never a silent success. */
export function notImplemented(what: string): AwsError {
  return new AwsError("NotImplementedByLocalAws", `The local AWS does not implement ${what}.`, { statusCode: 501 });
}
