import { existsSync } from "node:fs";
import { join } from "node:path";
import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { ImageRegistry } from "../../local/edge/containers/registry.js";
import type { RunStart } from "../../local/github/runs.js";
import { type FakedResult, type FakedStep, runWorkflow, type WorkflowRun } from "../../local/runner/run-workflow.js";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { deployRoles } from "../cloudformation/roles.js";
import { configureAwsCredentials } from "../configure-aws-credentials.js";
import { type LocalAws, startLocalAws } from "../local-aws.js";

// From build/test/examples to the repository.
const ROOT = join(import.meta.dirname, "..", "..", "..");
const ECR = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
const DOMAIN = "app.example.com";

/** For an action that may not be in this version of the repository yet. */
const itWith = (folder: string) => (existsSync(join(ROOT, folder, "action.yml")) ? it : it.skip);

let aws: LocalAws;
let images: ImageRegistry;
/** The roles that the workflows take: those of github-oidc.yml, and one that pushes images. */
let roles: { readonly push: string; readonly deploy: string; readonly preview: string };
beforeAll(async () => {
  aws = await startLocalAws({ speed: 100 });
  const { DeployRoleArn, PreviewRoleArn, OidcProviderArn } = await deployRoles(
    new CloudFormationClient(clientConfiguration(aws)),
    { Repository: "octo-org/sample-app", HostedZoneId: aws.hostedZoneId },
  );
  const Condition = { StringLike: { "token.actions.githubusercontent.com:sub": "repo:octo-org/sample-app:*" } };
  const { Role } = await new IAMClient(clientConfiguration(aws)).send(
    new CreateRoleCommand({
      RoleName: "push",
      AssumeRolePolicyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRoleWithWebIdentity",
            Principal: { Federated: OidcProviderArn },
            Condition,
          },
        ],
      }),
    }),
  );
  roles = { push: Role?.Arn ?? "", deploy: DeployRoleArn ?? "", preview: PreviewRoleArn ?? "" };
  images = new ImageRegistry({ file: join(ROOT, "local", "images", "registry.json"), root: ROOT, ownEcr: ECR });
});
afterAll(() => aws.close());

/** The folder of this repository that a `uses` means. */
function folderOf(uses: string): string | undefined {
  const [, folder] =
    /^(?:OWNER\/ecs-cognito-deploy|\.\/\.ecs-cognito-deploy)((?:\/[a-z-]+)*)(?:@v1)?$/.exec(uses) ?? [];
  if (folder !== undefined) return join(ROOT, folder);
  return uses.startsWith("OWNER/ecs-cognito-deploy/.github/workflows/") ? ROOT : undefined;
}

/** Stands in for the actions of others: GitHub's, AWS's and Docker's, for the sample app's version `version`. */
function fakeOthers(version: string, faked: FakedStep[]) {
  return async (step: FakedStep): Promise<FakedResult> => {
    faked.push(step);
    switch (step.uses?.split("@")[0]) {
      case "actions/checkout":
      case "docker/setup-buildx-action":
      case "actions/upload-artifact":
      case "actions/download-artifact":
        return {};
      case "aws-actions/configure-aws-credentials":
        // As the action itself: what GitHub says of the job is all that opens the role.
        return {
          env: await configureAwsCredentials(step.env, {
            roleArn: step.with["role-to-assume"] ?? "",
            region: step.with["aws-region"] ?? "",
          }),
        };
      case "aws-actions/amazon-ecr-login":
        return { outputs: { registry: ECR } };
      case "docker/build-push-action":
        expect(step.with.tags).toMatch(/^(\S+\/sample-app:\S+|preview:pinned)$/);
        return { outputs: { digest: images.pull(`${ECR}/sample-app:${version}`, "amd64").digest } };
      case undefined:
        if (step.id === "push") return { outputs: { image: `${ECR}/sample-app:${version}` } };
        throw new Error(`nothing stands in for ${step.run}`);
      default:
        throw new Error(`nothing stands in for ${step.uses ?? step.run}`);
    }
  };
}

const CREDENTIALS = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION", "AWS_DEFAULT_REGION"];

