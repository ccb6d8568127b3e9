import type { ContainerDefinition, LoadBalancer } from "@aws-sdk/client-ecs";
import { MemoryLimit } from "../../edge/containers/memory-limit.js";
import { PullError } from "../../edge/containers/registry.js";
import { type Container, StartError } from "../../edge/containers/runtime.js";
import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import { pullImages } from "./image-pull.js";
import type { Revision } from "./model.js";
import { secretValues, secretVariables } from "./secrets.js";
import type { Task, TaskContainer } from "./task.js";
import { TaskError } from "./task-error.js";
import { type LogStream, openLogStream } from "./task-logs.js";
import { attachInterface, reachesInternet } from "./task-network.js";
import { deregisterTarget, registerTarget, untilDrained } from "./task-targets.js";

/** Fargate's default and what a container's own `stopTimeout` replaces, in seconds. */
const STOP_TIMEOUT = 30;

/**
 * A process starts in real time, which a fast clock would make minutes. So a task waits this long at most, outside of
 * the clock, for its containers to listen or to end.
 */
const BOOT_MS = 3000;

type Running = {
  readonly state: TaskContainer;
  readonly process: Container;
  readonly logs: LogStream;
  stopTimeout: number;
};

/**
 * Takes one task through its life, from PROVISIONING to STOPPED; resolves at the end of it, never rejects for what can
 * go wrong in AWS. `say` takes what the service's events tell of it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html
 */
export class TaskLife {
  readonly #aws: Aws;
  readonly #task: Task;
  readonly #say: (message: string) => void;
  #running: Running[] = [];
  #ended: Promise<void>[] = [];
  #targets: readonly LoadBalancer[] = [];

  constructor(aws: Aws, task: Task, say: (message: string) => void) {
    this.#aws = aws;
    this.#task = task;
    this.#say = say;
  }

  async run(): Promise<void> {
    const task = this.#task;
    try {
      await this.#provision();
      await this.#start();
      await this.#activate();
      task.moveTo("RUNNING");
      task.startedAt = this.#aws.clock.now();
      await aborted(AbortSignal.any([task.stopping, this.#aws.stopping]));
    } catch (error) {
      if (error instanceof TaskError) {
        task.stop("TaskFailedToStart", error.message);
        this.#say(`was unable to place a task. Reason: ${error.message.replace(/\.$/, "")}.`);
      } else if (!task.stopping.aborted && !this.#aws.stopping.aborted) task.stop("TaskFailedToStart", String(error));
    }
    try {
      await this.#windDown();
    } catch (error) {
      if (!this.#aws.stopping.aborted) throw error;
      await Promise.all(this.#running.map(({ process }) => process.stop(0)));
    }
  }

  async #provision(): Promise<void> {
    const { workload } = this.#task.deployment.serviceRevision;
    try {
      this.#task.network = attachInterface(this.#aws, {
        subnetId: this.#task.subnetId,
        network: workload.network,
        attachmentId: this.#task.attachmentId,
      });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const publicIp = workload.network.assignPublicIp === "ENABLED" ? "enabled" : "disabled";
      throw new TaskError(
        `Unexpected EC2 error while attempting to Create Network Interface with public IP assignment ${publicIp} in subnet '${this.#task.subnetId}': ${error.code}`,
      );
    }
    await this.#pause(this.#aws.durations.services.taskProvisioning);
  }

  async #start(): Promise<void> {
    const task = this.#task;
    const { network, revision, id: taskId } = task;
    if (network === undefined) return;
    const roleArn = revision.definition.executionRoleArn ?? "";
    task.moveTo("PENDING");
    task.connectivityAt = this.#aws.clock.now();
    task.pullStartedAt = this.#aws.clock.now();
    await this.#pause(this.#aws.durations.services.taskPending);
    const assignPublicIp = task.deployment.serviceRevision.workload.network.assignPublicIp === "ENABLED";
    const online = reachesInternet(this.#aws, network, assignPublicIp);
    const definitions = revision.definition.containerDefinitions ?? [];
    const values = await secretValues(this.#aws, definitions, { roleArn, taskId, online });
    const images = await pullImages(this.#aws, {
      definitions,
      roleArn,
      taskId,
      online,
      architecture: architecture(revision),
    }).catch((error: unknown) => {
      if (!(error instanceof PullError)) throw error;
      throw this.#fails(`CannotPullContainerError: ${error.message}`);
    });
    task.pullStoppedAt = this.#aws.clock.now();
    const taskMemory = Number(revision.definition.memory);
    const limit = new MemoryLimit(taskMemory);
    for (const [index, state] of task.containers.entries()) {
      const [definition, image] = [definitions[index], images[index]];
      if (definition === undefined || image === undefined) continue;
      state.imageDigest = image.digest;
      task.deployment.serviceRevision.imageDigests.set(state.name, image.digest);
      const logs = await openLogStream(this.#aws, {
        configuration: definition.logConfiguration,
        container: state.name,
        taskId,
        roleArn,
      });
      if (task.stopping.aborted) return;
      try {
        const process = this.#aws.containers.run({
          image,
          networkInterfaceId: network.networkInterfaceId,
          hostname: network.privateDnsName,
          environment: { ...variables(definition), ...secretVariables(definition.secrets ?? [], values) },
          entryPoint: definition.entryPoint,
          command: definition.command,
          architecture: architecture(revision),
          // Without a limit of its own a container may have what its task has.
          memory: { own: definition.memory ?? taskMemory, task: limit },
          init: definition.linuxParameters?.initProcessEnabled === true,
          onLine: (line) => logs.write(line),
        });
        this.#watch({ state, process, logs, stopTimeout: definition.stopTimeout ?? STOP_TIMEOUT }, definition);
      } catch (error) {
        if (!(error instanceof StartError)) throw error;
        throw this.#fails(`CannotStartContainerError: ${error.message}`, state);
      }
    }
  }

