import type { CertificateAuthority } from "../edge/certificate-authority.js";
import type { ContainerRuntime } from "../edge/containers/runtime.js";
import type { Network } from "../edge/network.js";
import type { Acm } from "./acm/acm.js";
import type { ApplicationAutoScaling } from "./application-autoscaling/application-autoscaling.js";
import type { Clock } from "./clock.js";
import type { CloudFormation } from "./cloudformation/cloudformation.js";
import type { CloudWatch } from "./cloudwatch/cloudwatch.js";
import type { Cognito } from "./cognito-idp/cognito.js";
import type { Durations } from "./durations.js";
import type { Ec2 } from "./ec2/ec2.js";
import type { Ecs } from "./ecs/ecs.js";
import type { ElasticLoadBalancing } from "./elbv2/elastic-load-balancing.js";
import type { Iam } from "./iam/iam.js";
import type { Logs } from "./logs/logs.js";
import type { Random } from "./random.js";
import type { Route53 } from "./route53/route53.js";
import type { SecretsManager } from "./secretsmanager/secrets-manager.js";
import type { Ssm } from "./ssm/ssm.js";
import type { Sts } from "./sts/sts.js";

/** Who calls, and as which request: the second argument of every operation. Absent for calls from inside. */
export interface Call {
  readonly service: string;
  readonly operation: string;
  readonly requestId: string;
  readonly accessKeyId: string;
  /** That the request was signed for. Not the account's own where a service answers in another one too. */
  readonly region: string;
}

/**
 * One AWS account in one region, in memory. Every service is a class whose public methods in PascalCase are
 * AWS's operations: they take the operation's input and give its output, as in the SDK's types, and throw
 * `AwsError`; a second argument, if they want it, is the `Call`. They are reached over the wire and by one another alike, so that CloudFormation's resource
 * handlers meet the same checks as a caller from outside. Methods in camelCase are not operations.
 */
export interface Aws {
  readonly partition: "aws";
  readonly accountId: string;
  readonly region: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly durations: Durations;
  /** Aborted when the local AWS shuts down: whatever waits or runs in the background stops. */
  readonly stopping: AbortSignal;

  readonly sts: Sts;
  readonly iam: Iam;
  readonly ec2: Ec2;
  readonly logs: Logs;
  readonly route53: Route53;
  readonly acm: Acm;
  readonly elbv2: ElasticLoadBalancing;
  readonly cognito: Cognito;
  readonly ecs: Ecs;
  readonly autoscaling: ApplicationAutoScaling;
  readonly cloudwatch: CloudWatch;
  readonly secretsManager: SecretsManager;
  readonly ssm: Ssm;
  readonly cloudformation: CloudFormation;

  readonly network: Network;
  readonly authority: CertificateAuthority;
  readonly containers: ContainerRuntime;
}
