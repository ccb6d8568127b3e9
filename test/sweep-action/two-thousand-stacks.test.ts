import { readFile } from "node:fs/promises";
import { CreateStackCommand, DescribeStacksCommand, paginateDescribeStacks } from "@aws-sdk/client-cloudformation";
import { TAG } from "../../src/plan/names.js";
import { ROOT } from "../cloudformation/template.js";
import { green, parameters } from "../deploy/harness.js";
import { openPlace, type Place, result } from "./harness.js";

/** As many stacks as a region takes, a hundred of them environments of this repository, made from the real template. */
const ALL = 2000;
const OURS = 100;
let place: Place;

beforeAll(async () => {
  place = await openPlace(2000);
  green(await place.account.deploy({ "smoke-test": "false", "desired-count": "1", "nat-gateways": "0" }));
}, 120_000);

afterAll(() => place.close());

it("is looked at whole in at most 40 calls, and each pull request is asked about", async () => {
  const { account, github, repositoryId, sweep } = place;
  const { cloudFormation, aws } = account;
  const { Stacks } = await cloudFormation.send(
    new DescribeStacksCommand({ StackName: "ecs-cognito-app-example-com--web--production" }),
  );
  const base = parameters(Stacks?.[0]);
  const template = await readFile(`${ROOT}cloudformation/ecs-service.yml`, "utf8");
  const environment = async (index: number) => {
    const { number } = await github.open();
    if (index % 10 === 0) await github.close(number);
    const name = `pr-${number}`;
    const given = { Environment: name, Host: `${name}.app.example.com`, RulePriority: `${1000 + index}` };
    await cloudFormation.send(
      new CreateStackCommand({
        StackName: `ecs-cognito-app-example-com--web--${name}`,
        TemplateBody: template,
        Capabilities: ["CAPABILITY_IAM"],
        Parameters: Object.entries({ ...base, ...given, TaskDefinition: "", DesiredCount: "0" }).map(
          ([key, value]) => ({
            ParameterKey: key,
            ParameterValue: value,
          }),
        ),
        Tags: [
          [TAG.domain, "app.example.com"],
          [TAG.app, "web"],
          [TAG.environment, name],
          [TAG.repository, github.repository],
          [TAG.repositoryId, repositoryId],
          [TAG.pullRequest, String(number)],
        ].map(([Key, Value]) => ({ Key, Value })),
      }),
    );
  };
  const tiny = (index: number) =>
    cloudFormation.send(
      new CreateStackCommand({
        StackName: `neighbour-${index}`,
        TemplateBody: "Resources: { Logs: { Type: AWS::Logs::LogGroup } }",
        Tags: [{ Key: "team", Value: "others" }],
      }),
    );
  // Production is one of them.
  for (let index = 1; index < OURS; index++) await environment(index);
  const standing = async () => {
    const stacks = [];
    for await (const page of paginateDescribeStacks({ client: cloudFormation }, {}))
      stacks.push(...(page.Stacks ?? []));
    return stacks;
  };
  const platform = (await standing()).length - OURS;
  for (let index = 0; index < ALL - OURS - platform; index += 20)
    await Promise.all(
      Array.from({ length: Math.min(20, ALL - OURS - platform - index) }, (_, offset) => tiny(index + offset)),
    );
  for (;;) {
    const stacks = await standing();
    if (stacks.length === ALL && stacks.every(({ StackStatus }) => StackStatus === "CREATE_COMPLETE")) break;
  }

  await aws.forgetCalls();
  await github.forgetCalls();
  const run = green(await sweep());
  const calls = await aws.calls();
  const counts = Object.fromEntries(
    [...Map.groupBy(calls, ({ service, operation }) => `${service}:${operation}`)].map(([name, list]) => [
      name,
      list.length,
    ]),
  );
  expect(calls.filter(({ error }) => error)).toEqual([]);
  expect(counts).toEqual({
    "cloudformation:DescribeStacks": 20,
    "ecs:DescribeServices": 10,
    "ecs:ListTaskDefinitionFamilies": 1,
    "elasticloadbalancing:DescribeRules": 1,
    "logs:DescribeLogGroups": 2,
  });
  expect(calls.length).toBeLessThanOrEqual(40);
  const asked = (await github.calls()).filter(({ operation }) => operation === "pulls/get");
  expect(asked.length).toBe(OURS - 1);
  const { removed = {}, kept = {} } = result(run);
  expect(Object.keys(removed)).toHaveLength(9);
  expect(Object.keys(kept)).toHaveLength(OURS - 9);
  expect(run.outputs.heartbeat).toContain(`${ALL} stacks in the account`);
}, 240_000);
