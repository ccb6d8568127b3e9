import { createHash } from "node:crypto";
import type { Request } from "../inputs/request.js";

/** The stacks of a platform, in the order in which a reader wants them. */
export const PLATFORM_STACKS = ["vpc", "nat-gateways", "cognito", "ecs-cluster", "alb", "dns"] as const;

/** A stack by the name of its template. */
export type StackId = (typeof PLATFORM_STACKS)[number] | "ecs-service";

/** The container in every task definition: ecs-service.yml's listener and target group look for this name. */
export const CONTAINER_NAME = "app";

/** Keys of the stack tags by which everything of ours is found again and known as ours. */
export const TAG = {
  domain: "ecs-cognito-deploy:domain",
  app: "ecs-cognito-deploy:app",
  environment: "ecs-cognito-deploy:environment",
  repository: "ecs-cognito-deploy:repository",
  repositoryId: "ecs-cognito-deploy:repository-id",
  pullRequest: "ecs-cognito-deploy:pull-request",
  // On the ECS service, written by each rollout:
  commit: "ecs-cognito-deploy:commit",
  run: "ecs-cognito-deploy:run",
  startedAt: "ecs-cognito-deploy:started-at",
  deployedAt: "ecs-cognito-deploy:deployed-at",
  expiresAt: "ecs-cognito-deploy:expires-at",
  // On a log group that a teardown was told to keep: nothing of ours deletes it any more.
  kept: "ecs-cognito-deploy:kept",
  // Written by the sweep, on the service or on what is left without a stack:
  asleepSince: "ecs-cognito-deploy:asleep-since",
  asleepCount: "ecs-cognito-deploy:asleep-count",
  wokenAt: "ecs-cognito-deploy:woken-at",
  orphanedAt: "ecs-cognito-deploy:orphaned-at",
} as const;

/**
 * The name of a stack. It begins with a fixed word because a domain may begin with a digit and a stack's name may
 * not. App and environment never hold two hyphens in a row, so `--` between them keeps two environments apart.
 */
export function stackName(id: StackId, { domain, app, environment }: Pick<Request, "domain" | "app" | "environment">) {
  const platform = `ecs-cognito-${domainSlug(domain)}`;
  return id === "ecs-service" ? `${platform}--${app}--${environment}` : `${platform}-${id}`;
}

/** How the name of every environment's stack on a platform begins, and of no other's. */
export function environmentPrefix(domain: string): string {
  return `ecs-cognito-${domainSlug(domain)}--`;
}

/** The domain as part of a stack's name (128 characters at most), different for different domains. */
function domainSlug(domain: string): string {
  const slug = domain.replaceAll(".", "-");
  // `a-b.com` and `a.b.com` must not meet, so whatever cannot be told apart by its dots gets a digest.
  return domain.includes("-") || slug.length > 32
    ? `${slug.slice(0, 23).replace(/-+$/, "")}-${digest(domain, 8)}`
    : slug;
}

/**
 * A prefix for the user pool's domain: unique over all accounts of a region, 63 characters at most, without the
 * words that Cognito reserves. The digest is hexadecimal and cannot spell any of them.
 */
export function derivedDomainPrefix({
  domain,
  accountId,
  region,
}: {
  domain: string;
  accountId: string;
  region: string;
}) {
  const slug = domain.replaceAll(".", "-").slice(0, 48).replace(/-+$/, "");
  const readable = /aws|amazon|cognito/.test(slug) ? "sign-in" : slug;
  return `${readable}-${digest(`${domain} ${accountId} ${region}`, 10)}`;
}

/** The first `length` hexadecimal digits of a SHA-256. */
export function digest(text: string, length: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}
