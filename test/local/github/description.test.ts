import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Description, type Operation, readDescription } from "../../../local/github/description.js";
import { OPERATIONS } from "../../../local/github/operations/index.js";

// From build/test/local/github to the repository.
const FOLDER = join(import.meta.dirname, "..", "..", "..", "..", "local", "github");
const SPEC = readFileSync(join(FOLDER, "SPEC.md"), "utf8");

let description: Description;
beforeAll(async () => {
  description = await readDescription();
});

function operation(method: string, path: string): Operation {
  const found = description.find(method, path);
  if (found === undefined) throw new Error(`no ${method} ${path}`);
  return found.operation;
}

describe("GitHub's description", () => {
  it.each([
    ["GET", "/repos/o/r/pulls/7", "pulls/get", { pull_number: "7" }],
    ["GET", "/repos/o/r/issues/comments/7", "issues/get-comment", { comment_id: "7" }],
    ["GET", "/repos/o/r/branches/feature%2Fa", "repos/get-branch", { branch: "feature/a" }],
    ["GET", "/repos/o/r/branches/feature/a", "repos/get-branch", { branch: "feature/a" }],
    ["GET", "/repos/o/r/branches/main/protection", "repos/get-branch-protection", { branch: "main" }],
    ["GET", "/repos/o/r/git/ref/heads/feature/a", "git/get-ref", { ref: "heads/feature/a" }],
    ["GET", "/rate_limit", "rate-limit/get", {}],
  ])("finds what %s %s asks for", (method, path, id, parameters) => {
    const found = description.find(method, path);
    expect(found?.operation.id).toBe(id);
    expect(found?.parameters).toMatchObject(parameters);
  });

  it("finds nothing for what GitHub does not have", () => {
    expect(description.find("GET", "/repos/o/r/nothing")).toBeUndefined();
    expect(description.find("POST", "/rate_limit")).toBeUndefined();
  });

  it.each([
    [
      "lacks a member",
      { ref: "refs/heads/a", node_id: "x", url: "https://x.test/" },
      "must have required property 'object'",
    ],
    ["has a member too many", answer({ sha1: "x" }), "must NOT have additional properties"],
    ["has a member of another type", answer({ ref: 7 }), "must be string"],
    ["has an address that is none", answer({ url: "refs" }), 'must match format "uri"'],
  ])("does not allow an answer that %s", (_what, body, message) => {
    const problems = description.checkAnswer(operation("GET", "/repos/o/r/git/ref/heads/a"), 200, body);
    expect(problems?.map((problem) => problem.message)).toEqual([message]);
  });

  it("allows null where it says nullable, and the empty address that is a default", () => {
    const getRef = operation("GET", "/repos/o/r/git/ref/heads/a");
    expect(description.checkAnswer(getRef, 200, answer({}))).toEqual([]);
    expect(description.checkAnswer(getRef, 299, answer({}))).toBeUndefined();
    const create = operation("POST", "/repos/o/r/deployments");
    expect(description.checkBody(create, { ref: "main", description: null })).toEqual([]);
    expect(description.checkBody(create, { ref: null })).toHaveLength(1);
  });
});

function answer(changes: Record<string, unknown>) {
  const object = { type: "commit", sha: "a".repeat(40), url: "https://x.test/" };
  return { ref: "refs/heads/a", node_id: "x", url: "https://x.test/", object, ...changes };
}

describe("the specification of the local GitHub", () => {
  it("names every operation that is served, and no other; and GitHub has them all", () => {
    const served = Object.keys(OPERATIONS).sort();
    expect(served.filter((id) => !description.has(id))).toEqual([]);
    const named = [...SPEC.matchAll(/^\| `([a-z-]+\/[a-z-]+)` \|/gm)].map(([, id = ""]) => id).sort();
    expect(named).toEqual(served);
  });

  it("names a test that exists for each behaviour", () => {
    const kept = SPEC.split("## Kept")[1]?.split("\n## ")[0] ?? "";
    const rows = kept.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| behaviour"));
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const tests = [...(row.split("|").at(-2) ?? "").matchAll(/\]\(([^)]+)\)/g)].map(([, path = ""]) => path);
      expect([row, tests.length > 0 && tests.every((path) => existsSync(join(FOLDER, path)))]).toEqual([row, true]);
    }
  });
});
