import { readRequest } from "../../src/inputs/read-request.js";
import { PLATFORM_STACKS, stackName, TAG } from "../../src/plan/names.js";
import { neededBy, PLATFORM_NEEDS, readPlatform } from "../../src/plan/platform.js";
import { needs, type StackState, stackSpecs } from "../../src/plan/stacks.js";

const domain = "app.example.com";
const stack = (tags: Record<string, string>, more: Partial<StackState> = {}): StackState => ({
  arn: "arn:aws:cloudformation:eu-west-1:123456789012:stack/x/1",
  status: "CREATE_COMPLETE",
  parameters: {},
  outputs: {},
  tags,
  ...more,
});
const environment = (app: string, name: string, more: Record<string, string> = {}) =>
  [
    stackName("ecs-service", { domain, app, environment: name }),
    stack({ [TAG.domain]: domain, [TAG.app]: app, [TAG.environment]: name, [TAG.repositoryId]: "1", ...more }),
  ] as const;
const platform = (id: (typeof PLATFORM_STACKS)[number], tags: Record<string, string> = { [TAG.domain]: domain }) =>
  [stackName(id, { domain, app: "", environment: "" }), stack(tags)] as const;
const read = (...stacks: (readonly [string, StackState])[]) =>
  readPlatform(new Map(stacks), { domain, repositoryId: "1" });

it("what a platform's stacks need is what their parameters take", () => {
  const request = readRequest(
    { INPUT_DOMAIN: domain, "INPUT_HOSTED-ZONE-ID": "Z1", INPUT_IMAGE: "a/b:1", GITHUB_REPOSITORY: "o/r" },
    {},
  );
  const templates = Object.fromEntries([...PLATFORM_STACKS, "ecs-service"].map((id) => [id, ""]));
  const specs = stackSpecs(request, templates as never, { accountId: "1", region: "eu-west-1" });
  expect(
    Object.fromEntries(specs.filter(({ id }) => id !== "ecs-service").map((spec) => [spec.id, needs(spec)])),
  ).toEqual(PLATFORM_NEEDS);
  expect(neededBy("vpc")).toEqual(["nat-gateways", "alb"]);
});

it("tells the platform's stacks, its environments and what is on other platforms apart", () => {
  const found = read(
    platform("vpc"),
    platform("alb"),
    environment("web", "pr-1"),
    environment("web", "production"),
    ["ecs-cognito-other-example-com-vpc", stack({ [TAG.domain]: "other.example.com" })],
    ["something", stack({})],
  );
  expect([...found.platform.keys()]).toEqual(["vpc", "alb"]);
  expect(found.environments.map(({ identity }) => identity.environment)).toEqual(["pr-1", "production"]);
  expect(found.foreign).toEqual([]);
});

it.each([
  ["of another repository", environment("web", "pr-1", { [TAG.repositoryId]: "2" })],
  ["without a repository", environment("web", "pr-1", { [TAG.repositoryId]: "" })],
  ["without tags", [environment("web", "pr-1")[0], stack({})] as const],
  ["whose tags are another one's", [environment("web", "pr-12")[0], environment("web", "pr-1")[1]] as const],
  ["made by hand, that says it is on the platform", ["by-hand", stack({ [TAG.domain]: domain })] as const],
  ["with the name of a platform's stack and no tag", platform("vpc", {})],
])("a stack %s is somebody else's, and stands", (_, one) => {
  const { foreign, environments, platform: ours } = read(one);
  expect(foreign.map(({ name }) => name)).toEqual([one[0]]);
  expect([environments.length, ours.size]).toEqual([0, 0]);
});

it("a deleted stack is none", () => {
  const [name, state] = environment("web", "pr-1", { [TAG.repositoryId]: "2" });
  expect(read([name, { ...state, status: "DELETE_COMPLETE" }]).foreign).toEqual([]);
});
