import { getOctokit } from "@actions/github";
import { type LocalGitHub, startLocalGitHub } from "../../local-github.js";

/** What @actions/github gives an action, with the repository as every call wants it. */
function client(github: LocalGitHub, token = github.env.GITHUB_TOKEN ?? "") {
  const [owner = "", repo = ""] = github.repository.split("/");
  return { rest: getOctokit(token, { baseUrl: github.url }).rest, at: { owner, repo } };
}

const refusal = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) =>
      thrown as { status: number; response?: { data: { message: string }; headers: Record<string, string> } },
  );
  return { status: error?.status, message: error?.response?.data.message, headers: error?.response?.headers ?? {} };
};

let github: Awaited<ReturnType<typeof startLocalGitHub>>;
beforeEach(async () => {
  github = await startLocalGitHub();
});
afterEach(() => github.stop());

describe("pull requests", () => {
  it("are read, with the head that was pushed last", async () => {
    const { rest, at } = client(github);
    const { number } = await github.open({ title: "Blue", branch: "blue", draft: true });
    const { sha, before } = await github.push(number);
    const { data } = await rest.pulls.get({ ...at, pull_number: number });
    expect(data).toMatchObject({ number, title: "Blue", state: "open", draft: true, merged: false });
    expect(data.head).toMatchObject({ ref: "blue", sha, repo: { id: 734512345, full_name: "octo-org/sample-app" } });
    expect(before).not.toBe(sha);
    expect(data.html_url).toBe(`https://github.com/octo-org/sample-app/pull/${number}`);
  });

  it("are closed, reopened and merged, and say when", async () => {
    const { rest, at } = client(github);
    const { number } = await github.open();
    const get = async () => (await rest.pulls.get({ ...at, pull_number: number })).data;
    await github.close(number);
    expect(await get()).toMatchObject({ state: "closed", merged: false, closed_at: expect.stringMatching(/Z$/) });
    await github.reopen(number);
    expect(await get()).toMatchObject({ state: "open", closed_at: null });
    await github.merge(number);
    const merged = await get();
    expect(merged).toMatchObject({ state: "closed", merged: true, merged_by: { login: "mona" } });
    const main = await rest.repos.getBranch({ ...at, branch: "main" });
    expect(main.data.commit.sha).toBe(merged.merge_commit_sha);
    await expect(github.reopen(number)).rejects.toThrow("cannot be reopened");
  });

  it("lose their head's repository when the fork is deleted, and are closed by it", async () => {
    const { rest, at } = client(github);
    const { number, head } = await github.open({ fork: "visitor" });
    expect(head.repo?.id).not.toBe(734512345);
    await github.act({ act: "delete-repository", repository: "visitor/sample-app" });
    const { data } = await rest.pulls.get({ ...at, pull_number: number });
    expect(data).toMatchObject({ state: "closed", head: { repo: null, label: expect.stringMatching(/^visitor:/) } });
  });

  it("are listed by state and head, the newest first, in pages of at most 100", async () => {
    const { rest, at } = client(github);
    for (let count = 0; count < 103; count++) await github.open({ branch: `b-${count}` });
    await github.close(3);
    const { data, headers } = await rest.pulls.list({ ...at, per_page: 1000 });
    expect([data.length, data[0]?.number]).toEqual([100, 103]);
    expect(headers.link).toContain(`/repos/octo-org/sample-app/pulls?per_page=1000&page=2>; rel="next"`);
    const { data: rest2, headers: headers2 } = await rest.pulls.list({ ...at, per_page: 100, page: 2 });
    expect(rest2.map(({ number }) => number)).toEqual([2, 1]);
    expect(headers2.link).toMatch(/page=1>; rel="prev", .*page=1>; rel="first"/);
    const octokit = getOctokit(github.env.GITHUB_TOKEN ?? "", { baseUrl: github.url });
    const all = await octokit.paginate(octokit.rest.pulls.list, { ...at, state: "all" });
    expect(all.length).toBe(103);
    const { data: one } = await rest.pulls.list({ ...at, head: "octo-org:b-50" });
    expect(one.map(({ number }) => number)).toEqual([51]);
  });
});

