import { setTimeout as sleep } from "node:timers/promises";
import type { Service } from "@aws-sdk/client-ecs";
import { type EcsAccount, ecsAccount, ROLE, TARGET_GROUP } from "./account.js";

const network = {
  awsvpcConfiguration: {
    subnets: ["subnet-a", "subnet-b"],
    securityGroups: ["sg-1"],
    assignPublicIp: "ENABLED" as const,
  },
};
const loadBalancers = [{ targetGroupArn: TARGET_GROUP, containerName: "app", containerPort: 80 }];

describe("services", () => {
  let account: EcsAccount;

  beforeEach(async () => {
    account = await ecsAccount();
    await account.ecs.CreateCluster({ clusterName: "main" });
  });
  afterEach(() => account.close());

  const register = async (image: string, more: object = {}) => {
    const { taskDefinition } = await account.ecs.RegisterTaskDefinition({
      family: "app",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      executionRoleArn: ROLE,
      containerDefinitions: [
        {
          name: "app",
          image,
          portMappings: [{ containerPort: 80 }],
          logConfiguration: {
            logDriver: "awslogs",
            options: { "awslogs-group": "/app", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "ecs" },
          },
          ...more,
        },
      ],
    });
    return taskDefinition?.taskDefinitionArn ?? "";
  };
  const create = async (taskDefinition: string, more: object = {}) =>
    account.ecs.CreateService({
      cluster: "main",
      serviceName: "app",
      taskDefinition,
      desiredCount: 2,
      launchType: "FARGATE",
      networkConfiguration: network,
      loadBalancers,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
      ...more,
    });
  const describeService = async (): Promise<Service> => {
    const { services } = await account.ecs.DescribeServices({ cluster: "main", services: ["app"] });
    return services?.[0] ?? {};
  };
  const until = async (what: string, done: (service: Service) => boolean) => {
    for (const deadline = Date.now() + 15_000; Date.now() < deadline; await sleep(20)) {
      const service = await describeService();
      if (done(service)) return service;
    }
    throw new Error(`Never: ${what}. ${JSON.stringify(await describeService(), null, 1)}`);
  };
  const completed = (id?: string) =>
    until("completed", ({ deployments = [] }) => {
      const [primary] = deployments;
      return primary?.rolloutState === "COMPLETED" && (id === undefined || primary.id === id);
    });
  const tasks = async (desiredStatus: "RUNNING" | "STOPPED") => {
    const { taskArns = [] } = await account.ecs.ListTasks({ cluster: "main", serviceName: "app", desiredStatus });
    return taskArns.length === 0
      ? []
      : ((await account.ecs.DescribeTasks({ cluster: "main", tasks: taskArns })).tasks ?? []);
  };
  const messages = ({ events = [] }: Service) => events.map(({ message }) => message).reverse();

  it("start their tasks, register them and complete when the targets are healthy", async () => {
    const { service: created } = await create(await register("amazon/amazon-ecs-sample"));
    const id = created?.deployments?.[0]?.id;
    expect(created?.deployments?.[0]).toMatchObject({
      status: "PRIMARY",
      rolloutState: "IN_PROGRESS",
      rolloutStateReason: `ECS deployment ${id} in progress.`,
    });
    const service = await completed();
    expect(service).toMatchObject({ runningCount: 2, pendingCount: 0, desiredCount: 2 });
    expect(service.deployments).toMatchObject([
      { id, rolloutStateReason: `ECS deployment ${id} completed.`, failedTasks: 0 },
    ]);
    const running = await tasks("RUNNING");
    expect(running.map(({ lastStatus, startedBy }) => ({ lastStatus, startedBy }))).toEqual([
      { lastStatus: "RUNNING", startedBy: id },
      { lastStatus: "RUNNING", startedBy: id },
    ]);
    expect(new Set(running.map(({ availabilityZone }) => availabilityZone)).size).toBe(2);
    expect(messages(service)).toEqual([
      expect.stringMatching(/^\(service app\) has started 2 tasks: \(task [0-9a-f]{32}\) \(task [0-9a-f]{32}\)\.$/),
      `(service app) registered 1 targets in (target-group ${TARGET_GROUP})`,
      `(service app) registered 1 targets in (target-group ${TARGET_GROUP})`,
      `(service app) (deployment ${id}) deployment completed.`,
      "(service app) has reached a steady state.",
    ]);
    const [task] = running;
    const address = account.network.dial(
      task?.attachments?.[0]?.details?.find(({ name }) => name === "networkInterfaceId")?.value ?? "",
      80,
    );
    expect(await (await fetch(`http://${address?.host}:${address?.port}/`)).text()).toContain("Amazon ECS Sample App");
  });

  it("roll to a new revision without ever having too few healthy targets", async () => {
    await create(await register("ecs-cognito-deploy/sample-app:1"));
    await completed();
    let least = 2;
    const watch = setInterval(() => {
      least = Math.min(least, [...account.targets.values()].filter(({ state }) => state === "healthy").length);
    }, 2);
    const second = await register("ecs-cognito-deploy/sample-app:2");
    const { service: updated } = await account.ecs.UpdateService({
      cluster: "main",
      service: "app",
      taskDefinition: second,
    });
    expect(updated?.deployments?.map(({ status }) => status)).toEqual(["PRIMARY", "ACTIVE"]);
    const service = await completed(updated?.deployments?.[0]?.id);
    clearInterval(watch);
    expect(least).toBe(2);
    expect(service.deployments).toHaveLength(1);
    expect(service.taskDefinition).toBe(second);
    const stopped = await tasks("STOPPED");
    expect(stopped).toHaveLength(2);
    expect(stopped[0]).toMatchObject({
      stopCode: "ServiceSchedulerInitiated",
      stoppedReason: `Scaling activity initiated by (deployment ${updated?.deployments?.[0]?.id})`,
    });
    const { serviceDeployments } = await account.ecs.ListServiceDeployments({ cluster: "main", service: "app" });
    expect(serviceDeployments?.map(({ status }) => status)).toEqual(["SUCCESSFUL", "SUCCESSFUL"]);
  });

  it("make no deployment when nothing but the desired count changes, and one when it is forced", async () => {
    const first = await register("amazon/amazon-ecs-sample");
    await create(first, { desiredCount: 0 });
    const { deployments = [] } = await completed();
    const scaled = await account.ecs.UpdateService({
      cluster: "main",
      service: "app",
      taskDefinition: first,
      desiredCount: 1,
      networkConfiguration: network,
      loadBalancers,
    });
    expect(scaled.service?.deployments?.map(({ id, desiredCount }) => ({ id, desiredCount }))).toEqual([
      { id: deployments[0]?.id, desiredCount: 1 },
    ]);
    await until("one runs", ({ runningCount }) => runningCount === 1);
    const forced = await account.ecs.UpdateService({ cluster: "main", service: "app", forceNewDeployment: true });
    expect(forced.service?.deployments).toHaveLength(2);
    await completed(forced.service?.deployments?.[0]?.id);
  });

  it("fail a deployment whose tasks crash and go back to the last one that completed", async () => {
    const good = await register("amazon/amazon-ecs-sample");
    await create(good, { desiredCount: 1 });
    const before = (await completed()).deployments?.[0];
    const kept = (await tasks("RUNNING"))[0]?.taskArn;
    const bad = await register("ecs-cognito-deploy/broken:crash-at-start");
    const { service: updated } = await account.ecs.UpdateService({
      cluster: "main",
      service: "app",
      taskDefinition: bad,
    });
    const failedId = updated?.deployments?.[0]?.id;
    const service = await until("rolled back", ({ deployments = [] }) => {
      const [primary] = deployments;
      return primary?.taskDefinition === good && primary.rolloutState === "COMPLETED" && primary.id !== before?.id;
    });
    expect((await tasks("RUNNING")).map(({ taskArn }) => taskArn)).toEqual([kept]);
    const stopped = await tasks("STOPPED");
    expect(stopped).toHaveLength(3);
    expect(stopped[0]).toMatchObject({
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
      containers: [{ exitCode: 1, lastStatus: "STOPPED" }],
    });
    expect(messages(service)).toEqual(
      expect.arrayContaining([
        `(service app) (deployment ${failedId}) deployment failed: tasks failed to start.`,
        `(service app) rolling back to deployment ${before?.id}.`,
      ]),
    );
    const { serviceDeployments } = await account.ecs.ListServiceDeployments({ cluster: "main", service: "app" });
    expect(serviceDeployments?.[0]?.status).toBe("ROLLBACK_SUCCESSFUL");
    const id = stopped[0]?.taskArn?.split("/").at(-1);
    expect(account.logs.get(`ecs/app/${id}`)).toEqual(["Error: DATABASE_URL is not set"]);
  });

  it("stall when the first deployment fails, and stop at a count of 0", async () => {
    await create(await register("ecs-cognito-deploy/sample-app:none"), { desiredCount: 1 });
    const service = await until("failed", ({ deployments = [] }) => deployments[0]?.rolloutState === "FAILED");
    expect(service.deployments).toMatchObject([
      { failedTasks: 3, rolloutStateReason: "ECS deployment circuit breaker: tasks failed to start." },
    ]);
    const text = "docker.io/ecs-cognito-deploy/sample-app:none";
    expect((await tasks("STOPPED"))[0]).toMatchObject({
      stopCode: "TaskFailedToStart",
      stoppedReason: `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${text}: ${text}: not found`,
    });
    await account.ecs.UpdateService({ cluster: "main", service: "app", desiredCount: 0 });
    await until("steady", (each) => messages(each).at(-1) === "(service app) has reached a steady state.");
  });

  it("replace a task whose target fails its health checks", async () => {
    await create(await register("ecs-cognito-deploy/broken:always-500"), { desiredCount: 1 });
    const service = await until("failed", ({ deployments = [] }) => deployments[0]?.rolloutState === "FAILED");
    const [task] = await tasks("STOPPED");
    expect(task?.stoppedReason).toBe(`Task failed ELB health checks in (target-group ${TARGET_GROUP})`);
    expect(messages(service)).toContainEqual(
      expect.stringMatching(
        /\(port 80\) is unhealthy in \(target-group .*\) due to \(reason Health checks failed with these codes: \[500\]\)\.$/,
      ),
    );
  });

  it("replace a task that falls ill later, and let it go only when another serves in its place", async () => {
    await create(await register("amazon/amazon-ecs-sample"), { desiredCount: 1 });
    await completed();
    const [ill] = await tasks("RUNNING");
    const address = ill?.containers?.[0]?.networkInterfaces?.[0]?.privateIpv4Address ?? "";
    account.world.sick.add(address);
    const replaced = await until("replaced", (each) => {
      const said = messages(each);
      const starts = said.filter((text) => text?.includes("has started 1 tasks")).length;
      return starts === 2 && said.at(-1) === "(service app) has reached a steady state.";
    });
    expect(replaced.deployments).toHaveLength(1);
    const [serving] = await tasks("RUNNING");
    expect(serving?.taskArn).not.toBe(ill?.taskArn);
    const stopped = (await tasks("STOPPED")).find(({ taskArn }) => taskArn === ill?.taskArn);
    expect(stopped?.stoppedReason).toBe(`Task failed ELB health checks in (target-group ${TARGET_GROUP})`);
    expect(serving?.startedAt?.getTime()).toBeLessThan(stopped?.stoppingAt?.getTime() ?? 0);
    const states = [...account.targets.values()].map(({ state }) => state);
    expect(states).toContain("healthy");
  });

  it("give up a deployment for a newer one", async () => {
    await create(await register("amazon/amazon-ecs-sample"), { desiredCount: 1 });
    await completed();
    await account.ecs.UpdateService({
      cluster: "main",
      service: "app",
      taskDefinition: await register("ecs-cognito-deploy/broken:never-listens"),
    });
    await until("under way", ({ pendingCount }) => pendingCount === 1);
    const third = await register("ecs-cognito-deploy/sample-app:3");
    const { service } = await account.ecs.UpdateService({ cluster: "main", service: "app", taskDefinition: third });
    expect(service?.deployments).toHaveLength(3);
    await completed(service?.deployments?.[0]?.id);
    const { serviceDeployments } = await account.ecs.ListServiceDeployments({ cluster: "main", service: "app" });
    expect(serviceDeployments?.map(({ status }) => status)).toEqual(["SUCCESSFUL", "STOPPED", "SUCCESSFUL"]);
  });

  it("can be rolled back by hand while a deployment is under way", async () => {
    const good = await register("amazon/amazon-ecs-sample");
    await create(good, { desiredCount: 1 });
    await completed();
    const taskDefinition = await register("ecs-cognito-deploy/broken:never-listens");
    const { service } = await account.ecs.UpdateService({ cluster: "main", service: "app", taskDefinition });
    const serviceDeploymentArn = service?.currentServiceDeployment ?? "";
    const abort = account.ecs.StopServiceDeployment({ serviceDeploymentArn, stopType: "ABORT" });
    await expect(abort).rejects.toMatchObject({ code: "InvalidParameterException" });
    await account.ecs.StopServiceDeployment({ serviceDeploymentArn });
    const { serviceDeployments: requested } = await account.ecs.DescribeServiceDeployments({
      serviceDeploymentArns: [serviceDeploymentArn],
    });
    expect(requested?.[0]?.status).toBe("ROLLBACK_REQUESTED");
    // What is being rolled back may be stopped again.
    await account.ecs.StopServiceDeployment({ serviceDeploymentArn });
    await until("back", ({ deployments = [] }) => {
      const [primary] = deployments;
      return deployments.length === 1 && primary?.taskDefinition === good && primary.rolloutState === "COMPLETED";
    });
    const { serviceDeployments } = await account.ecs.DescribeServiceDeployments({
      serviceDeploymentArns: [serviceDeploymentArn],
    });
    const target = serviceDeployments?.[0]?.rollback?.serviceRevisionArn ?? "";
    expect(serviceDeployments).toMatchObject([{ status: "ROLLBACK_SUCCESSFUL" }]);
    const { serviceRevisions } = await account.ecs.DescribeServiceRevisions({ serviceRevisionArns: [target] });
    expect(serviceRevisions).toMatchObject([
      {
        taskDefinition: good,
        containerImages: [{ containerName: "app", imageDigest: expect.stringMatching(/^sha256:/) }],
      },
    ]);
    await expect(account.ecs.StopServiceDeployment({ serviceDeploymentArn })).rejects.toMatchObject({
      code: "ConflictException",
    });
  });

  it("fail a rollback whose tasks do not start either", async () => {
    await create(await register("amazon/amazon-ecs-sample"), { desiredCount: 1 });
    await completed();
    const taskDefinition = await register("ecs-cognito-deploy/broken:never-listens");
    const { service } = await account.ecs.UpdateService({ cluster: "main", service: "app", taskDefinition });
    const serviceDeploymentArn = service?.currentServiceDeployment ?? "";
    account.world.trusted = false;
    const [serving] = await tasks("RUNNING");
    await account.ecs.StopTask({ cluster: "main", task: serving?.taskArn });
    await account.ecs.StopServiceDeployment({ serviceDeploymentArn });
    const { deployments } = await until(
      "failed",
      (each) => messages(each).at(-1)?.includes("deployment failed") ?? false,
    );
    expect(deployments?.[0]).toMatchObject({
      rolloutState: "FAILED",
      rolloutStateReason: "ECS deployment circuit breaker: tasks failed to start.",
    });
    const { serviceDeployments } = await account.ecs.DescribeServiceDeployments({
      serviceDeploymentArns: [serviceDeploymentArn],
    });
    expect(serviceDeployments?.[0]).toMatchObject({
      status: "ROLLBACK_FAILED",
      rollback: { reason: "Service deployment rolled back by user." },
      deploymentCircuitBreaker: { status: "TRIGGERED" },
    });
  });

  it("say so when the deployment's percentages leave nothing to start or stop", async () => {
    const deploymentConfiguration = {
      ...{ minimumHealthyPercent: 100, maximumPercent: 150 },
      deploymentCircuitBreaker: { enable: true, rollback: true },
    };
    await create(await register("amazon/amazon-ecs-sample"), { desiredCount: 1, deploymentConfiguration });
    await completed();
    const taskDefinition = await register("ecs-cognito-deploy/sample-app:2");
    await account.ecs.UpdateService({ cluster: "main", service: "app", taskDefinition });
    const stuck = await until("stuck", (each) => messages(each).at(-1)?.includes("was unable to") ?? false);
    expect(messages(stuck).at(-1)).toBe(
      "(service app) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.",
    );
    expect(stuck.deployments).toMatchObject([{ rolloutState: "IN_PROGRESS", runningCount: 0 }, { runningCount: 1 }]);
  });

  it("slow down and say so when tasks fail again and again without a circuit breaker", async () => {
    const deploymentConfiguration = { deploymentCircuitBreaker: { enable: false, rollback: false } };
    const image = await register("ecs-cognito-deploy/sample-app:none");
    await create(image, { desiredCount: 2, deploymentConfiguration });
    const tired = await until("tired", ({ deployments = [] }) => (deployments[0]?.failedTasks ?? 0) > 11);
    expect(tired.deployments?.[0]?.rolloutState).toBe("IN_PROGRESS");
    expect(messages(tired)).toContain(
      "(service app) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.",
    );
  });

  it("have tasks that go from PROVISIONING to STOPPED, with a time for each step", async () => {
    const seen: string[] = [];
    const look = setInterval(async () => {
      for (const task of await everyTask()) if (task.lastStatus !== seen.at(-1)) seen.push(task.lastStatus ?? "");
    }, 2);
    const everyTask = async () => [...(await tasks("RUNNING")), ...(await tasks("STOPPED"))];
    await create(await register("amazon/amazon-ecs-sample"), { desiredCount: 1 });
    await completed();
    await account.ecs.UpdateService({ cluster: "main", service: "app", desiredCount: 0 });
    await until("stopped", () => seen.at(-1) === "STOPPED");
    clearInterval(look);
    expect(seen).toEqual([
      ...["PROVISIONING", "PENDING", "ACTIVATING", "RUNNING"],
      ...["DEACTIVATING", "STOPPING", "DEPROVISIONING", "STOPPED"],
    ]);
    const [task] = await tasks("STOPPED");
    const { createdAt, connectivityAt, pullStartedAt, pullStoppedAt, startedAt } = task ?? {};
    const { stoppingAt, executionStoppedAt, stoppedAt } = task ?? {};
    const times = [createdAt, connectivityAt, pullStartedAt, pullStoppedAt, startedAt, stoppingAt, executionStoppedAt];
    const inOrder = [...times, stoppedAt].map((time) => time?.getTime() ?? 0);
    expect(Math.min(...inOrder)).toBeGreaterThan(0);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    expect(task?.attachments?.[0]).toMatchObject({ type: "ElasticNetworkInterface", status: "DELETED" });
  });

  it("stop a task whose image is for another processor", async () => {
    await create(await register("ecs-cognito-deploy/sample-app:arm64"), { desiredCount: 1 });
    await until("failed", ({ deployments = [] }) => deployments[0]?.rolloutState === "FAILED");
    const [task] = await tasks("STOPPED");
    expect(task).toMatchObject({
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
      containers: [{ exitCode: 1 }],
    });
    const lines = account.logs.get(`ecs/app/${task?.taskArn?.split("/").at(-1)}`);
    expect(lines).toEqual(["exec /usr/local/bin/node: exec format error"]);
  });

  it("kill a container that does not stop in its time", async () => {
    const stubborn = await register("ecs-cognito-deploy/broken:crash-later", {
      ...{ stopTimeout: 1, environment: [{ name: "CRASH_AFTER_MS", value: "600000" }] },
    });
    await create(stubborn, { desiredCount: 1 });
    await completed();
    await account.ecs.UpdateService({ cluster: "main", service: "app", desiredCount: 0 });
    await until("stopping", ({ runningCount }) => runningCount === 0);
    for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(20))
      if ((await tasks("STOPPED"))[0]?.lastStatus === "STOPPED") break;
    expect(await tasks("STOPPED")).toMatchObject([
      { stopCode: "ServiceSchedulerInitiated", containers: [{ exitCode: 137, lastStatus: "STOPPED" }] },
    ]);
  });

  it("wait for an app that starts slowly", async () => {
    const slow = await register("ecs-cognito-deploy/broken:slow-start", {
      environment: [{ name: "START_MS", value: "400" }],
    });
    await create(slow, { desiredCount: 1 });
    expect((await completed()).deployments?.[0]?.failedTasks).toBe(0);
  });

  it("replace a task that ends by itself or is stopped by somebody", async () => {
    const fragile = await register("ecs-cognito-deploy/broken:crash-later", {
      environment: [{ name: "CRASH_AFTER_MS", value: "600" }],
    });
    await create(fragile, { desiredCount: 1 });
    await completed();
    await until("it has crashed", ({ runningCount }) => runningCount === 0);
    const replacement = await completed();
    expect(replacement.deployments?.[0]?.rolloutState).toBe("COMPLETED");
    await until("another runs", ({ runningCount }) => runningCount === 1);
    expect((await tasks("STOPPED"))[0]).toMatchObject({
      stopCode: "EssentialContainerExited",
      containers: [{ exitCode: 2 }],
    });
    const [task] = await tasks("RUNNING");
    await account.ecs.StopTask({ cluster: "main", task: task?.taskArn, reason: "for a look" });
    await until("stopped", ({ runningCount }) => runningCount === 0);
    const stopped = (await tasks("STOPPED")).find(({ taskArn }) => taskArn === task?.taskArn);
    expect(stopped).toMatchObject({ stopCode: "UserInitiated", stoppedReason: "for a look" });
  });

  it("spread over capacity providers by base and weight", async () => {
    const capacityProviders = ["FARGATE", "FARGATE_SPOT"];
    await account.ecs.PutClusterCapacityProviders({
      cluster: "main",
      capacityProviders,
      defaultCapacityProviderStrategy: [],
    });
    const capacityProviderStrategy = [
      { capacityProvider: "FARGATE", base: 1, weight: 1 },
      { capacityProvider: "FARGATE_SPOT", weight: 3 },
    ];
    const image = await register("amazon/amazon-ecs-sample");
    await create(image, { desiredCount: 5, launchType: undefined, capacityProviderStrategy });
    await until("launched", ({ pendingCount = 0 }) => pendingCount === 5);
    const providers = (await tasks("RUNNING")).map(({ capacityProviderName }) => capacityProviderName);
    expect(providers.filter((name) => name === "FARGATE")).toHaveLength(2);
    expect(providers.filter((name) => name === "FARGATE_SPOT")).toHaveLength(3);
  });

  it("move to other capacity with a new deployment alone, and say so where none is forced", async () => {
    const capacityProviders = ["FARGATE", "FARGATE_SPOT"];
    await account.ecs.PutClusterCapacityProviders({
      ...{ cluster: "main", capacityProviders, defaultCapacityProviderStrategy: [] },
    });
    const on = (capacityProvider: string) => ({ capacityProviderStrategy: [{ capacityProvider, weight: 1 }] });
    const image = await register("amazon/amazon-ecs-sample");
    await create(image, { desiredCount: 0, launchType: undefined, ...on("FARGATE") });
    const same = await account.ecs.UpdateService({ cluster: "main", service: "app", ...on("FARGATE") });
    expect(same.service?.deployments).toHaveLength(1);
    for (const change of [on("FARGATE_SPOT"), { capacityProviderStrategy: [] }]) {
      await expect(account.ecs.UpdateService({ cluster: "main", service: "app", ...change })).rejects.toMatchObject({
        code: "InvalidParameterException",
        message:
          "When switching from launch type to capacity provider strategy on an existing service, or making a change to a capacity provider strategy on a service that is already using one, you must force a new deployment.",
      });
    }
    const { service } = await account.ecs.UpdateService({
      ...{ cluster: "main", service: "app", forceNewDeployment: true, ...on("FARGATE_SPOT") },
    });
    expect(service?.deployments?.[0]).toMatchObject({ status: "PRIMARY", ...on("FARGATE_SPOT") });
  });

  it("drain when deleted and leave no network interface behind", async () => {
    await create(await register("amazon/amazon-ecs-sample"), { desiredCount: 1 });
    await completed();
    await expect(account.ecs.DeleteService({ cluster: "main", service: "app" })).rejects.toMatchObject({
      code: "InvalidParameterException",
      message: "The service cannot be stopped while it is scaled above 0.",
    });
    await expect(account.ecs.DeleteCluster({ cluster: "main" })).rejects.toMatchObject({
      code: "ClusterContainsServicesException",
    });
    const { service } = await account.ecs.DeleteService({ cluster: "main", service: "app", force: true });
    expect(service?.status).toBe("DRAINING");
    await until("inactive", ({ status }) => status === "INACTIVE");
    expect(account.interfaces.size).toBe(0);
    await account.ecs.DeleteCluster({ cluster: "main" });
  });

  it("launch nothing with a role that tasks may not assume", async () => {
    account.world.trusted = false;
    await create(await register("amazon/amazon-ecs-sample"), { desiredCount: 1 });
    const service = await until("failed", ({ deployments = [] }) => deployments[0]?.rolloutState === "FAILED");
    expect(messages(service)[0]).toContain(
      `failed to launch a task with (error ECS was unable to assume the role '${ROLE}'`,
    );
    expect(await tasks("STOPPED")).toEqual([]);
  });

  const ECR = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/sample-app:1";
  const secrets = [
    { name: "DATABASE", valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:database-AbCdEf" },
  ];
  const toGroup = (group: string) => ({
    logDriver: "awslogs",
    options: { "awslogs-group": group, "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "ecs" },
  });

  it.each<[string, { image?: string; allowed?: string[]; egress?: boolean; container?: object }, RegExp]>([
    ["cannot reach its registry", { egress: false }, /^CannotPullContainerError: .*i\/o timeout$/],
    [
      "cannot reach ECR",
      { egress: false, image: ECR },
      /^ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue/,
    ],
    [
      "may not sign in to ECR",
      { image: ECR, allowed: ["logs:"] },
      /^ResourceInitializationError: .*unable to retrieve ecr registry auth: .*AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role\/execution\/\w{32} is not authorized to perform: ecr:GetAuthorizationToken on resource: \* because/,
    ],
    [
      "may not pull the image",
      { image: ECR, allowed: ["logs:", "ecr:GetAuthorizationToken"] },
      /^CannotPullContainerError: pull image manifest has been retried 1 time\(s\): failed to resolve ref .*sample-app:1: .*403 Forbidden$/,
    ],
    ["finds no such image", { image: "ecs-cognito-deploy/sample-app:99" }, /^CannotPullContainerError: .*: not found$/],
    [
      "may not read its secret",
      { container: { secrets } },
      /^ResourceInitializationError: unable to pull secrets or registry auth: .*is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:123456789012:secret:database-AbCdEf because/,
    ],
    [
      "asks for a secret that is not there",
      { allowed: ["logs:", "ecr:", "secretsmanager:"], container: { secrets } },
      /^ResourceInitializationError: unable to pull secrets or registry auth: .* ResourceNotFoundException: Secrets Manager can't find the specified secret\.$/,
    ],
    [
      "may not write its log",
      { allowed: ["ecr:"] },
      /^ResourceInitializationError: failed to validate logger args: .*AccessDeniedException: .*logs:CreateLogStream/,
    ],
    [
      "has no group for its log",
      { container: { logConfiguration: toGroup("/none") } },
      /^ResourceInitializationError: failed to validate logger args: .*ResourceNotFoundException: The specified log group does not exist/,
    ],
    [
      "has a command that is not there",
      { container: { command: ["python", "app.py"] } },
      /^CannotStartContainerError: .*exec: "python": executable file not found in \$PATH/,
    ],
  ])("stop a task that %s, with the reason", async (_, { image, allowed, egress = true, container }, reason) => {
    Object.assign(account.world, { egress, ...(allowed && { allowed }) });
    await create(await register(image ?? "amazon/amazon-ecs-sample", container), { desiredCount: 1 });
    await until("failed", ({ deployments = [] }) => deployments[0]?.rolloutState === "FAILED");
    const [stopped] = await tasks("STOPPED");
    expect(stopped?.stopCode).toBe("TaskFailedToStart");
    expect(stopped?.stoppedReason).toMatch(reason);
    const event = `was unable to place a task. Reason: ${stopped?.stoppedReason?.replace(/\.$/, "")}.`;
    expect(messages(await describeService()).some((message) => message?.includes(event))).toBe(true);
  });

  it("hand their secrets' values to the containers", async () => {
    const { secretsManager, containers } = account.aws;
    account.world.allowed = ["logs:", "secretsmanager:"];
    const { ARN = "" } = await secretsManager.CreateSecret({
      Name: "db",
      SecretString: '{"password":"hunter2"}',
      ClientRequestToken: account.aws.random.uuid(),
    });
    const seen: unknown[] = [];
    const run = containers.run.bind(containers);
    containers.run = (options) => {
      seen.push(options.environment);
      return run(options);
    };
    const wanted = [{ name: "DATABASE", valueFrom: `${ARN}:password::` }];
    await create(await register("amazon/amazon-ecs-sample", { secrets: wanted }), { desiredCount: 1 });
    await completed();
    expect(seen).toEqual([{ DATABASE: "hunter2" }]);
  });

  it("forget a stopped task after an hour", async () => {
    await account.close();
    account = await ecsAccount({ speed: 10_000 });
    await account.ecs.CreateCluster({ clusterName: "main" });
    await create(await register("amazon/amazon-ecs-sample"), { desiredCount: 1 });
    await completed();
    const [task] = await tasks("RUNNING");
    await account.ecs.StopTask({ cluster: "main", task: task?.taskArn });
    const known = async () =>
      (await account.ecs.DescribeTasks({ cluster: "main", tasks: [task?.taskArn ?? ""] })).failures?.[0]?.reason;
    expect(await known()).toBeUndefined();
    for (const deadline = Date.now() + 15_000; (await known()) === undefined && Date.now() < deadline; )
      await sleep(20);
    expect(await known()).toBe("MISSING");
  });
});
