import { InputError, type InputProblem } from "../lib/errors.js";
import { lines } from "./lists.js";
import { parsePublicPaths } from "./public-paths.js";
import {
  appFromRepository,
  type Parsed,
  parseApp,
  parseBoolean,
  parseDomain,
  parseEnvironment,
  parseHostName,
  parsePath,
  parseWholeNumber,
} from "./values.js";

/** What the smoke test alone was asked for. */
export interface SmokeTestRequest {
  readonly host: string;
  readonly path: string;
  /** Texts that the page of whoever has signed in must hold. */
  readonly expect: readonly string[];
  readonly signIn: boolean;
  /** Absent: as the environment's stack says. */
  readonly publicPaths?: readonly string[];
  /** Absent: as the platform's stack says. */
  readonly selfSignUp?: boolean;
  /** Whose stacks tell the rest; absent: only what can be seen from outside is looked at. */
  readonly deployed?: { readonly domain: string; readonly app: string; readonly environment: string };
  readonly patienceSeconds: number;
}

/** The defaults of smoke-test/action.yml. */
export const SMOKE_TEST_DEFAULTS: Readonly<Record<string, string>> = {
  environment: "production",
  "smoke-test-path": "/",
  "smoke-test-sign-in": "false",
  "patience-seconds": "20",
};

/**
 * Reads the inputs of smoke-test/action.yml from `INPUT_*`.
 *
 * @throws InputError with every problem at once
 */
export function readSmokeTest(env: Readonly<Record<string, string | undefined>>): SmokeTestRequest {
  const problems: InputProblem[] = [];
  const raw = (input: string) => (env[`INPUT_${input.toUpperCase()}`] ?? "").trim();
  const text = (input: string) => raw(input) || (SMOKE_TEST_DEFAULTS[input] ?? "");
  function take<T>(input: string, parse: (text: string) => Parsed<T>, given = text(input)): T | undefined {
    const parsed = parse(given);
    if ("value" in parsed) return parsed.value;
    problems.push({ input, message: parsed.problem });
    return undefined;
  }
  if (text("host") === "")
    problems.push({
      input: "host",
      message: "is required and was not given. Write it under with:, for example host: app.example.com",
    });
  const publicPaths = parsePublicPaths(raw("public-paths"));
  for (const message of publicPaths.problems) problems.push({ input: "public-paths", message });
  const request = {
    host: text("host") && take("host", (given) => parseHostName(given, "app.example.com")),
    path: take("smoke-test-path", parsePath),
    expect: lines(text("smoke-test-expect")),
    signIn: take("smoke-test-sign-in", parseBoolean),
    ...(raw("public-paths") && { publicPaths: publicPaths.paths }),
    ...(raw("self-sign-up") && { selfSignUp: take("self-sign-up", parseBoolean) }),
    ...(raw("domain") && {
      deployed: {
        domain: take("domain", parseDomain),
        app: take("app", parseApp, raw("app") || appFromRepository(env.GITHUB_REPOSITORY ?? "")),
        environment: take("environment", parseEnvironment),
      },
    }),
    patienceSeconds: take("patience-seconds", (given) => parseWholeNumber(given, { least: 1, most: 3600 })),
  };
  if (request.signIn && !raw("domain"))
    problems.push({
      input: "smoke-test-sign-in",
      message: "needs domain (and environment, app) too, to find the user pool in which the user is made.",
    });
  if (problems.length > 0) throw new InputError(problems);
  // Every value that is still undefined has put a problem on the list.
  return request as SmokeTestRequest;
}