async function run(
  name: string,
  start: RunStart,
  { version = "1", faked = [] }: { version?: string; faked?: FakedStep[] } = {},
): Promise<WorkflowRun> {
  const { event, env } = await aws.github.startRun(start);
  const { GITHUB_TOKEN: _, ...github } = env;
  const network = Object.fromEntries(Object.entries(aws.env).filter(([each]) => !CREDENTIALS.includes(each)));
  return runWorkflow({
    file: join(ROOT, "examples", "workflows", `${name}.yml`),
    event,
    vars: {
      AWS_REGION: "eu-west-1",
      AWS_PUSH_ROLE: roles.push,
      AWS_DEPLOY_ROLE: roles.deploy,
      AWS_PREVIEW_ROLE: roles.preview,
      ECR_REPOSITORY: "sample-app",
      DOMAIN,
      HOSTED_ZONE_ID: aws.hostedZoneId,
    },
    env: { ...network, ...github },
    folderOf,
    // Another run for each job of it: what the job lists, and for a fork's run no more than reading.
    startJob: async ({ permissions, environment, reusable }) =>
      (
        await aws.github.startRun({
          ...start,
          permissions,
          ...(environment ? { environment } : {}),
          ...(reusable ? { jobWorkflowRef: reusable } : {}),
        })
      ).env,
    fake: fakeOthers(version, faked),
  });
}

/** The run, if it is green; the logs of its steps otherwise. */
function green(result: WorkflowRun): WorkflowRun {
  if (result.result === "success") return result;
  const logs = Object.values(result.jobs).flatMap(({ runs }) =>
    runs.map(({ uses, run: { log } }) => `${uses}\n${log}`),
  );
  throw new Error(`the run is red:\n${logs.join("\n")}`);
}

const results = ({ jobs }: WorkflowRun) => Object.entries(jobs).map(([name, { result }]) => [name, result]);
const only = ({ jobs }: WorkflowRun, name: string) => jobs[name]?.runs[0]?.run;
const unexpected = (result: WorkflowRun) =>
  Object.values(result.jobs).flatMap(({ runs }) =>
    runs.flatMap(({ run: { annotations } }) =>
      annotations.filter(({ message }) => message.startsWith("Unexpected input")),
    ),
  );

