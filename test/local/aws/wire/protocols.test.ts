import * as cloudformation from "@aws-sdk/client-cloudformation";
import * as ecs from "@aws-sdk/client-ecs";
import * as elbv2 from "@aws-sdk/client-elastic-load-balancing-v2";
import * as route53 from "@aws-sdk/client-route-53";
import { AwsError } from "../../../../local/aws/errors.js";
import { constrainedOperations } from "../../../../local/aws/wire/constraints.js";
import type { WireRequest } from "../../../../local/aws/wire/message.js";
import { readModel } from "../../../../local/aws/wire/model.js";
import { type Service, services } from "../../../../local/aws/wire/services.js";
import { account } from "../server/account.js";

const models = {
  ecs: readModel(ecs),
  cloudformation: readModel(cloudformation),
  elasticloadbalancing: readModel(elbv2),
  route53: readModel(route53),
};

function service(name: keyof typeof models): Service {
  const found = services.get(name);
  if (found === undefined) throw new Error(`no service ${name}`);
  return found;
}

function request(overrides: Partial<WireRequest> & { text?: string }): WireRequest {
  const { text = "", ...rest } = overrides;
  return { method: "POST", path: "/", query: "", headers: {}, body: Buffer.from(text), ...rest };
}

function decode(name: keyof typeof models, wire: WireRequest): Record<string, unknown> {
  const { protocol } = service(name);
  const operation = protocol.operation(wire, service(name), models[name]);
  if (operation === undefined) throw protocol.unknownOperation(wire);
  return protocol.decode(wire, service(name), operation);
}

function encode(name: keyof typeof models, operation: string, output: unknown) {
  const found = models[name].operations.get(operation);
  if (found === undefined) throw new Error(`no operation ${operation}`);
  return service(name).protocol.encode(output, service(name), found, "request-1");
}

