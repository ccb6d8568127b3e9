import { judgeRollout } from "../../src/service/judge.js";
import type { RolloutSight, TaskSight } from "../../src/service/sight.js";

const OURS = "ecs-svc/2";
const NOW = 1_000_000_000_000;

const task = (more: Partial<TaskSight> = {}): TaskSight => ({
  id: "t",
  status: "RUNNING",
  startedAt: NOW - 10_000,
  containers: [{ name: "app" }],
  ...more,
});
const stopped = (stoppedReason: string, more: Partial<TaskSight> = {}) =>
  task({ status: "STOPPED", stopCode: "TaskFailedToStart", stoppedReason, ...more });
const exited = (exitCode: number) =>
  stopped("Essential container in task exited", {
    stopCode: "EssentialContainerExited",
    containers: [{ name: "app", exitCode }],
  });
const target = (state: string, reason?: string, description?: string) => ({ target: { state, reason, description } });

function sight(more: Partial<RolloutSight> = {}): RolloutSight {
  return {
    deployment: { rolloutState: "IN_PROGRESS", desired: 2, running: 0, pending: 2, failed: 0 },
    primary: { id: OURS, revision: "arn:aws:ecs:r:1:task-definition/f:2" },
    service: { desired: 2, running: 2, graceSeconds: 60 },
    tasks: [],
    events: [],
    ...more,
  };
}
const deployment = (rolloutState: string, reason?: string) => ({
  deployment: { rolloutState, reason, desired: 2, running: 2, pending: 0, failed: 0 },
});
const judge = (given: RolloutSight) => judgeRollout(given, { deployment: OURS, desiredCount: 2, now: NOW });

describe("what is complete", () => {
  const healthy = [task(target("healthy")), task({ id: "u", ...target("healthy") })];

  it("is a completed deployment whose own tasks are all healthy targets", () => {
    expect(judge(sight({ ...deployment("COMPLETED"), tasks: healthy })).verdict).toBe("complete");
  });

  const crash = (lived: number) => ({ ...exited(1), startedAt: NOW - 60_000, stoppedAt: NOW - 60_000 + lived });

  it("is so after one crash too, once the others have outlived it", () => {
    expect(judge(sight({ ...deployment("COMPLETED"), tasks: [...healthy, crash(5_000)] })).verdict).toBe("complete");
    expect(judge(sight({ ...deployment("COMPLETED"), tasks: [...healthy, crash(9_500)] })).verdict).toBe("waiting");
  });

  it.each<[string, Partial<RolloutSight>]>([
    ["not completed yet", { ...deployment("IN_PROGRESS"), tasks: healthy }],
    [
      "a target that is not healthy yet",
      { ...deployment("COMPLETED"), tasks: [task(target("healthy")), task(target("initial"))] },
    ],
    ["a task without a target", { ...deployment("COMPLETED"), tasks: [task(target("healthy")), task()] }],
    [
      "fewer run than are asked for",
      { ...deployment("COMPLETED"), tasks: healthy, service: { desired: 2, running: 1, graceSeconds: 60 } },
    ],
    [
      "a count of 0 for which nothing is asked",
      { ...deployment("COMPLETED"), service: { desired: 0, running: 0, graceSeconds: 60 } },
    ],
  ])("is not: %s", (_, more) => {
    expect(judge(sight(more)).verdict).toBe("waiting");
  });
});

