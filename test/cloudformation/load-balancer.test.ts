import { attribute, branches, point, propertiesOf, property, securityGroupRules } from "./baseline.js";
import { at, entries, items } from "./template.js";

const DEFAULT_ACTION = ["Resources", "HttpsListener", "Properties", "DefaultActions", 0];
const TASKS_INGRESS = ["Resources", "TaskSecurityGroup", "Properties", "SecurityGroupIngress"];

describe("the load balancer", () => {
  point(
    "speaks TLS with the current policy, and no policy below TLS 1.2 can be given",
    (all) => {
      expect(property(all, "alb", "HttpsListener", "Protocol")).toBe("HTTPS");
      expect(property(all, "alb", "HttpsListener", "SslPolicy")).toEqual({ Ref: "SslPolicy" });
      const parameter = at(all.alb, "Parameters", "SslPolicy");
      expect(at(parameter, "Default")).toBe("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");
      expect("ELBSecurityPolicy-2016-08").not.toMatch(new RegExp(String(at(parameter, "AllowedPattern"))));
    },
    ["alb", ["Resources", "HttpsListener", "Properties", "SslPolicy"]],
    ["alb", ["Parameters", "SslPolicy", "Default"], "ELBSecurityPolicy-2016-08"],
    ["alb", ["Parameters", "SslPolicy", "AllowedPattern"], "^ELBSecurityPolicy-.*$"],
  );
  point(
    "answers port 80 with a permanent redirect alone, which keeps host, path and query",
    (all) => {
      const plain = propertiesOf(all, "AWS::ElasticLoadBalancingV2::Listener").filter(
        (it) => at(it, "Protocol") !== "HTTPS",
      );
      expect(plain.map((listener) => at(listener, "DefaultActions"))).toEqual([
        [
          {
            Type: "redirect",
            RedirectConfig: {
              StatusCode: "HTTP_301",
              Protocol: "HTTPS",
              Port: "443",
              Host: "#{host}",
              Path: "/#{path}",
              Query: "#{query}",
            },
          },
        ],
      ]);
    },
    [
      "alb",
      ["Resources", "HttpListener", "Properties", "DefaultActions", 0, "RedirectConfig", "StatusCode"],
      "HTTP_302",
    ],
    ["alb", ["Resources", "HttpListener", "Properties", "DefaultActions", 0, "RedirectConfig", "Query"], ""],
  );
  point(
    "answers an unknown host with a 404 that names no app",
    (all) => {
      expect(property(all, "alb", "HttpsListener", "DefaultActions")).toEqual([
        {
          Type: "fixed-response",
          FixedResponseConfig: { StatusCode: "404", ContentType: "text/plain", MessageBody: "Not found" },
        },
      ]);
    },
    ["alb", [...DEFAULT_ACTION, "FixedResponseConfig", "MessageBody"], { "Fn::Sub": `Not an app of \${Domain}` }],
    ["alb", [...DEFAULT_ACTION, "Type"], "forward"],
  );
  point(
    "drops invalid headers and takes no part in request smuggling",
    (all) => {
      const attributes = property(all, "alb", "LoadBalancer", "LoadBalancerAttributes");
      expect(attribute(attributes, "routing.http.drop_invalid_header_fields.enabled")).toBe("true");
      expect(["defensive", "strictest"]).toContain(attribute(attributes, "routing.http.desync_mitigation_mode"));
    },
    ["alb", ["Resources", "LoadBalancer", "Properties", "LoadBalancerAttributes", 0]],
    ["alb", ["Resources", "LoadBalancer", "Properties", "LoadBalancerAttributes", 1, "Value"], "monitor"],
  );
  point(
    "stands in the two zones of the public subnets",
    (all) => {
      expect(property(all, "alb", "LoadBalancer", "Subnets")).toEqual({ Ref: "PublicSubnetIds" });
      for (const kind of ["Public", "Private"]) {
        const zones = [1, 2].map((n) => property(all, "vpc", `${kind}Subnet${n}`, "AvailabilityZone", "Fn::Select", 0));
        expect(zones).toEqual([0, 1]);
      }
    },
    ["vpc", ["Resources", "PublicSubnet2", "Properties", "AvailabilityZone", "Fn::Select", 0], 0],
    ["alb", ["Resources", "LoadBalancer", "Properties", "Subnets"], ["subnet-1"]],
  );
  point(
    "can be protected from deletion and can log, but does neither unless asked to",
    (all) => {
      const attributes = property(all, "alb", "LoadBalancer", "LoadBalancerAttributes");
      expect(attribute(attributes, "deletion_protection.enabled")).toEqual({ Ref: "DeletionProtection" });
      expect(at(all.alb, "Parameters", "DeletionProtection", "Default")).toBe("false");
      expect(attribute(attributes, "access_logs.s3.enabled")).toEqual({ "Fn::If": ["HasAccessLogs", "true", "false"] });
      const bucket = items(attributes)
        .flatMap(branches)
        .find((item) => at(item, "Key") === "access_logs.s3.bucket");
      expect(at(bucket, "Value")).toEqual({ Ref: "AccessLogsBucket" });
      expect(at(all.alb, "Parameters", "AccessLogsBucket", "Default")).toBe("");
    },
    ["alb", ["Resources", "LoadBalancer", "Properties", "LoadBalancerAttributes", 2]],
    ["alb", ["Resources", "LoadBalancer", "Properties", "LoadBalancerAttributes", 4]],
  );
  point(
    "may itself call out on 443, for Cognito's endpoints, and else only the tasks",
    (all) => {
      const egress = items(property(all, "alb", "LoadBalancerSecurityGroup", "SecurityGroupEgress"));
      expect(egress).toEqual([
        { IpProtocol: "tcp", FromPort: 443, ToPort: 443, CidrIp: "0.0.0.0/0", Description: expect.any(String) },
      ]);
      expect(propertiesOf(all, "AWS::EC2::SecurityGroupEgress")).toEqual([
        expect.objectContaining({
          GroupId: { "Fn::GetAtt": ["LoadBalancerSecurityGroup", "GroupId"] },
          DestinationSecurityGroupId: { "Fn::GetAtt": ["TaskSecurityGroup", "GroupId"] },
        }),
      ]);
      expect(property(all, "alb", "LoadBalancer", "SecurityGroups")).toEqual([
        { "Fn::GetAtt": ["LoadBalancerSecurityGroup", "GroupId"] },
      ]);
    },
    ["alb", ["Resources", "LoadBalancerSecurityGroup", "Properties", "SecurityGroupEgress", 0]],
    ["alb", ["Resources", "LoadBalancerSecurityGroup", "Properties", "SecurityGroupEgress", 0, "CidrIp"], "10.0.0.0/8"],
    ["alb", ["Resources", "LoadBalancerToTasks"]],
  );
  point(
    "is reached on 443 and 80 alone",
    (all) => {
      const ingress = items(property(all, "alb", "LoadBalancerSecurityGroup", "SecurityGroupIngress"));
      expect(ingress.map((rule) => [at(rule, "IpProtocol"), at(rule, "FromPort"), at(rule, "ToPort")])).toEqual([
        ["tcp", 443, 443],
        ["tcp", 80, 80],
      ]);
    },
    ["alb", ["Resources", "LoadBalancerSecurityGroup", "Properties", "SecurityGroupIngress", 1, "ToPort"], 8080],
  );
  point(
    "has a certificate and alias records for the domain and for every name one label below it",
    (all) => {
      expect(property(all, "alb", "Certificate", "DomainName")).toEqual({ Ref: "Domain" });
      expect(property(all, "alb", "Certificate", "SubjectAlternativeNames")).toEqual([{ "Fn::Sub": `*.\${Domain}` }]);
      expect(property(all, "alb", "Certificate", "ValidationMethod")).toBe("DNS");
      const records = propertiesOf({ dns: all.dns ?? null }, "AWS::Route53::RecordSet");
      expect(records.map((record) => [at(record, "Name"), at(record, "Type")])).toEqual([
        [{ Ref: "Domain" }, "A"],
        [{ "Fn::Sub": `*.\${Domain}` }, "A"],
      ]);
      for (const record of records) {
        expect(at(record, "AliasTarget", "DNSName")).toEqual({ Ref: "LoadBalancerDnsName" });
      }
      // Alias records for IPv6 belong to a load balancer that has it.
      expect(property(all, "alb", "LoadBalancer", "IpAddressType")).toBe("ipv4");
    },
    ["dns", ["Resources", "WildcardRecord"]],
    ["alb", ["Resources", "Certificate", "Properties", "SubjectAlternativeNames"]],
    ["alb", ["Resources", "LoadBalancer", "Properties", "IpAddressType"], "dualstack"],
  );
  point(
    "does not keep its certificate waiting: that refers to no other resource",
    (all) => {
      const text = JSON.stringify(at(all.alb, "Resources", "Certificate"));
      const others = entries(at(all.alb, "Resources")).map(([id]) => id);
      expect(others.filter((id) => text.includes(`"${id}"`))).toEqual([]);
    },
    ["alb", ["Resources", "Certificate", "DependsOn"], "LoadBalancer"],
  );
});

