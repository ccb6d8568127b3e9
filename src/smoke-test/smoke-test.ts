import { randomUUID } from "node:crypto";
import { describeError } from "../lib/errors.js";
import type { Log } from "../lib/log.js";
import { type Clock, poll } from "../lib/poll.js";
import type { CheckResult, FrontDoor } from "./check.js";
import { type Answer, get } from "./request.js";
import { type Judgement, judgeHttp, judgeRedirect, judgeSignInPage } from "./verdicts.js";

export interface SmokeTestWorld {
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

interface Check {
  readonly id: string;
  readonly proves: string;
  readonly look: () => Promise<Judgement>;
}

/** The outcome of a smoke test: its checks, and where a visitor is sent to sign in. */
export interface SmokeTest {
  readonly checks: readonly CheckResult[];
  readonly signInUrl?: string;
}

/**
 * Attacks the front door from outside, all checks side by side. "Not yet" is looked at again, once a second, until
 * `patience` or the signal ends it; anything else is final.
 *
 * @param patience milliseconds
 */
export async function runSmokeTest(world: SmokeTestWorld, door: FrontDoor, patience = 120_000): Promise<SmokeTest> {
  let signInUrl: string | undefined;
  const front = (url: URL) => get(url, { connectTo: door.loadBalancer, signal: world.signal });
  const checks: Check[] = [
    {
      id: "certificate",
      proves: "the host has a certificate that browsers trust",
      look: async () => {
        const { certificate } = await front(new URL(`https://${door.host}/`));
        return certificate
          ? { verdict: "passed", seen: `issued by ${certificate.issuer}, valid until ${certificate.validTo}` }
          : { verdict: "failed", seen: "no certificate was shown" };
      },
    },
    {
      id: "sign-in-redirect",
      proves: "an outsider is sent to sign in",
      look: async () => {
        const answer = await front(new URL(`https://${door.host}/`));
        const judgement = judgeRedirect(answer, door);
        if (judgement.verdict === "passed") signInUrl = answer.headers.location;
        return judgement;
      },
    },
    {
      id: "http-redirect",
      proves: "plain HTTP leads to https and nowhere else",
      look: async () => {
        const asked = new URL(`http://${door.host}/smoke-test/${randomUUID()}?a=1&b=two`);
        return judgeHttp(await front(asked), asked);
      },
    },
    {
      id: "sign-in-page",
      proves: "the way to sign in ends at a page with a sign-in form",
      look: async () => {
        const answer = await front(new URL(`https://${door.host}/`));
        const redirect = judgeRedirect(answer, door);
        const start = answer.headers.location;
        if (redirect.verdict !== "passed" || !start)
          return redirect.verdict === "not yet"
            ? redirect
            : { verdict: "failed", seen: "there is no redirect to follow" };
        const page = await followToPage(new URL(start), world.signal);
        return judgeSignInPage(page.answer, page.url);
      },
    },
  ];
  const results = await Promise.all(checks.map((check) => persist(world, check, patience)));
  return { checks: results, ...(signInUrl && { signInUrl }) };
}

async function persist(
  { log, clock, signal }: SmokeTestWorld,
  { id, proves, look }: Check,
  patience: number,
): Promise<CheckResult> {
  const deadline = clock.now() + patience;
  return await poll<CheckResult>(
    async () => {
      const judgement = await look().catch((error: unknown): Judgement => {
        if (signal.aborted) throw signal.reason;
        return judgeError(error);
      });
      log.change(`smoke test ${id}`, `${judgement.verdict}: ${judgement.seen}`);
      if (judgement.verdict === "not yet" && clock.now() < deadline) return undefined;
      return { id, proves, ...judgement };
    },
    { clock, signal, most: 1000 },
  );
}

/** Certificates that do not fit are wrong; names and connections may still come. */
function judgeError(error: unknown): Judgement {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const seen = `${code ? `${code}: ` : ""}${describeError(error)}`;
  return { verdict: /CERT|SELF_SIGNED|UNABLE_TO/.test(code) ? "failed" : "not yet", seen };
}

/** Follows redirects as a browser does, cookies included, on hosts of the sign-in pages. */
async function followToPage(start: URL, signal: AbortSignal): Promise<{ answer: Answer; url: URL }> {
  const cookies = new Map<string, string>();
  let url = start;
  for (let hops = 0; hops < 10; hops++) {
    const header = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await get(url, { signal, ...(header && { cookies: header }) });
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [pair = ""] = line.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const { location } = answer.headers;
    if (answer.status < 300 || answer.status >= 400 || !location) return { answer, url };
    url = new URL(location, url);
  }
  throw new Error(`more than 10 redirects from ${start.host}`);
}
