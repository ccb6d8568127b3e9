import {
  AddTagsToResourceCommand,
  DeleteParameterCommand,
  DeleteParametersCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
  RemoveTagsFromResourceCommand,
  SSMClient,
} from "@aws-sdk/client-ssm";
import { type AwsServer, startServer } from "../../../../local/aws/server.js";
import { administratorKeys } from "../../../../local/aws/sts/credentials.js";
import { account } from "../server/account.js";

const aws = account();
let server: AwsServer;
let client: SSMClient;

beforeAll(async () => {
  server = await startServer(aws());
  client = new SSMClient({
    endpoint: server.url,
    region: "eu-west-1",
    credentials: administratorKeys,
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await server.close();
});

const put = (Name: string, Value = "one", more: Partial<PutParameterCommandInput> = {}) =>
  client.send(new PutParameterCommand({ Name, Value, Type: "String", ...more }));
const get = async (Name: string, WithDecryption = false) =>
  (await client.send(new GetParameterCommand({ Name, WithDecryption }))).Parameter;
const refused = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "allowed",
    (error: Error) => `${error.name}: ${error.message}`,
  );
const ARN = "arn:aws:ssm:eu-west-1:123456789012:parameter";

describe("a parameter", () => {
  it("is read by name, ARN and version", async () => {
    expect(await put("/shop/url")).toMatchObject({ Version: 1, Tier: "Standard" });
    expect(await refused(put("/shop/url"))).toMatch(/^ParameterAlreadyExists: The parameter already exists\./);
    expect(await put("/shop/url", "two", { Overwrite: true })).toMatchObject({ Version: 2 });
    expect(await get("/shop/url")).toMatchObject({
      ...{ Name: "/shop/url", Value: "two", Version: 2, Type: "String", ARN: `${ARN}/shop/url`, DataType: "text" },
    });
    expect(await get(`${ARN}/shop/url`)).toMatchObject({ Name: "/shop/url", Value: "two" });
    expect(await get("/shop/url:1")).toMatchObject({ Value: "one", Version: 1, Selector: ":1" });
    expect(await refused(get("/shop/url:9"))).toMatch(/^ParameterVersionNotFound: .*could not find version 9/);
    expect(await refused(get("/shop/uri"))).toMatch(/^ParameterNotFound: /);
    expect(await refused(get("/shop/url:prod"))).toMatch(/NotImplementedByLocalAws/);
    expect(await refused(get("/aws/service/ecs/optimized-ami"))).toMatch(/NotImplementedByLocalAws/);
  });

  it("without a slash has an ARN all the same", async () => {
    await put("plain");
    expect(await get(`${ARN}/plain`)).toMatchObject({ Name: "plain", Value: "one" });
  });

  it("that is secure is shown encrypted unless it is to be decrypted", async () => {
    await put("/shop/key", "hunter2", { Type: "SecureString" });
    const { Value } = (await get("/shop/key")) ?? {};
    expect(Value).not.toContain("hunter2");
    expect(await get("/shop/key", true)).toMatchObject({ Value: "hunter2" });
    expect(await refused(put("/shop/own", "v", { Type: "SecureString", KeyId: "alias/mine" }))).toMatch(
      /NotImplementedByLocalAws/,
    );
  });

  it("is read among others: those that are not there are named", async () => {
    await put("/many/b");
    await put("/many/a", "x,y", { Type: "StringList" });
    const { Parameters = [], InvalidParameters } = await client.send(
      new GetParametersCommand({ Names: ["/many/b", "/many/none", "/many/a", "/many/a:7"] }),
    );
    expect(Parameters.map(({ Name, Value }) => [Name, Value])).toEqual([
      ["/many/a", "x,y"],
      ["/many/b", "one"],
    ]);
    expect(InvalidParameters).toEqual(["/many/none", "/many/a:7"]);
  });

  it("is found by its path, on one level or below it", async () => {
    for (const name of ["/tree/a", "/tree/b", "/tree/c/d", "/treehouse"]) await put(name);
    const below = async (more: object) =>
      (await client.send(new GetParametersByPathCommand({ Path: "/tree", ...more }))).Parameters?.map(
        ({ Name }) => Name,
      );
    expect(await below({})).toEqual(["/tree/a", "/tree/b"]);
    expect(await below({ Recursive: true })).toEqual(["/tree/a", "/tree/b", "/tree/c/d"]);
    const first = await client.send(new GetParametersByPathCommand({ Path: "/tree", MaxResults: 1 }));
    expect(await below({ MaxResults: 1, NextToken: first.NextToken })).toEqual(["/tree/b"]);
    expect(await refused(client.send(new GetParametersByPathCommand({ Path: "tree" })))).toMatch(
      /^ValidationException: The parameter doesn't meet the parameter name requirements/,
    );
  });

  it("is described without its value, with its tags beside", async () => {
    await put("/described/x", "v", { Description: "d", Tags: [{ Key: "team", Value: "web" }] });
    const ParameterFilters = [{ Key: "tag:team", Values: ["web"] }];
    const { Parameters = [] } = await client.send(new DescribeParametersCommand({ ParameterFilters }));
    expect(Parameters).toEqual([
      expect.objectContaining({ Name: "/described/x", Description: "d", Version: 1, Tier: "Standard" }),
    ]);
    expect(Parameters[0]).not.toHaveProperty("Value");
    const named = [{ Key: "Name", Option: "BeginsWith", Values: ["/described"] }];
    const byName = await client.send(new DescribeParametersCommand({ ParameterFilters: named }));
    expect(byName.Parameters).toHaveLength(1);
    const resource = { ResourceType: "Parameter", ResourceId: "/described/x" } as const;
    await client.send(new AddTagsToResourceCommand({ ...resource, Tags: [{ Key: "env", Value: "test" }] }));
    await client.send(new RemoveTagsFromResourceCommand({ ...resource, TagKeys: ["team"] }));
    const { TagList } = await client.send(new ListTagsForResourceCommand(resource));
    expect(TagList).toEqual([{ Key: "env", Value: "test" }]);
    expect(
      await refused(client.send(new ListTagsForResourceCommand({ ...resource, ResourceId: "/described/y" }))),
    ).toMatch(/^InvalidResourceId/);
  });

  it("is deleted once", async () => {
    await put("/gone");
    await client.send(new DeleteParameterCommand({ Name: "/gone" }));
    expect(await refused(client.send(new DeleteParameterCommand({ Name: "/gone" })))).toMatch(/^ParameterNotFound/);
    await put("/gone");
    expect(await client.send(new DeleteParametersCommand({ Names: ["/gone", "/never"] }))).toMatchObject({
      DeletedParameters: ["/gone"],
      InvalidParameters: ["/never"],
    });
  });

  it("keeps its hundred newest versions, and its tier once that is Advanced", async () => {
    await put("/old");
    for (let version = 2; version <= 101; version++) await put("/old", String(version), { Overwrite: true });
    expect(await refused(get("/old:1"))).toMatch(/^ParameterVersionNotFound/);
    expect(await get("/old:2")).toMatchObject({ Value: "2" });
    const long = "x".repeat(5000);
    expect(await refused(put("/long", long))).toMatch(
      /^ValidationException: Standard tier parameters support a maximum/,
    );
    expect(await put("/long", long, { Tier: "Intelligent-Tiering" })).toMatchObject({ Tier: "Advanced" });
    expect(await put("/long", "short", { Overwrite: true })).toMatchObject({ Tier: "Advanced" });
    expect(await refused(put("/long", "short", { Overwrite: true, Tier: "Standard" }))).toMatch(/can't downgrade/);
  });

  it.each<[string, Partial<PutParameterCommandInput>, RegExp]>([
    ["/aws/x", {}, /^AccessDeniedException: No access to reserved parameter name: \/aws\/x\./],
    ["ssm-x", {}, /^ValidationException: .*can't be prefixed/],
    ["a/b", {}, /^ValidationException: Parameter name must be a fully qualified name\./],
    ["/with space", {}, /^ValidationException: Parameter name: /],
    [`${"/x".repeat(16)}`, {}, /^HierarchyLevelLimitExceededException/],
    ["/typeless", { Type: undefined }, /^ValidationException: A parameter type is required/],
    ["/nested", { Value: "{{ssm:other}}" }, /^ValidationException: .*nest/],
    ["/pattern", { Value: "x", AllowedPattern: "^\\d+$" }, /^ParameterPatternMismatchException/],
    [
      "/tagged",
      { Overwrite: true, Tags: [{ Key: "a", Value: "b" }] },
      /^ValidationException: .*can't be used together/,
    ],
    ["/image", { DataType: "aws:ec2:image" }, /NotImplementedByLocalAws/],
    ["/policies", { Policies: "[]" }, /NotImplementedByLocalAws/],
  ])("%s with %j is refused", async (name, more, message) => {
    expect(await refused(put(name, "v", more))).toMatch(message);
  });

  it("does not change its type", async () => {
    await put("/typed");
    expect(await refused(put("/typed", "v", { Type: "SecureString", Overwrite: true }))).toMatch(
      /^HierarchyTypeMismatchException/,
    );
  });
});
