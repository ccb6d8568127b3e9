import { readFile } from "node:fs/promises";
import { type RunActionOptions, runAction } from "../../../local/runner/run-action.js";
import { actionFolder } from "./action-folder.js";

const MANIFEST = `
name: fixture
inputs:
  domain: { required: true }
  Container Port: { default: 80 }
  health-check-path: { default: / }
  token: { default: "\${{ github.token }}" }
  old: { default: "", deprecationMessage: use domain }
runs: { using: node24, main: dist/main.js }
`;

/** Runs `script` as the action of `manifest`. */
async function run(
  script: string,
  {
    manifest = MANIFEST,
    files = {},
    ...options
  }: Partial<RunActionOptions> & {
    manifest?: string;
    files?: Record<string, string>;
  } = {},
) {
  const action = await actionFolder({ "action.yml": manifest, "dist/main.js": script, ...files });
  try {
    return await runAction({ folder: action.folder, ...options });
  } finally {
    await action.remove();
  }
}

const PRINT_ENV = `require("fs").appendFileSync(process.env.GITHUB_OUTPUT, "env<<E\\n" + JSON.stringify(process.env) + "\\nE\\n")`;
async function environmentOf(options: Partial<RunActionOptions> & { manifest?: string }) {
  const { outputs } = await run(PRINT_ENV, options);
  return JSON.parse(outputs.env ?? "{}") as Record<string, string>;
}

describe("the environment of an action", () => {
  it("carries inputs under GitHub's names, with the defaults of action.yml and empty strings without one", async () => {
    const env = await environmentOf({ inputs: { DOMAIN: "app.example.com" }, env: { GITHUB_TOKEN: "ghs_token" } });
    expect(env).toMatchObject({
      INPUT_DOMAIN: "app.example.com",
      INPUT_CONTAINER_PORT: "80",
      "INPUT_HEALTH-CHECK-PATH": "/",
      INPUT_TOKEN: "ghs_token",
      INPUT_OLD: "",
    });
    expect(env.GITHUB_TOKEN).toBeUndefined();
  });

  it("does not enforce required inputs, as GitHub does not", async () => {
    expect((await environmentOf({})).INPUT_DOMAIN).toBe("");
  });

  it("keeps the caller's own variables out", async () => {
    process.env.AWS_PROFILE = "a-developer's";
    try {
      const env = await environmentOf({ env: { AWS_REGION: "eu-west-1" } });
      expect(env.AWS_PROFILE).toBeUndefined();
      expect(env.AWS_REGION).toBe("eu-west-1");
      expect(env.HOME).not.toBe(process.env.HOME);
    } finally {
      delete process.env.AWS_PROFILE;
    }
  });

  it("describes a push by default", async () => {
    expect(await environmentOf({})).toMatchObject({
      GITHUB_EVENT_NAME: "push",
      GITHUB_REF: "refs/heads/main",
      GITHUB_REF_NAME: "main",
      GITHUB_REPOSITORY: "octo-org/sample-app",
      GITHUB_REPOSITORY_OWNER: "octo-org",
      GITHUB_SHA: expect.stringMatching(/^[0-9a-f]{40}$/),
      GITHUB_HEAD_REF: "",
      RUNNER_OS: "Linux",
      CI: "true",
    });
  });

  it("describes a pull request by its merge ref", async () => {
    const payload = {
      action: "opened",
      number: 12,
      pull_request: {
        number: 12,
        head: { ref: "feature", sha: "a".repeat(40) },
        base: { ref: "main", sha: "b".repeat(40) },
        merge_commit_sha: "c".repeat(40),
      },
      repository: { id: 5, full_name: "acme/shop", name: "shop", owner: { login: "acme", id: 6 } },
      sender: { login: "eve", id: 7 },
    };
    expect(await environmentOf({ event: { name: "pull_request", payload } })).toMatchObject({
      GITHUB_REF: "refs/pull/12/merge",
      GITHUB_REF_NAME: "12/merge",
      GITHUB_SHA: "c".repeat(40),
      GITHUB_HEAD_REF: "feature",
      GITHUB_BASE_REF: "main",
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_REPOSITORY_ID: "5",
      GITHUB_ACTOR: "eve",
    });
  });
});

describe("inputs that action.yml does not expect", () => {
  it("are warned about in GitHub's words", async () => {
    const { annotations } = await run("", { inputs: { dommain: "x", old: "y" } });
    expect(annotations.map(({ message }) => message)).toEqual([
      "Unexpected input(s) 'dommain', valid inputs are ['domain', 'Container Port', 'health-check-path', 'token', 'old']",
      "Input 'old' has been deprecated with message: use domain",
    ]);
  });
});

