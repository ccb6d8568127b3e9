import { allowedStatements, attribute, branches, point, propertiesOf, property, texts } from "./baseline.js";
import { at, entries, intrinsic, items, walk } from "./template.js";

const SERVICE = ["Resources", "Service", "Properties"];
const DEPLOYMENT = [...SERVICE, "DeploymentConfiguration"];
const CONTAINER = ["Resources", "BootstrapTaskDefinition", "Properties", "ContainerDefinitions", 0];
const POLICIES = ["Resources", "ExecutionRole", "Properties", "Policies"];
const TARGETS = ["Resources", "TargetGroup", "Properties"];

describe("roles", () => {
  point(
    "allow no wildcard, but where AWS has no resource-level permission",
    (all) => {
      const statements = allowedStatements(all);
      expect(statements.length).toBeGreaterThan(2);
      for (const statement of statements) {
        expect(texts(at(statement, "Action")).filter((action) => action.includes("*"))).toEqual([]);
        const wide = texts(at(statement, "Resource")).some((resource) => resource.includes("*"));
        if (wide) expect(at(statement, "Action")).toBe("ecr:GetAuthorizationToken");
      }
      expect(propertiesOf(all, "AWS::IAM::Role").filter((role) => at(role, "ManagedPolicyArns") !== undefined)).toEqual(
        [],
      );
    },
    ["ecs-service", [...POLICIES, 0, "PolicyDocument", "Statement", 0, "Resource"], "*"],
    ["ecs-service", [...POLICIES, 0, "PolicyDocument", "Statement", 0, "Action"], ["logs:*"]],
    [
      "ecs-service",
      ["Resources", "TaskRole", "Properties", "ManagedPolicyArns"],
      ["arn:aws:iam::aws:policy/PowerUserAccess"],
    ],
  );
  point(
    "let the execution role read exactly the environment's secrets and pull exactly its images, if there are any",
    (all) => {
      const granted = items(property(all, "ecs-service", "ExecutionRole", "Policies")).flatMap((policy) => {
        const [name, argument] = intrinsic(policy) ?? [];
        const condition = name === "Fn::If" ? String(at(argument, 0)) : "always";
        return branches(policy)
          .flatMap((branch) => items(at(branch, "PolicyDocument", "Statement")))
          .map((statement) => [condition, at(statement, "Action"), at(statement, "Resource")]);
      });
      expect(granted).toEqual([
        ["always", ["logs:CreateLogStream", "logs:PutLogEvents"], { "Fn::GetAtt": ["LogGroup", "Arn"] }],
        ["HasSecrets", ["secretsmanager:GetSecretValue", "ssm:GetParameters"], { Ref: "SecretArns" }],
        [
          "HasRepositories",
          ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
          { Ref: "RepositoryArns" },
        ],
        ["HasRepositories", "ecr:GetAuthorizationToken", "*"],
      ]);
    },
    ["ecs-service", [...POLICIES, 1, "Fn::If", 1, "PolicyDocument", "Statement", 0, "Resource"], "*"],
    ["ecs-service", [...POLICIES, 1, "Fn::If", 0], "HasRepositories"],
  );
  point(
    "give the app itself no permission",
    (all) => {
      expect(entries(property(all, "ecs-service", "TaskRole")).map(([key]) => key)).toEqual([
        "Description",
        "AssumeRolePolicyDocument",
      ]);
    },
    ["ecs-service", ["Resources", "TaskRole", "Properties", "Policies"], []],
  );
  point(
    "are for ECS tasks of this account alone",
    (all) => {
      for (const role of propertiesOf(all, "AWS::IAM::Role")) {
        expect(items(at(role, "AssumeRolePolicyDocument", "Statement"))).toEqual([
          {
            Effect: "Allow",
            Principal: { Service: "ecs-tasks.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: {
              StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } },
              ArnLike: {
                "aws:SourceArn": { "Fn::Sub": `arn:\${AWS::Partition}:ecs:\${AWS::Region}:\${AWS::AccountId}:*` },
              },
            },
          },
        ]);
      }
    },
    ["ecs-service", ["Resources", "TaskRole", "Properties", "AssumeRolePolicyDocument", "Statement", 0, "Condition"]],
    [
      "ecs-service",
      ["Resources", "ExecutionRole", "Properties", "AssumeRolePolicyDocument", "Statement", 0, "Principal"],
      { AWS: "*" },
    ],
  );
});

