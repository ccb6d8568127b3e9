import { ECSClient, ListClustersCommand } from "@aws-sdk/client-ecs";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { CallRecord } from "../../../../local/aws/calls.js";
import { type AwsServer, startServer } from "../../../../local/aws/server.js";
import { administratorKeys } from "../../../../local/aws/sts/credentials.js";
import { account } from "./account.js";

const aws = account();
let server: AwsServer;

beforeAll(async () => {
  server = await startServer(aws());
});

afterAll(async () => {
  await server.close();
});

beforeEach(() => {
  server.calls.clear();
  server.faults.clear();
});

const settings = (overrides: object = {}) => ({
  endpoint: server.url,
  region: "eu-west-1",
  credentials: administratorKeys,
  maxAttempts: 1,
  ...overrides,
});

const identity = (overrides?: object) => new STSClient(settings(overrides)).send(new GetCallerIdentityCommand({}));
const clusters = (overrides?: object) => new ECSClient(settings(overrides)).send(new ListClustersCommand({}));

const errorName = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "none",
    (error: Error) => error.name,
  );

const arm = (fault: object) => fetch(`${server.url}/_local/faults`, { method: "POST", body: JSON.stringify(fault) });

describe("the server", () => {
  it("listens on loopback alone", () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it("tells the administrator who they are", async () => {
    expect((await identity()).Arn).toBe("arn:aws:iam::123456789012:user/administrator");
  });

  it("refuses unknown keys and wrong signatures in each protocol's words", async () => {
    const unknown = { credentials: { accessKeyId: "AKIANOBODY", secretAccessKey: "x" } };
    const wrong = { credentials: { ...administratorKeys, secretAccessKey: "x" } };
    expect(await errorName(identity(unknown))).toBe("InvalidClientTokenId");
    expect(await errorName(clusters(unknown))).toBe("UnrecognizedClientException");
    expect(await errorName(identity(wrong))).toBe("SignatureDoesNotMatch");
    expect(await errorName(clusters(wrong))).toBe("InvalidSignatureException");
  });

  it("refuses a request without credentials", async () => {
    const body = "Action=GetCallerIdentity&Version=2011-06-15";
    const answer = await fetch(server.url, { method: "POST", body });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("<Code>MissingAuthenticationToken</Code>");
  });

  it("refuses a signature for another region", async () => {
    expect(await errorName(clusters({ region: "eu-central-1" }))).toBe("InvalidSignatureException");
  });

  it("names what it does not implement, with status 501", async () => {
    const { DescribeInstancesCommand, EC2Client } = await import("@aws-sdk/client-ec2");
    const error = await new EC2Client(settings()).send(new DescribeInstancesCommand({})).catch((e) => e);
    expect([error.name, error.message, error.$metadata.httpStatusCode]).toEqual([
      "NotImplementedByLocalAws",
      "The local AWS does not implement ec2:DescribeInstances.",
      501,
    ]);
  });

  it("names a service that it does not have", async () => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${administratorKeys.accessKeyId}/20261122/eu-west-1/sqs/aws4_request, SignedHeaders=host, Signature=00`;
    const answer = await fetch(server.url, { method: "POST", headers: { authorization } });
    expect(answer.status).toBe(501);
    expect(await answer.text()).toContain("The local AWS does not implement the service sqs.");
  });

  it("keeps a record of every call, also of refused ones", async () => {
    await identity();
    await errorName(clusters({ credentials: { accessKeyId: "AKIANOBODY", secretAccessKey: "x" } }));
    const calls = (await (await fetch(`${server.url}/_local/calls`)).json()) as CallRecord[];
    expect(calls).toMatchObject([
      { service: "sts", operation: "GetCallerIdentity", accessKeyId: administratorKeys.accessKeyId },
      { service: "ecs", operation: "ListClusters", accessKeyId: "AKIANOBODY", error: "UnrecognizedClientException" },
    ]);
    expect(calls[0]).not.toHaveProperty("error");
    await fetch(`${server.url}/_local/calls`, { method: "DELETE" });
    expect(await (await fetch(`${server.url}/_local/calls`)).json()).toEqual([]);
  });

  it("shows what exists", async () => {
    const state = (await (await fetch(`${server.url}/_local/state`)).json()) as Record<string, unknown>;
    expect(state).toMatchObject({ route53: { hostedZones: [] }, acm: { certificates: [] }, ec2: { vpcs: [] } });
  });
});

describe("faults", () => {
  it("fail the nth call of an operation, once, and no other operation", async () => {
    await arm({
      service: "sts",
      operation: "GetCallerIdentity",
      at: 2,
      error: { code: "Throttling", message: "Rate exceeded", statusCode: 400 },
    });
    expect(await errorName(clusters())).toBe("none");
    expect(await errorName(identity())).toBe("none");
    expect(await errorName(identity())).toBe("Throttling");
    expect(await errorName(identity())).toBe("none");
  });

  it("cut the connection", async () => {
    await arm({ service: "sts", operation: "GetCallerIdentity", reset: true });
    const error: Error = await identity().catch((e) => e);
    expect(error.message).toMatch(/ECONNRESET|socket hang up/);
  });

  it("hold an answer back", async () => {
    await arm({ service: "sts", operation: "GetCallerIdentity", delaySeconds: 100 });
    const started = performance.now();
    await identity();
    expect(performance.now() - started).toBeGreaterThanOrEqual(95);
  });

  it("throttle and fail in each service's own words, which the SDK takes for what they are", async () => {
    await arm([
      { service: "*", operation: "*", throttle: true, times: 2 },
      { service: "*", operation: "*", fail: true, at: 3, times: 2 },
    ]);
    expect([await errorName(identity()), await errorName(clusters())]).toEqual(["Throttling", "ThrottlingException"]);
    expect([await errorName(identity()), await errorName(clusters())]).toEqual(["InternalFailure", "ServerException"]);
    await arm({ service: "*", operation: "*", throttle: true });
    expect(await errorName(identity({ maxAttempts: 2 }))).toBe("none");
  });

  it("lose the answer to what has happened, and to what was refused", async () => {
    await arm([
      { service: "iam", operation: "CreateRole", resetAfter: true },
      { service: "iam", operation: "GetRole", resetAfter: true },
    ]);
    const { CreateRoleCommand, GetRoleCommand, IAMClient } = await import("@aws-sdk/client-iam");
    const iam = new IAMClient(settings());
    const AssumeRolePolicyDocument = JSON.stringify({
      Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
    });
    const lost = await iam.send(new CreateRoleCommand({ RoleName: "lost", AssumeRolePolicyDocument })).catch((e) => e);
    expect(lost.message).toMatch(/ECONNRESET|socket hang up/);
    expect(aws().iam.snapshot()).toMatchObject({ roles: [{ name: "lost" }] });
    expect(await errorName(iam.send(new GetRoleCommand({ RoleName: "nobody" })))).not.toMatch(/NoSuchEntity/);
    expect(server.calls.list().map(({ error }) => error)).toEqual(["reset after", "reset after"]);
  });

  it("never answer, before or after the operation, until the client goes away", async () => {
    await arm([
      { service: "sts", operation: "GetCallerIdentity", hang: true },
      { service: "ecs", operation: "ListClusters", hangAfter: true },
    ]);
    const client = new AbortController();
    const patience = { abortSignal: client.signal };
    const ends = Promise.all([
      errorName(new STSClient(settings()).send(new GetCallerIdentityCommand({}), patience)),
      errorName(new ECSClient(settings()).send(new ListClustersCommand({}), patience)),
    ]);
    // Both have come in, and nothing comes back.
    while (server.calls.list().length < 2) await new Promise(setImmediate);
    client.abort();
    const [asked, listed] = await ends;
    expect([asked, listed]).toEqual(["AbortError", "AbortError"]);
    const armed = (await (await fetch(`${server.url}/_local/faults`)).json()) as { hits: number }[];
    expect(armed.map(({ hits }) => hits)).toEqual([1, 1]);
  });

  it("are refused when they are not well-formed", async () => {
    const answer = await arm({ service: "sts", operation: "GetCallerIdentity", every: 3, reset: true });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("there is no every");
  });
});

describe("roles", () => {
  it("are assumed by whom they trust, and their keys work with their token alone", async () => {
    const trust = (principal: object) =>
      JSON.stringify({ Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }] });
    await aws().iam.CreateRole({ RoleName: "own", AssumeRolePolicyDocument: trust({ AWS: "123456789012" }) });
    await aws().iam.CreateRole({
      RoleName: "tasks",
      AssumeRolePolicyDocument: trust({ Service: "ecs-tasks.amazonaws.com" }),
    });
    const assume = (RoleName: string) =>
      new STSClient(settings()).send(
        new AssumeRoleCommand({ RoleArn: `arn:aws:iam::123456789012:role/${RoleName}`, RoleSessionName: "test" }),
      );
    expect(await errorName(assume("tasks"))).toBe("AccessDenied");
    const { Credentials } = await assume("own");
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
    };
    const sessionToken = Credentials?.SessionToken ?? "";
    expect((await identity({ credentials: { ...credentials, sessionToken } })).Arn).toBe(
      "arn:aws:sts::123456789012:assumed-role/own/test",
    );
    expect(await errorName(identity({ credentials }))).toBe("InvalidClientTokenId");
  });
});
