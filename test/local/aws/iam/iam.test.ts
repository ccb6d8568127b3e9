import { account, refusal } from "../server/account.js";

const aws = account();
const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const EXECUTION = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";

const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });

async function role(RoleName: string): Promise<string> {
  return (await aws().iam.CreateRole({ RoleName, AssumeRolePolicyDocument: trust })).Role?.Arn ?? "";
}

describe("IAM", () => {
  it("gives out policy documents URL-encoded", async () => {
    await role("encoded");
    const { Role } = await aws().iam.GetRole({ RoleName: "encoded" });
    expect(Role?.AssumeRolePolicyDocument).toBe(encodeURIComponent(trust));
  });

  it("deletes a role only once its policies are gone", async () => {
    const { iam } = aws();
    const RoleName = "deleted";
    await role(RoleName);
    await iam.AttachRolePolicy({ RoleName, PolicyArn: EXECUTION });
    await iam.PutRolePolicy({
      RoleName,
      PolicyName: "p",
      PolicyDocument: policy({ Effect: "Allow", Action: "s3:*", Resource: "*" }),
    });
    expect((await refusal(iam.DeleteRole({ RoleName }))).message).toBe(
      "Cannot delete entity, must detach all policies first.",
    );
    await iam.DetachRolePolicy({ RoleName, PolicyArn: EXECUTION });
    expect((await refusal(iam.DeleteRole({ RoleName }))).message).toBe(
      "Cannot delete entity, must delete policies first.",
    );
    await iam.DeleteRolePolicy({ RoleName, PolicyName: "p" });
    await iam.DeleteRole({ RoleName });
    expect(await refusal(iam.GetRole({ RoleName }))).toEqual({
      code: "NoSuchEntity",
      message: "The role with name deleted cannot be found.",
    });
  });

  it.each([
    ["no JSON", "{", "This policy contains invalid Json"],
    ["no principal", policy({ Effect: "Allow", Action: "sts:AssumeRole" }), "Missing required field Principal"],
    [
      "a resource",
      policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: "*", Resource: "*" }),
      "Has prohibited field Resource",
    ],
    [
      "another service's action",
      policy({ Effect: "Allow", Action: "s3:Get", Principal: "*" }),
      "AssumeRole policy may only specify STS AssumeRole actions.",
    ],
  ])("refuses a trust policy with %s", async (_, AssumeRolePolicyDocument, message) => {
    const problem = await refusal(aws().iam.CreateRole({ RoleName: "bad", AssumeRolePolicyDocument }));
    expect(problem).toEqual({ code: "MalformedPolicyDocument", message });
  });

  it("knows AWS's own policies or says that it does not", async () => {
    await role("attached");
    const attach = (PolicyArn: string) => aws().iam.AttachRolePolicy({ RoleName: "attached", PolicyArn });
    expect((await refusal(attach("arn:aws:iam::aws:policy/PowerUserAccess"))).code).toBe("NotImplementedByLocalAws");
    expect((await refusal(attach("arn:aws:iam::123456789012:policy/mine"))).code).toBe("NoSuchEntity");
  });

  it("simulates: a deny wins over an allow, and nothing is allowed by default", async () => {
    const arn = await role("simulated");
    await aws().iam.PutRolePolicy({
      RoleName: "simulated",
      PolicyName: "p",
      PolicyDocument: policy(
        { Effect: "Allow", Action: "s3:Get*", Resource: "arn:aws:s3:::b/*" },
        { Effect: "Deny", Action: "s3:*", Resource: "arn:aws:s3:::b/secret" },
        {
          Effect: "Allow",
          Action: "iam:PassRole",
          Resource: "*",
          Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
        },
      ),
    });
    const decide = async (action: string, resource: string, service?: string) => {
      const { EvaluationResults } = await aws().iam.SimulatePrincipalPolicy({
        PolicySourceArn: arn,
        ActionNames: [action],
        ResourceArns: [resource],
        ContextEntries: service
          ? [{ ContextKeyName: "iam:PassedToService", ContextKeyValues: [service], ContextKeyType: "string" }]
          : [],
      });
      const { EvalDecision, MissingContextValues = [] } = EvaluationResults?.[0] ?? {};
      return [EvalDecision, ...MissingContextValues].join(" ");
    };
    expect(await decide("s3:GetObject", "arn:aws:s3:::b/x")).toBe("allowed");
    expect(await decide("s3:GetObject", "arn:aws:s3:::b/secret")).toBe("explicitDeny");
    expect(await decide("s3:PutObject", "arn:aws:s3:::b/x")).toBe("implicitDeny");
    expect(await decide("iam:PassRole", "*", "ecs-tasks.amazonaws.com")).toBe("allowed");
    expect(await decide("iam:PassRole", "*", "ec2.amazonaws.com")).toBe("implicitDeny");
    expect(await decide("iam:PassRole", "*")).toBe("implicitDeny iam:PassedToService");
  });

  it("lets the administrator do everything", async () => {
    const { EvaluationResults } = await aws().iam.SimulatePrincipalPolicy({
      PolicySourceArn: "arn:aws:iam::123456789012:user/administrator",
      ActionNames: ["ecs:CreateService", "iam:PassRole"],
    });
    expect(EvaluationResults?.map(({ EvalDecision }) => EvalDecision)).toEqual(["allowed", "allowed"]);
  });
});