function failure(action: () => unknown): AwsError {
  try {
    action();
  } catch (error) {
    if (error instanceof AwsError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const aws = account();

/** The operations that a service's class has. */
async function operationsOf({ signingName, member, load }: Service): Promise<[service: string, operation: string][]> {
  const model = readModel(await load());
  const implementation: object = aws()[member];
  return [...model.operations.keys()]
    .filter((operation) => typeof Reflect.get(implementation, operation) === "function")
    .map((operation) => [signingName, operation]);
}

const ecsCall = (operation: string, body: unknown) =>
  request({
    headers: { "x-amz-target": `AmazonEC2ContainerServiceV20141113.${operation}` },
    text: JSON.stringify(body),
  });

const form = (text: string) => request({ text });

describe("AWS JSON 1.1", () => {
  it("decodes what the schema allows, nested and with timestamps", () => {
    const input = decode(
      "ecs",
      ecsCall("RunTask", { taskDefinition: "app:1", tags: [{ key: "a", value: "b" }], count: 2 }),
    );
    expect(input).toEqual({ taskDefinition: "app:1", tags: [{ key: "a", value: "b" }], count: 2 });
  });

  it("refuses a value of the wrong type as AWS's JSON services do", () => {
    const error = failure(() => decode("ecs", ecsCall("RunTask", { taskDefinition: 5 })));
    expect([error.code, error.message]).toEqual([
      "SerializationException",
      "NUMBER_VALUE can not be converted to a String",
    ]);
  });

  it("lists every required member that is missing", () => {
    const error = failure(() => decode("ecs", ecsCall("CreateCapacityProvider", { autoScalingGroupProvider: {} })));
    expect(error.code).toBe("InvalidParameterException");
    expect(error.message).toBe(
      "2 validation errors detected: Value null at 'autoScalingGroupProvider.autoScalingGroupArn' failed to satisfy constraint: Member must not be null; Value null at 'name' failed to satisfy constraint: Member must not be null",
    );
  });

  it("refuses a member that the operation does not have", () => {
    const error = failure(() =>
      decode("ecs", ecsCall("RegisterTaskDefinition", { family: "x", containerDefinitions: [], revision: 1 })),
    );
    expect(error.code).toBe("SerializationException");
    expect(error.message).toContain("revision");
  });

  it("does not know an operation of another service's prefix", () => {
    const wire = request({ headers: { "x-amz-target": "CertificateManager.ListClusters" }, text: "{}" });
    expect(failure(() => decode("ecs", wire)).code).toBe("UnknownOperationException");
  });

  it("encodes timestamps as epoch seconds and gives the request id", () => {
    const answer = encode("ecs", "CreateService", { service: { serviceName: "s", createdAt: new Date(1500) } });
    expect(JSON.parse(answer.body)).toEqual({ service: { serviceName: "s", createdAt: 1.5 } });
    expect(answer.headers["x-amzn-requestid"]).toBe("request-1");
  });

  it("encodes an error with its type in header and body, its message and its members", () => {
    const error = new AwsError("ClusterNotFoundException", "Cluster not found.");
    const answer = service("ecs").protocol.encodeError(error, service("ecs"), models.ecs, "request-1");
    expect(answer.statusCode).toBe(400);
    expect(answer.headers["x-amzn-errortype"]).toBe("ClusterNotFoundException");
    expect(JSON.parse(answer.body)).toEqual({ __type: "ClusterNotFoundException", message: "Cluster not found." });
  });

  it("treats an output that AWS's model does not allow as a fault of ours", () => {
    expect(() => encode("ecs", "ListClusters", { clusterArns: [3] })).toThrow("clusterArns[0] is number 3");
    expect(() => encode("ecs", "ListClusters", { clusters: [] })).toThrow("has no member clusters");
    const cluster = (more: object) => ({ clusters: [{ clusterName: "a", ...more }] });
    expect(() => encode("ecs", "DescribeClusters", cluster({ runningTasksCount: 1.5 }))).toThrow("no whole number");
    const deployment = (status: string) => ({ serviceDeployments: [{ status }] });
    expect(() => encode("ecs", "ListServiceDeployments", deployment("DONE"))).toThrow("not one of PENDING,SUCCESSFUL");
    expect(() => encode("ecs", "ListServiceDeployments", deployment("SUCCESSFUL"))).not.toThrow();
    expect(() => encode("route53", "ListHostedZones", { HostedZones: [] })).toThrow("lacks Marker");
    const stack = { StackName: "a", CreationTime: new Date(0), StackStatus: "CREATE_COMPLETE", TimeoutInMinutes: 0 };
    expect(() => encode("cloudformation", "DescribeStacks", { Stacks: [stack] })).toThrow(
      "TimeoutInMinutes is 0, not from 1",
    );
  });

  it("has AWS's constraints for every operation that the local AWS serves", async () => {
    const served = await Promise.all([...services.values()].map(operationsOf));
    expect(served.flat().length).toBeGreaterThan(150);
    // If not: python3 scripts/constraints.py
    expect(served.flat().filter(([name, operation]) => !constrainedOperations(name).includes(operation))).toEqual([]);
  });
});

describe("AWS Query", () => {
  it("decodes lists, structures and maps out of a form", () => {
    const input = decode(
      "elasticloadbalancing",
      form(
        "Action=CreateListener&Version=2015-12-01&LoadBalancerArn=arn&Port=443&DefaultActions.member.1.Type=authenticate-cognito" +
          "&DefaultActions.member.1.AuthenticateCognitoConfig.UserPoolArn=p&DefaultActions.member.1.AuthenticateCognitoConfig.UserPoolClientId=c" +
          "&DefaultActions.member.1.AuthenticateCognitoConfig.UserPoolDomain=d" +
          "&DefaultActions.member.1.AuthenticateCognitoConfig.AuthenticationRequestExtraParams.entry.1.key=display" +
          "&DefaultActions.member.1.AuthenticateCognitoConfig.AuthenticationRequestExtraParams.entry.1.value=page" +
          "&DefaultActions.member.2.Type=forward&DefaultActions.member.2.Order=2",
      ),
    );
    expect(input).toEqual({
      LoadBalancerArn: "arn",
      Port: 443,
      DefaultActions: [
        {
          Type: "authenticate-cognito",
          AuthenticateCognitoConfig: {
            UserPoolArn: "p",
            UserPoolClientId: "c",
            UserPoolDomain: "d",
            AuthenticationRequestExtraParams: { display: "page" },
          },
        },
        { Type: "forward", Order: 2 },
      ],
    });
  });

  it("takes `Tags=` for an empty list", () => {
    const input = decode("cloudformation", form("Action=CreateStack&Version=2010-05-15&StackName=s&Tags="));
    expect(input).toEqual({ StackName: "s", Tags: [] });
  });

  it("says which required member is null", () => {
    const error = failure(() => decode("cloudformation", form("Action=CreateStack&Version=2010-05-15")));
    expect([error.code, error.message]).toEqual([
      "ValidationError",
      "1 validation error detected: Value null at 'stackName' failed to satisfy constraint: Member must not be null",
    ]);
  });

  it("refuses loudly a parameter that it does not know, rather than ignoring it", () => {
    const error = failure(() => decode("cloudformation", form("Action=DescribeStacks&Version=2010-05-15&Stackname=s")));
    expect([error.code, error.statusCode]).toEqual(["NotImplementedByLocalAws", 501]);
  });

  it("knows no operation of another version", () => {
    const error = failure(() =>
      decode("elasticloadbalancing", form("Action=DescribeLoadBalancers&Version=2012-06-01")),
    );
    expect([error.code, error.message]).toEqual([
      "InvalidAction",
      "Could not find operation DescribeLoadBalancers for version 2012-06-01",
    ]);
  });

  it("wraps a result in its envelope, escaped", () => {
    const answer = encode("cloudformation", "DescribeStacks", {
      Stacks: [{ StackName: "a<&>", CreationTime: new Date(0), StackStatus: "CREATE_COMPLETE", Tags: [] }],
    });
    expect(answer.body).toContain(
      '<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">',
    );
    expect(answer.body).toContain("<DescribeStacksResult><Stacks><member><StackName>a&lt;&amp;&gt;</StackName>");
    expect(answer.body).toContain("<CreationTime>1970-01-01T00:00:00Z</CreationTime>");
    expect(answer.body).toContain("<ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata>");
  });

  it("gives an error its query code and status, whichever of its names it is thrown under", () => {
    for (const code of ["DuplicateListener", "DuplicateListenerException"]) {
      const elb = service("elasticloadbalancing");
      const answer = elb.protocol.encodeError(new AwsError(code, "m"), elb, models.elasticloadbalancing, "request-1");
      expect(answer.statusCode).toBe(400);
      expect(answer.body).toContain(
        "<Error><Type>Sender</Type><Code>DuplicateListener</Code><Message>m</Message></Error>",
      );
    }
  });
});

describe("restXml", () => {
  const change = (inner: string) =>
    request({
      path: "/2013-04-01/hostedzone/Z1/rrset/",
      text: `<?xml version="1.0"?><ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeBatch><Changes><Change>${inner}</Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>`,
    });

  it("decodes labels, query parameters and a body of one-element lists", () => {
    expect(
      decode(
        "route53",
        change(
          "<Action>UPSERT</Action><ResourceRecordSet><Name>a.</Name><Type>A</Type><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>1.2.3.4</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>",
        ),
      ),
    ).toEqual({
      HostedZoneId: "Z1",
      ChangeBatch: {
        Changes: [
          {
            Action: "UPSERT",
            ResourceRecordSet: { Name: "a.", Type: "A", TTL: 60, ResourceRecords: [{ Value: "1.2.3.4" }] },
          },
        ],
      },
    });
    const list = request({ method: "GET", path: "/2013-04-01/hostedzone/Z1/rrset", query: "name=a%20b&maxitems=3" });
    expect(decode("route53", list)).toEqual({ HostedZoneId: "Z1", StartRecordName: "a b", MaxItems: 3 });
  });

  it("refuses an element that the schema does not have", () => {
    const error = failure(() => decode("route53", change("<Action>CREATE</Action><Nope>1</Nope>")));
    expect(error.code).toBe("InvalidInput");
    expect(error.message).toContain("'Nope'");
  });

  it("answers with the operation's status, and with members that belong in headers there", () => {
    const answer = encode("route53", "CreateHostedZone", {
      HostedZone: { Id: "/hostedzone/Z1", Name: "a.", CallerReference: "1" },
      ChangeInfo: { Id: "/change/C1", Status: "PENDING", SubmittedAt: new Date(0) },
      DelegationSet: { NameServers: ["ns-1"] },
      Location: "https://route53.amazonaws.com/2013-04-01/hostedzone/Z1",
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers.location).toBe("https://route53.amazonaws.com/2013-04-01/hostedzone/Z1");
    expect(answer.body).toContain("<NameServers><NameServer>ns-1</NameServer></NameServers>");
    expect(answer.body).not.toContain("<Location>");
  });

  it("answers an error with the status of its shape", () => {
    const error = new AwsError("NoSuchHostedZone", "No hosted zone found with ID: Z9");
    const answer = service("route53").protocol.encodeError(error, service("route53"), models.route53, "request-1");
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain("<Code>NoSuchHostedZone</Code>");
  });
});
