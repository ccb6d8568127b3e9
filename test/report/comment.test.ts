import * as fc from "fast-check";
import { COMMENT_LIMIT, type PreviewFacts, renderComment } from "../../src/report/comment.js";

const SHA = { old: "a".repeat(40), head: "b".repeat(40) };

const deployed: PreviewFacts = {
  app: "shop",
  environment: "pr-12",
  state: "deployed",
  url: "https://pr-12.app.example.com",
  image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:pr-12",
  deployedSha: SHA.head,
  headSha: SHA.head,
  signIn: "by invitation",
  expiresAt: "2026-11-25T12:00:00.000Z",
  extendHint: "The label keep-preview keeps it for 14 days",
  smokeTest: { verdict: "passed", seen: "14 of 14 checks" },
  cost: { perDay: 0.4163, assumptions: ["1 task", "prices of us-east-1"] },
  logUrl: "https://github.com/octo/shop/actions/runs/7",
};

test("a deployed preview: its state, link, version, sign-in, verdict, end, cost and log", () => {
  expect(renderComment(deployed)).toBe(
    [
      "### :white_check_mark: Preview pr-12 of shop is deployed",
      "",
      "| | |",
      "|---|---|",
      "| Address | **[pr-12.app.example.com](https://pr-12.app.example.com)** |",
      `| Version | ${SHA.head}, the pull request's head |`,
      "| Image | `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:pr-12` |",
      "| Sign-in | the page asks for it; accounts are made by those who run the user pool |",
      "| Smoke test | :white_check_mark: passed: 14 of 14 checks |",
      "| Expires | 2026-11-25 12:00 UTC; each deploy renews it. The label keep-preview keeps it for 14 days |",
      "| Cost | about <span>$</span>0.42 a day<br><sub>estimate: 1 task; prices of us-east-1</sub> |",
      "",
      "[Log of the run](https://github.com/octo/shop/actions/runs/7)",
    ].join("\n"),
  );
});

test.each<[string, Partial<PreviewFacts>, string]>([
  ["the head is what runs", {}, `${SHA.head}, the pull request's head`],
  [
    "there is a newer push",
    { deployedSha: SHA.old },
    `${SHA.old} answers; the pull request's head, ${SHA.head}, is newer`,
  ],
  ["the first deploy is on its way", { state: "deploying", deployedSha: undefined }, `${SHA.head} is on its way`],
  [
    "the next deploy is on its way",
    { state: "deploying", deployedSha: SHA.old },
    `${SHA.old} answers; ${SHA.head} is on its way`,
  ],
  [
    "the first deploy failed",
    { state: "failed", deployedSha: undefined },
    `the pull request's head, ${SHA.head}, is not deployed`,
  ],
  ["it is gone", { state: "removed" }, `${SHA.head} was the last`],
])("the version when %s", (_, facts, version) => {
  expect(renderComment({ ...deployed, ...facts })).toContain(`| Version | ${version} |`);
});

test("a preview that is gone has no address, no end and no cost", () => {
  const comment = renderComment({
    ...deployed,
    state: "removed",
    removedAt: "2026-11-23T10:01:02Z",
    smokeTest: undefined,
  });
  expect(comment.match(/^\| \w[^|]*/gm)).toEqual(["| Version ", "| Removed "]);
  expect(comment).toContain("| Removed | 2026-11-23 10:01 UTC |");
});

test.each<[string, Partial<PreviewFacts>, string[]]>([
  ["never came to be", { state: "failed", deployedSha: undefined }, ["Version"]],
  ["found no room", { state: "full", deployedSha: undefined }, ["Version"]],
  ["sleeps", { state: "asleep" }, ["Address", "Version", "Sign-in", "Expires"]],
  [
    "shows the version before",
    { state: "failed", deployedSha: SHA.old },
    ["Address", "Version", "Sign-in", "Expires", "Cost"],
  ],
])("a preview that %s tells no more than is so", (_, facts, rows) => {
  const comment = renderComment({ ...deployed, smokeTest: undefined, ...facts });
  expect([...comment.matchAll(/^\| (\w[^|]*) \|/gm)].map(([, row]) => row)).toEqual(rows);
});

const failure = {
  message: "The rollout failed: the container exits.",
  hint: "Look at its log.",
  evidence: [{ title: "Task 1", lines: ["exit code 3"] }],
};