describe("tasks", () => {
  point(
    "are neither privileged nor on the host's network, and cannot be opened a shell in",
    (all) => {
      for (const definition of propertiesOf(all, "AWS::ECS::TaskDefinition")) {
        expect(at(definition, "NetworkMode")).toBe("awsvpc");
        for (const container of items(at(definition, "ContainerDefinitions"))) {
          expect([undefined, false]).toContain(at(container, "Privileged"));
        }
      }
      expect(property(all, "ecs-service", "Service", "EnableExecuteCommand")).toBe(false);
    },
    ["ecs-service", ["Resources", "BootstrapTaskDefinition", "Properties", "NetworkMode"], "host"],
    ["ecs-service", [...CONTAINER, "Privileged"], true],
    ["ecs-service", [...SERVICE, "EnableExecuteCommand"], true],
  );
  point(
    "have a public address only where the service asks for one, which it does not by default",
    (all) => {
      const subnets = propertiesOf(all, "AWS::EC2::Subnet");
      expect(subnets.map((subnet) => at(subnet, "MapPublicIpOnLaunch"))).toEqual([false, false, false, false]);
      const network = property(all, "ecs-service", "Service", "NetworkConfiguration", "AwsvpcConfiguration");
      expect(at(network, "AssignPublicIp")).toEqual({ Ref: "AssignPublicIp" });
      expect(at(all["ecs-service"], "Parameters", "AssignPublicIp", "Default")).toBe("DISABLED");
    },
    ["vpc", ["Resources", "PublicSubnet1", "Properties", "MapPublicIpOnLaunch"], true],
    ["ecs-service", ["Parameters", "AssignPublicIp", "Default"], "ENABLED"],
    ["ecs-service", [...SERVICE, "NetworkConfiguration", "AwsvpcConfiguration", "AssignPublicIp"], "ENABLED"],
  );
  point(
    "log into a group whose lines are not kept for ever",
    (all) => {
      const groups = propertiesOf(all, "AWS::Logs::LogGroup");
      expect(groups.map((group) => at(group, "RetentionInDays"))).toEqual([{ Ref: "LogRetentionInDays" }]);
      expect(Number(at(all["ecs-service"], "Parameters", "LogRetentionInDays", "Default"))).toBeGreaterThan(0);
    },
    ["ecs-service", ["Resources", "LogGroup", "Properties", "RetentionInDays"]],
  );
  point(
    "are watched by Container Insights only if asked for, since that costs",
    (all) => {
      expect(property(all, "ecs-cluster", "Cluster", "ClusterSettings")).toEqual([
        { Name: "containerInsights", Value: { Ref: "ContainerInsights" } },
      ]);
      expect(at(all["ecs-cluster"], "Parameters", "ContainerInsights", "Default")).toBe("disabled");
    },
    ["ecs-cluster", ["Resources", "Cluster", "Properties", "ClusterSettings"]],
    ["ecs-cluster", ["Parameters", "ContainerInsights", "Default"], "enabled"],
  );
});

