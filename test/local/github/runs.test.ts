import { getOctokit } from "@actions/github";
import { startLocalGitHub } from "../../local-github.js";

let github: Awaited<ReturnType<typeof startLocalGitHub>>;
beforeAll(async () => {
  github = await startLocalGitHub();
});
afterAll(() => github.stop());

/** Whether a run's token may write a comment. */
async function mayComment(env: Readonly<Record<string, string>>, issue_number: number): Promise<boolean> {
  const { rest } = getOctokit(env.GITHUB_TOKEN ?? "", { baseUrl: env.GITHUB_API_URL ?? "" });
  const [owner = "", repo = ""] = github.repository.split("/");
  return rest.issues.createComment({ owner, repo, issue_number, body: "hello" }).then(
    () => true,
    ({ status }: { status: number }) => status !== 403,
  );
}

// Every payload is checked against GitHub's description of its webhooks where it is made.
describe("the event that starts a run", () => {
  it("says what has happened to a pull request, in each action's form", async () => {
    const { number, head } = await github.open({ title: "Blue" });
    const payload = async (...[action, options]: [Parameters<typeof github.run>[0], { label?: string }?]) =>
      (await github.run(action, number, options)).event.payload;
    expect(await payload("opened")).toMatchObject({
      action: "opened",
      number,
      pull_request: { number, state: "open", head: { sha: head.sha, repo: { id: 734512345 } }, base: { ref: "main" } },
      repository: { id: 734512345, full_name: "octo-org/sample-app" },
      sender: { login: "mona" },
    });
    const { sha } = await github.push(number);
    expect(await payload("synchronize")).toMatchObject({
      before: head.sha,
      after: sha,
      pull_request: { head: { sha } },
    });
    await github.label(number, "keep-preview");
    expect(await payload("labeled", { label: "keep-preview" })).toMatchObject({ label: { name: "keep-preview" } });
    await github.draft(number);
    expect(await payload("converted_to_draft")).toMatchObject({ pull_request: { draft: true } });
    await github.ready(number);
    expect(await payload("ready_for_review")).toMatchObject({ pull_request: { draft: false } });
    await github.close(number);
    expect(await payload("closed")).toMatchObject({ pull_request: { state: "closed", merged: false } });
    await github.reopen(number);
    expect(await payload("reopened")).toMatchObject({ pull_request: { state: "open", closed_at: null } });
    await github.merge(number);
    expect(await payload("closed")).toMatchObject({ pull_request: { state: "closed", merged: true } });
    await github.unlabel(number, "keep-preview");
    expect(await payload("unlabeled", { label: "keep-preview" })).toMatchObject({ pull_request: { labels: [] } });
  });

  it("says what was pushed, by hand or by the clock", async () => {
    const { sha, before } = await github.push("main");
    const { event } = await github.startRun({ event: "push" });
    expect(event.payload).toMatchObject({ ref: "refs/heads/main", before, after: sha, head_commit: { id: sha } });
    const dispatched = await github.startRun({ event: "workflow_dispatch", inputs: { environment: "staging" } });
    expect(dispatched.event.payload).toMatchObject({ inputs: { environment: "staging" }, ref: "refs/heads/main" });
    const { event: schedule } = await github.startRun({ event: "schedule", schedule: "17 3 * * *" });
    expect(schedule).toMatchObject({ name: "schedule", payload: { schedule: "17 3 * * *" } });
  });

  it("comes with a token that has the permissions asked for", async () => {
    const { number } = await github.open();
    const { env, secrets } = await github.run("opened", number);
    expect([await mayComment(env, number), secrets]).toEqual([true, true]);
    const less = await github.run("opened", number, { permissions: { contents: "read" } });
    expect(await mayComment(less.env, number)).toBe(false);
  });

  it("of a fork or of Dependabot comes with a token that reads, and without secrets", async () => {
    const fork = await github.open({ fork: "visitor" });
    const bot = await github.open({ by: "dependabot[bot]" });
    for (const { number } of [fork, bot]) {
      const { env, secrets } = await github.run("opened", number);
      expect([await mayComment(env, number), secrets]).toEqual([false, false]);
      const start = { event: "pull_request_target", action: "opened", pullRequest: number } as const;
      const target = await github.startRun(start);
      expect([await mayComment(target.env, number), target.secrets]).toEqual([true, true]);
    }
  });

  it("does not come for a pull request that conflicts, also not when it is closed", async () => {
    const { number } = await github.open({ conflicting: true });
    await github.close(number);
    await expect(github.run("closed", number)).rejects.toThrow("GitHub starts no run");
    const start = { event: "pull_request_target", action: "closed", pullRequest: number } as const;
    expect((await github.startRun(start)).event.payload).toMatchObject({ action: "closed" });
  });

  it("has a deployment already if its job names an environment, with a link to the run", async () => {
    const { number, head } = await github.open();
    const { env } = await github.run("opened", number, { environment: "pr-77" });
    const { deployments } = await github.state();
    expect(deployments.filter(({ environment }) => environment === "pr-77")).toMatchObject([
      {
        sha: head.sha,
        statuses: [
          { state: "in_progress", log_url: expect.stringContaining(`/actions/runs/${env.GITHUB_RUN_ID}/job/`) },
        ],
      },
    ]);
  });
});
