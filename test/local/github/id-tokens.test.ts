import { request } from "node:https";
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from "jose";
import { connectLocalGitHub, type LocalGitHub } from "../../../local/github/client.js";
import type { RunStart } from "../../../local/github/runs.js";
import { type ServingGitHub, serveGitHub } from "../../../local/github/serve.js";
import { idToken } from "../../configure-aws-credentials.js";
import { account } from "../aws/server/account.js";

const ISSUER = "https://token.actions.githubusercontent.com";
const aws = account();
let serving: ServingGitHub;
let github: LocalGitHub;

beforeAll(async () => {
  serving = await serveGitHub({ internet: aws() });
  github = connectLocalGitHub(serving.env);
});

afterAll(() => serving.close());

/** What a job with an identity is given. */
async function job(start: RunStart, repository = github.repository): Promise<Record<string, string>> {
  const asked = { act: "start-run", repository, permissions: { "id-token": "write" }, ...start } as const;
  return ((await github.act(asked)) as { env: Record<string, string> }).env;
}

const claims = async (start: RunStart, repository?: string) => decodeJwt(await idToken(await job(start, repository)));

/** A document of the issuer's, over TLS at its own name. */
async function read(path: string): Promise<unknown> {
  const found = aws().network.resolve("token.actions.githubusercontent.com", 443);
  if ("error" in found) throw new Error(found.error);
  const servername = new URL(ISSUER).hostname;
  return new Promise((resolve, reject) => {
    request({ ...found.address, path, servername, ca: aws().authority.certificatePem, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
    })
      .on("error", reject)
      .end();
  });
}

describe("a job's token", () => {
  it("is signed with a key that the issuer publishes at its own name, and is valid for five minutes", async () => {
    const token = await idToken(await job({ event: "push" }), "sts.amazonaws.com");
    const { jwks_uri: address, issuer } = (await read("/.well-known/openid-configuration")) as Record<string, string>;
    expect([issuer, decodeProtectedHeader(token).alg]).toEqual([ISSUER, "RS256"]);
    const keys = (await read(new URL(address ?? "").pathname)) as JSONWebKeySet;
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      issuer: ISSUER,
      audience: "sts.amazonaws.com",
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
    // A private key is nobody's business.
    expect(Object.keys(keys.keys[0] ?? {}).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
  });

  it("says which job it is of, and is for the owner's address unless another audience is asked for", async () => {
    expect(await claims({ event: "push" })).toMatchObject({
      iss: ISSUER,
      aud: "https://github.com/octo-org",
      sub: "repo:octo-org/sample-app:ref:refs/heads/main",
      repository: "octo-org/sample-app",
      repository_id: "734512345",
      repository_owner: "octo-org",
      repository_visibility: "public",
      actor: "mona",
      event_name: "push",
      ref: "refs/heads/main",
      ref_type: "branch",
      job_workflow_ref: "octo-org/sample-app/.github/workflows/deploy.yml@refs/heads/main",
    });
  });

  it("has the subject of its environment, its pull request or its ref, in that order", async () => {
    const { number: pullRequest } = await github.open();
    const opened = { action: "opened", pullRequest } as const;
    const subject = async (start: RunStart) => (await claims(start)).sub?.replace("repo:octo-org/sample-app:", "");
    expect(await subject({ event: "pull_request", ...opened })).toBe("pull_request");
    expect(await subject({ event: "pull_request_target", ...opened })).toBe("ref:refs/heads/main");
    expect(await subject({ event: "schedule", schedule: "0 0 * * *" })).toBe("ref:refs/heads/main");
    expect(await subject({ event: "pull_request", ...opened, environment: "pr:1" })).toBe("environment:pr%3A1");
    expect(await claims({ event: "pull_request", ...opened, environment: "staging" })).toMatchObject({
      environment: "staging",
      ref: `refs/pull/${pullRequest}/merge`,
      base_ref: "main",
    });
  });

  it("has ids in the subject where the repository was made since they are there", async () => {
    const { id } = (await github.act({ act: "create-repository", repository: "octo-org/new" })) as { id: number };
    const { sub, repository_owner_id: owner } = await claims({ event: "push" }, "octo-org/new");
    expect(sub).toBe(`repo:octo-org@${owner}/new@${id}:ref:refs/heads/main`);
  });

  it("is only for whom it was offered to, and not offered without id-token: write", async () => {
    const given = await job({ event: "push" });
    await expect(idToken({ ...given, ACTIONS_ID_TOKEN_REQUEST_TOKEN: "x" })).rejects.toThrow("401 Bad credentials");
    const url = given.ACTIONS_ID_TOKEN_REQUEST_URL?.replace(/[0-9a-f]{8}-/, "00000000-") ?? "";
    await expect(idToken({ ...given, ACTIONS_ID_TOKEN_REQUEST_URL: url })).rejects.toThrow("404 Not Found");
    const { env } = await github.startRun({ event: "push", permissions: { contents: "write" } });
    expect(Object.keys(env).filter((name) => name.startsWith("ACTIONS_"))).toEqual([]);
  });
});
