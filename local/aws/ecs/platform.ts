import { AwsError } from "../errors.js";
import type { Workload } from "./model.js";

/**
 * Fargate's platform version for Linux, the only one in which something can still be started: 1.3.0 was retired in 2026,
 * those before it in 2020.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-linux-fargate.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html
 */
const LATEST = "1.4.0";

/** What `LATEST` stands for: the service keeps the word, its deployments, revisions and tasks say the version. */
export function resolvedPlatform({ platformVersion }: Pick<Workload, "platformVersion">): string {
  return platformVersion === "LATEST" ? LATEST : platformVersion;
}

/** Throws `PlatformUnknownException` for a version in which Fargate starts nothing. */
export function requirePlatform(workload: Pick<Workload, "platformVersion">): void {
  if (resolvedPlatform(workload) === LATEST) return;
  throw new AwsError("PlatformUnknownException", "The specified platform version doesn't exist.");
}
