/**
 * The quotas of application load balancers as AWS sets them for a new account; all but the number of condition values
 * and wildcards, certificates, and target groups an action can be raised there.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 *
 * By the names that DescribeAccountLimits gives them; each is enforced where its operation is. Default rules and
 * default certificates do not count.
 */
export const LIMITS = {
  "application-load-balancers": 50,
  "target-groups": 3000,
  "targets-per-target-group": 1000,
  "listeners-per-application-load-balancer": 50,
  "rules-per-application-load-balancer": 100,
  "condition-values-per-alb-rule": 5,
  "condition-wildcards-per-alb-rule": 5,
  "target-groups-per-application-load-balancer": 100,
  "target-groups-per-action-on-application-load-balancer": 5,
  "certificates-per-application-load-balancer": 25,
} as const;
