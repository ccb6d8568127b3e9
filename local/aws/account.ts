import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type CertificateAuthority, createCertificateAuthority } from "../edge/certificate-authority.js";
import { ContainerRuntime } from "../edge/containers/runtime.js";
import { Network } from "../edge/network.js";
import { Acm } from "./acm/acm.js";
import { ApplicationAutoScaling } from "./application-autoscaling/application-autoscaling.js";
import type { Aws } from "./aws.js";
import { checkCallsFromInside } from "./calls-from-inside.js";
import { createClock } from "./clock.js";
import { CloudFormation } from "./cloudformation/cloudformation.js";
import { CloudWatch } from "./cloudwatch/cloudwatch.js";
import { Cognito } from "./cognito-idp/cognito.js";
import { durations } from "./durations.js";
import { Ec2 } from "./ec2/ec2.js";
import { Ecs } from "./ecs/ecs.js";
import { ElasticLoadBalancing } from "./elbv2/elastic-load-balancing.js";
import { Iam } from "./iam/iam.js";
import { Logs } from "./logs/logs.js";
import { createRandom } from "./random.js";
import { Route53 } from "./route53/route53.js";
import { SecretsManager } from "./secretsmanager/secrets-manager.js";
import { Ssm } from "./ssm/ssm.js";
import { Sts } from "./sts/sts.js";

export interface AccountOptions {
  readonly region?: string;
  /** 12 digits. */
  readonly accountId?: string;
  /** How many times as fast as AWS: 1 is real time. */
  readonly speed?: number;
  /** Two accounts of one seed make the same identifiers in the same order. */
  readonly seed?: number;
  /** Where the certificate authority and the hosts file are written; made when absent. */
  readonly directory: string;
}

export interface Account extends Aws {
  /** Where the names and ports of this account's network are, for `edge/hosts.cts`. */
  readonly hostsFile: string;
  /** Stops everything that waits, runs or listens. */
  close(): Promise<void>;
}

/** An empty AWS account: no default VPC, no zones, one administrator with the keys of sts/credentials.ts. */
export async function createAws(options: AccountOptions): Promise<Account> {
  await mkdir(options.directory, { recursive: true });
  const authority = await createCertificateAuthority({ directory: options.directory });
  return new LocalAccount(options, authority);
}

class LocalAccount implements Account {
  readonly partition = "aws";
  readonly accountId: string;
  readonly region: string;
  readonly clock;
  readonly random;
  readonly durations = durations;
  readonly hostsFile: string;
  readonly authority: CertificateAuthority;
  readonly #stopping = new AbortController();
  readonly stopping = this.#stopping.signal;

  // Services keep the account and call nothing while it is being made.
  readonly sts = new Sts(this);
  readonly iam = new Iam(this);
  readonly ec2 = new Ec2(this);
  readonly logs = new Logs(this);
  readonly route53 = new Route53(this);
  readonly acm = new Acm(this);
  readonly elbv2 = new ElasticLoadBalancing(this);
  readonly cognito = new Cognito(this);
  readonly ecs = new Ecs(this);
  readonly autoscaling = new ApplicationAutoScaling(this);
  readonly cloudwatch = new CloudWatch(this);
  readonly secretsManager = new SecretsManager(this);
  readonly ssm = new Ssm(this);
  readonly cloudformation = new CloudFormation(this);
  readonly containers = new ContainerRuntime(this);
  readonly network: Network;

  constructor(
    { region = "eu-west-1", accountId = "123456789012", speed = 1, seed = 1, directory }: AccountOptions,
    authority: CertificateAuthority,
  ) {
    this.region = region;
    this.accountId = accountId;
    this.clock = createClock(speed);
    this.random = createRandom(seed);
    this.authority = authority;
    this.hostsFile = join(directory, "hosts.json");
    this.network = new Network({ hostsFile: this.hostsFile, aws: this });
    checkCallsFromInside(this);
  }

  async close(): Promise<void> {
    this.#stopping.abort(new Error("the local AWS is shutting down"));
    // CloudFormation first, so that it does not see the services it is waiting for disappear.
    await this.cloudformation.close();
    await this.ecs.close();
    await Promise.all([this.elbv2.close(), this.cognito.close()]);
    await this.network.close();
  }
}
