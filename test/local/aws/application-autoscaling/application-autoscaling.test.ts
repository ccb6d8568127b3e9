import { account, refusal } from "../server/account.js";

const aws = account();
const target = {
  ServiceNamespace: "ecs",
  ResourceId: "service/main/app",
  ScalableDimension: "ecs:service:DesiredCount",
} as const;
const tracking = {
  TargetValue: 60,
  PredefinedMetricSpecification: { PredefinedMetricType: "ECSServiceAverageCPUUtilization" },
} as const;

describe("Application Auto Scaling", () => {
  it("takes targets that exist alone", async () => {
    const register = aws().autoscaling.RegisterScalableTarget({ ...target, MinCapacity: 1, MaxCapacity: 2 });
    expect(await refusal(register)).toEqual({
      code: "ValidationException",
      message: "ECS service doesn't exist: service/main/app",
    });
  });

  it("has no policy without a target", async () => {
    const put = aws().autoscaling.PutScalingPolicy({
      ...target,
      PolicyName: "cpu",
      PolicyType: "TargetTrackingScaling",
      TargetTrackingScalingPolicyConfiguration: tracking,
    });
    expect((await refusal(put)).code).toBe("ObjectNotFoundException");
  });

  it("keeps a target's policies and takes them along when it goes", async () => {
    const { ec2, ecs, autoscaling } = aws();
    await ecs.CreateCluster({ clusterName: "main" });
    const { Vpc } = await ec2.CreateVpc({ CidrBlock: "10.0.0.0/16" });
    const { Subnet } = await ec2.CreateSubnet({ VpcId: Vpc?.VpcId, CidrBlock: "10.0.0.0/24" });
    const { taskDefinition } = await ecs.RegisterTaskDefinition({
      family: "app",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "app", image: "amazon/amazon-ecs-sample" }],
    });
    await ecs.CreateService({
      cluster: "main",
      serviceName: "app",
      taskDefinition: taskDefinition?.taskDefinitionArn,
      desiredCount: 0,
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets: [Subnet?.SubnetId ?? ""] } },
    });
    const { services = [] } = await ecs.DescribeServices({ cluster: "main", services: ["app"] });
    expect(services.length).toBe(1);
    await autoscaling.RegisterScalableTarget({ ...target, MinCapacity: 1, MaxCapacity: 4 });
    const wrong = autoscaling.RegisterScalableTarget({ ...target, MinCapacity: 5 });
    expect((await refusal(wrong)).message).toBe("Maximum capacity cannot be less than minimum capacity");
    await autoscaling.PutScalingPolicy({
      ...target,
      PolicyName: "cpu",
      PolicyType: "TargetTrackingScaling",
      TargetTrackingScalingPolicyConfiguration: tracking,
    });
    const { ScalingPolicies = [] } = await autoscaling.DescribeScalingPolicies(target);
    expect(ScalingPolicies.map(({ PolicyName, Alarms }) => [PolicyName, Alarms?.length])).toEqual([["cpu", 2]]);
    await autoscaling.DeregisterScalableTarget(target);
    expect((await autoscaling.DescribeScalingPolicies(target)).ScalingPolicies).toEqual([]);
    expect((await autoscaling.DescribeScalableTargets({ ServiceNamespace: "ecs" })).ScalableTargets).toEqual([]);
  });
});
