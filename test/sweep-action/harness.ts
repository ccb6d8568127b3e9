import { CreateStackCommand, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { ListTagsForResourceCommand, TagResourceCommand } from "@aws-sdk/client-ecs";
import type { LocalGitHub } from "../../local/github/client.js";
import type { ActionRun } from "../../local/runner/run-action.js";
import { TAG } from "../../src/plan/names.js";
import { type Account, green, openAccount, parameters } from "../deploy/harness.js";

/** An account and a GitHub that belong together. */
export interface Place {
  readonly account: Account;
  readonly github: LocalGitHub;
  readonly repositoryId: string;
  /** Opens a pull request and deploys its preview. Gives back its number. */
  preview(inputs?: Record<string, string>): Promise<number>;
  sweep(inputs?: Record<string, string>, more?: { env?: Record<string, string> }): Promise<ActionRun>;
  /** The tags of an environment's service, and others in their place. */
  tags(environment: string, set?: Record<string, string>): Promise<Record<string, string>>;
  /** Makes an environment look as if it had been deployed an hour ago and had expired since. */
  expire(environment: string): Promise<void>;
  /** Names of all stacks that are there, without what they all begin with. */
  stacks(): Promise<string[]>;
  close(): Promise<void>;
}

const SPEED = 300;
const COMMON = "ecs-cognito-app-example-com-";

export async function openPlace(speed = SPEED): Promise<Place> {
  const account = await openAccount({ speed });
  const { github } = account.aws;
  const repositoryId = String((await github.state()).id);
  const env = { ...github.env, GITHUB_REPOSITORY_ID: repositoryId };
  const describe = async (environment: string) => {
    const { Stacks } = await account.cloudFormation.send(
      new DescribeStacksCommand({ StackName: `${COMMON}-web--${environment}` }),
    );
    return Stacks?.[0];
  };
  const tags: Place["tags"] = async (environment, set) => {
    const outputs = Object.fromEntries(
      ((await describe(environment))?.Outputs ?? []).map(({ OutputKey = "", OutputValue = "" }) => [
        OutputKey,
        OutputValue,
      ]),
    );
    const resourceArn = outputs.ServiceArn ?? "";
    if (set)
      await account.ecs.send(
        new TagResourceCommand({ resourceArn, tags: Object.entries(set).map(([key, value]) => ({ key, value })) }),
      );
    const { tags: found = [] } = await account.ecs.send(new ListTagsForResourceCommand({ resourceArn }));
    return Object.fromEntries(found.map(({ key = "", value = "" }) => [key, value]));
  };
  return {
    account,
    github,
    repositoryId,
    preview: async (inputs = {}) => {
      const { number } = await github.open();
      const run = await github.run("opened", number);
      green(
        await account.deploy(
          { "smoke-test": "false", "create-platform": "false", ...inputs },
          { env: { ...env, ...run.env }, event: run.event },
        ),
      );
      return number;
    },
    sweep: async (inputs = {}, more = {}) => {
      const run = await github.startRun({ event: "schedule", schedule: "17 3 * * *" });
      return await account.sweep(inputs, { env: { ...env, ...run.env, ...more.env }, event: run.event });
    },
    tags,
    expire: async (environment) => {
      const { CreationTime } = (await describe(environment)) ?? {};
      // Later than CloudFormation's creation of it, or nobody would believe it.
      const made = CreationTime?.getTime() ?? 0;
      await tags(environment, {
        [TAG.deployedAt]: new Date(made + 1).toISOString(),
        [TAG.expiresAt]: new Date(made + 2).toISOString(),
      });
    },
    stacks: async () => {
      const { Stacks = [] } = await account.cloudFormation.send(new DescribeStacksCommand({}));
      return Stacks.map(({ StackName = "" }) => StackName.replace(COMMON, "")).sort();
    },
    close: () => account.close(),
  };
}

/** A stack that somebody made by hand, out of one log group. */
export async function handMade({ cloudFormation }: Account, name: string, tags: Record<string, string> = {}) {
  const { StackId = name } = await cloudFormation.send(
    new CreateStackCommand({
      StackName: name,
      TemplateBody: "Resources: { Logs: { Type: AWS::Logs::LogGroup } }",
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  for (;;) {
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: StackId }));
    if (Stacks?.[0]?.StackStatus === "CREATE_COMPLETE") return parameters(Stacks[0]);
  }
}

interface Entry {
  readonly name: string;
  readonly kind: string;
  readonly reason: string;
  readonly environment?: string;
}

/** The output `result`: for each list the entries' names, without what they all begin with, and their reasons. */
export function result({ outputs }: ActionRun): Record<string, Record<string, string>> {
  const lists = JSON.parse(outputs.result ?? "{}") as Record<string, Entry[] | boolean>;
  return Object.fromEntries(
    Object.entries(lists).flatMap(([list, entries]) =>
      typeof entries === "boolean"
        ? []
        : [[list, Object.fromEntries(entries.map(({ name, reason }) => [name.replace(COMMON, ""), reason]))]],
    ),
  );
}
