import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  SecretsManagerClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
} from "@aws-sdk/client-secrets-manager";
import { type AwsServer, startServer } from "../../../../local/aws/server.js";
import { administratorKeys } from "../../../../local/aws/sts/credentials.js";
import { account } from "../server/account.js";

const aws = account();
let server: AwsServer;
let client: SecretsManagerClient;

beforeAll(async () => {
  server = await startServer(aws());
  client = new SecretsManagerClient({
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

const create = (Name: string, SecretString = "one") => client.send(new CreateSecretCommand({ Name, SecretString }));
const put = (SecretId: string, SecretString: string, more: object = {}) =>
  client.send(new PutSecretValueCommand({ SecretId, SecretString, ...more }));
const value = async (SecretId: string | undefined, more: object = {}) =>
  (await client.send(new GetSecretValueCommand({ SecretId, ...more }))).SecretString;
const refused = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "allowed",
    (error: Error) => `${error.name}: ${error.message}`,
  );

const NOT_THERE = "ResourceNotFoundException: Secrets Manager can't find the specified secret.";
const DELETED =
  "InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion.";

describe("a secret", () => {
  it("has an ARN with six random characters, and is found by name, ARN and ARN without them", async () => {
    const { ARN = "" } = await create("shop/db");
    expect(ARN).toMatch(/^arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop\/db-[A-Za-z0-9]{6}$/);
    expect(await Promise.all(["shop/db", ARN, ARN.slice(0, -7)].map((id) => value(id)))).toEqual(["one", "one", "one"]);
    expect(await refused(value("shop/dp"))).toBe(NOT_THERE);
    expect(await refused(value(ARN.replace(/.{6}$/, "AbCdEf")))).toBe(NOT_THERE);
    expect(await refused(value(ARN.replace("eu-west-1", "eu-west-2")))).toBe(NOT_THERE);
  });

  it("whose name ends as if the six characters were there is not found by the ARN without them", async () => {
    const { ARN = "" } = await create("shop-secret");
    expect(await value("shop-secret")).toBe("one");
    expect(await refused(value(ARN.slice(0, -7)))).toBe(NOT_THERE);
  });

  it("keeps the value before the last, by label and by id", async () => {
    const { VersionId: first } = await create("rotated");
    const { VersionId: second } = await put("rotated", "two");
    expect(await value("rotated")).toBe("two");
    expect(await value("rotated", { VersionStage: "AWSPREVIOUS" })).toBe("one");
    expect(await value("rotated", { VersionId: first })).toBe("one");
    await put("rotated", "three", { VersionStages: ["AWSPENDING"] });
    expect(await value("rotated")).toBe("two");
    expect(await value("rotated", { VersionStage: "AWSPENDING" })).toBe("three");
    await put("rotated", "four");
    const { VersionIdsToStages = {} } = await client.send(new DescribeSecretCommand({ SecretId: "rotated" }));
    expect(Object.values(VersionIdsToStages).flat().sort()).toEqual(["AWSCURRENT", "AWSPENDING", "AWSPREVIOUS"]);
    expect(VersionIdsToStages[second ?? ""]).toEqual(["AWSPREVIOUS"]);
    const { Versions = [] } = await client.send(
      new ListSecretVersionIdsCommand({ SecretId: "rotated", IncludeDeprecated: true }),
    );
    expect(Versions.find(({ VersionId }) => VersionId === first)?.VersionStages).toBeUndefined();
    expect(await refused(value("rotated", { VersionId: first, VersionStage: "AWSCURRENT" }))).toBe(
      "InvalidRequestException: You provided a VersionStage that is not associated to the provided VersionId.",
    );
    expect(await refused(value("rotated", { VersionStage: "NONE" }))).toBe(
      "ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: NONE",
    );
  });

  it("may be there without any value", async () => {
    await client.send(new CreateSecretCommand({ Name: "empty", Description: "later" }));
    expect(await refused(value("empty"))).toBe(
      "ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
    );
    await client.send(new UpdateSecretCommand({ SecretId: "empty", SecretString: "now" }));
    expect(await value("empty")).toBe("now");
    expect(await client.send(new DescribeSecretCommand({ SecretId: "empty" }))).toMatchObject({ Description: "later" });
  });

  it("may be binary", async () => {
    await client.send(new CreateSecretCommand({ Name: "bytes", SecretBinary: Buffer.from([0, 255]) }));
    const { SecretBinary, SecretString } = await client.send(new GetSecretValueCommand({ SecretId: "bytes" }));
    expect([Buffer.from(SecretBinary ?? []), SecretString]).toEqual([Buffer.from([0, 255]), undefined]);
  });

  it("is made once: the same request twice is one, another of the same name is refused", async () => {
    const ClientRequestToken = "12345678-1234-1234-1234-123456789012";
    const request = { Name: "once", SecretString: "one", ClientRequestToken };
    const { ARN } = await client.send(new CreateSecretCommand(request));
    expect((await client.send(new CreateSecretCommand(request))).ARN).toBe(ARN);
    expect(await refused(create("once"))).toBe(
      "ResourceExistsException: The operation failed because the secret once already exists.",
    );
    expect(await refused(put("once", "two", { ClientRequestToken }))).toMatch(
      /^ResourceExistsException: You can't use ClientRequestToken .* already in use for a version of secret/,
    );
    expect(await refused(create("no spaces"))).toMatch(/^ValidationException: Invalid name\./);
  });

  it("is tagged and listed", async () => {
    await create("listed/a");
    await create("listed/b");
    await client.send(new TagResourceCommand({ SecretId: "listed/b", Tags: [{ Key: "team", Value: "web" }] }));
    const listed = async (...Filters: object[]) =>
      (await client.send(new ListSecretsCommand({ Filters: Filters as never, SortOrder: "asc" }))).SecretList?.map(
        ({ Name }) => Name,
      );
    const byName = { Key: "name", Values: ["listed/"] };
    expect(await listed(byName)).toEqual(["listed/a", "listed/b"]);
    expect(await listed(byName, { Key: "tag-key", Values: ["team"] })).toEqual(["listed/b"]);
    expect(await listed(byName, { Key: "name", Values: ["!listed/a"] })).toEqual(["listed/b"]);
    const page = await client.send(new ListSecretsCommand({ Filters: [byName as never], MaxResults: 1 }));
    expect(page.SecretList?.map(({ Name }) => Name)).toEqual(["listed/b"]);
    expect(page.NextToken).toBeDefined();
    await client.send(new UntagResourceCommand({ SecretId: "listed/b", TagKeys: ["team"] }));
    expect((await client.send(new DescribeSecretCommand({ SecretId: "listed/b" }))).Tags).toBeUndefined();
  });

  it("that is marked for deletion is neither read nor made again, and comes back when it is restored", async () => {
    const { ARN } = await create("going");
    const deleted = await client.send(new DeleteSecretCommand({ SecretId: "going", RecoveryWindowInDays: 7 }));
    expect((deleted.DeletionDate?.getTime() ?? 0) - Date.now()).toBeGreaterThan(6.9 * 24 * 60 * 60 * 1000);
    expect(await refused(value("going"))).toBe(DELETED);
    expect(await refused(put("going", "two"))).toBe(DELETED);
    expect(await refused(create("going"))).toMatch(/^InvalidRequestException: .*already scheduled for deletion/);
    const { SecretList = [] } = await client.send(new ListSecretsCommand({}));
    expect(SecretList.map((secret) => secret.ARN)).not.toContain(ARN);
    await client.send(new RestoreSecretCommand({ SecretId: "going" }));
    expect(await value("going")).toBe("one");
    await client.send(new DeleteSecretCommand({ SecretId: "going", ForceDeleteWithoutRecovery: true }));
    expect(await refused(value("going"))).toBe(NOT_THERE);
    expect((await create("going")).ARN).not.toBe(ARN);
  });

  it.each([
    [{ RecoveryWindowInDays: 3 }, /RecoveryWindowInDays value must be between 7 and 30/],
    [{ RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true }, /ForceDeleteWithoutRecovery in conjunction with/],
  ])("is not deleted with %j", async (how, message) => {
    expect(await refused(client.send(new DeleteSecretCommand({ SecretId: "shop/db", ...how })))).toMatch(message);
  });

  it("with a KMS key of one's own, or replicas, is refused loudly", async () => {
    for (const more of [{ KmsKeyId: "alias/mine" }, { AddReplicaRegions: [{ Region: "eu-west-2" }] }])
      expect(await refused(client.send(new CreateSecretCommand({ Name: "k", SecretString: "v", ...more })))).toMatch(
        /NotImplementedByLocalAws/,
      );
  });
});
