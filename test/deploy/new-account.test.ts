import { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { openAccount } from "./harness.js";

const LITTLE = { "desired-count": "1", "nat-gateways": "0", "smoke-test": "false" };

it("makes the first cluster of an account once more, where ECS was too early for the role that it makes for itself", async () => {
  const account = await openAccount();
  const iam = new IAMClient(clientConfiguration(account.aws));
  try {
    // Whoever may not make it beforehand leaves it to ECS.
    await account.aws.fault({
      service: "iam",
      operation: "CreateServiceLinkedRole",
      error: { code: "AccessDenied", statusCode: 403 },
      times: 1,
    });
    const run = await account.deploy(LITTLE);
    expect(run.log).toContain("[ecs-cluster] failed because of Cluster");
    expect(run.log).toContain("AWS has only just made the role that it needs; creating it again (try 2)");
    expect({ conclusion: run.conclusion, annotations: run.annotations }).toEqual({
      conclusion: "success",
      annotations: [],
    });
    expect(run.summary).not.toContain("failed");
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: "AWSServiceRoleForECS" }));
    expect(Role?.Path).toBe("/aws-service-role/ecs.amazonaws.com/");
  } finally {
    iam.destroy();
    await account.close();
  }
});

it("makes ECS's role beforehand, and the cluster when ECS can use it", async () => {
  const account = await openAccount();
  try {
    const run = await account.deploy(LITTLE);
    expect(run.conclusion).toBe("success");
    const log = run.log.split("\n");
    const at = (text: string) => log.findIndex((line) => line.includes(text));
    expect(at("[ecs-cluster] after the VPC")).toBeGreaterThan(-1);
    expect(at("stack ecs-cluster CREATE_IN_PROGRESS")).toBeGreaterThan(at("stack vpc CREATE_COMPLETE"));
    expect(run.log).not.toContain("CREATE_FAILED");
  } finally {
    await account.close();
  }
});
