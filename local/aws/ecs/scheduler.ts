import type { Tag } from "@aws-sdk/client-ecs";
import type { Aws } from "../aws.js";
import { chooseProvider } from "./capacity.js";
import { addEvent, completeDeployment, countFailure, failDeployment, rollBackAsAsked } from "./deployments.js";
import type { Deployment, Service, Store } from "./model.js";
import { isAssumable } from "./roles.js";
import { failureThreshold, nextStep } from "./rollout.js";
import { Task } from "./task.js";
import { assessHealth } from "./task-health.js";
import { TaskLife } from "./task-life.js";

/** How often the scheduler looks at a service, in seconds of AWS's time, and at most so often in real time. */
const TICK_SECONDS = 1;
const TICK_MS = 20;
/** And at one that is at rest, whose targets' health it still watches. */
const REST_SECONDS = 5;
const REST_MS = 100;

/** Stopped tasks can be described for an hour. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html */
const STOPPED_KEPT_SECONDS = 3600;

/** Keeps every service at its desired count and rolls it from one deployment to the next. */
export class Scheduler {
  readonly #aws: Aws;
  readonly #store: Store;
  readonly #loops = new Map<Service, { wake: () => void; ended: Promise<void> }>();
  readonly #lives = new Set<Promise<void>>();
  readonly #counted = new WeakSet<Task>();
  readonly #stuck = new WeakSet<Deployment>();

  constructor(aws: Aws, store: Store) {
    this.#aws = aws;
    this.#store = store;
  }

  /** Looks at a service now, and from now on until it is INACTIVE. */
  attend(service: Service): void {
    const known = this.#loops.get(service);
    if (known !== undefined) {
      known.wake();
      return;
    }
    const loop = { wake: () => {}, ended: Promise.resolve() };
    this.#loops.set(service, loop);
    loop.ended = this.#loop(service, loop).finally(() => this.#loops.delete(service));
  }

