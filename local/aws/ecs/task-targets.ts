import type { LoadBalancer } from "@aws-sdk/client-ecs";
import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import type { Task } from "./task.js";
import { TaskError } from "./task-error.js";

type Say = (message: string) => void;

/** Registers a task's address and port. Throws `TaskError` if the target group won't have it. */
export async function registerTarget(aws: Aws, task: Task, target: LoadBalancer, say: Say): Promise<void> {
  try {
    await aws.elbv2.RegisterTargets({ TargetGroupArn: target.targetGroupArn, Targets: [address(task, target)] });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    say(`failed to register targets in (target-group ${target.targetGroupArn}) with (error ${error.message})`);
    throw new TaskError(`Task failed to register in (target-group ${target.targetGroupArn}): ${error.message}`);
  }
  say(`registered 1 targets in (target-group ${target.targetGroupArn})`);
}

/** Takes a task out of a target group, which drains it. A group that is gone has nothing to be taken out of. */
export async function deregisterTarget(aws: Aws, task: Task, target: LoadBalancer, say: Say): Promise<void> {
  try {
    await aws.elbv2.DeregisterTargets({ TargetGroupArn: target.targetGroupArn, Targets: [address(task, target)] });
    say(`deregistered 1 targets in (target-group ${target.targetGroupArn})`);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    say(`failed to deregister targets in (target-group ${target.targetGroupArn}) with (error ${error.message})`);
  }
}

/** Waits until the target group has let go of a task: its deregistration delay is over. */
export async function untilDrained(aws: Aws, task: Task, target: LoadBalancer): Promise<void> {
  for (;;) {
    const state = await targetState(aws, task, target);
    if (state !== "draining") return;
    await aws.clock.sleep(Math.max(1, aws.clock.speed / 50), aws.stopping);
  }
}

async function targetState(aws: Aws, task: Task, target: LoadBalancer): Promise<string | undefined> {
  try {
    const { TargetHealthDescriptions = [] } = await aws.elbv2.DescribeTargetHealth({
      TargetGroupArn: target.targetGroupArn,
      Targets: [address(task, target)],
    });
    return TargetHealthDescriptions[0]?.TargetHealth?.State;
  } catch (error) {
    if (error instanceof AwsError) return undefined;
    throw error;
  }
}

function address(task: Task, target: LoadBalancer) {
  return { Id: task.network?.ip ?? "", Port: target.containerPort };
}
