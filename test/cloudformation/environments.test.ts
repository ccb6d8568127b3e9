import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  DescribeScalingPoliciesCommand,
} from "@aws-sdk/client-application-auto-scaling";
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  type Stack,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { DescribeServicesCommand, ECSClient, ListTaskDefinitionsCommand } from "@aws-sdk/client-ecs";
import {
  DescribeListenerCertificatesCommand,
  ElasticLoadBalancingV2Client,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import {
  CreateServiceLinkedRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListRolePoliciesCommand,
} from "@aws-sdk/client-iam";
import { ListResourceRecordSetsCommand, Route53Client } from "@aws-sdk/client-route-53";
import { type LocalAws, startLocalAws } from "../local-aws.js";
import { sources } from "./template.js";

const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
const REPOSITORY = "arn:aws:ecr:eu-west-1:123456789012:repository/shop";

type Outputs = Record<string, string>;

/** What ecs-service.yml makes of its parameters, on the local AWS, with one platform for all. */
describe("an environment", () => {
  let aws: LocalAws;
  let cloudFormation: CloudFormationClient;
  let platform: Outputs;
  beforeAll(async () => {
    aws = await startLocalAws({ speed: 3000 });
    cloudFormation = new CloudFormationClient(config());
    const iam = new IAMClient(config());
    await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: "ecs.amazonaws.com" }));
    iam.destroy();
    const [network, pool, cluster] = await Promise.all([
      apply("vpc", "vpc", {}),
      apply("cognito", "cognito", { DomainPrefix: "environments-test" }),
      apply("ecs-cluster", "cluster", {}),
    ]);
    const { VpcId = "", PublicSubnetIds = "" } = network;
    const alb = await apply("alb", "alb", {
      Domain: "app.example.com",
      HostedZoneId: aws.hostedZoneId,
      VpcId,
      PublicSubnetIds,
    });
    platform = { ...network, ...pool, ...cluster, ...alb };
  }, 60_000);
  afterAll(async () => {
    cloudFormation?.destroy();
    await aws?.close();
  });

  it("that may read secrets and pull from ECR has a role for exactly these; any other only writes its log", async () => {
    const [open, plain] = await Promise.all([
      environment("reader", 1, { SecretArns: SECRET, RepositoryArns: REPOSITORY }),
      environment("plain", 2, {}),
    ]);
    const iam = new IAMClient(config());
    const policies = async ({ ExecutionRoleArn = "" }: Outputs) => {
      const RoleName = ExecutionRoleArn.split("/").at(-1);
      const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
      const found = PolicyNames.sort().map(async (PolicyName) => {
        const { PolicyDocument = "" } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
        return [PolicyName, JSON.parse(decodeURIComponent(PolicyDocument)).Statement[0].Resource];
      });
      return Promise.all(found);
    };
    const log = ["logs", expect.stringMatching(/^arn:aws:logs:.*:log-group:.*:\*$/)];
    expect(await policies(open)).toEqual([["images", [REPOSITORY]], log, ["secrets", [SECRET]]]);
    expect(await policies(plain)).toEqual([log]);
    iam.destroy();
  }, 30_000);

  it("that scales has a target and a policy for its service, and still begins with no task", async () => {
    const { ServiceName = "" } = await environment("scaling", 3, { MinCapacity: "2", MaxCapacity: "6" });
    const client = new ApplicationAutoScalingClient(config());
    const ResourceId = `service/${platform.ClusterName}/${ServiceName}`;
    const of = { ServiceNamespace: "ecs" as const, ResourceIds: [ResourceId] };
    const { ScalableTargets } = await client.send(new DescribeScalableTargetsCommand(of));
    expect(ScalableTargets).toEqual([expect.objectContaining({ ResourceId, MinCapacity: 2, MaxCapacity: 6 })]);
    const { ScalingPolicies } = await client.send(
      new DescribeScalingPoliciesCommand({ ServiceNamespace: "ecs", ResourceId }),
    );
    expect(ScalingPolicies?.map(({ PolicyType }) => PolicyType)).toEqual(["TargetTrackingScaling"]);
    expect(await service(ServiceName)).toMatchObject({ desiredCount: 0, runningCount: 0 });
    client.destroy();
  }, 30_000);

  it("whose host the load balancer's certificate does not cover gets a certificate and a record", async () => {
    const Host = "shop.example.com";
    const { LoadBalancerDnsName = "", LoadBalancerHostedZoneId = "", HttpsListenerArn = "" } = platform;
    const own = {
      OwnCertificate: "true",
      HostedZoneId: aws.hostedZoneId,
      LoadBalancerDnsName,
      LoadBalancerHostedZoneId,
    };
    const { Url } = await environment("own", 4, { Host, ...own });
    expect(Url).toBe(`https://${Host}`);
    const elb = new ElasticLoadBalancingV2Client(config());
    const { Certificates } = await elb.send(new DescribeListenerCertificatesCommand({ ListenerArn: HttpsListenerArn }));
    expect(Certificates).toHaveLength(2);
    const route53 = new Route53Client(config());
    const { ResourceRecordSets = [] } = await route53.send(
      new ListResourceRecordSetsCommand({ HostedZoneId: aws.hostedZoneId }),
    );
    const record = ResourceRecordSets.find(({ Name, Type }) => Name === `${Host}.` && Type === "A");
    expect(record?.AliasTarget?.DNSName?.replace(/\.$/, "").toLowerCase()).toContain(LoadBalancerDnsName.toLowerCase());
    elb.destroy();
    route53.destroy();
  }, 30_000);

  it("that wants a certificate but has no zone for it is refused before anything is made", async () => {
    await expect(environment("zoneless", 5, { OwnCertificate: "true" })).rejects.toThrow(
      /HostedZoneId is needed when OwnCertificate is true/,
    );
  }, 30_000);

  it("keeps its bootstrap revision through updates, once it is told of a revision that runs", async () => {
    const created = await environment("level", 6, {});
    const ecs = new ECSClient(config());
    const familyPrefix = created.TaskDefinitionFamily;
    const revisions = async () =>
      (await ecs.send(new ListTaskDefinitionsCommand({ familyPrefix }))).taskDefinitionArns ?? [];
    const [bootstrap = ""] = await revisions();
    expect((await service(created.ServiceName)).taskDefinition).toBe(bootstrap);
    await environment("level", 6, { TaskDefinition: bootstrap, HealthCheckPath: "/health" }, "update");
    expect(await revisions()).toEqual([bootstrap]);
    expect(await service(created.ServiceName)).toMatchObject({
      taskDefinition: bootstrap,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    });
    ecs.destroy();
  }, 30_000);

  it("goes as a whole", async () => {
    await environment("gone", 7, { MaxCapacity: "2" });
    const stack = await described("gone");
    await cloudFormation.send(new DeleteStackCommand({ StackName: "gone" }));
    expect((await settled(stack?.StackId ?? ""))?.StackStatus).toBe("DELETE_COMPLETE");
  }, 30_000);

  function config() {
    const { AWS_ACCESS_KEY_ID: accessKeyId = "", AWS_SECRET_ACCESS_KEY: secretAccessKey = "" } = aws.env;
    return { endpoint: aws.endpoint, region: aws.region, credentials: { accessKeyId, secretAccessKey } };
  }

  async function service(name = "") {
    const ecs = new ECSClient(config());
    const { services = [] } = await ecs.send(
      new DescribeServicesCommand({ cluster: platform.ClusterName, services: [name] }),
    );
    ecs.destroy();
    return services[0] ?? {};
  }

  function environment(name: string, priority: number, more: Outputs, verb?: "create" | "update"): Promise<Outputs> {
    const from = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, platform[key] ?? ""]));
    return apply(
      "ecs-service",
      name,
      {
        ...from(
          "VpcId",
          "TaskSecurityGroupId",
          "HttpsListenerArn",
          "ClusterName",
          "UserPoolId",
          "UserPoolArn",
          "UserPoolDomain",
        ),
        SubnetIds: platform.PrivateSubnetIds ?? "",
        App: "shop",
        Environment: name,
        Host: `${name}.app.example.com`,
        RulePriority: String(priority),
        ...more,
      },
      verb,
    );
  }

  /** Creates, or updates, a stack and waits for it. @returns its outputs @throws Error with the events' reasons */
  async function apply(
    template: string,
    StackName: string,
    parameters: Outputs,
    verb: "create" | "update" = "create",
  ): Promise<Outputs> {
    const Parameters = Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    }));
    const input = { StackName, TemplateBody: sources[template], Parameters, Capabilities: ["CAPABILITY_IAM" as const] };
    await (verb === "create"
      ? cloudFormation.send(new CreateStackCommand(input))
      : cloudFormation.send(new UpdateStackCommand(input)));
    const stack = await settled(StackName);
    if (!/^(CREATE|UPDATE)_COMPLETE$/.test(stack?.StackStatus ?? "")) {
      const { StackEvents = [] } = await cloudFormation.send(new DescribeStackEventsCommand({ StackName }));
      const reasons = StackEvents.map(
        (event) => `${event.LogicalResourceId} ${event.ResourceStatus} ${event.ResourceStatusReason ?? ""}`,
      );
      throw new Error(`${StackName} is ${stack?.StackStatus}:\n${reasons.join("\n")}`);
    }
    return Object.fromEntries(
      (stack?.Outputs ?? []).map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue]),
    );
  }

  async function settled(name: string): Promise<Stack | undefined> {
    for (;;) {
      const stack = await described(name);
      if (!stack?.StackStatus?.endsWith("_IN_PROGRESS")) return stack;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function described(StackName: string): Promise<Stack | undefined> {
    return (await cloudFormation.send(new DescribeStacksCommand({ StackName }))).Stacks?.[0];
  }
});