describe("comments", () => {
  it("are created by the token's account, changed, listed by age and deleted", async () => {
    const { rest, at } = client(github);
    const { number } = await github.open();
    const { data: first } = await rest.issues.createComment({ ...at, issue_number: number, body: "one" });
    const { data: second } = await rest.issues.createComment({ ...at, issue_number: number, body: "two" });
    expect(first.user).toMatchObject({ login: "github-actions[bot]", id: 41898282, type: "Bot" });
    expect(first.html_url).toBe(`https://github.com/octo-org/sample-app/pull/${number}#issuecomment-${first.id}`);
    await rest.issues.updateComment({ ...at, comment_id: first.id, body: "uno" });
    const { data } = await rest.issues.listComments({ ...at, issue_number: number });
    expect(data.map(({ id, body }) => [id, body])).toEqual([
      [first.id, "uno"],
      [second.id, "two"],
    ]);
    await rest.issues.deleteComment({ ...at, comment_id: second.id });
    expect((await refusal(rest.issues.updateComment({ ...at, comment_id: second.id, body: "x" }))).status).toBe(404);
    expect((await github.state()).comments.map(({ body }) => body)).toEqual(["uno"]);
  });

  it("have at most 65,536 characters, and are not empty", async () => {
    const { rest, at } = client(github);
    const { number: issue_number } = await github.open();
    const create = (body: string) => rest.issues.createComment({ ...at, issue_number, body });
    expect((await create("\u{1F600}".repeat(65_536))).status).toBe(201);
    await expect(create("x".repeat(65_537))).rejects.toMatchObject({
      status: 422,
      response: {
        data: {
          message: "Validation Failed",
          errors: [{ code: "custom", field: "body", message: "body is too long (maximum is 65536 characters)" }],
        },
      },
    });
    expect((await refusal(create(""))).status).toBe(422);
  });
});

describe("labels", () => {
  it("are put on, listed and taken off", async () => {
    const { rest, at } = client(github);
    const { number: issue_number } = await github.open();
    await rest.issues.addLabels({ ...at, issue_number, labels: ["keep-preview", "blue"] });
    await rest.issues.removeLabel({ ...at, issue_number, name: "blue" });
    const { data } = await rest.issues.listLabelsOnIssue({ ...at, issue_number });
    expect(data.map(({ name }) => name)).toEqual(["keep-preview"]);
    expect((await github.unlabel(issue_number, "keep-preview")).labels).toEqual([]);
  });
});

