import { lines } from "./lists.js";
import { parsePublicPaths } from "./public-paths.js";
import { readInputs } from "./read-inputs.js";
import {
  appFromRepository,
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
  const { text, refuse, take, takeRequired, end } = readInputs(env, SMOKE_TEST_DEFAULTS);
  const publicPaths = parsePublicPaths(text("public-paths"));
  for (const message of publicPaths.problems) refuse("public-paths", message);
  const request = {
    host: takeRequired("host", "app.example.com", (given) => parseHostName(given, "app.example.com")),
    path: take("smoke-test-path", parsePath),
    expect: lines(text("smoke-test-expect")),
    signIn: take("smoke-test-sign-in", parseBoolean),
    ...(text("public-paths") && { publicPaths: publicPaths.paths }),
    ...(text("self-sign-up") && { selfSignUp: take("self-sign-up", parseBoolean) }),
    ...(text("domain") && {
      deployed: {
        domain: take("domain", parseDomain),
        app: take("app", parseApp, text("app") || appFromRepository(env.GITHUB_REPOSITORY ?? "")),
        environment: take("environment", parseEnvironment),
      },
    }),
    patienceSeconds: take("patience-seconds", (given) => parseWholeNumber(given, { least: 1, most: 3600 })),
  };
  if (request.signIn && !text("domain"))
    refuse(
      "smoke-test-sign-in",
      "needs domain (and environment, app) too, to find the user pool in which the user is made.",
    );
  end();
  // Every value that is still undefined has put a problem on the list.
  return request as SmokeTestRequest;
}
