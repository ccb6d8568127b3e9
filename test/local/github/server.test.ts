import { connectLocalGitHub } from "../../../local/github/client.js";
import { GitHub } from "../../../local/github/github.js";
import { createRepository } from "../../../local/github/people.js";
import { startGitHubServer } from "../../../local/github/server.js";
import { type LocalGitHub, startLocalGitHub } from "../../local-github.js";

let github: Awaited<ReturnType<typeof startLocalGitHub>>;
beforeEach(async () => {
  github = await startLocalGitHub();
});
afterEach(() => github.stop());

async function send(
  { url, env }: LocalGitHub,
  method: string,
  path: string,
  { body, headers = {}, signal }: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal } = {},
) {
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${env.GITHUB_TOKEN}`, "user-agent": "test", ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: (text === "" ? undefined : JSON.parse(text)) as { message: string; documentation_url: string },
  };
}

const REPOSITORY = "/repos/octo-org/sample-app";

describe("a request", () => {
  it.each([
    ["lacks a member", { body: { auto_merge: false } }, 422, 'Invalid request.\n\n"ref" wasn\'t supplied.'],
    [
      "has a member too many",
      { body: { ref: "main", transient: true } },
      422,
      'Invalid request.\n\n"transient" is not a permitted key.',
    ],
    [
      "has a member of another type",
      { body: { ref: 1 } },
      422,
      "Invalid request.\n\nFor 'properties/ref', 1 is not a string.",
    ],
    ["is not JSON", { body: "{" }, 400, "Problems parsing JSON"],
    ["is no object", { body: ["main"] }, 400, "Body should be a JSON object"],
  ])("that %s is refused in GitHub's words, and recorded as a misfit", async (_what, request, status, message) => {
    const answer = await send(github, "POST", `${REPOSITORY}/deployments`, request);
    expect(answer).toMatchObject({
      status,
      body: {
        message,
        status: String(status),
        documentation_url: "https://docs.github.com/rest/deployments/deployments#create-a-deployment",
      },
    });
    const [call] = await github.calls();
    expect(call).toMatchObject({ operation: "repos/create-deployment", status, misfits: [expect.any(String)] });
    expect((await github.state()).deployments).toEqual([]);
  });

  it("with a query parameter that GitHub does not have is refused here, where GitHub would not mind", async () => {
    const answer = await send(github, "GET", `${REPOSITORY}/deployments?enviroment=pr-1`);
    expect(answer).toMatchObject({ status: 422, body: { message: expect.stringContaining('"enviroment"') } });
  });

  it("in GraphQL may ask who asks, and nothing else", async () => {
    const post = (query: unknown) => send(github, "POST", "/graphql", { body: JSON.stringify({ query }) });
    expect(await post("query { viewer { login } }")).toMatchObject({
      status: 200,
      body: { data: { viewer: { login: "github-actions[bot]" } } },
    });
    expect(await post("query { viewer { email } }")).toMatchObject({ status: 501 });
    expect(await post(7)).toMatchObject({ status: 400 });
  });

  it("for something that GitHub has and this does not is answered 501, by name", async () => {
    expect(await send(github, "POST", `${REPOSITORY}/issues`, { body: { title: "x" } })).toMatchObject({
      status: 501,
      body: { message: "The local GitHub does not serve issues/create." },
    });
    expect(await send(github, "GET", "/user")).toMatchObject({ status: 501 });
  });

  it.each([
    "/repos/octo-org/nothing",
    `${REPOSITORY}/nothing`,
    `${REPOSITORY}/pulls/99`,
    `${REPOSITORY}/pulls/one`,
    `${REPOSITORY}/issues/comments/1`,
    `${REPOSITORY}/deployments/1`,
  ])("for what is not there, %s, is answered 404", async (path) => {
    expect(await send(github, "GET", path)).toMatchObject({ status: 404, body: { message: "Not Found" } });
  });

  it("without a token reads what is public, and changes nothing", async () => {
    const headers = { authorization: "" };
    const bare = async (method: string, path: string) =>
      (await fetch(github.url + path, { method, headers: { "user-agent": "test" } })).status;
    expect(await bare("GET", REPOSITORY)).toBe(200);
    expect(await bare("POST", `${REPOSITORY}/deployments`)).toBe(401);
    expect((await send(github, "GET", REPOSITORY, { headers })).status).toBe(401);
  });

  it("without a user agent is refused", async () => {
    expect((await send(github, "GET", REPOSITORY, { headers: { "user-agent": "" } })).status).toBe(403);
  });
});

describe("faults", () => {
  it("hit the nth call of an operation, in GitHub's words", async () => {
    await github.fault([
      { operation: "repos/get", at: 2, throttle: "secondary", retryAfterSeconds: 7 },
      { operation: "repos/get", at: 3, fail: true },
      { operation: "repos/get", at: 4, error: { status: 503, message: "Down" } },
      { operation: "repos/get", at: 5, throttle: "primary" },
    ]);
    const answers = [];
    for (let count = 0; count < 6; count++) answers.push(await send(github, "GET", REPOSITORY));
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 502, 503, 403, 403]);
    expect(answers[1]?.headers.get("retry-after")).toBe("7");
    expect(answers[1]?.body.message).toMatch(/secondary rate limit/);
    expect(answers[4]?.headers.get("x-ratelimit-remaining")).toBe("0");
    expect((await github.faults()).map(({ hits }) => hits)).toEqual([1, 1, 1, 1]);
    await github.clearFaults();
    expect(await github.faults()).toEqual([]);
  });

  it("cut the connection before or after the operation has happened", async () => {
    const { number } = await github.open();
    const comment = () => send(github, "POST", `${REPOSITORY}/issues/${number}/comments`, { body: { body: "x" } });
    await github.fault([
      { operation: "issues/create-comment", reset: true },
      { operation: "issues/create-comment", at: 2, resetAfter: true },
    ]);
    await expect(comment()).rejects.toThrow("fetch failed");
    expect((await github.state()).comments.length).toBe(0);
    await expect(comment()).rejects.toThrow("fetch failed");
    expect((await github.state()).comments.length).toBe(1);
    expect((await github.calls()).map(({ error }) => error)).toEqual(["reset", "reset after"]);
  });

  it("leave a request without an answer until the client gives up", async () => {
    await github.fault({ operation: "*", hang: true });
    const signal = AbortSignal.timeout(50);
    await expect(send(github, "GET", REPOSITORY, { signal })).rejects.toThrow("timeout");
  });

  it("let somebody act just before or after an operation", async () => {
    const { number } = await github.open();
    await github.fault([
      { operation: "pulls/get", at: 2, actBefore: { act: "close", pullRequest: number } },
      { operation: "pulls/get", at: 3, actAfter: { act: "reopen", pullRequest: number } },
    ]);
    const states = [];
    for (let count = 0; count < 4; count++) {
      const { body } = await send(github, "GET", `${REPOSITORY}/pulls/${number}`);
      states.push((body as unknown as { state: string }).state);
    }
    expect(states).toEqual(["open", "closed", "closed", "open"]);
  });

  it.each([
    [{ operation: "pulls/gett", fail: true }, "GitHub has no operation pulls/gett"],
    [{ operation: "pulls/get" }, "a fault has exactly one of"],
    [{ operation: "pulls/get", fail: true, reset: true }, "a fault has exactly one of"],
    [{ operation: "pulls/get", fail: true, at: 0 }, "at is a whole number from 1"],
    [{ operation: "pulls/get", when: 1, fail: true }, "there is no when"],
    [{ operation: "pulls/get", actBefore: { act: "explode" } }, "there is no act explode"],
  ])("that make no sense are refused: %j", async (plan, message) => {
    await expect(github.fault(plan as never)).rejects.toThrow(message);
    expect(await github.faults()).toEqual([]);
  });
});

describe("an answer that GitHub's description does not allow", () => {
  it("is a 500 that says so, and is told to whoever asks whether all was well", async () => {
    const { write } = process.stderr;
    let printed = "";
    process.stderr.write = (text: string | Uint8Array) => {
      printed += text;
      return true;
    };
    const broken = new GitHub();
    const repository = createRepository(broken, { name: "octo-org/broken" });
    Object.assign(repository, { private: "no" });
    const server = await startGitHubServer(broken);
    try {
      const client = connectLocalGitHub({ GITHUB_API_URL: server.url, GITHUB_REPOSITORY: "octo-org/broken" });
      await client.verify();
      const { token } = broken.createToken({}, [repository]);
      const headers = { authorization: `Bearer ${token}` };
      const answer = await send(client, "GET", "/repos/octo-org/broken", { headers });
      expect(answer).toMatchObject({
        status: 500,
        body: { message: expect.stringContaining("/private must be boolean") },
      });
      await expect(client.verify()).rejects.toThrow("repos/get is not GitHub's: /private must be boolean");
      expect(printed).toContain("/private must be boolean");
    } finally {
      process.stderr.write = write;
      await server.close();
    }
  });
});

describe("what listens", () => {
  it("listens on loopback alone", () => {
    expect(new URL(github.url).hostname).toBe("127.0.0.1");
  });
});