describe("deployments", () => {
  const quiet = { auto_merge: false, required_contexts: [] };

  it("have GitHub's defaults", async () => {
    const { rest, at } = client(github);
    const { data } = await rest.repos.createDeployment({ ...at, ref: "main" });
    expect(data).toMatchObject({
      ref: "main",
      sha: (await github.state()).branches.main,
      task: "deploy",
      payload: "",
      environment: "production",
      original_environment: "production",
      production_environment: true,
      transient_environment: false,
      description: null,
    });
    const { data: preview } = await rest.repos.createDeployment({
      ...at,
      ...quiet,
      ref: "main",
      environment: "pr-1",
      transient_environment: true,
    });
    expect(preview).toMatchObject({ production_environment: false, transient_environment: true });
  });

  it("are refused while a check of the commit has not succeeded, unless none is required", async () => {
    const { rest, at } = client(github);
    const { head } = await github.open();
    const create = (more: { required_contexts?: string[] }) =>
      rest.repos.createDeployment({ ...at, ref: head.ref, ...more });
    // The job that asks is such a check itself.
    await expect(create({})).rejects.toMatchObject({
      status: 409,
      response: {
        data: {
          message: `Conflict: Commit status checks failed for ${head.ref}.`,
          errors: [
            { contexts: [{ context: "deploy", state: "pending" }], field: "required_contexts", code: "invalid" },
          ],
        },
      },
    });
    expect((await refusal(create({ required_contexts: ["unit"] }))).status).toBe(409);
    expect((await create({ required_contexts: [] })).status).toBe(201);
    await github.setContext(head.sha, "deploy", "success");
    expect((await create({})).status).toBe(201);
  });

  it("merge the default branch into a branch that is behind, instead of a deployment, unless told not to", async () => {
    const { rest, at } = client(github);
    const { number, head } = await github.open();
    await github.push("main");
    const create = (ref: string, auto_merge?: boolean) =>
      rest.repos.createDeployment({
        ...at,
        ref,
        required_contexts: [],
        ...(auto_merge === undefined ? {} : { auto_merge }),
      });
    expect(await refusal(create(head.sha))).toMatchObject({
      status: 409,
      message: `Conflict merging main into ${head.sha}.`,
    });
    expect((await create(head.sha, false)).status).toBe(201);
    const merged = await create(head.ref);
    expect([merged.status, merged.data]).toEqual([
      202,
      { message: `Auto-merged main into ${head.ref} on deployment.` },
    ]);
    const { data } = await rest.pulls.get({ ...at, pull_number: number });
    expect(data.head.sha).not.toBe(head.sha);
    expect((await github.state()).deployments.length).toBe(1);
  });

  it("are refused for a ref that is not there", async () => {
    const { rest, at } = client(github);
    expect(await refusal(rest.repos.createDeployment({ ...at, ref: "nowhere" }))).toMatchObject({
      status: 422,
      message: "No ref found for: nowhere",
    });
  });

  it("become inactive when a later one of their environment succeeds, but for transient and production ones", async () => {
    const { rest, at } = client(github);
    const deploy = async (environment: string, more: { transient_environment?: boolean } = {}) => {
      const { data } = await rest.repos.createDeployment({ ...at, ...quiet, ref: "main", environment, ...more });
      const deployment_id = "id" in data ? data.id : 0;
      await rest.repos.createDeploymentStatus({ ...at, deployment_id, state: "success" });
      return deployment_id;
    };
    const earlier = [
      await deploy("staging"),
      await deploy("pr-1", { transient_environment: true }),
      await deploy("production"),
      await deploy("other"),
    ];
    for (const environment of ["staging", "pr-1", "production"]) await deploy(environment);
    const newest = await Promise.all(
      earlier.map(async (deployment_id) => {
        const { data } = await rest.repos.listDeploymentStatuses({ ...at, deployment_id });
        return data[0]?.state;
      }),
    );
    expect(newest).toEqual(["inactive", "success", "success", "success"]);
  });

  it("keep their statuses, the newest first, and take the environment of a status", async () => {
    const { rest, at } = client(github);
    const { data } = await rest.repos.createDeployment({ ...at, ...quiet, ref: "main", environment: "pr-1" });
    const deployment_id = "id" in data ? data.id : 0;
    const add = (state: "in_progress" | "success", more = {}) =>
      rest.repos.createDeploymentStatus({ ...at, deployment_id, state, ...more });
    await add("in_progress", { log_url: "https://github.com/octo-org/sample-app/actions/runs/1" });
    const { data: last } = await add("success", { environment_url: "https://pr-1.example.com", environment: "pr-one" });
    expect(last).toMatchObject({ environment_url: "https://pr-1.example.com", log_url: "", environment: "pr-one" });
    const { data: statuses } = await rest.repos.listDeploymentStatuses({ ...at, deployment_id });
    expect(statuses.map(({ state }) => state)).toEqual(["success", "in_progress"]);
    expect(statuses[1]?.target_url).toBe("https://github.com/octo-org/sample-app/actions/runs/1");
    const { data: found } = await rest.repos.listDeployments({ ...at, environment: "pr-one" });
    expect(found.map(({ id }) => id)).toEqual([deployment_id]);
    expect((await refusal(add("success", { description: "x".repeat(141) }))).status).toBe(422);
  });

  it("are deleted when inactive, or when there is no other", async () => {
    const { rest, at } = client(github);
    const create = async () => {
      const { data } = await rest.repos.createDeployment({ ...at, ...quiet, ref: "main" });
      const deployment_id = "id" in data ? data.id : 0;
      await rest.repos.createDeploymentStatus({ ...at, deployment_id, state: "success", auto_inactive: false });
      return deployment_id;
    };
    const [first, second] = [await create(), await create()];
    const remove = (deployment_id: number) => rest.repos.deleteDeployment({ ...at, deployment_id });
    expect((await refusal(remove(first))).status).toBe(422);
    await rest.repos.createDeploymentStatus({ ...at, deployment_id: first, state: "inactive" });
    expect((await remove(first)).status).toBe(204);
    expect((await remove(second)).status).toBe(204);
    expect((await github.state()).deployments).toEqual([]);
  });
});

