import type { ResourceHandlers } from "../resource-handler.js";
import { certificate } from "./acm-certificate.js";
import { scalableTarget, scalingPolicy } from "./application-autoscaling.js";
import { managedLoginBranding, userPool, userPoolClient, userPoolDomain } from "./cognito.js";
import { elasticIp, natGateway } from "./ec2-nat-gateway.js";
import { route, routeTable, subnetRouteTableAssociation } from "./ec2-routes.js";
import { securityGroup, securityGroupEgress, securityGroupIngress } from "./ec2-security-group.js";
import { gatewayAttachment, internetGateway, subnet, vpc } from "./ec2-vpc.js";
import { cluster, clusterCapacityProviders } from "./ecs-cluster.js";
import { service } from "./ecs-service.js";
import { taskDefinition } from "./ecs-task-definition.js";
import { listener, listenerCertificate, listenerRule } from "./elbv2-listener.js";
import { loadBalancer } from "./elbv2-load-balancer.js";
import { targetGroup } from "./elbv2-target-group.js";
import { managedPolicy, policy, role } from "./iam.js";
import { oidcProvider } from "./iam-oidc-provider.js";
import { logGroup } from "./log-group.js";
import { recordSet } from "./route53-record-set.js";

/** What CloudFormation does for each resource type. A type that is missing here fails loudly. */
export const resourceHandlers: ResourceHandlers = {
  "AWS::ApplicationAutoScaling::ScalableTarget": scalableTarget,
  "AWS::ApplicationAutoScaling::ScalingPolicy": scalingPolicy,
  "AWS::CertificateManager::Certificate": certificate,
  "AWS::Cognito::ManagedLoginBranding": managedLoginBranding,
  "AWS::Cognito::UserPool": userPool,
  "AWS::Cognito::UserPoolClient": userPoolClient,
  "AWS::Cognito::UserPoolDomain": userPoolDomain,
  "AWS::EC2::EIP": elasticIp,
  "AWS::EC2::InternetGateway": internetGateway,
  "AWS::EC2::NatGateway": natGateway,
  "AWS::EC2::Route": route,
  "AWS::EC2::RouteTable": routeTable,
  "AWS::EC2::SecurityGroup": securityGroup,
  "AWS::EC2::SecurityGroupEgress": securityGroupEgress,
  "AWS::EC2::SecurityGroupIngress": securityGroupIngress,
  "AWS::EC2::Subnet": subnet,
  "AWS::EC2::SubnetRouteTableAssociation": subnetRouteTableAssociation,
  "AWS::EC2::VPC": vpc,
  "AWS::EC2::VPCGatewayAttachment": gatewayAttachment,
  "AWS::ECS::Cluster": cluster,
  "AWS::ECS::ClusterCapacityProviderAssociations": clusterCapacityProviders,
  "AWS::ECS::Service": service,
  "AWS::ECS::TaskDefinition": taskDefinition,
  "AWS::ElasticLoadBalancingV2::Listener": listener,
  "AWS::ElasticLoadBalancingV2::ListenerCertificate": listenerCertificate,
  "AWS::ElasticLoadBalancingV2::ListenerRule": listenerRule,
  "AWS::ElasticLoadBalancingV2::LoadBalancer": loadBalancer,
  "AWS::ElasticLoadBalancingV2::TargetGroup": targetGroup,
  "AWS::IAM::ManagedPolicy": managedPolicy,
  "AWS::IAM::OIDCProvider": oidcProvider,
  "AWS::IAM::Policy": policy,
  "AWS::IAM::Role": role,
  "AWS::Logs::LogGroup": logGroup,
  "AWS::Route53::RecordSet": recordSet,
};
