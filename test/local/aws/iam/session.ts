import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import type { Account } from "../../../../local/aws/account.js";
import type { AwsServer } from "../../../../local/aws/server.js";
import { administratorKeys } from "../../../../local/aws/sts/credentials.js";

/** The settings of a client with the keys of a new role that has these statements and no others. */
export async function sessionOf({ iam, accountId }: Account, server: AwsServer, name: string, ...Statement: object[]) {
  const connect = (credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }) => ({
    endpoint: server.url,
    region: "eu-west-1",
    credentials,
    maxAttempts: 1,
  });
  const trust = { Effect: "Allow", Principal: { AWS: accountId }, Action: "sts:AssumeRole" };
  await iam.CreateRole({
    RoleName: name,
    AssumeRolePolicyDocument: JSON.stringify({ Statement: [trust] }),
    Tags: [{ Key: "team", Value: "web" }],
  });
  if (Statement.length > 0)
    await iam.PutRolePolicy({
      RoleName: name,
      PolicyName: "p",
      PolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement }),
    });
  const { Credentials } = await new STSClient(connect(administratorKeys)).send(
    new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${accountId}:role/${name}`, RoleSessionName: "ci" }),
  );
  return connect({
    accessKeyId: Credentials?.AccessKeyId ?? "",
    secretAccessKey: Credentials?.SecretAccessKey ?? "",
    sessionToken: Credentials?.SessionToken ?? "",
  });
}