describe("the service", () => {
  point(
    "waits for the listener rule, without which ECS refuses its target group",
    (all) => {
      expect(at(all["ecs-service"], "Resources", "Service", "DependsOn")).toBe("ListenerRule");
      const target = { Ref: "TargetGroup" };
      expect(property(all, "ecs-service", "ListenerRule", "Actions", 1, "TargetGroupArn")).toEqual(target);
      expect(property(all, "ecs-service", "Service", "LoadBalancers")).toEqual([
        { TargetGroupArn: target, ContainerName: "app", ContainerPort: { Ref: "ContainerPort" } },
      ]);
    },
    ["ecs-service", ["Resources", "Service", "DependsOn"]],
    ["ecs-service", ["Resources", "Service", "DependsOn"], "TargetGroup"],
  );
  point(
    "runs the revision and the count that it is told; told nothing, none of the bootstrap revision",
    (all) => {
      const template = all["ecs-service"];
      expect(property(all, "ecs-service", "Service", "TaskDefinition")).toEqual({
        "Fn::If": ["HasRevision", { Ref: "TaskDefinition" }, { Ref: "BootstrapTaskDefinition" }],
      });
      expect(at(template, "Conditions", "HasRevision")).toEqual({
        "Fn::Not": [{ "Fn::Equals": [{ Ref: "TaskDefinition" }, ""] }],
      });
      expect(property(all, "ecs-service", "Service", "DesiredCount")).toEqual({ Ref: "DesiredCount" });
      expect(at(template, "Parameters", "DesiredCount", "Default")).toBe(0);
      expect(at(template, "Parameters", "TaskDefinition", "Default")).toBe("");
    },
    ["ecs-service", ["Parameters", "DesiredCount", "Default"], 1],
    ["ecs-service", [...SERVICE, "TaskDefinition"], { Ref: "BootstrapTaskDefinition" }],
  );
  point(
    "has a bootstrap revision that stays as it is once a real one runs",
    (all) => {
      const bootstrap = property(all, "ecs-service", "BootstrapTaskDefinition");
      expect(at(bootstrap, "Family")).toEqual({ Ref: "AWS::StackName" });
      expect(at(bootstrap, "ContainerDefinitions", 0, "Name")).toBe("app");
      expect(at(bootstrap, "ContainerDefinitions", 0, "PortMappings", 0, "ContainerPort")).toEqual({
        "Fn::If": ["HasRevision", 80, { Ref: "ContainerPort" }],
      });
      const parameters = [...walk(bootstrap ?? {})]
        .map(([value]) => at(value, "Ref"))
        .filter((name) => name !== undefined);
      expect(parameters.sort()).toEqual(["AWS::StackName", "ContainerPort"]);
    },
    ["ecs-service", [...CONTAINER, "PortMappings", 0, "ContainerPort"], { Ref: "ContainerPort" }],
    ["ecs-service", ["Resources", "BootstrapTaskDefinition", "Properties", "TaskRoleArn"], { Ref: "TaskRole" }],
  );
  point(
    "has the circuit breaker on, and goes back to a revision that worked, never to the bootstrap one",
    (all) => {
      expect(property(all, "ecs-service", "Service", "DeploymentConfiguration", "DeploymentCircuitBreaker")).toEqual({
        Enable: true,
        Rollback: { "Fn::If": ["HasRevision", true, false] },
      });
    },
    ["ecs-service", [...DEPLOYMENT, "DeploymentCircuitBreaker", "Enable"], false],
    ["ecs-service", [...DEPLOYMENT, "DeploymentCircuitBreaker", "Rollback"], true],
  );
  point(
    "never has fewer tasks during a rollout than it should, and spreads them over the zones",
    (all) => {
      const deployment = property(all, "ecs-service", "Service", "DeploymentConfiguration");
      expect(at(deployment, "MinimumHealthyPercent")).toBe(100);
      expect(Number(at(deployment, "MaximumPercent"))).toBeGreaterThan(100);
      expect(property(all, "ecs-service", "Service", "AvailabilityZoneRebalancing")).toBe("ENABLED");
      expect(property(all, "ecs-service", "Service", "NetworkConfiguration", "AwsvpcConfiguration", "Subnets")).toEqual(
        {
          Ref: "SubnetIds",
        },
      );
    },
    ["ecs-service", [...DEPLOYMENT, "MinimumHealthyPercent"], 50],
    ["ecs-service", [...DEPLOYMENT, "MaximumPercent"], 100],
  );
  point(
    "finds out quickly whether a task serves, and takes little time to let one go",
    (all) => {
      const target = property(all, "ecs-service", "TargetGroup");
      expect(target).toMatchObject({ TargetType: "ip", Protocol: "HTTP", Port: 80, HealthCheckIntervalSeconds: 5 });
      expect(at(target, "HealthyThresholdCount")).toBe(2);
      expect(Number(at(target, "HealthCheckTimeoutSeconds"))).toBeLessThan(5);
      expect(at(target, "Matcher")).toEqual({ HttpCode: "200-299" });
      const delay = Number(attribute(at(target, "TargetGroupAttributes"), "deregistration_delay.timeout_seconds"));
      expect(delay).toBeGreaterThanOrEqual(5);
      expect(delay).toBeLessThanOrEqual(30);
    },
    ["ecs-service", [...TARGETS, "HealthCheckTimeoutSeconds"], 5],
    ["ecs-service", [...TARGETS, "TargetGroupAttributes"]],
    ["ecs-service", [...TARGETS, "Port"], { Ref: "ContainerPort" }],
    ["ecs-service", [...TARGETS, "Matcher", "HttpCode"], "200-499"],
  );
  point(
    "scales by itself only if given a maximum",
    (all) => {
      const template = all["ecs-service"];
      expect(at(template, "Conditions", "Autoscales")).toEqual({
        "Fn::Not": [{ "Fn::Equals": [{ Ref: "MaxCapacity" }, "0"] }],
      });
      for (const id of ["ScalableTarget", "CpuScalingPolicy"])
        expect(at(template, "Resources", id, "Condition")).toBe("Autoscales");
      expect(at(template, "Parameters", "MaxCapacity", "Default")).toBe(0);
    },
    ["ecs-service", ["Resources", "ScalableTarget", "Condition"]],
    ["ecs-service", ["Parameters", "MaxCapacity", "Default"], 4],
  );
  point(
    "has a certificate and a record of its own only for a host that the load balancer's certificate does not cover",
    (all) => {
      for (const id of ["Certificate", "ListenerCertificate", "HostRecord"]) {
        expect(at(all["ecs-service"], "Resources", id, "Condition")).toBe("HasOwnCertificate");
      }
      expect(at(all["ecs-service"], "Parameters", "OwnCertificate", "Default")).toBe("false");
      const asserted = items(at(all["ecs-service"], "Rules", "OwnCertificateNeedsAZone", "Assertions"));
      const needed = asserted.map((assertion) => at(assertion, "Assert", "Fn::Not", 0, "Fn::Equals", 0, "Ref"));
      expect(needed).toEqual(["HostedZoneId", "LoadBalancerDnsName", "LoadBalancerHostedZoneId"]);
    },
    ["ecs-service", ["Resources", "HostRecord", "Condition"]],
    ["ecs-service", ["Rules"]],
  );
});

