import { account } from "../server/account.js";

/** What templates take from Parameter Store and Secrets Manager, on real resources. */
const aws = account({ speed: 5000 });
let stacks = 0;

beforeAll(async () => {
  const { ssm, secretsManager } = aws();
  await ssm.PutParameter({ Name: "/app/days", Value: "7", Type: "String" });
  await ssm.PutParameter({ Name: "/app/days", Value: "14", Type: "String", Overwrite: true });
  await ssm.PutParameter({ Name: "/app/list", Value: "a,b, c ,d", Type: "StringList" });
  await ssm.PutParameter({ Name: "/app/key", Value: "hunter2", Type: "SecureString" });
  await secretsManager.CreateSecret({
    Name: "app/json",
    SecretString: '{"name":"from-secret","days":30}',
    ClientRequestToken: "12345678-1234-1234-1234-123456789012",
  });
  await secretsManager.CreateSecret({
    Name: "app/plain",
    SecretString: "plain",
    ClientRequestToken: "22345678-1234-1234-1234-123456789012",
  });
});

async function settled(StackName: string) {
  for (;;) {
    const [stack] = (await aws().cloudformation.DescribeStacks({ StackName })).Stacks ?? [];
    if (stack && !stack.StackStatus?.endsWith("_IN_PROGRESS")) return stack;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** A stack of a user pool whose tag `v` has this value: Cognito takes any. */
const pool = (value: unknown, more: object = {}) =>
  JSON.stringify({
    Resources: { Pool: { Type: "AWS::Cognito::UserPool", Properties: { UserPoolTags: { v: value } } } },
    ...more,
  });
const parameter = (Type: string, more: object = {}) =>
  pool({ Ref: "P" }, { Parameters: { P: { Type, ...more } }, Outputs: { V: { Value: { Ref: "P" } } } });
const placeholder = (name: string) => `\${${name}}`;
const given = (ParameterValue: string) => [{ ParameterKey: "P", ParameterValue }];

async function create(TemplateBody: string, more: object = {}) {
  stacks += 1;
  const StackName = `references-${stacks}`;
  await aws().cloudformation.CreateStack({ StackName, TemplateBody, ...more });
  return { StackName, stack: await settled(StackName) };
}

async function update(StackName: string, TemplateBody: string, more: object = {}) {
  await aws().cloudformation.UpdateStack({ StackName, TemplateBody, ...more });
  return settled(StackName);
}

/** The tag as the user pool has it. */
async function tag(StackName: string) {
  const { cloudformation, cognito } = aws();
  const { StackResources = [] } = await cloudformation.DescribeStackResources({ StackName });
  const UserPoolId = StackResources.find(({ LogicalResourceId }) => LogicalResourceId === "Pool")?.PhysicalResourceId;
  return cognito.DescribeUserPool({ UserPoolId }).UserPool?.UserPoolTags?.v;
}

async function failure(StackName: string) {
  const { StackEvents = [] } = await aws().cloudformation.DescribeStackEvents({ StackName });
  return StackEvents.find(({ ResourceStatus, LogicalResourceId }) => {
    return LogicalResourceId === "Pool" && /FAILED/.test(ResourceStatus ?? "");
  })?.ResourceStatusReason;
}

const refused = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "allowed",
    (error: Error) => error.message,
  );

describe("references to Parameter Store", () => {
  it.each<[string, unknown, string]>([
    ["the newest version", "{{resolve:ssm:/app/days}}", "14"],
    ["a version", "{{resolve:ssm:/app/days:1}}", "7"],
    ["several in a text", "{{resolve:ssm:/app/days:1}}-{{resolve:ssm:/app/days}}-x", "7-14-x"],
    ["within a function", { "Fn::Sub": [`{{resolve:ssm:${placeholder("Name")}:1}}`, { Name: "/app/days" }] }, "7"],
    ["a list, as it is", "{{resolve:ssm:/app/list}}", "a,b, c ,d"],
  ])("give %s", async (_, value, expected) => {
    const { StackName, stack } = await create(pool(value));
    expect(stack.StackStatus).toBe("CREATE_COMPLETE");
    expect(await tag(StackName)).toBe(expected);
  });

  it("are read anew by every update", async () => {
    const { ssm } = aws();
    await ssm.PutParameter({ Name: "/app/changing", Value: "one", Type: "String" });
    const body = pool("{{resolve:ssm:/app/changing}}");
    const { StackName } = await create(body);
    expect(await refused(update(StackName, body))).toBe("No updates are to be performed.");
    await ssm.PutParameter({ Name: "/app/changing", Value: "two", Type: "String", Overwrite: true });
    expect((await update(StackName, body)).StackStatus).toBe("UPDATE_COMPLETE");
    expect(await tag(StackName)).toBe("two");
  });

  it.each([
    ["{{resolve:ssm:/app/none}}", "Parameters: [ssm:/app/none] cannot be found."],
    ["{{resolve:ssm:/app/days:9}}", "Parameters: [ssm:/app/days:9] cannot be found."],
    ["{{resolve:ssm:/app/key}}", "Non-secure ssm prefix was used for secure parameter /app/key"],
    [
      "{{resolve:ssm:/app/days:prod}}",
      "Incorrect format is used in the following SSM reference: [{{resolve:ssm:/app/days:prod}}]",
    ],
    [
      "{{resolve:ssm-secure:/app/key:1}}",
      "SSM Secure reference is not supported in: [AWS::Cognito::UserPool/Properties/UserPoolTags/v]",
    ],
  ])("refuse %s", async (value, message) => {
    expect(await refused(create(pool(value)))).toBe(message);
  });

  it("stand for themselves in an output, and are refused with what is known later", async () => {
    const Outputs = { V: { Value: "{{resolve:ssm:/app/days}}" } };
    const { stack } = await create(pool("x", { Outputs }));
    expect(stack.Outputs?.[0]?.OutputValue).toBe("{{resolve:ssm:/app/days}}");
    const value = { "Fn::Sub": `{{resolve:ssm:/app/${placeholder("Other")}}}` };
    const other = { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "days" } };
    const body = JSON.stringify({
      Resources: {
        Other: other,
        Pool: { Type: "AWS::Cognito::UserPool", Properties: { UserPoolTags: { v: value } } },
      },
    });
    const { StackName } = await create(body);
    expect(await failure(StackName)).toMatch(/does not implement dynamic references with what is known later/);
  });

  it("in a parameter's default need a version, and are what Ref gives", async () => {
    const { StackName, stack } = await create(parameter("String", { Default: "{{resolve:ssm:/app/days:1}}" }));
    expect(stack.Outputs?.[0]?.OutputValue).toBe("7");
    expect(await tag(StackName)).toBe("7");
  });
});

