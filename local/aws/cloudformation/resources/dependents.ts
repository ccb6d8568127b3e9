import { AwsError } from "../../errors.js";
import type { HandlerContext } from "../resource-handler.js";
import { unlessGone } from "./answers.js";

/**
 * Deletes what something else may still use: a network interface that its service has not taken away yet, for one. EC2's
 * DependencyViolation is retried for a quarter of an hour, then it is why the deletion fails. Nothing tells of it
 * meanwhile.
 * @see https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1327
 */
export async function deleteOnceUnused({ aws, wait }: HandlerContext, deletion: () => Promise<unknown>): Promise<void> {
  const { clock, durations } = aws;
  const end = clock.now().getTime() + (durations.dependencyRetries * 1000) / clock.speed;
  await wait(async () => {
    try {
      await unlessGone(deletion);
      return true;
    } catch (error) {
      const isInUse = error instanceof AwsError && error.code === "DependencyViolation";
      if (!isInUse || clock.now().getTime() >= end) throw error;
      return false;
    }
  });
}