describe("branches and references", () => {
  it("are there, or 404", async () => {
    const { rest, at } = client(github);
    const { head } = await github.open({ branch: "feature/a b" });
    const { data } = await rest.repos.getBranch({ ...at, branch: head.ref });
    expect([data.name, data.commit.sha]).toEqual([head.ref, head.sha]);
    const { data: ref } = await rest.git.getRef({ ...at, ref: "heads/feature/a b" });
    expect(ref.object.sha).toBe(head.sha);
    await github.act({ act: "delete-branch", branch: head.ref });
    expect(await refusal(rest.repos.getBranch({ ...at, branch: head.ref }))).toMatchObject({
      status: 404,
      message: "Branch not found",
    });
    expect((await refusal(rest.git.getRef({ ...at, ref: "heads/feature/a b" }))).status).toBe(404);
    // A pull request whose branch is deleted is closed.
    expect((await github.state()).pullRequests[0]?.state).toBe("closed");
  });

  it("belong to a repository that says what it is", async () => {
    const { rest, at } = client(github);
    const { data } = await rest.repos.get(at);
    expect(data).toMatchObject({
      id: 734512345,
      full_name: "octo-org/sample-app",
      default_branch: "main",
      private: false,
    });
  });
});

describe("what a token may do", () => {
  it("is 403 without the permission, which the answer names", async () => {
    const token = await github.createToken({ contents: "read", "pull-requests": "read" });
    const { rest, at } = client(github, token);
    const { number } = await github.open();
    const comment = await refusal(rest.issues.createComment({ ...at, issue_number: number, body: "x" }));
    expect(comment).toMatchObject({ status: 403, message: "Resource not accessible by integration" });
    expect(comment.headers["x-accepted-github-permissions"]).toBe("issues=write; pull_requests=write");
    const deployment = await refusal(rest.repos.createDeployment({ ...at, ref: "main" }));
    expect(deployment).toMatchObject({
      status: 403,
      headers: { "x-accepted-github-permissions": "deployments=write" },
    });
    // The repository is public.
    expect((await rest.repos.listDeployments(at)).status).toBe(200);
  });

  it("is 404 in a private repository of others, and 403 in one's own without the permission", async () => {
    await github.act({ act: "create-repository", repository: "octo-org/secret", isPrivate: true });
    const at = { owner: "octo-org", repo: "secret" };
    expect((await refusal(client(github).rest.repos.get(at))).status).toBe(404);
    const { token } = (await github.act({
      act: "create-token",
      repository: "octo-org/secret",
      permissions: { contents: "read" },
    })) as { token: string };
    const { rest } = client(github, token);
    expect((await rest.repos.get(at)).status).toBe(200);
    expect((await rest.repos.getBranch({ ...at, branch: "main" })).status).toBe(200);
    expect((await refusal(rest.pulls.list(at))).status).toBe(403);
  });

  it("is nothing with a token that there is not", async () => {
    const { rest, at } = client(github, "ghs_wrong");
    expect(await refusal(rest.repos.get(at))).toMatchObject({ status: 401, message: "Bad credentials" });
  });

  it("ends with the hour's rate limit", async () => {
    const token = await github.createToken({ contents: "read" });
    const { rest, at } = client(github, token);
    const { data } = await rest.rateLimit.get();
    expect(data.resources.core).toMatchObject({ limit: 1000, used: 0, remaining: 1000 });
    await github.act({ act: "limit-rate", token, remaining: 1 });
    const { headers } = await rest.repos.get(at);
    expect(headers).toMatchObject({ "x-ratelimit-remaining": "0", "x-ratelimit-limit": "1000" });
    const refused = await refusal(rest.repos.get(at));
    expect(refused).toMatchObject({ status: 403, headers: { "x-ratelimit-remaining": "0" } });
    expect(refused.message).toMatch(/^API rate limit exceeded/);
    expect((await rest.rateLimit.get()).data.resources.core.remaining).toBe(0);
  });
});
