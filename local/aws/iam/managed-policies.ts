const allow = (Action: string | string[]) => ({ Effect: "Allow", Action, Resource: "*" });

/**
 * The AWS managed policies that this local AWS knows, by the part of their ARN after `policy/`, with their documents
 * as in https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html.
 */
export const awsManagedPolicies: Readonly<Record<string, object>> = {
  AdministratorAccess: { Version: "2012-10-17", Statement: [allow("*")] },
  "service-role/AmazonECSTaskExecutionRolePolicy": {
    Version: "2012-10-17",
    Statement: [
      allow([
        "ecr:GetAuthorizationToken",
        "ecr:BatchCheckLayerAvailability",
        "ecr:GetDownloadUrlForLayer",
        "ecr:BatchGetImage",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
      ]),
    ],
  },
};

/** Services with a role of their own in the account, and that role's name. */
export const serviceLinkedRoles: Readonly<Record<string, string>> = {
  "ecs.amazonaws.com": "AWSServiceRoleForECS",
  "elasticloadbalancing.amazonaws.com": "AWSServiceRoleForElasticLoadBalancing",
  "ecs.application-autoscaling.amazonaws.com": "AWSServiceRoleForApplicationAutoScaling_ECSService",
};
