import type { CheckResult, FrontDoor } from "./check.js";
import { runChecks, type SmokeTestWorld } from "./engine.js";
import { type Inside, insideChecks, READ_RULES, readRules, unlessRefused } from "./inside-checks.js";
import { joined } from "./joined.js";
import { removeLeftovers } from "./leftovers.js";
import { neighboursOf } from "./neighbours.js";
import { outsideChecks } from "./outside-checks.js";
import { learnPoolDomain } from "./pool-domain.js";
import { publicPathsCheck } from "./public-paths-check.js";
import { signedInCheck } from "./signed-in.js";
import { throwaway, type VisitorSource } from "./visitor.js";

/** The outcome of a smoke test: its checks, and where a visitor is sent to sign in. */
export interface SmokeTest {
  readonly checks: readonly CheckResult[];
  readonly signInUrl?: string;
}

/** What is attacked, and how it may be looked at from inside: or in words why it can't be. */
export interface Subject {
  readonly door: FrontDoor;
  readonly inside: Inside | string;
  /** Set to sign in as a user who is made for this and deleted again. */
  readonly visitor?: VisitorSource & { readonly expect: readonly string[] };
}

/**
 * Attacks the front door from outside and looks at it from inside, all checks side by side.
 *
 * @param patience milliseconds for what is "not yet"
 */
export async function runSmokeTest(
  world: SmokeTestWorld,
  { door: known, inside, visitor }: Subject,
  patience: number,
): Promise<SmokeTest> {
  let signInUrl: string | undefined;
  const poolDomains = new Set<string>();
  const door = { ...known, poolDomains };
  const rules = joined(async (signal) => (typeof inside === "string" ? [] : await readRules(inside, signal)));
  const meet = typeof inside === "string" ? undefined : learnPoolDomain(inside, door, poolDomains, world.signal);
  const outside = outsideChecks(door, {
    onRedirect: (location) => {
      signInUrl = location;
    },
    ...(meet && { meet }),
    ...(typeof inside !== "string" && {
      neighbours: async (signal) => {
        const known = await unlessRefused(() => rules(signal));
        if (typeof known === "string") return `the role may not look (${READ_RULES})`;
        return neighboursOf(known, inside, door.path.split("?")[0] ?? "/");
      },
    }),
  });
  const user = visitor && throwaway(visitor, door.host);
  const checks = [
    ...outside,
    ...insideChecks(inside, rules),
    ...(user ? [signedInCheck(door, { user, expect: visitor.expect, meet })] : []),
    ...(door.publicPaths.length > 0 ? [publicPathsCheck(door)] : []),
  ];
  const leftovers =
    visitor && user && removeLeftovers(visitor, { now: world.clock.now(), own: user.email, signal: world.signal });
  let stayed: string | undefined;
  const results = await runChecks(world, checks, patience).finally(async () => {
    stayed = await user?.leave();
    for (const line of [stayed, await leftovers]) if (line) world.log.info(`Smoke test: ${line}`);
  });
  const told = stayed ? results.map((check) => withRemains(check, stayed ?? "")) : results;
  return { checks: inOrder(told), ...(signInUrl && { signInUrl }) };
}

/** A user who is still there is for somebody to delete. */
function withRemains(check: CheckResult, stayed: string): CheckResult {
  return check.id === "signed-in" ? { ...check, warning: stayed } : check;
}

/** The order in which people read them. */
const ORDER = [
  "host-name",
  "certificate",
  "tls-versions",
  "http-redirect",
  "sign-in-redirect",
  "every-way-in",
  "forged-identity",
  "wrong-door",
  "listener-rules",
  "targets",
  "sign-in-page",
  "signed-in",
  "public-paths",
];

function inOrder(checks: readonly CheckResult[]): CheckResult[] {
  return [...checks].sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id));
}
