import { valueOfKey } from "../../../../local/aws/ecs/json-key.js";
import { secretValues } from "../../../../local/aws/ecs/secrets.js";
import { type EcsAccount, ecsAccount, ROLE } from "./account.js";

const PULL = "ResourceInitializationError: unable to pull secrets or registry auth:";
const ASM = `${PULL} execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s):`;
const SSM = `${PULL} execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s):`;
const PARAMETER = "arn:aws:ssm:eu-west-1:123456789012:parameter";

describe("a task's secrets", () => {
  let account: EcsAccount;
  let json = "";
  let plain = "";
  let first = "";

  beforeAll(async () => {
    account = await ecsAccount();
    account.world.allowed = ["secretsmanager:", "ssm:"];
    const { secretsManager, ssm } = account.aws;
    const create = async (Name: string, SecretString: string | undefined) => {
      const token = { ClientRequestToken: account.aws.random.uuid() };
      const { ARN = "", VersionId = "" } = await secretsManager.CreateSecret({
        Name,
        ...(SecretString !== undefined && { SecretString }),
        ...token,
      });
      return { ARN, VersionId };
    };
    ({ ARN: json, VersionId: first } = await create("json", '{"user":"u1","port":5432}'));
    await secretsManager.PutSecretValue({
      SecretId: "json",
      SecretString: '{"user":"u2"}',
      ClientRequestToken: account.aws.random.uuid(),
    });
    ({ ARN: plain } = await create("plain", "hunter2"));
    await create("empty", undefined);
    await create("going", "gone");
    await secretsManager.DeleteSecret({ SecretId: "going" });
    await ssm.PutParameter({ Name: "/shop/key", Value: "k", Type: "SecureString" });
    await ssm.PutParameter({ Name: "flat", Value: "f", Type: "String" });
  });
  afterAll(() => account.close());

  const read = async (valueFrom: string | string[], online = true) => {
    const secrets = [valueFrom].flat().map((each, index) => ({ name: `S${index}`, valueFrom: each }));
    return [...(await secretValues(account.aws, [{ secrets }], { roleArn: ROLE, taskId: "t1", online })).values()];
  };
  const failure = (...args: Parameters<typeof read>) =>
    read(...args).then(
      (values) => `read ${values}`,
      (error: Error) => error.message.replace(/RequestID: [\w-]{36}/, "RequestID: 1"),
    );
  const fetching = (arn: string) =>
    `failed to fetch secret ${arn} from secrets manager: operation error Secrets Manager: GetSecretValue, https response error`;
  const answered = (arn: string) => `${ASM} ${fetching(arn)} StatusCode: 400, RequestID: 1,`;

  it("are whole, or a key, a stage or a version of theirs; parameters by ARN and by name", async () => {
    expect(await read([plain, plain.slice(0, -7), `${json}:user::`, `${json}:user:AWSPREVIOUS:`])).toEqual([
      ...["hunter2", "hunter2", "u2", "u1"],
    ]);
    expect(await read([`${json}:port::${first}`, `${json}:::`])).toEqual(["5432", '{"user":"u2"}']);
    expect(await read([`${PARAMETER}/shop/key`, "/shop/key", "flat", `${PARAMETER}/flat`])).toEqual([
      ...["k", "k", "f", "f"],
    ]);
  });

  it("that are not there stop the task with Secrets Manager's words", async () => {
    const none = json.replace(/.{6}$/, "AbCdEf");
    expect(await failure(`${none}:user::`)).toBe(
      `${answered(none)} ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
    );
    const empty = account.aws.secretsManager.arnOf("empty");
    expect(await failure(empty)).toBe(
      `${answered(empty)} ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT`,
    );
    const going = account.aws.secretsManager.arnOf("going");
    expect(await failure(going)).toBe(
      `${answered(going)} InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion.`,
    );
  });

  it("that lack the key, or are no JSON, stop it with the agent's words", async () => {
    expect(await failure(`${json}:password::`)).toBe(
      `${ASM} retrieved secret from Secrets Manager did not contain json key password`,
    );
    expect(await failure(`${plain}:password::`)).toBe(`${ASM} invalid character 'h' looking for beginning of value`);
    expect(await failure(`${json}:password`)).toMatch(/an invalid ARN format for the AWS Secrets Manager secret/);
  });

  it("that are parameters which are not there stop it with all their names", async () => {
    expect(await failure([`${PARAMETER}/shop/none`, "/shop/key", "nor-this"])).toBe(
      `${SSM} invalid ssm parameters: /shop/none,nor-this`,
    );
    expect(await failure(`${PARAMETER.replace("eu-west-1", "eu-west-2")}/shop/key`)).toBe(
      `${SSM} invalid ssm parameters: /shop/key`,
    );
  });

  it("that the role may not read, or that the network does not reach, say so before anything else", async () => {
    const none = json.replace(/.{6}$/, "AbCdEf");
    expect(await failure(none, false)).toBe(
      `${PULL} unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration. ${fetching(none)} StatusCode: 0, RequestID: , canceled, context deadline exceeded`,
    );
    expect(await failure("/shop/none", false)).toMatch(
      /unable to retrieve secrets from ssm: The task cannot pull secrets from AWS Systems Manager\. There is a connection/,
    );
    account.world.allowed = [];
    const role = "User: arn:aws:sts::123456789012:assumed-role/execution/t1 is not authorized to perform:";
    expect(await failure(none)).toBe(
      `${answered(none)} api error AccessDeniedException: ${role} secretsmanager:GetSecretValue on resource: ${none} because no identity-based policy allows the secretsmanager:GetSecretValue action`,
    );
    expect(await failure("/shop/none")).toBe(
      `${SSM} operation error SSM: GetParameters, https response error StatusCode: 400, RequestID: 1, api error AccessDeniedException: ${role} ssm:GetParameters on resource: ${PARAMETER}/shop/none because no identity-based policy allows the ssm:GetParameters action`,
    );
  });
});

describe("a key of a JSON secret", () => {
  it.each<[string, string]>([
    ['{"k":"text"}', "text"],
    ['{"k":5432}', "5432"],
    ['{"k":1000000}', "1e+06"],
    ['{"k":-0.5}', "-0.5"],
    ['{"k":true}', "true"],
    ['{"k":null}', "<nil>"],
    ['{"k":{"b":[1,"x"],"a":""}}', "map[a: b:[1 x]]"],
  ])("in %s is printed as Go does", (text, value) => {
    expect(valueOfKey(text, "k")).toEqual({ value });
  });

  it.each<[string, string]>([
    ["{}", "retrieved secret from Secrets Manager did not contain json key k"],
    ["null", "retrieved secret from Secrets Manager did not contain json key k"],
    ["'{}'", "invalid character '\\'' looking for beginning of value"],
    ["{k:1}", "invalid character 'k' looking for beginning of object key string"],
    ['{"k":1', "unexpected end of JSON input"],
    ['"text"', "json: cannot unmarshal string into Go value of type map[string]interface {}"],
    ["[1]", "json: cannot unmarshal array into Go value of type map[string]interface {}"],
  ])("in %s is a problem in Go's words", (text, problem) => {
    expect(valueOfKey(text, "k")).toEqual({ problem });
  });
});
