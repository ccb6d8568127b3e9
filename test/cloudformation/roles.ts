import { readFile } from "node:fs/promises";
import { type CloudFormationClient, CreateStackCommand, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { ROOT } from "./template.js";

/** Deploys github-oidc.yml for a repository, and gives back its outputs. */
export async function deployRoles(
  cloudFormation: CloudFormationClient,
  parameters: { Repository: string; HostedZoneId: string; Branch?: string; OidcProviderArn?: string },
  StackName = "github-oidc",
): Promise<Record<string, string>> {
  await cloudFormation.send(
    new CreateStackCommand({
      StackName,
      TemplateBody: await readFile(`${ROOT}cloudformation/github-oidc.yml`, "utf8"),
      Capabilities: ["CAPABILITY_IAM"],
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  );
  for (;;) {
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
    const { StackStatus, StackStatusReason, Outputs = [] } = Stacks?.[0] ?? {};
    if (StackStatus === "CREATE_COMPLETE")
      return Object.fromEntries(Outputs.map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue]));
    if (StackStatus !== "CREATE_IN_PROGRESS") throw new Error(`${StackStatus}: ${StackStatusReason}`);
  }
}
