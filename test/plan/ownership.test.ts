import { TAG } from "../../src/plan/names.js";
import { identityTags, whyNotOurs } from "../../src/plan/ownership.js";

const identity = { domain: "app.example.com", app: "web", environment: "pr-1", repositoryId: "77" };
const tags = {
  [TAG.domain]: "app.example.com",
  [TAG.app]: "web",
  [TAG.environment]: "pr-1",
  [TAG.repository]: "octo-org/web",
  [TAG.repositoryId]: "77",
  [TAG.pullRequest]: "1",
};
const without = (key: string) => Object.fromEntries(Object.entries(tags).filter(([name]) => name !== key));

it("what carries the full set is ours, with or without the pull request being known", () => {
  expect(whyNotOurs(tags, identity)).toBeUndefined();
  expect(whyNotOurs(tags, { ...identity, pullRequest: 1 })).toBeUndefined();
});

it("what a deploy writes is what proves it", () => {
  const origin = {
    repository: "octo-org/web",
    repositoryId: "77",
    pullRequest: 1,
    commit: "",
    runId: "",
    runAttempt: "",
    startedAt: "",
    serverUrl: "",
  };
  const written = identityTags({ domain: "app.example.com", app: "web", environment: "pr-1", origin });
  expect(Object.fromEntries(written.map(({ key, value }) => [key, value]))).toEqual(tags);
});

it.each<[string, Record<string, string>, Partial<typeof identity & { pullRequest: number }>]>([
  ["no tags at all", {}, {}],
  ["no domain", without(TAG.domain), {}],
  ["no app", without(TAG.app), {}],
  ["no environment", without(TAG.environment), {}],
  ["no repository id", without(TAG.repositoryId), {}],
  ["no pull request, though it has to be this one's", without(TAG.pullRequest), { pullRequest: 1 }],
  ["another domain", { ...tags, [TAG.domain]: "app.example.co" }, {}],
  ["the name of another environment that begins the same", { ...tags, [TAG.environment]: "pr-12" }, {}],
  ["another repository", { ...tags, [TAG.repositoryId]: "770" }, {}],
  ["another pull request", { ...tags, [TAG.pullRequest]: "12" }, { pullRequest: 1 }],
  ["a pull request that does not fit its name", { ...tags, [TAG.pullRequest]: "12" }, {}],
  ["a pull request that is no number", { ...tags, [TAG.pullRequest]: "1 or 2" }, {}],
  ["capital letters", { ...tags, [TAG.app]: "Web" }, {}],
  ["blanks", { ...tags, [TAG.environment]: "pr-1 " }, {}],
  ["a tag that is there by inheritance", Object.create(tags), {}],
  ["two unknowns", { ...tags, [TAG.repositoryId]: "" }, { repositoryId: "" }],
])("%s: not known as ours", (_, found, asked) => {
  expect(whyNotOurs(found, { ...identity, ...asked })).toEqual(expect.any(String));
});