describe("what an action reports", () => {
  it("is read from its files: outputs, state, summary", async () => {
    const script = `
      const { appendFileSync } = require("fs");
      appendFileSync(process.env.GITHUB_OUTPUT, "url=https://a=b\\nplan<<X1\\n{\\n}\\nX1\\n");
      appendFileSync(process.env.GITHUB_STATE, "started=yes\\n");
      appendFileSync(process.env.GITHUB_STEP_SUMMARY, "# Deployed\\n");`;
    const result = await run(script);
    expect(result).toMatchObject({
      exitCode: 0,
      conclusion: "success",
      outputs: { url: "https://a=b", plan: "{\n}" },
      state: { started: "yes" },
      summary: "# Deployed\n",
    });
  });

  it("fails the step when a file is malformed", async () => {
    const result = await run(`require("fs").appendFileSync(process.env.GITHUB_OUTPUT, "nonsense\\n")`);
    expect(result.exitCode).toBe(1);
    expect(result.log).toContain("Error: Invalid format 'nonsense'");
  });

  it("loses a summary of more than 1 MiB, with an error", async () => {
    const result = await run(
      `require("fs").appendFileSync(process.env.GITHUB_STEP_SUMMARY, "x".repeat(1024 * 1024 + 1))`,
    );
    expect(result.summary).toBe("");
    expect(result.log).toContain("supports content up to a size of 1024k");
  });

  it("is an exit code, also of a crash", async () => {
    expect((await run("process.exit(7)")).exitCode).toBe(7);
    const crash = await run(`throw new Error("boom")`);
    expect([crash.exitCode, crash.conclusion]).toEqual([1, "failure"]);
    expect(crash.log).toContain("Error: boom");
  });
});

describe("pre and post", () => {
  const manifest = "runs: { using: node24, pre: pre.js, main: dist/main.js, post: post.js }";
  const files = {
    "pre.js": `console.log("pre")`,
    "post.js": `console.log("post saw", process.env.STATE_started)`,
  };

  it("run around main, state passed on to post, which runs after a failure too", async () => {
    const script = `
      console.log("main");
      require("fs").appendFileSync(process.env.GITHUB_STATE, "started=now\\n");
      process.exit(3);`;
    const result = await run(script, { manifest, files });
    expect(result.log).toBe("pre\nmain\npost saw now\n");
    expect(result.exitCode).toBe(3);
  });

  it("obey post-if", async () => {
    const only = manifest.replace("post: post.js", "post: post.js, post-if: success()");
    expect((await run("process.exit(1)", { manifest: only, files })).log).toBe("pre\n");
  });
});

describe("cancelling", () => {
  it("sends SIGINT and lets the action end in its own way; post still runs", async () => {
    const cancellation = new AbortController();
    const script = `
      process.on("SIGINT", () => { console.log("interrupted"); process.exit(0); });
      setInterval(() => {}, 1000);
      console.log("ready");`;
    const result = await run(script, {
      manifest: "runs: { using: node24, main: dist/main.js, post: post.js }",
      files: { "post.js": `console.log("cleaned up")` },
      signal: cancellation.signal,
      onOutput: (line) => line === "ready" && cancellation.abort(),
    });
    expect(result.log).toBe("ready\ninterrupted\ncleaned up\n");
    expect(result.conclusion).toBe("cancelled");
  });

  it("kills the whole tree when SIGINT and SIGTERM are ignored", async () => {
    const cancellation = new AbortController();
    const child = `console.log("child", process.pid); setInterval(() => {}, 1000);`;
    const script = `
      process.on("SIGINT", () => console.log("SIGINT")).on("SIGTERM", () => console.log("SIGTERM"));
      require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: "inherit", detached: true });
      setInterval(() => {}, 1000);`;
    let pid = 0;
    const result = await run(script, {
      signal: cancellation.signal,
      onOutput: (line) => {
        if (!line.startsWith("child ")) return;
        pid = Number(line.slice("child ".length));
        cancellation.abort();
      },
    });
    expect(result.exitCode).toBe(128 + 9);
    expect(result.log).toContain("SIGINT\nSIGTERM\n");
    // A killed process may be left as a zombie until its new parent looks.
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ") Z");
    expect(stat.slice(stat.lastIndexOf(")"))).toMatch(/^\) [ZX]/);
  }, 20_000);
});

describe("what GitHub runs and this runner does not", () => {
  it.each([
    ["composite actions", "runs: { using: composite, steps: [] }", "does not run composite actions"],
    ["docker actions", "runs: { using: docker, image: Dockerfile }", "does not run docker actions"],
    ["removed Node versions", "runs: { using: node16, main: dist/main.js }", 'runs.using is "node16"'],
    [
      "expressions that call what there is not",
      `{ inputs: { a: { default: "\${{ hashFiles('**') }}" } }, runs: { using: node24, main: dist/main.js } }`,
      "cannot evaluate the expression",
    ],
  ])("is refused: %s", async (_what, manifest, message) => {
    await expect(run("", { manifest })).rejects.toThrow(message);
  });

  it("names the folder when there is no action.yml", async () => {
    await expect(runAction({ folder: "/nonexistent" })).rejects.toThrow("no action.yml or action.yaml in /nonexistent");
  });
});
