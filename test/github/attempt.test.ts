import { RequestError } from "@octokit/request-error";
import { attempt, howLongToWait, persist } from "../../src/github/attempt.js";
import type { GitHub } from "../../src/github/connection.js";

const NOW = 1_800_000_000_000;
const never = new AbortController().signal;

function answer(status: number, message = "no", headers: Record<string, string> = {}): RequestError {
  return new RequestError(message, status, {
    request: { method: "GET", url: "https://api.github.com/", headers: {} },
    response: { status, url: "", headers, data: {} },
  });
}

test.each<[string, unknown, number | undefined]>([
  ["as many seconds as retry-after says", answer(429, "slow", { "retry-after": "7" }), 7000],
  [
    "as many at a secondary limit, which is a 403",
    answer(403, "secondary rate limit", { "retry-after": "60" }),
    60_000,
  ],
  [
    "until the limit is reset",
    answer(403, "API rate limit exceeded", {
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(NOW / 1000 + 30),
    }),
    30_000,
  ],
  ["a minute when GitHub does not say", answer(403, "You have exceeded a secondary rate limit"), 60_000],
  ["no longer than the pace of looking, at a fault of GitHub's", answer(502), 0],
  [
    "not at all without the permission",
    answer(403, "Resource not accessible by integration", { "x-ratelimit-remaining": "4999" }),
    undefined,
  ],
  ["not at all for what is not there", answer(404), undefined],
  ["not at all for a mistake of ours", new TypeError("x is undefined"), undefined],
])("waits %s", (_, error, expected) => {
  expect(howLongToWait(error, NOW)).toBe(expected);
});

/** A clock on which waiting takes no time. */
function fakeWorld() {
  const warnings: string[] = [];
  let now = NOW;
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      now += milliseconds;
    },
  };
  const github = { clock, warn: (text: string) => warnings.push(text) } as unknown as GitHub;
  return { github, clock, warnings, waited: () => now - NOW };
}

test("what a limit stopped is done again after the time that GitHub names, and not before", async () => {
  const { github, waited } = fakeWorld();
  const answers = [answer(403, "secondary rate limit", { "retry-after": "20" }), answer(502), "done"];
  const times: number[] = [];
  const result = await persist(github, never, async () => {
    times.push(waited());
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return next;
  });
  expect(result).toBe("done");
  expect(times[1]).toBeGreaterThanOrEqual(20_000);
  expect(times[1]).toBeLessThan(23_000);
});

test("a limit that is reset later than a deploy can wait is given up at once, with a warning", async () => {
  const { github, warnings, waited } = fakeWorld();
  const limit = answer(403, "API rate limit exceeded", {
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": String(NOW / 1000 + 3000),
  });
  const result = await attempt(github, "record", never, () =>
    persist(github, never, async () => {
      throw limit;
    }),
  );
  expect(result).toBeUndefined();
  expect(waited()).toBe(0);
  expect(warnings).toEqual(["The deployment record is left out: GitHub's rate limit is used up."]);
});

test("an outage ends in a warning after two minutes", async () => {
  const { github, warnings, waited } = fakeWorld();
  await attempt(github, "comment", never, () =>
    persist(github, never, async () => {
      throw answer(503, "Service Unavailable");
    }),
  );
  expect(waited()).toBeGreaterThan(100_000);
  expect(waited()).toBeLessThanOrEqual(130_000);
  expect(warnings).toEqual(["The pull request's comment is left out: GitHub answered 503: Service Unavailable"]);
});

test.each([
  ["record", "deployments: write"],
  ["comment", "pull-requests: write"],
  ["pullRequest", "pull-requests: read"],
] as const)("a refused %s is a warning that names the permission %s", async (piece, permission) => {
  const { github, warnings } = fakeWorld();
  await attempt(github, piece, never, async () => {
    throw answer(403, "Resource not accessible by integration");
  });
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain(`"${permission}"`);
});

test("a step whose time is up is told so by the step, not by a piece of GitHub work", async () => {
  const { github, warnings } = fakeWorld();
  const stop = AbortSignal.abort(new Error("The step did not end within 30 minutes"));
  await attempt(github, "comment", stop, () => persist(github, stop, async () => "never"));
  expect(warnings[0]).toContain("The step did not end within 30 minutes");
});

test("a mistake of ours is not taken for GitHub's", async () => {
  const { github } = fakeWorld();
  const mistake = attempt(github, "comment", never, async () => {
    throw new TypeError("x is undefined");
  });
  await expect(mistake).rejects.toThrow("x is undefined");
});