  /** Resolves when everything that was going on has ended; `aws.stopping` must be aborted. */
  async close(): Promise<void> {
    await Promise.all([...this.#loops.values()].map(({ ended }) => ended));
    await Promise.all(this.#lives);
  }

  async #loop(service: Service, loop: { wake: () => void }): Promise<void> {
    const { clock, stopping } = this.#aws;
    const gone = () => service.status === "INACTIVE" || stopping.aborted;
    // Not in the caller's turn: an operation answers before anything follows from it.
    await new Promise((resolve) => setImmediate(resolve));
    while (!gone()) {
      await this.#look(service);
      if (gone()) return;
      const seconds = service.steady ? REST_SECONDS : TICK_SECONDS;
      const least = service.steady ? REST_MS : TICK_MS;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, Math.max((seconds * 1000) / clock.speed, least));
        stopping.addEventListener("abort", done, { once: true });
        loop.wake = done;
        function done() {
          clearTimeout(timer);
          stopping.removeEventListener("abort", done);
          resolve();
        }
      });
    }
  }

  async #look(service: Service): Promise<void> {
    this.#forget();
    const [primary] = service.deployments;
    if (primary === undefined) return;
    const all = [...this.#store.tasks.values()].filter((task) => task.service === service);
    await assessHealth(this.#aws, service, all, (text) => addEvent(this.#aws, service, text));
    if (primary !== service.deployments[0] || this.#aws.stopping.aborted) return;

    const { serviceDeployment } = primary;
    if (serviceDeployment.status === "PENDING") {
      Object.assign(serviceDeployment, { status: "IN_PROGRESS", startedAt: this.#aws.clock.now() });
    }
    if (service.status === "DRAINING") return this.#drain(service, all);
    if (serviceDeployment.status === "ROLLBACK_REQUESTED") return rollBackAsAsked(this.#aws, service, primary);
    this.#count(service, primary, all);
    if (this.#hasFailed(service, primary)) return failDeployment(this.#aws, service, primary);
    this.#step(service, primary, all);
    this.#settle(service, primary, all);
  }

  /** Starts and stops what the rolling update says is next. */
  #step(service: Service, primary: Deployment, all: readonly Task[]): void {
    const wanted = all.filter(({ desiredStatus }) => desiredStatus === "RUNNING");
    const unhealthy = wanted.filter(({ failedHealthChecks }) => failedHealthChecks !== undefined);
    const own = wanted.filter((task) => belongs(task, primary) && !unhealthy.includes(task));
    const old = wanted.filter((task) => !belongs(task, primary) && !unhealthy.includes(task));
    const { start, stop } = nextStep({
      desired: service.desiredCount,
      policy: service.policy,
      primary: own.map(candidate),
      old: old.map(candidate),
      unhealthy: unhealthy.map(candidate),
      mayLaunch: primary.rolloutState !== "FAILED",
    });
    for (const task of wanted) {
      if (!stop.includes(task.id)) continue;
      service.steady = false;
      const scaling = `Scaling activity initiated by (deployment ${primary.id})`;
      task.stop("ServiceSchedulerInitiated", task.failedHealthChecks ?? scaling);
    }
    if (start > 0 && this.#aws.clock.now() >= primary.launchAfter) this.#launch(service, primary, start, all);
    const blocked = start === 0 && stop.length === 0 && own.length < service.desiredCount && old.length > 0;
    const moving = all.some(({ lastStatus, desiredStatus }) => desiredStatus === "STOPPED" && lastStatus !== "STOPPED");
    if (blocked && !moving && primary.rolloutState === "IN_PROGRESS" && own.every(({ healthy }) => healthy)) {
      if (this.#stuck.has(primary)) return;
      this.#stuck.add(primary);
      addEvent(
        this.#aws,
        service,
        "was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.",
      );
    }
  }

  #launch(service: Service, deployment: Deployment, count: number, all: readonly Task[]): void {
    const { workload } = deployment.serviceRevision;
    const { executionRoleArn, taskRoleArn } = workload.revision.definition;
    service.steady = false;
    for (const role of [executionRoleArn, taskRoleArn]) {
      if (role === undefined || isAssumable(this.#aws, role)) continue;
      addEvent(
        this.#aws,
        service,
        `failed to launch a task with (error ECS was unable to assume the role '${role}' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.).`,
      );
      countFailure(this.#aws, service, deployment);
      return;
    }
    const live = all.filter(({ desiredStatus }) => desiredStatus === "RUNNING");
    const launched: Task[] = [];
    for (let index = 0; index < count; index++) {
      const subnetId = leastUsed(workload.network.subnets ?? [], [...live, ...launched]);
      const capacityProvider = chooseProvider(workload.capacityProviderStrategy, [...live, ...launched]);
      const task = new Task(this.#aws, {
        service,
        deployment,
        subnetId,
        tags: tagsOf(service, deployment),
        ...(capacityProvider !== undefined && { capacityProvider }),
      });
      launched.push(task);
      this.#store.tasks.set(task.arn, task);
      const say = (text: string) => addEvent(this.#aws, service, text);
      const life = new TaskLife(this.#aws, task, say).run().finally(() => {
        this.#lives.delete(life);
        this.#loops.get(service)?.wake();
      });
      this.#lives.add(life);
    }
    const names = launched.map(({ id }) => `(task ${id})`).join(" ");
    addEvent(this.#aws, service, `has started ${launched.length} tasks: ${names}.`);
  }

  /** Counts each task of the deployment that has failed, once, and forgets them all when one is healthy. */
  #count(service: Service, primary: Deployment, all: readonly Task[]): void {
    if (primary.rolloutState !== "IN_PROGRESS") return;
    for (const task of all) {
      const isOver = task.desiredStatus === "STOPPED" || task.failedHealthChecks !== undefined;
      if (task.deployment !== primary || !isOver || this.#counted.has(task)) continue;
      this.#counted.add(task);
      service.steady = false;
      const failed =
        task.failedHealthChecks !== undefined ||
        (task.startedAt === undefined && task.stopCode !== "ServiceSchedulerInitiated");
      if (failed && task.stopCode !== "UserInitiated") countFailure(this.#aws, service, primary);
    }
    const { resetOnHealthyTask } = service.policy.circuitBreaker;
    if (resetOnHealthyTask && all.some((task) => task.deployment === primary && task.healthy)) primary.failedTasks = 0;
  }

  #hasFailed(service: Service, { rolloutState, failedTasks }: Deployment): boolean {
    const { policy, desiredCount } = service;
    return (
      policy.circuitBreaker.enable &&
      rolloutState === "IN_PROGRESS" &&
      failedTasks >= failureThreshold(policy, desiredCount)
    );
  }

  /** Says so when a deployment is done and when the service is at rest. */
  #settle(service: Service, primary: Deployment, all: readonly Task[]): void {
    const active = all.filter(({ lastStatus }) => !["STOPPING", "DEPROVISIONING", "STOPPED"].includes(lastStatus));
    service.deployments = service.deployments.filter(
      (deployment) => deployment === primary || active.some((task) => belongs(task, deployment)),
    );
    const serving = active.filter((task) => belongs(task, primary) && task.healthy && task.desiredStatus === "RUNNING");
    const settled = active.length === serving.length && serving.length === service.desiredCount;
    if (!settled) {
      service.steady = false;
      return;
    }
    if (primary.rolloutState === "IN_PROGRESS") completeDeployment(this.#aws, service, primary);
    if (!service.steady) addEvent(this.#aws, service, "has reached a steady state.");
    service.steady = true;
  }

  #drain(service: Service, all: readonly Task[]): void {
    const [primary] = service.deployments;
    for (const task of all) {
      task.stop("ServiceSchedulerInitiated", `Scaling activity initiated by (deployment ${primary?.id})`);
    }
    if (all.every(({ lastStatus }) => lastStatus === "STOPPED")) {
      service.status = "INACTIVE";
      service.deployments = [];
    }
  }

  #forget(): void {
    const { clock } = this.#aws;
    const limit = clock.now().getTime() - (STOPPED_KEPT_SECONDS * 1000) / clock.speed;
    for (const [arn, { stoppedAt }] of this.#store.tasks) {
      if (stoppedAt !== undefined && stoppedAt.getTime() < limit) this.#store.tasks.delete(arn);
    }
  }
}

/** Whether a task is a deployment's: one that a rollback took over is of the same service revision. */
export function belongs(task: Task, deployment: Deployment): boolean {
  return task.deployment.serviceRevision === deployment.serviceRevision;
}

function candidate({ id, lastStatus, healthy }: Task) {
  return { id, running: lastStatus === "RUNNING", healthy };
}

/** Spreads tasks over the subnets, and with them over the availability zones. */
function leastUsed(subnets: readonly string[], tasks: readonly Task[]): string {
  const uses = (subnet: string) => tasks.filter(({ subnetId }) => subnetId === subnet).length;
  return subnets.reduce((best, subnet) => (uses(subnet) < uses(best) ? subnet : best), subnets[0] ?? "");
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html */
function tagsOf(service: Service, { serviceRevision }: Deployment): Tag[] {
  const { propagateTags, enableECSManagedTags } = service;
  const managed = [
    { key: "aws:ecs:clusterName", value: service.cluster.name },
    { key: "aws:ecs:serviceName", value: service.name },
  ];
  return [
    ...(propagateTags === "SERVICE" ? service.tags : []),
    ...(propagateTags === "TASK_DEFINITION" ? serviceRevision.workload.revision.tags : []),
    ...(enableECSManagedTags ? managed : []),
  ];
}
