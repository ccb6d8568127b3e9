import { AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";

/**
 * What aws-actions/configure-aws-credentials does in a job with `id-token: write`, where a checkout of it is not to be had:
 * asks GitHub for the job's token and STS for the role's keys, and gives them back as the variables that it exports. Rejects
 * with what either of them answers.
 *
 * @param env the step's environment: ACTIONS_ID_TOKEN_REQUEST_URL and _TOKEN, AWS_ENDPOINT_URL
 */
export async function configureAwsCredentials(
  env: Readonly<Record<string, string>>,
  {
    roleArn,
    region = "eu-west-1",
    audience = "sts.amazonaws.com",
  }: { roleArn: string; region?: string; audience?: string },
): Promise<Record<string, string>> {
  const sts = new STSClient({ endpoint: env.AWS_ENDPOINT_URL ?? "", region, maxAttempts: 1 });
  const { Credentials } = await sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: roleArn,
      RoleSessionName: "GitHubActions",
      WebIdentityToken: await idToken(env, audience),
    }),
  );
  return {
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? "",
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? "",
    AWS_SESSION_TOKEN: Credentials?.SessionToken ?? "",
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
}

/** As `getIDToken` of @actions/core asks for it. */
export async function idToken(env: Readonly<Record<string, string>>, audience?: string): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = env;
  if (!url || !token) throw new Error("The job has no identity: it has no id-token: write.");
  const query = audience === undefined ? "" : `&audience=${encodeURIComponent(audience)}`;
  const answer = await fetch(`${url}${query}`, { headers: { authorization: `Bearer ${token}` } });
  const { value, message } = (await answer.json()) as { value?: string; message?: string };
  if (value === undefined) throw new Error(`GitHub gives no token: ${answer.status} ${message}`);
  return value;
}