describe("NAT gateways", () => {
  point(
    "change in number without touching the routes' identity: both stand for one and for two, and only the gateway differs",
    (all) => {
      const routes = [1, 2].map((n) => at(all["nat-gateways"], "Resources", `DefaultRoute${n}`));
      expect(routes.map((route) => at(route, "Condition"))).toEqual(["HasNatGateway", "HasNatGateway"]);
      expect(routes.map((route) => at(route, "Properties", "RouteTableId", "Fn::Select", 0))).toEqual([0, 1]);
      expect(routes.map((route) => at(route, "Properties", "NatGatewayId"))).toEqual([
        { Ref: "NatGateway1" },
        { "Fn::If": ["HasTwoNatGateways", { Ref: "NatGateway2" }, { Ref: "NatGateway1" }] },
      ]);
    },
    ["nat-gateways", ["Resources", "DefaultRoute2", "Condition"], "HasTwoNatGateways"],
  );
  point(
    "stand in different zones",
    (all) => {
      const places = [1, 2].map((n) => property(all, "nat-gateways", `NatGateway${n}`, "SubnetId", "Fn::Select", 0));
      expect(places).toEqual([0, 1]);
    },
    ["nat-gateways", ["Resources", "NatGateway2", "Properties", "SubnetId", "Fn::Select", 0], 0],
  );
});

describe("the network", () => {
  point(
    "resolves AWS's own names, and leads the public subnets alone to the internet gateway",
    (all) => {
      expect(property(all, "vpc", "Vpc", "EnableDnsSupport")).toBe(true);
      expect(property(all, "vpc", "Vpc", "EnableDnsHostnames")).toBe(true);
      const routes = propertiesOf({ vpc: all.vpc ?? null }, "AWS::EC2::Route");
      expect(routes.map((route) => at(route, "RouteTableId"))).toEqual([{ Ref: "PublicRouteTable" }]);
      expect(at(all.vpc, "Resources", "PublicDefaultRoute", "DependsOn")).toBe("InternetGatewayAttachment");
      const tables = ["Public", "Private"].map((kind) =>
        [1, 2].map((n) => property(all, "vpc", `${kind}Subnet${n}RouteTable`, "RouteTableId", "Ref")),
      );
      expect(tables).toEqual([
        ["PublicRouteTable", "PublicRouteTable"],
        ["PrivateRouteTable1", "PrivateRouteTable2"],
      ]);
    },
    ["vpc", ["Resources", "Vpc", "Properties", "EnableDnsHostnames"], false],
    ["vpc", ["Resources", "PrivateSubnet1RouteTable", "Properties", "RouteTableId"], { Ref: "PublicRouteTable" }],
    ["vpc", ["Resources", "PublicDefaultRoute", "DependsOn"]],
  );
});
