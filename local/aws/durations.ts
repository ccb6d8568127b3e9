/**
 * How long things take in AWS, in seconds, for the speed factor to divide. Where AWS publishes no figure these
 * are the middle of what public issue threads and our own notes report (AWS-FACTS: load balancer 120 to 180 s,
 * NAT gateway about 120 s, certificate 1 to 5 min, user pool domain under 1 min, security group 8 s, target
 * group, cluster, listener and rule 1 to 2 s).
 *
 * `services`: what the service itself takes after its API has answered (a load balancer is `provisioning`).
 * `cloudFormation`: what CloudFormation's handler adds for a resource of that type, on top of the former.
 */
export const durations = {
  services: {
    loadBalancerProvisioning: 150,
    // How long its network interfaces stay when it is deleted: "some minutes" (hashicorp/terraform#3758), "2 to 4 min"
    // (opensearch-project/opensearch-migrations#2913), "generally only 5" (hashicorp/terraform-provider-aws#10347).
    loadBalancerReleasing: 180,
    natGatewayPending: 110,
    natGatewayDeleting: 45,
    certificateValidation: 90,
    userPoolDomainCreating: 40,
    // "Online within five minutes" (API_CreateUserPoolDomain).
    customUserPoolDomainCreating: 300,
    route53Change: 30,
    targetRegistration: 1,
    // Until a service can assume the role that it has just made: IAM's "seconds", which the first cluster of an account
    // meets (aws-cloudformation/cloudformation-coverage-roadmap#818, 1Password/scim-examples#356).
    serviceLinkedRolePropagation: 10,
    taskProvisioning: 12,
    taskPending: 10,
    taskActivating: 3,
    taskDeactivating: 5,
    taskDeprovisioning: 5,
  },
  cloudFormation: {
    default: { create: 2, update: 2, delete: 2 },
    "AWS::EC2::VPC": { create: 11, update: 2, delete: 2 },
    "AWS::EC2::InternetGateway": { create: 16, update: 2, delete: 2 },
    "AWS::EC2::SecurityGroup": { create: 8, update: 3, delete: 3 },
    "AWS::EC2::Subnet": { create: 4, update: 2, delete: 2 },
    "AWS::EC2::EIP": { create: 16, update: 2, delete: 3 },
    "AWS::IAM::Role": { create: 17, update: 3, delete: 2 },
    "AWS::IAM::Policy": { create: 15, update: 3, delete: 2 },
    "AWS::Logs::LogGroup": { create: 3, update: 2, delete: 2 },
    "AWS::ECS::Cluster": { create: 8, update: 2, delete: 3 },
  } as Record<string, { create: number; update: number; delete: number }>,
  /**
   * How long a handler goes on trying to delete what something still uses, before the deletion fails. "15 minutes"
   * (aws-cloudformation/cloudformation-coverage-roadmap#1327); events in convox/rack#1090 and eksctl-io/eksctl#616 show
   * 16.5 to 18.5 minutes for VPCs and internet gateways.
   */
  dependencyRetries: 900,
  /** From a stack's request to its first resource, and from its last resource to its end. */
  stack: { start: 2, finish: 1 },
};

export type Durations = typeof durations;
