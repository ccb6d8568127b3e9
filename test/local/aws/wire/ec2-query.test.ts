import * as ec2 from "@aws-sdk/client-ec2";
import { EC2Client, type EC2ServiceException } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../local/aws/errors.js";
import type { WireRequest } from "../../../../local/aws/wire/message.js";
import { readModel } from "../../../../local/aws/wire/model.js";
import { services } from "../../../../local/aws/wire/services.js";

const model = readModel(ec2);
const found = services.get("ec2");
if (found === undefined) throw new Error("no EC2");
const service = found;
const { protocol } = service;

function decode(text: string): Record<string, unknown> {
  const request: WireRequest = { method: "POST", path: "/", query: "", headers: {}, body: Buffer.from(text) };
  const operation = protocol.operation(request, service, model);
  if (operation === undefined) throw protocol.unknownOperation(request);
  return protocol.decode(request, service, operation);
}

describe("EC2's query protocol", () => {
  it("decodes flat lists under their query names", () => {
    const text =
      "Action=DescribeVpcs&Version=2016-11-15&VpcId.1=vpc-a&VpcId.2=vpc-b&Filter.1.Name=state&Filter.1.Value.1=available";
    expect(decode(text)).toEqual({
      VpcIds: ["vpc-a", "vpc-b"],
      Filters: [{ Name: "state", Values: ["available"] }],
    });
  });

  it("names a missing and an unknown parameter in EC2's words", () => {
    expect(() => decode("Action=DeleteVpc&Version=2016-11-15")).toThrow("The request must contain the parameter VpcId");
    expect(() => decode("Action=DeleteVpc&Version=2016-11-15&VpcId=v&Force=1")).toThrow(
      "The parameter Force is not recognized",
    );
    expect(() => decode("Action=MakeVpc&Version=2016-11-15")).toThrow(
      "The action MakeVpc is not valid for this web service.",
    );
  });

  it("is understood by the SDK, results and errors alike", async () => {
    const operation = model.operations.get("DescribeSubnets");
    if (operation === undefined) throw new Error("no DescribeSubnets");
    const answers = [
      protocol.encode(
        { Subnets: [{ SubnetId: "subnet-1", Tags: [{ Key: "a", Value: "b" }] }] },
        service,
        operation,
        "r-1",
      ),
      protocol.encodeError(
        new AwsError("InvalidSubnetID.NotFound", "The subnet ID 'x' does not exist"),
        service,
        model,
        "r-2",
      ),
    ];
    const client = new EC2Client({
      region: "eu-west-1",
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
      requestHandler: {
        handle: async () => {
          const answer = answers.shift();
          return {
            response: {
              statusCode: answer?.statusCode,
              headers: { ...answer?.headers },
              body: Buffer.from(answer?.body ?? ""),
            },
          };
        },
      } as never,
    });
    const { Subnets, $metadata } = await client.send(new ec2.DescribeSubnetsCommand({}));
    expect(Subnets).toEqual([{ SubnetId: "subnet-1", Tags: [{ Key: "a", Value: "b" }] }]);
    expect($metadata.requestId).toBe("r-1");
    const error: EC2ServiceException = await client.send(new ec2.DescribeSubnetsCommand({})).catch((e) => e);
    expect([error.name, error.message]).toEqual(["InvalidSubnetID.NotFound", "The subnet ID 'x' does not exist"]);
  });
});
