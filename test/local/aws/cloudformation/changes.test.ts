import { compareProperties, type Recreation } from "../../../../local/aws/cloudformation/changes.js";
import { resourceTypes } from "../../../../local/aws/cloudformation/resource-types.js";

/** "Update requires" of AWS's resource reference. */
const DOCUMENTED: readonly [type: string, property: string, before: unknown, after: unknown, does: Recreation][] = [
  ["AWS::ECS::Service", "DesiredCount", 1, 2, "Never"],
  ["AWS::ECS::Service", "ServiceName", "a", "b", "Always"],
  ["AWS::ECS::Service", "Cluster", "a", "b", "Always"],
  ["AWS::ECS::TaskDefinition", "Cpu", "256", "512", "Always"],
  ["AWS::ECS::TaskDefinition", "Tags", [], [{ Key: "a", Value: "b" }], "Never"],
  ["AWS::ElasticLoadBalancingV2::TargetGroup", "Port", 80, 81, "Always"],
  ["AWS::ElasticLoadBalancingV2::TargetGroup", "HealthCheckPath", "/", "/health", "Never"],
  ["AWS::ElasticLoadBalancingV2::LoadBalancer", "Scheme", "internal", "internet-facing", "Always"],
  ["AWS::ElasticLoadBalancingV2::ListenerRule", "ListenerArn", "a", "b", "Always"],
  ["AWS::ElasticLoadBalancingV2::ListenerRule", "Priority", 1, 2, "Never"],
  ["AWS::EC2::SecurityGroup", "GroupDescription", "a", "b", "Always"],
  ["AWS::EC2::VPC", "CidrBlock", "10.0.0.0/16", "10.1.0.0/16", "Always"],
  ["AWS::EC2::Subnet", "MapPublicIpOnLaunch", true, false, "Never"],
  ["AWS::IAM::Role", "Path", "/", "/a/", "Always"],
  ["AWS::IAM::Role", "Description", "a", "b", "Never"],
  ["AWS::Logs::LogGroup", "LogGroupName", "a", "b", "Always"],
  ["AWS::Logs::LogGroup", "RetentionInDays", 1, 3, "Never"],
  ["AWS::Cognito::UserPoolClient", "GenerateSecret", true, false, "Always"],
  ["AWS::Cognito::UserPoolClient", "CallbackURLs", [], ["https://a/"], "Never"],
  ["AWS::Cognito::UserPoolDomain", "Domain", "a", "b", "Always"],
  ["AWS::CertificateManager::Certificate", "DomainName", "a.b", "c.b", "Always"],
  ["AWS::Route53::RecordSet", "Name", "a.b", "c.b", "Always"],
];

it.each(DOCUMENTED)("%s %s from %j to %j is recreated: %s", (type, name, before, after, recreation) => {
  const specification = resourceTypes[type];
  if (!specification) throw new Error(`${type} is not known`);
  expect(compareProperties(specification, { [name]: before }, { [name]: after })).toEqual([
    { name, recreation, before, after },
  ]);
});
