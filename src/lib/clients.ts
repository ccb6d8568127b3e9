import type { ACMClient } from "@aws-sdk/client-acm";
import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import type { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import type { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import type { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import type { EC2Client } from "@aws-sdk/client-ec2";
import type { ECSClient } from "@aws-sdk/client-ecs";
import type { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { IAMClient } from "@aws-sdk/client-iam";
import type { Route53Client } from "@aws-sdk/client-route-53";
import type { STSClient } from "@aws-sdk/client-sts";

/**
 * The SDK's clients, each loaded at its first use: reading all of them takes longer than the first calls do.
 * Credentials and region come from the SDK's default chain.
 */
export interface Clients {
  cloudFormation(): Promise<CloudFormationClient>;
  ecs(): Promise<ECSClient>;
  logs(): Promise<CloudWatchLogsClient>;
  cloudWatch(): Promise<CloudWatchClient>;
  loadBalancing(): Promise<ElasticLoadBalancingV2Client>;
  iam(): Promise<IAMClient>;
  route53(): Promise<Route53Client>;
  sts(): Promise<STSClient>;
  ec2(): Promise<EC2Client>;
  cognito(): Promise<CognitoIdentityProviderClient>;
  /** @param region the step's own without it */
  acm(region?: string): Promise<ACMClient>;
  /** Closes the connections that would keep the process alive. */
  close(): void;
}

export function createClients(): Clients {
  const open: { destroy(): void }[] = [];
  const config = {
    // Throttling, 5xx, resets and answers that do not come are retried with exponential backoff and full jitter; the
    // step's deadline ends it all.
    maxAttempts: 12,
    retryMode: "standard",
    requestHandler: { connectionTimeout: 10_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
    customUserAgent: [["ecs-cognito-deploy", "0.1.0"]] satisfies [string, string][],
  };
  const once = <T extends SdkClient>(load: () => Promise<T>) => {
    let client: Promise<T> | undefined;
    return () => {
      client ??= load().then((loaded) => {
        open.push(loaded);
        nameOperations(loaded);
        return loaded;
      });
      return client;
    };
  };
  const regions = new Map<string, () => Promise<ACMClient>>();
  const acm = (region: string | undefined) =>
    once(async () => {
      const { ACMClient } = await import("@aws-sdk/client-acm");
      return new ACMClient({ ...config, ...(region !== undefined && { region }) });
    });
  return {
    // The first to be asked, so it is part of what is loaded first.
    cloudFormation: once(async () => new CloudFormationClient(config)),
    ecs: once(async () => {
      const { ECSClient } = await import("@aws-sdk/client-ecs");
      return new ECSClient(config);
    }),
    logs: once(async () => {
      const { CloudWatchLogsClient } = await import("@aws-sdk/client-cloudwatch-logs");
      return new CloudWatchLogsClient(config);
    }),
    cloudWatch: once(async () => {
      const { CloudWatchClient } = await import("@aws-sdk/client-cloudwatch");
      return new CloudWatchClient(config);
    }),
    loadBalancing: once(async () => {
      const { ElasticLoadBalancingV2Client } = await import("@aws-sdk/client-elastic-load-balancing-v2");
      return new ElasticLoadBalancingV2Client(config);
    }),
    iam: once(async () => {
      const { IAMClient } = await import("@aws-sdk/client-iam");
      return new IAMClient(config);
    }),
    route53: once(async () => {
      const { Route53Client } = await import("@aws-sdk/client-route-53");
      return new Route53Client(config);
    }),
    sts: once(async () => {
      const { STSClient } = await import("@aws-sdk/client-sts");
      return new STSClient(config);
    }),
    ec2: once(async () => {
      const { EC2Client } = await import("@aws-sdk/client-ec2");
      return new EC2Client(config);
    }),
    cognito: once(async () => {
      const { CognitoIdentityProviderClient } = await import("@aws-sdk/client-cognito-identity-provider");
      return new CognitoIdentityProviderClient(config);
    }),
    acm: (region) => {
      const known = regions.get(region ?? "") ?? acm(region);
      regions.set(region ?? "", known);
      return known();
    },
    close: () => {
      for (const client of open) client.destroy();
    },
  };
}

/**
 * As much of an SDK client as is needed to end it, and to mark its errors. Each client types its middleware by its own
 * operations; `never` is what all of these have in common.
 */
interface SdkClient {
  destroy(): void;
  readonly middlewareStack: { add(middleware: never, options: never): void };
}

/** The SDK's errors do not say which call failed; these do, for explainAwsError. */
function nameOperations({ middlewareStack }: SdkClient): void {
  const middleware =
    (next: (args: unknown) => Promise<unknown>, { clientName = "", commandName = "" }: Record<string, string>) =>
    async (args: unknown) => {
      try {
        return await next(args);
      } catch (error) {
        const operation = `${clientName.replace(/Client$/, "")} ${commandName.replace(/Command$/, "")}`;
        if (error instanceof Error) Object.assign(error, { operation });
        throw error;
      }
    };
  middlewareStack.add(middleware as never, { step: "initialize", name: "nameOperations" } as never);
}
