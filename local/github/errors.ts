/** One entry of a validation error: https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
export interface ValidationProblem {
  readonly resource?: string;
  readonly field?: string;
  readonly code: string;
  readonly message?: string;
  readonly [more: string]: unknown;
}

/** An error as GitHub's REST API answers it. `documentation_url` and `status` are added where it is written. */
export class GitHubError extends Error {
  override readonly name = "GitHubError";
  readonly status: number;
  readonly errors: readonly (ValidationProblem | string)[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    {
      errors,
      headers = {},
    }: { errors?: readonly (ValidationProblem | string)[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

export function notFound(): GitHubError {
  return new GitHubError(404, "Not Found");
}

export function validationFailed(...errors: readonly (ValidationProblem | string)[]): GitHubError {
  return new GitHubError(422, "Validation Failed", { errors });
}

/** What a token without the permission is told: 403, and which permission would do. */
export function notAccessible(isBot: boolean, accepted: string): GitHubError {
  return new GitHubError(403, `Resource not accessible by ${isBot ? "integration" : "personal access token"}`, {
    headers: { "x-accepted-github-permissions": accepted },
  });
}