describe("security groups", () => {
  point(
    "let nobody but the load balancer reach the tasks",
    (all) => {
      const loadBalancer = { "Fn::GetAtt": ["LoadBalancerSecurityGroup", "GroupId"] };
      expect(items(property(all, "alb", "TaskSecurityGroup", "SecurityGroupIngress"))).toEqual([
        {
          IpProtocol: "tcp",
          FromPort: 1,
          ToPort: 65535,
          SourceSecurityGroupId: loadBalancer,
          Description: expect.any(String),
        },
      ]);
      expect(propertiesOf(all, "AWS::EC2::SecurityGroupIngress")).toEqual([]);
      expect(
        property(all, "ecs-service", "Service", "NetworkConfiguration", "AwsvpcConfiguration", "SecurityGroups"),
      ).toEqual([{ Ref: "TaskSecurityGroupId" }]);
      expect(at(all.alb, "Outputs", "TaskSecurityGroupId", "Value")).toEqual({
        "Fn::GetAtt": ["TaskSecurityGroup", "GroupId"],
      });
    },
    [
      "alb",
      [...TASKS_INGRESS, 0],
      { IpProtocol: "tcp", FromPort: 1, ToPort: 65535, CidrIp: "0.0.0.0/0", Description: "" },
    ],
    [
      "alb",
      [...TASKS_INGRESS, 1],
      { IpProtocol: "tcp", FromPort: 22, ToPort: 22, CidrIp: "10.0.0.0/8", Description: "" },
    ],
    ["alb", ["Resources", "Extra"], { Type: "AWS::EC2::SecurityGroupIngress", Properties: { CidrIp: "0.0.0.0/0" } }],
  );
  point(
    "say of each rule what it is for, in the characters that EC2 takes",
    (all) => {
      const rules = [...securityGroupRules(all, "Ingress"), ...securityGroupRules(all, "Egress")];
      expect(rules.length).toBeGreaterThan(4);
      for (const rule of rules) expect(at(rule, "Description")).toMatch(/^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{5,255}$/);
    },
    ["alb", [...TASKS_INGRESS, 0, "Description"]],
    ["alb", [...TASKS_INGRESS, 0, "Description"], "the load balancer's"],
  );
});
