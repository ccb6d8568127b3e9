import { isBranchThere, readPullRequest } from "../../src/github/pull-request.js";
import { startLocalGitHub } from "../local-github.js";
import { connect, never } from "./world.js";

let local: Awaited<ReturnType<typeof startLocalGitHub>>;
beforeAll(async () => {
  local = await startLocalGitHub();
});
afterAll(() => local.stop());

test("a pull request is read as it is at this moment", async () => {
  const github = await connect(local);
  const { number } = await local.open({ branch: "feature/blue", draft: true });
  await local.label(number, "keep-preview");
  const { sha } = await local.push(number);
  expect(await readPullRequest(github, number, never)).toEqual({
    number,
    state: "open",
    merged: false,
    draft: true,
    headSha: sha,
    headRef: "feature/blue",
    headRepositoryId: Number(local.env.GITHUB_REPOSITORY_ID),
    labels: ["keep-preview"],
    updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  await local.merge(number);
  expect(await readPullRequest(github, number, never)).toMatchObject({
    state: "closed",
    merged: true,
    closedAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
});

test("a pull request of a fork that was deleted has no head repository", async () => {
  const { number } = await local.open({ fork: "visitor" });
  await local.act({ act: "delete-repository", repository: `visitor/${local.repository.split("/")[1]}` });
  const found = await readPullRequest(await connect(local), number, never);
  expect(found).toMatchObject({ state: "closed" });
  expect(found).not.toHaveProperty("headRepositoryId");
});

test("a number that no pull request has is not there; one that may not be seen is not known", async () => {
  expect(await readPullRequest(await connect(local), 9999, never)).toBeUndefined();
  await local.act({ act: "create-repository", repository: "octo-org/secret", isPrivate: true });
  const blind = await connect(local, { repository: "octo-org/secret" });
  await expect(readPullRequest(blind, 1, never)).rejects.toMatchObject({ status: 404 });
  await expect(isBranchThere(blind, "main", never)).rejects.toMatchObject({ status: 404 });
});

test("an outage is no answer", async () => {
  const { number } = await local.open();
  await local.fault({ operation: "pulls/get", fail: true, times: 1000 });
  await expect(readPullRequest(await connect(local), number, never)).rejects.toMatchObject({ status: 502 });
  await local.clearFaults();
});

test("a branch is there until it is deleted, also one with a slash in its name", async () => {
  const github = await connect(local);
  await local.open({ branch: "feature/green" });
  expect(await isBranchThere(github, "feature/green", never)).toBe(true);
  // The beginning of a name is not the name.
  expect(await isBranchThere(github, "feature", never)).toBe(false);
  await local.act({ act: "delete-branch", repository: local.repository, branch: "feature/green" });
  expect(await isBranchThere(github, "feature/green", never)).toBe(false);
});