describe("references to secrets", () => {
  it.each<[string, string, string]>([
    ["a key", "{{resolve:secretsmanager:app/json:SecretString:name}}", "from-secret"],
    ["a number", "{{resolve:secretsmanager:app/json:SecretString:days}}", "30"],
    ["the whole text", "x-{{resolve:secretsmanager:app/plain}}", "x-plain"],
    ["the current version", "{{resolve:secretsmanager:app/plain:SecretString::AWSCURRENT}}", "plain"],
  ])("give %s", async (_, value, expected) => {
    const { StackName } = await create(pool(value));
    expect(await tag(StackName)).toBe(expected);
  });

  it("are read by ARN, for a number too, and never shown", async () => {
    const { cloudformation, logs, secretsManager } = aws();
    const reference = `{{resolve:secretsmanager:${secretsManager.arnOf("app/json")}:SecretString:days}}`;
    const { StackName } = await create(
      JSON.stringify({
        Resources: {
          Logs: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "n", RetentionInDays: reference } },
        },
      }),
    );
    expect((await logs.DescribeLogGroups({ logGroupNamePrefix: "n" })).logGroups?.[0]?.retentionInDays).toBe(30);
    const { StackEvents = [] } = await cloudformation.DescribeStackEvents({ StackName });
    const shown = StackEvents.map(({ ResourceProperties }) => ResourceProperties).join("");
    expect(shown).toContain(reference);
    expect(shown).not.toContain(":30");
  });

  it("are read again only when their resource changes otherwise", async () => {
    const { secretsManager } = aws();
    const put = (SecretString: string, ClientRequestToken: string) =>
      secretsManager.PutSecretValue({ SecretId: "app/rotated", SecretString, ClientRequestToken });
    await secretsManager.CreateSecret({ Name: "app/rotated" });
    await put("one", "32345678-1234-1234-1234-123456789012");
    const value = "{{resolve:secretsmanager:app/rotated}}";
    const { StackName } = await create(pool(value));
    await put("two", "42345678-1234-1234-1234-123456789012");
    expect(await refused(update(StackName, pool(value)))).toBe("No updates are to be performed.");
    const more = { Outputs: { More: { Value: "x" } } };
    await update(StackName, pool(value, more));
    expect(await tag(StackName)).toBe("one");
    await update(StackName, pool(`${value}!`, more));
    expect(await tag(StackName)).toBe("two!");
  });

  it.each([
    ["app/none", /^Secrets Manager can't find the specified secret\. \(Service: AWSSecretsManager; Status Code: 400; /],
    ["app/json:SecretString:password", /^Could not find a value associated with JSONKey in SecretString$/],
    ["app/plain:SecretString:password", /^Could not parse SecretString JSON$/],
  ])("fail their resource where %s gives nothing", async (key, reason) => {
    const { StackName, stack } = await create(pool(`{{resolve:secretsmanager:${key}}}`));
    expect(stack.StackStatus).toBe("ROLLBACK_COMPLETE");
    expect(await failure(StackName)).toMatch(reason);
  });
});