  #watch(running: Running, definition: ContainerDefinition): void {
    const { state, process, logs } = running;
    this.#running.push(running);
    state.status = "RUNNING";
    state.runtimeId = `${this.#task.id}-${this.#aws.random.text(10, "0123456789")}`;
    const ended = process.exited.then(async (exitCode) => {
      state.status = "STOPPED";
      state.exitCode = exitCode;
      if (process.outOfMemory) state.reason = "OutOfMemoryError: Container killed due to memory usage";
      await logs.end();
      if (definition.essential !== false)
        this.#task.stop("EssentialContainerExited", "Essential container in task exited");
    });
    this.#ended.push(ended);
  }

  async #activate(): Promise<void> {
    const { deployment, stopping } = this.#task;
    this.#task.moveTo("ACTIVATING");
    if (this.#aws.clock.speed > 1) {
      const booted = Promise.all(this.#running.map(({ process }) => process.booted));
      await Promise.race([booted, real(BOOT_MS), aborted(AbortSignal.any([stopping, this.#aws.stopping]))]);
    }
    await this.#pause(this.#aws.durations.services.taskActivating);
    for (const target of deployment.serviceRevision.workload.loadBalancers) {
      await registerTarget(this.#aws, this.#task, target, this.#say);
      this.#targets = [...this.#targets, target];
    }
    stopping.throwIfAborted();
  }

  async #windDown(): Promise<void> {
    const task = this.#task;
    const { clock, durations, stopping } = this.#aws;
    stopping.throwIfAborted();
    task.stoppingAt = clock.now();
    const wasRunning = this.#running.some(({ state }) => state.status === "RUNNING");
    if (task.startedAt !== undefined || this.#targets.length > 0) {
      task.moveTo("DEACTIVATING");
      await Promise.all([clock.sleep(durations.services.taskDeactivating, stopping), this.#leaveTargets(wasRunning)]);
    }
    task.moveTo("STOPPING");
    if (task.stopCode === "ServiceSchedulerInitiated" && wasRunning) {
      this.#say(`has stopped 1 running tasks: (task ${task.id}).`);
    }
    await Promise.all(this.#running.map(({ process, stopTimeout }) => process.stop(stopTimeout)));
    await Promise.all(this.#ended);
    for (const container of task.containers) container.status = "STOPPED";
    task.executionStoppedAt = clock.now();
    task.moveTo("DEPROVISIONING");
    await clock.sleep(durations.services.taskDeprovisioning, stopping);
    if (task.network !== undefined) this.#aws.ec2.removeInterface(task.network.networkInterfaceId);
    task.stoppedAt = clock.now();
    task.moveTo("STOPPED");
  }

  async #leaveTargets(wasRunning: boolean): Promise<void> {
    if (wasRunning && this.#targets.length > 0) this.#say("has begun draining connections on 1 tasks.");
    for (const target of this.#targets) await deregisterTarget(this.#aws, this.#task, target, this.#say);
    // A task that ended by itself has no connections to wait for.
    if (wasRunning) for (const target of this.#targets) await untilDrained(this.#aws, this.#task, target);
  }

  #fails(message: string, container = this.#task.containers[0]): TaskError {
    if (container !== undefined) container.reason = message;
    return new TaskError(message);
  }

  #pause(seconds: number): Promise<void> {
    return this.#aws.clock.sleep(seconds, AbortSignal.any([this.#task.stopping, this.#aws.stopping]));
  }
}

function variables({ environment = [] }: ContainerDefinition): Record<string, string> {
  return Object.fromEntries(environment.map(({ name = "", value = "" }) => [name, value]));
}

function architecture({ definition }: Revision): "amd64" | "arm64" {
  return definition.runtimePlatform?.cpuArchitecture === "ARM64" ? "arm64" : "amd64";
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function real(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