describe("what is a clear failure", () => {
  it.each<[string, Partial<RolloutSight>, string]>([
    [
      "an image that does not exist",
      {
        tasks: [
          stopped(
            "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/x/y:1: not found",
          ),
        ],
      },
      "ImageNotPulled",
    ],
    [
      "an image that may not be read",
      { tasks: [stopped("CannotPullContainerError: pull access denied for x, repository does not exist")] },
      "ImageNotPulled",
    ],
    [
      "an image of another processor",
      {
        tasks: [
          stopped(
            "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/amd64'",
          ),
        ],
      },
      "ImageNotPulled",
    ],
    [
      "a registry out of reach, twice",
      {
        tasks: [
          stopped("CannotPullContainerError: dial tcp: i/o timeout"),
          stopped("CannotPullContainerError: dial tcp: i/o timeout", { id: "u" }),
        ],
      },
      "ImageNotPulled",
    ],
    [
      "a secret that cannot be read",
      {
        tasks: [
          stopped(
            "ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException: not authorized",
          ),
        ],
      },
      "SecretNotRead",
    ],
    ["two tasks that exited by themselves", { tasks: [exited(1), exited(1)] }, "TasksExited"],
    [
      "a task that ECS stopped for its target's health",
      {
        tasks: [
          stopped("Task failed ELB health checks in (target-group arn:x)", { stopCode: "ServiceSchedulerInitiated" }),
        ],
      },
      "TargetsUnhealthy",
    ],
    [
      "targets unhealthy for the same reason past the grace period",
      {
        tasks: ["a", "b"].map((id) =>
          task({
            id,
            startedAt: NOW - 100_000,
            ...target("unhealthy", "Target.ResponseCodeMismatch", "Health checks failed with these codes: [500]"),
          }),
        ),
      },
      "TargetsUnhealthy",
    ],
    [
      "a role that cannot be assumed, twice",
      {
        events: [
          "(service s) failed to launch a task with (error ECS was unable to assume the role 'r')",
          "(service s) failed to launch a task with (error ECS was unable to assume the role 'r')",
        ],
      },
      "RoleNotAssumed",
    ],
    [
      "no capacity, twice",
      {
        events: [
          "(service s) was unable to place a task. Reason: Capacity is unavailable at this time.",
          "(service s) was unable to place a task. Reason: Capacity is unavailable at this time.",
        ],
      },
      "NoCapacity",
    ],
    [
      "a deployment that ECS gave up",
      deployment("FAILED", "ECS deployment circuit breaker: tasks failed to start."),
      "RolloutFailed",
    ],
    [
      "ECS's own rollback",
      {
        primary: { id: "ecs-svc/3", revision: "f:1" },
        events: [`(service s) (deployment ${OURS}) deployment failed: tasks failed to start.`],
      },
      "RolledBack",
    ],
    ["another deployment", { primary: { id: "ecs-svc/3", revision: "f:3" } }, "RolloutSuperseded"],
    [
      "another deployment, though ours was completed",
      { ...deployment("COMPLETED"), primary: { id: "ecs-svc/3", revision: "f:3" } },
      "RolloutSuperseded",
    ],
  ])("%s", (_, more, code) => {
    expect(judge(sight(more))).toMatchObject({ verdict: "failed", code });
  });

  it("prefers the cause to ECS's summary of it", () => {
    const given = sight({
      ...deployment("FAILED", "tasks failed to start."),
      tasks: [stopped("CannotPullContainerError: not found")],
    });
    expect(judge(given)).toMatchObject({ code: "ImageNotPulled" });
  });
});

describe("what is not, because a slow start is not a failure", () => {
  it.each<[string, Partial<RolloutSight>]>([
    ["nothing yet", {}],
    ["one task that exited", { tasks: [exited(1)] }],
    ["a registry out of reach, once", { tasks: [stopped("CannotPullContainerError: dial tcp: i/o timeout")] }],
    ["a role that cannot be assumed, once", { events: ["(error ECS was unable to assume the role 'r')"] }],
    ["no capacity, once", { events: ["Capacity is unavailable at this time."] }],
    [
      "a target unhealthy within the grace period",
      { tasks: [task({ startedAt: NOW - 50_000, ...target("unhealthy", "Target.Timeout", "Request timed out") })] },
    ],
    [
      "targets unhealthy for different reasons",
      {
        tasks: [
          task({ startedAt: NOW - 500_000, ...target("unhealthy", "Target.Timeout", "x") }),
          task({ id: "u", startedAt: NOW - 500_000, ...target("unhealthy", "Target.ResponseCodeMismatch", "y") }),
        ],
      },
    ],
    [
      "one of two targets healthy",
      {
        tasks: [
          task({ startedAt: NOW - 500_000, ...target("unhealthy", "Target.Timeout", "x") }),
          task({ id: "u", startedAt: NOW - 500_000, ...target("healthy") }),
        ],
      },
    ],
    [
      "tasks that ECS stopped to scale in",
      {
        tasks: [
          stopped("Scaling activity initiated by (deployment ecs-svc/2)", { stopCode: "ServiceSchedulerInitiated" }),
        ],
      },
    ],
  ])("%s", (_, more) => {
    expect(judge(sight(more)).verdict).toBe("waiting");
  });
});