describe("the example workflows, on a local AWS and a local GitHub", () => {
  it("deploy to production on a push to main, what was built, by its digest", async () => {
    const faked: FakedStep[] = [];
    const result = green(await run("production", { event: "push" }, { faked }));
    expect(results(result)).toEqual([
      ["build", "success"],
      ["deploy", "success"],
    ]);
    expect(unexpected(result)).toEqual([]);
    expect(only(result, "deploy")?.outputs).toMatchObject({ url: `https://${DOMAIN}`, environment: "production" });
    expect(result.jobs.deploy?.group).toBe("production");
    expect(result.jobs.deploy?.runs[0]?.inputs.image).toMatch(/\/sample-app@sha256:[0-9a-f]{64}$/);
    // Who builds cannot deploy.
    const taken = faked
      .filter(({ with: given }) => given["role-to-assume"])
      .map(({ job, with: given }) => [job, given["role-to-assume"]]);
    expect(taken).toEqual([
      ["build", roles.push],
      ["deploy", roles.deploy],
    ]);
  });

  it("attack the front door at night", async () => {
    const result = green(await run("smoke-test", { event: "schedule", schedule: "43 4 * * *" }));
    const checks = JSON.parse(only(result, "smoke-test")?.outputs["smoke-test"] ?? "{}") as { checks?: unknown[] };
    expect(JSON.stringify(checks)).toContain("sign-in");
    expect(unexpected(result)).toEqual([]);
  });

  describe("for a pull request", () => {
    let number: number;
    let start: { event: "pull_request"; pullRequest: number };
    beforeAll(async () => {
      ({ number } = await aws.github.open());
      start = { event: "pull_request", pullRequest: number };
    });

    it("put its commit at a host of its own, one run at a time", async () => {
      const faked: FakedStep[] = [];
      const result = green(await run("previews", { ...start, action: "opened" }, { version: "2", faked }));
      expect(results(result)).toEqual([
        ["build", "success"],
        ["preview / preview", "success"],
        ["preview", "success"],
      ]);
      expect(unexpected(result)).toEqual([]);
      expect(result.jobs.preview?.outputs).toMatchObject({
        url: `https://pr-${number}.${DOMAIN}`,
        environment: `pr-${number}`,
        skipped: "",
      });
      expect(result.jobs["preview / preview"]?.group).toBe(`ecs-cognito-preview-${number}`);
      const [{ head } = { head: { sha: "" } }] = (await aws.github.state()).pullRequests;
      expect(faked[0]?.with).toMatchObject({ ref: head.sha, "persist-credentials": "false" });
      // The permissions that the workflows list are enough for the comment and the deployment record.
      const { comments, deployments } = await aws.github.state();
      expect(comments.map(({ pullRequest, user }) => [pullRequest, user.login])).toEqual([
        [number, "github-actions[bot]"],
      ]);
      expect(deployments.map(({ environment, sha, statuses }) => [environment, sha, statuses.at(-1)?.state])).toEqual([
        ["production", expect.any(String), "success"],
        [`pr-${number}`, head.sha, "success"],
      ]);
    });

    it("do nothing for a label that means nothing", async () => {
      await aws.github.label(number, "bug");
      expect(results(await run("previews", { ...start, action: "labeled", label: "bug" }))).toEqual([
        ["build", "skipped"],
        ["preview", "skipped"],
      ]);
    });

    it("deploy again for a label that means something", async () => {
      await aws.github.label(number, "keep-preview");
      const labeled = { ...start, action: "labeled", label: "keep-preview" } as const;
      expect(results(green(await run("previews", labeled, { version: "3" }))).map(([, result]) => result)).toEqual([
        "success",
        "success",
        "success",
      ]);
    });

    itWith("teardown")("take the preview away when it is closed, also with a conflict", async () => {
      await aws.github.act({ act: "conflict", pullRequest: number, conflicting: true });
      await aws.github.close(number);
      const closed = { event: "pull_request_target", action: "closed", pullRequest: number } as const;
      const result = green(await run("teardown", closed));
      expect(result.jobs.teardown?.outputs.outcome).toBe("removed");
      expect((await aws.github.state()).deployments.map(({ environment }) => environment)).toEqual(["production"]);
      expect(result.jobs["teardown / teardown"]?.group).toBe(`ecs-cognito-teardown-${number}`);
      expect(unexpected(result)).toEqual([]);
    });
  });

  it("neither build nor assume a role for a fork or for Dependabot", async () => {
    const fork = await aws.github.open({ fork: "visitor" });
    const bot = await aws.github.open({ by: "dependabot[bot]" });
    for (const { number } of [fork, bot]) {
      const faked: FakedStep[] = [];
      const result = await run("previews", { event: "pull_request", action: "opened", pullRequest: number }, { faked });
      expect(results(green(result))[0]).toEqual(["build", "skipped"]);
      expect(result.jobs.preview?.outputs.skipped).toMatch(/comes from a fork|^Dependabot started this run/);
      // The checkout of our own action alone.
      expect(faked.map(({ uses }) => uses?.split("@")[0])).toEqual(["actions/checkout"]);
    }
  });

  it("put one commit of a fork at a host, which a label names, built where there is nothing to be had", async () => {
    const { number, head } = await aws.github.open({ fork: "visitor" });
    const event = { event: "pull_request_target", action: "labeled", pullRequest: number } as const;
    const label = async (name: string, faked: FakedStep[] = []) => {
      await aws.github.label(number, name);
      return run("fork-previews", { ...event, label: name }, { faked });
    };
    const skipped = { build: "skipped", push: "skipped", preview: "skipped" };
    expect(Object.fromEntries(results(await label(`preview-${"0".repeat(40)}`)))).toEqual(skipped);
    const faked: FakedStep[] = [];
    const result = green(await label(`preview-${head.sha}`, faked));
    expect(result.jobs.preview?.outputs.url).toBe(`https://pr-${number}.${DOMAIN}`);
    expect(faked[0]).toMatchObject({ permissions: { contents: "read" }, with: { ref: head.sha } });
    expect(faked.filter(({ job, uses = "" }) => job === "build" && uses.startsWith("aws-actions/"))).toEqual([]);
    // The label names the commit that was looked at, and no later one.
    await aws.github.push(number);
    expect(Object.fromEntries(results(await run("fork-previews", { ...event, label: `preview-${head.sha}` })))).toEqual(
      skipped,
    );
  });

  itWith("sweep")("sweep at night, and by hand only say what they would", async () => {
    const { number } = await aws.github.open();
    green(await run("previews", { event: "pull_request", action: "opened", pullRequest: number }));
    await aws.github.close(number);
    const byHand = green(await run("sweep", { event: "workflow_dispatch", inputs: { "dry-run": "true" } }));
    expect(byHand.jobs.sweep?.runs[0]?.inputs["dry-run"]).toBe("true");
    const result = green(await run("sweep", { event: "schedule", schedule: "23 3 * * *" }));
    expect(result.jobs.sweep?.runs[0]?.inputs["dry-run"]).toBe("false");
    const { removed } = JSON.parse(only(result, "sweep")?.outputs.result ?? "{}") as { removed?: { name: string }[] };
    expect(JSON.stringify(removed)).toContain(`pr-${number}`);
  });
});
