import type { Workload } from "./model.js";

/** Fargate's current platform version for Linux. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html */
const LATEST = "1.4.0";

/** What `LATEST` stands for: the service keeps the word, its deployments, revisions and tasks say the version. */
export function resolvedPlatform({ platformVersion }: Workload): string {
  return platformVersion === "LATEST" ? LATEST : platformVersion;
}
