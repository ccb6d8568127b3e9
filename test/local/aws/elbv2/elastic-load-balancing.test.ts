import type { Action, CreateTargetGroupInput, RuleCondition } from "@aws-sdk/client-elastic-load-balancing-v2";
import { createWorld, type World } from "./world.js";

const page: Action = { Type: "fixed-response", FixedResponseConfig: { StatusCode: "404" } };
const host = (...Values: string[]): RuleCondition => ({ Field: "host-header", HostHeaderConfig: { Values } });

describe("Elastic Load Balancing", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ speed: 1 });
  });
  afterEach(() => world.close());

  const balancer = async (Name = "web", settings: object = {}) => {
    const { elbv2, subnets, group } = world;
    const made = await elbv2.CreateLoadBalancer({ Name, Subnets: subnets, SecurityGroups: [group], ...settings });
    return made.LoadBalancers?.[0]?.LoadBalancerArn ?? "";
  };
  const listener = async (LoadBalancerArn: string, settings: object = {}) => {
    const made = await world.elbv2.CreateListener({
      LoadBalancerArn,
      Protocol: "HTTP",
      Port: 80,
      DefaultActions: [page],
      ...settings,
    });
    return made.Listeners?.[0]?.ListenerArn ?? "";
  };
  const group = async (settings: Partial<CreateTargetGroupInput> = {}) => {
    const made = await world.elbv2.CreateTargetGroup({
      Name: "app",
      Protocol: "HTTP",
      Port: 80,
      TargetType: "ip",
      VpcId: world.vpcId,
      ...settings,
    });
    return made.TargetGroups?.[0]?.TargetGroupArn ?? "";
  };
  const rule = async (ListenerArn: string, Priority: number, settings: object = {}) => {
    const made = await world.elbv2.CreateRule({
      ListenerArn,
      Priority,
      Conditions: [host("app.example.com")],
      Actions: [page],
      ...settings,
    });
    return made.Rules?.[0]?.RuleArn ?? "";
  };
  const refused = (call: Promise<unknown>, code: string, message: string | RegExp = /./) =>
    expect(call).rejects.toMatchObject({ code, message: expect.stringMatching(message) });

  describe("load balancers", () => {
    it("stand provisioning in two zones with a name of the region, until they are deleted", async () => {
      const arn = await balancer();
      const [described] = (await world.elbv2.DescribeLoadBalancers({ Names: ["web"] })).LoadBalancers ?? [];
      expect(described).toMatchObject({
        LoadBalancerArn: expect.stringMatching(/:loadbalancer\/app\/web\/[0-9a-f]{16}$/),
        DNSName: expect.stringMatching(/^web-\d{10}\.eu-west-1\.elb\.amazonaws\.com$/),
        CanonicalHostedZoneId: "Z32O12XQLNTSW2",
        Scheme: "internet-facing",
        State: { Code: "provisioning" },
        Type: "application",
        VpcId: world.vpcId,
        SecurityGroups: [world.group],
      });
      expect(described?.AvailabilityZones?.map(({ ZoneName }) => ZoneName)).toEqual(["eu-west-1a", "eu-west-1b"]);
      await world.elbv2.DeleteLoadBalancer({ LoadBalancerArn: arn });
      await world.elbv2.DeleteLoadBalancer({ LoadBalancerArn: arn });
      await refused(
        world.elbv2.DescribeLoadBalancers({ Names: ["web"] }),
        "LoadBalancerNotFound",
        /^Load balancers '\[web\]' not found$/,
      );
    });

    it("are the same for the same request, and clash for another of that name", async () => {
      const arn = await balancer();
      expect(await balancer()).toBe(arn);
      await refused(balancer("web", { Scheme: "internal" }), "DuplicateLoadBalancerName");
    });

    it("need a fitting name, two zones, an internet gateway and groups of their network", async () => {
      for (const name of ["-web", "web-", "we_b", "internal-web", "w".repeat(33), ""]) {
        await refused(balancer(name), "ValidationError");
      }
      const [subnet = ""] = world.subnets;
      await refused(balancer("web", { Subnets: [subnet] }), "ValidationError", /two different Availability Zones/);
      await refused(balancer("web", { Subnets: [subnet, "subnet-00000000000000000"] }), "SubnetNotFound");
      const made = await world.aws.ec2.CreateSubnet({
        VpcId: world.vpcId,
        CidrBlock: "10.0.9.0/24",
        AvailabilityZone: "eu-west-1a",
      });
      await refused(balancer("web", { Subnets: [subnet, made.Subnet?.SubnetId] }), "InvalidConfigurationRequest");
      await refused(balancer("web", { SecurityGroups: ["sg-00000000000000000"] }), "InvalidSecurityGroup");
      const { InternetGateways = [] } = await world.aws.ec2.DescribeInternetGateways({});
      await world.aws.ec2.DetachInternetGateway({
        VpcId: world.vpcId,
        InternetGatewayId: InternetGateways[0]?.InternetGatewayId ?? "",
      });
      await refused(balancer(), "InvalidSubnet", /has no internet gateway/);
      await balancer("inside", { Scheme: "internal" });
    });

    it("that are not application load balancers are refused loudly", async () => {
      await refused(balancer("web", { Type: "network" }), "NotImplementedByLocalAws");
      await refused(balancer("web", { IpAddressType: "dualstack" }), "NotImplementedByLocalAws");
      await refused(balancer("web", { Type: "nonsense" }), "ValidationError");
    });

    it("have AWS's attributes, and deletion protection that protects", async () => {
      const LoadBalancerArn = await balancer();
      const { Attributes = [] } = await world.elbv2.DescribeLoadBalancerAttributes({ LoadBalancerArn });
      expect(Object.fromEntries(Attributes.map(({ Key = "", Value }) => [Key, Value]))).toMatchObject({
        "deletion_protection.enabled": "false",
        "idle_timeout.timeout_seconds": "60",
        "routing.http.desync_mitigation_mode": "defensive",
        "routing.http2.enabled": "true",
      });
      const set = (Key: string, Value: string) =>
        world.elbv2.ModifyLoadBalancerAttributes({ LoadBalancerArn, Attributes: [{ Key, Value }] });
      await refused(set("nonsense", "true"), "InvalidConfigurationRequest");
      await refused(set("idle_timeout.timeout_seconds", "4001"), "InvalidConfigurationRequest");
      await refused(set("access_logs.s3.enabled", "true"), "NotImplementedByLocalAws");
      await set("deletion_protection.enabled", "true");
      await refused(world.elbv2.DeleteLoadBalancer({ LoadBalancerArn }), "OperationNotPermitted");
    });
  });

  describe("target groups", () => {
    it("have AWS's health check by default, and take no impossible one", async () => {
      const TargetGroupArn = await group();
      const [described] = (await world.elbv2.DescribeTargetGroups({ Names: ["app"] })).TargetGroups ?? [];
      expect(described).toMatchObject({
        HealthCheckIntervalSeconds: 30,
        HealthCheckTimeoutSeconds: 5,
        HealthyThresholdCount: 5,
        UnhealthyThresholdCount: 2,
        HealthCheckPath: "/",
        HealthCheckPort: "traffic-port",
        Matcher: { HttpCode: "200" },
        LoadBalancerArns: [],
      });
      for (const bad of [
        { HealthCheckIntervalSeconds: 4 },
        { HealthCheckTimeoutSeconds: 1 },
        { HealthCheckTimeoutSeconds: 30 },
        { HealthyThresholdCount: 1 },
        { UnhealthyThresholdCount: 11 },
        { HealthCheckPath: "health" },
        { Matcher: { HttpCode: "500" } },
        { Matcher: { HttpCode: "299-200" } },
        { HealthCheckPort: "0" },
      ]) {
        await refused(world.elbv2.ModifyTargetGroup({ TargetGroupArn, ...bad }), "ValidationError");
      }
      await refused(group({ Port: 81 }), "DuplicateTargetGroupName");
      await refused(group({ Name: "other", TargetType: "instance" }), "NotImplementedByLocalAws");
      await refused(group({ Name: "other", VpcId: "vpc-00000000000000000" }), "ValidationError");
    });

    it("in use cannot go, and serve one load balancer alone", async () => {
      const TargetGroupArn = await group();
      const first = await balancer();
      const forward = { Type: "forward", TargetGroupArn } satisfies Action;
      const ListenerArn = await listener(first, { DefaultActions: [forward] });
      const { TargetGroups = [] } = await world.elbv2.DescribeTargetGroups({ LoadBalancerArn: first });
      expect(TargetGroups[0]?.LoadBalancerArns).toEqual([first]);
      await refused(world.elbv2.DeleteTargetGroup({ TargetGroupArn }), "ResourceInUse", /currently in use/);
      await refused(listener(await balancer("second"), { DefaultActions: [forward] }), "TargetGroupAssociationLimit");
      await world.elbv2.DeleteListener({ ListenerArn });
      await world.elbv2.DeleteTargetGroup({ TargetGroupArn });
      await refused(world.elbv2.DescribeTargetGroups({ TargetGroupArns: [TargetGroupArn] }), "TargetGroupNotFound");
    });

    it("take private addresses as targets, which are unused without a load balancer and initial until it is active", async () => {
      const TargetGroupArn = await group();
      await refused(
        world.elbv2.RegisterTargets({ TargetGroupArn, Targets: [{ Id: "i-12345678" }] }),
        "ValidationError",
      );
      await refused(world.elbv2.RegisterTargets({ TargetGroupArn, Targets: [{ Id: "8.8.8.8" }] }), "InvalidTarget");
      await world.elbv2.RegisterTargets({ TargetGroupArn, Targets: [{ Id: "10.0.1.7", Port: 8080 }] });
      const health = async (Targets?: { Id: string }[]) =>
        (await world.elbv2.DescribeTargetHealth({ TargetGroupArn, Targets })).TargetHealthDescriptions ?? [];
      expect(await health()).toMatchObject([
        {
          Target: { Id: "10.0.1.7", Port: 8080, AvailabilityZone: "eu-west-1b" },
          HealthCheckPort: "8080",
          TargetHealth: { State: "unused", Reason: "Target.NotInUse" },
        },
      ]);
      expect((await health([{ Id: "10.0.1.9" }]))[0]?.TargetHealth).toMatchObject({ Reason: "Target.NotRegistered" });
      await listener(await balancer(), { DefaultActions: [{ Type: "forward", TargetGroupArn }] });
      expect((await health())[0]?.TargetHealth).toMatchObject({
        State: "initial",
        Reason: "Elb.RegistrationInProgress",
      });
    });
  });

  describe("listeners", () => {
    it("have one port each, and for HTTPS a certificate that is issued and a known policy", async () => {
      const LoadBalancerArn = await balancer();
      await listener(LoadBalancerArn);
      await refused(listener(LoadBalancerArn), "DuplicateListener");
      const CertificateArn = await world.certificate("app.example.com");
      const secure = (certificate: string, SslPolicy?: string) =>
        listener(LoadBalancerArn, {
          Protocol: "HTTPS",
          Port: 443,
          SslPolicy,
          Certificates: [{ CertificateArn: certificate }],
        });
      const prefix = "arn:aws:acm:eu-west-1:123456789012:certificate";
      await refused(secure(`${prefix}/none`), "CertificateNotFound");
      await refused(secure(`${prefix}/pending`), "UnsupportedCertificate");
      await refused(secure(CertificateArn, "nonsense"), "SSLPolicyNotFound");
      await refused(listener(LoadBalancerArn, { Protocol: "HTTPS", Port: 443 }), "ValidationError", /certificate/);
      await refused(listener(LoadBalancerArn, { Protocol: "TCP", Port: 443 }), "ValidationError");
      const ListenerArn = await secure(CertificateArn);
      const [described] = (await world.elbv2.DescribeListeners({ ListenerArns: [ListenerArn] })).Listeners ?? [];
      expect(described).toMatchObject({ SslPolicy: "ELBSecurityPolicy-2016-08", Certificates: [{ CertificateArn }] });
      expect(world.elbv2.certificateUsers(CertificateArn)).toEqual([LoadBalancerArn]);
    });

    it("carry further certificates, of which the default one cannot be removed", async () => {
      const [first, second] = [await world.certificate("a.example.com"), await world.certificate("b.example.com")];
      const ListenerArn = await listener(await balancer(), {
        Protocol: "HTTPS",
        Port: 443,
        Certificates: [{ CertificateArn: first }],
      });
      await world.elbv2.AddListenerCertificates({ ListenerArn, Certificates: [{ CertificateArn: second }] });
      expect((await world.elbv2.DescribeListenerCertificates({ ListenerArn })).Certificates).toEqual([
        { CertificateArn: first, IsDefault: true },
        { CertificateArn: second, IsDefault: false },
      ]);
      const remove = (CertificateArn: string) =>
        world.elbv2.RemoveListenerCertificates({ ListenerArn, Certificates: [{ CertificateArn }] });
      await refused(remove(first), "OperationNotPermitted");
      await remove(second);
      expect(world.elbv2.certificateUsers(second)).toEqual([]);
    });
  });

  describe("rules", () => {
    it("have a priority of their own, which SetRulePriorities can swap", async () => {
      const ListenerArn = await listener(await balancer());
      const [one, two] = [await rule(ListenerArn, 1), await rule(ListenerArn, 2)];
      await refused(rule(ListenerArn, 1), "PriorityInUse", "Priority '1' is currently in use");
      await refused(rule(ListenerArn, 0), "ValidationError");
      await refused(rule(ListenerArn, 50001), "ValidationError");
      await world.elbv2.SetRulePriorities({
        RulePriorities: [
          { RuleArn: one, Priority: 2 },
          { RuleArn: two, Priority: 1 },
        ],
      });
      const { Rules = [] } = await world.elbv2.DescribeRules({ ListenerArn });
      expect(Rules.map(({ RuleArn, Priority }) => [RuleArn, Priority]).slice(0, 2)).toEqual([
        [two, "1"],
        [one, "2"],
      ]);
      const move = (...pairs: [string | undefined, number][]) =>
        world.elbv2.SetRulePriorities({ RulePriorities: pairs.map(([RuleArn, Priority]) => ({ RuleArn, Priority })) });
      await refused(move([one, 1]), "PriorityInUse");
      await refused(move([one, 7], [two, 7]), "ValidationError");
      await refused(move([one, 0]), "ValidationError");
      await refused(move([`${one}0`, 7]), "RuleNotFound");
      await refused(move([Rules[2]?.RuleArn, 7]), "OperationNotPermitted");
      await move([one, 50000]);
      expect(Rules[2]).toMatchObject({ IsDefault: true, Priority: "default", Conditions: [] });
      await refused(world.elbv2.DeleteRule({ RuleArn: Rules[2]?.RuleArn }), "OperationNotPermitted");
    });

    it("take the conditions that AWS takes, at most five values", async () => {
      const ListenerArn = await listener(await balancer());
      await rule(ListenerArn, 1, {
        Conditions: [host("a.example.com", "b.example.com", "c.d.example.com", "*.e.com")],
      });
      for (const bad of [
        [],
        [{ Field: "nonsense", Values: ["x"] }],
        [host("a.com", "b.com", "c.com", "d.com", "e.com", "f.com")],
        [host("nodots")],
        [host("exa mple.com")],
        [host(`${"a".repeat(130)}.com`)],
        [host("a.com"), host("b.com")],
        [{ Field: "path-pattern", Values: ["no-slash"] }],
        [{ Field: "http-header", HttpHeaderConfig: { HttpHeaderName: "Host", Values: ["x"] } }],
        [{ Field: "http-request-method", HttpRequestMethodConfig: { Values: ["get"] } }],
        [{ Field: "source-ip", SourceIpConfig: { Values: ["10.0.0.0"] } }],
        [{ Field: "source-ip", SourceIpConfig: { Values: ["10.0.0.0/33"] } }],
      ]) {
        await refused(rule(ListenerArn, 9, { Conditions: bad }), "ValidationError");
      }
    });

    it("end in exactly one routing action, and sign people in on HTTPS alone", async () => {
      const ListenerArn = await listener(await balancer());
      const sign: Action = {
        Type: "authenticate-cognito",
        Order: 1,
        AuthenticateCognitoConfig: { UserPoolArn: "arn", UserPoolClientId: "id", UserPoolDomain: "domain" },
      };
      const redirect = (config: object): Action => ({
        Type: "redirect",
        RedirectConfig: { StatusCode: "HTTP_301", ...config },
      });
      for (const [Actions, code] of [
        [[sign], "InvalidLoadBalancerAction"],
        [
          [
            { ...page, Order: 1 },
            { ...page, Order: 2 },
          ],
          "InvalidLoadBalancerAction",
        ],
        [[sign, { ...sign, Order: 2 }, { ...page, Order: 3 }], "TooManyActions"],
        [[sign, page], "ValidationError"],
        [[sign, { ...page, Order: 2 }], "InvalidLoadBalancerAction"],
        [[redirect({})], "InvalidLoadBalancerAction"],
        [[redirect({ Query: "a=b" })], "InvalidLoadBalancerAction"],
        [[redirect({ Path: "relative" })], "ValidationError"],
        [[redirect({ Host: "#{nonsense}.com" })], "ValidationError"],
        [[{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "302" } }], "ValidationError"],
        [[{ Type: "forward", TargetGroupArn: "arn:none" }], "TargetGroupNotFound"],
        [
          [
            { ...sign, Type: "authenticate-oidc" },
            { ...page, Order: 2 },
          ],
          "NotImplementedByLocalAws",
        ],
      ] as const) {
        await refused(rule(ListenerArn, 9, { Actions }), code);
      }
    });

    it("are a hundred for a load balancer at most", async () => {
      const ListenerArn = await listener(await balancer());
      for (let priority = 1; priority <= 100; priority++) await rule(ListenerArn, priority);
      await refused(rule(ListenerArn, 101), "TooManyRules");
      const first = await world.elbv2.DescribeRules({ ListenerArn, PageSize: 60 });
      const second = await world.elbv2.DescribeRules({ ListenerArn, PageSize: 60, Marker: first.NextMarker });
      expect([first.Rules?.length, second.Rules?.length, second.NextMarker]).toEqual([60, 41, undefined]);
    });
  });

  describe("quotas", () => {
    it("hold for load balancers and their listeners", async () => {
      const first = await balancer();
      for (let port = 1; port <= 50; port++) await listener(first, { Port: port });
      await refused(listener(first, { Port: 51 }), "TooManyListeners");
      for (let i = 1; i < 50; i++) await balancer(`web-${i}`);
      await refused(balancer("web-50"), "TooManyLoadBalancers");
    });

    it("hold for further certificates of a load balancer's listeners", async () => {
      const CertificateArn = await world.certificate("a.example.com");
      const ListenerArn = await listener(await balancer(), {
        ...{ Protocol: "HTTPS", Port: 443, Certificates: [{ CertificateArn }] },
      });
      const add = async () => {
        const Certificates = [{ CertificateArn: await world.certificate("b.example.com") }];
        return world.elbv2.AddListenerCertificates({ ListenerArn, Certificates });
      };
      for (let i = 0; i < 25; i++) await add();
      await refused(add(), "TooManyCertificates");
    });

    it("hold for target groups of an action and of a load balancer, and for targets of a group", async () => {
      const ListenerArn = await listener(await balancer());
      const groups = await Promise.all(Array.from({ length: 101 }, (_, i) => group({ Name: `app-${i}` })));
      const forward = (...arns: string[]): Action[] => [
        { Type: "forward", ForwardConfig: { TargetGroups: arns.map((TargetGroupArn) => ({ TargetGroupArn })) } },
      ];
      await refused(rule(ListenerArn, 100, { Actions: forward(...groups.slice(0, 6)) }), "TooManyTargetGroups");
      for (let i = 0; i < 20; i++)
        await rule(ListenerArn, i + 1, { Actions: forward(...groups.slice(i * 5, i * 5 + 5)) });
      const last = groups[100] ?? "";
      await refused(rule(ListenerArn, 100, { Actions: forward(last) }), "TooManyUniqueTargetGroupsPerLoadBalancer");
      const Targets = Array.from({ length: 1001 }, (_, i) => ({ Id: `10.0.${i >> 8}.${i & 255}` }));
      const register = (targets: typeof Targets) =>
        world.elbv2.RegisterTargets({ TargetGroupArn: last, Targets: targets });
      await register(Targets.slice(0, 1000));
      await refused(register(Targets.slice(1000)), "TooManyTargets");
    });
  });

  it("tells its limits by AWS's names, a page at a time", async () => {
    const { Limits = [], NextMarker } = await world.elbv2.DescribeAccountLimits({});
    expect(NextMarker).toBeUndefined();
    expect(Limits).toContainEqual({ Name: "rules-per-application-load-balancer", Max: "100" });
    expect(Limits).toContainEqual({ Name: "target-groups-per-application-load-balancer", Max: "100" });
    const first = await world.elbv2.DescribeAccountLimits({ PageSize: 4 });
    expect(first.Limits).toEqual(Limits.slice(0, 4));
    const second = await world.elbv2.DescribeAccountLimits({ Marker: first.NextMarker });
    expect(second.Limits).toEqual(Limits.slice(4));
  });

  it("tags whatever has an ARN", async () => {
    const arn = await balancer("web", { Tags: [{ Key: "app", Value: "shop" }] });
    const rules = await world.elbv2.DescribeRules({ ListenerArn: await listener(arn) });
    const ruleArn = rules.Rules?.[0]?.RuleArn ?? "";
    await world.elbv2.AddTags({ ResourceArns: [arn, ruleArn], Tags: [{ Key: "a", Value: "b" }] });
    await world.elbv2.RemoveTags({ ResourceArns: [arn], TagKeys: ["app"] });
    const tags = [{ Key: "a", Value: "b" }];
    expect((await world.elbv2.DescribeTags({ ResourceArns: [arn, ruleArn] })).TagDescriptions).toEqual([
      { ResourceArn: arn, Tags: tags },
      { ResourceArn: ruleArn, Tags: tags },
    ]);
    await refused(world.elbv2.AddTags({ ResourceArns: [arn], Tags: [...tags, ...tags] }), "DuplicateTagKeys");
    await refused(world.elbv2.AddTags({ ResourceArns: [arn], Tags: [{ Key: "aws:x" }] }), "ValidationError");
    await refused(world.elbv2.DescribeTags({ ResourceArns: [`${arn}x`] }), "LoadBalancerNotFound");
  });
});