describe("parameters whose values are in Parameter Store", () => {
  it("are shown with the name and with what it stands for", async () => {
    const { StackName, stack } = await create(parameter("AWS::SSM::Parameter::Value<String>"), {
      Parameters: given("/app/days:1"),
    });
    expect(stack.Parameters).toEqual([{ ParameterKey: "P", ParameterValue: "/app/days:1", ResolvedValue: "7" }]);
    expect(await tag(StackName)).toBe("7");
  });

  it("are read anew by an update, with UsePreviousValue too; a change set shows by what", async () => {
    const { cloudformation, ssm } = aws();
    await ssm.PutParameter({ Name: "/app/typed", Value: "one", Type: "String" });
    const body = parameter("AWS::SSM::Parameter::Value<String>", { Default: "/app/typed" });
    const { StackName } = await create(body);
    const previous = { Parameters: [{ ParameterKey: "P", UsePreviousValue: true }] };
    expect(await refused(update(StackName, body, previous))).toBe("No updates are to be performed.");
    await ssm.PutParameter({ Name: "/app/typed", Value: "two", Type: "String", Overwrite: true });
    const { Id } = await cloudformation.CreateChangeSet({
      ...{ StackName, TemplateBody: body, ChangeSetName: "c", ...previous },
    });
    let described = await cloudformation.DescribeChangeSet({ ChangeSetName: Id });
    while (described.Status !== "CREATE_COMPLETE") {
      await new Promise((resolve) => setTimeout(resolve, 2));
      described = await cloudformation.DescribeChangeSet({ ChangeSetName: Id });
    }
    expect(described.Parameters?.[0]?.ResolvedValue).toBe("two");
    await cloudformation.ExecuteChangeSet({ ChangeSetName: Id });
    await settled(StackName);
    expect(await tag(StackName)).toBe("two");
  });

  it("may be lists, without the spaces around their members", async () => {
    const body = pool(
      { "Fn::Join": ["|", { Ref: "P" }] },
      { Parameters: { P: { Type: "AWS::SSM::Parameter::Value<List<String>>" } } },
    );
    const { StackName, stack } = await create(body, { Parameters: given("/app/list") });
    expect(stack.Parameters?.[0]?.ResolvedValue).toBe("a,b,c,d");
    expect(await tag(StackName)).toBe("a|b|c|d");
  });

  it("are hidden with NoEcho", async () => {
    const { stack } = await create(parameter("AWS::SSM::Parameter::Value<String>", { NoEcho: true }), {
      Parameters: given("/app/days"),
    });
    expect(stack.Parameters).toEqual([{ ParameterKey: "P", ParameterValue: "****", ResolvedValue: "****" }]);
  });

  it.each<[string, object, string, string]>([
    ["Value<String>", {}, "/app/none", "Unable to fetch parameters [/app/none] from parameter store for this account."],
    [
      "Value<String>",
      {},
      "/app/days:9",
      "Unable to fetch parameters [/app/days:9] from parameter store for this account.",
    ],
    [
      "Value<String>",
      {},
      "/app/key",
      "Parameters [/app/key] referenced by template have types not supported by CloudFormation.",
    ],
    [
      "Value<String>",
      {},
      "/app/list",
      "Types for SSM parameters [/app/list] defined in CFN template and SSM are incompatible",
    ],
    [
      "Value<CommaDelimitedList>",
      {},
      "/app/days",
      "Types for SSM parameters [/app/days] defined in CFN template and SSM are incompatible",
    ],
    ["Value<String>", { AllowedPattern: "^\\d+$" }, "/app/days", "Parameter 'P' must match pattern ^\\d+$"],
    [
      "Value<AWS::EC2::Subnet::Id>",
      {},
      "/app/days",
      "Parameter validation failed: parameter value 14 for parameter name P does not exist",
    ],
    [
      "Name",
      {},
      "/app/none",
      "Parameter validation failed: parameter value /app/none for parameter name P does not exist",
    ],
  ])("of %s with %j are refused with %s", async (type, more, value, message) => {
    const body = parameter(`AWS::SSM::Parameter::${type}`, more);
    expect(await refused(create(body, { Parameters: given(value) }))).toBe(message);
  });

  it("may be names alone", async () => {
    const { StackName, stack } = await create(parameter("AWS::SSM::Parameter::Name"), {
      Parameters: given("/app/days"),
    });
    expect(stack.Parameters?.[0]).not.toHaveProperty("ResolvedValue");
    expect(await tag(StackName)).toBe("/app/days");
  });
});