test("a failure tells its cause in a line, and everything else folded", () => {
  const comment = renderComment({ ...deployed, state: "failed", deployedSha: undefined, failure });
  const [open = "", folded = ""] = comment.split("<details>");
  expect(open).toContain("> [!CAUTION]\n> The rollout failed: the container exits.\n");
  expect(open).not.toContain("exit code 3");
  expect(folded).toContain("**What to do:** Look at its log.");
  expect(folded).toContain("**Task 1**\n\n```text\nexit code 3\n```\n");
  expect(folded.indexOf("</details>")).toBeGreaterThan(folded.indexOf("exit code 3"));
});

test("evidence is cut first, from its beginning, and the comment says so", () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i}`);
  const comment = renderComment({
    ...deployed,
    state: "failed",
    failure: {
      ...failure,
      evidence: [
        { title: "Log", lines },
        { title: "Events", lines: ["the last word"] },
      ],
    },
  });
  expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(comment.length).toBeGreaterThan(COMMENT_LIMIT / 3);
  expect(comment).toContain("line 19999");
  expect(comment).toContain("the last word");
  expect(comment).not.toContain("line 0\n");
  expect(comment).toContain("The beginning of the evidence is left out");
  expect(comment).toContain("Log of the run");
});

test.each([1, 2, 7])("%i logs without end fill the comment, and no more", (count) => {
  const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i} ${"`".repeat(i % 9)}`);
  const evidence = Array.from({ length: count }, (_, i) => ({ title: `Log ${i}`, lines }));
  const { length } = renderComment({ ...deployed, state: "failed", failure: { ...failure, evidence } });
  expect(length).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(length).toBeGreaterThan(COMMENT_LIMIT - 1000);
});

test("whatever the facts hold, the comment fits, is closed, and has no mark of its own in the text", () => {
  const hostile = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 50 }) },
    fc.constantFrom(
      "https://evil.example/@octocat",
      "\\",
      "</details>",
      "-->",
      "<!--",
      "```",
      "| x |",
      "@octocat",
      "#1",
      "\n\n# h",
      "::set-output name=a::b",
      "\u202e",
      "`",
    ),
    fc.integer({ min: 1, max: 40_000 }).map((length) => "$".repeat(length)),
    fc.integer({ min: 1, max: 40_000 }).map((length) => "`".repeat(length)),
  );
  const facts = fc.record({
    app: hostile,
    environment: hostile,
    state: fc.constantFrom("deploying", "deployed", "failed", "superseded", "full", "asleep", "removed"),
    url: fc.oneof(hostile, fc.constant("https://pr-1.example.com")),
    image: hostile,
    deployedSha: fc.oneof(hostile, fc.constant(SHA.old)),
    headSha: fc.oneof(hostile, fc.constant(SHA.head)),
    signIn: fc.constantFrom("self sign-up", "by invitation", "none"),
    expiresAt: hostile,
    extendHint: hostile,
    smokeTest: fc.record({ verdict: fc.constantFrom("passed", "failed"), seen: hostile }),
    logUrl: hostile,
    reason: hostile,
    removedAt: hostile,
    failure: fc.option(
      fc.record({
        message: hostile,
        hint: hostile,
        evidence: fc.array(fc.record({ title: hostile, lines: fc.array(hostile, { maxLength: 30 }) }), {
          maxLength: 12,
        }),
      }),
      { nil: undefined },
    ),
  }) as fc.Arbitrary<PreviewFacts>;
  fc.assert(
    fc.property(facts, (some) => {
      const comment = renderComment(some);
      expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
      // Outside fences, where everything is text, the only tags are ours, and nobody is mentioned.
      const outside = comment
        .replace(/^(`{3,})text\n(?:.*\n)*?\1$/gm, "")
        .replace(/\\[\\`]/g, "")
        .replace(/`[^`\n]*`/g, "")
        .replaceAll("&#8203;", "\u200b");
      expect(outside.match(/<(?!\/?(details|summary|sub|span|br)>)/g)).toBeNull();
      expect(outside.match(/(?<!\w)@(?=\w)|#(?=\d)/g)).toBeNull();
      expect(outside.match(/<details>/g)?.length).toBe(some.failure ? 1 : undefined);
      expect(outside.match(/<\/details>/g)?.length).toBe(some.failure ? 1 : undefined);
      expect(comment).not.toMatch(/\u202e/);
    }),
    { numRuns: 100, seed: 5 },
  );
});
