export const id = 966;
export const ids = [966,391];
export const modules = {

/***/ 2588:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   lq: () => (/* binding */ _ep0),
/* harmony export */   yt: () => (/* binding */ _mw0)
/* harmony export */ });
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2085);
/* harmony import */ var _endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7113);



const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__.makeBuilder)(_endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__/* .commonParams */ .S, "AmazonEC2ContainerServiceV20141113", "ECSClient", _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];


/***/ }),

/***/ 1391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ describeService),
  observeService: () => (/* binding */ observeService)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2588);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(4947);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeServicesCommand.js


class DescribeServicesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeServices", schemas_0/* DescribeServices$ */.i2N) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeTaskDefinitionCommand.js


class DescribeTaskDefinitionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeTaskDefinition", schemas_0/* DescribeTaskDefinition$ */.K0Z) {
}

;// CONCATENATED MODULE: ./build/bundle/service/describe.js

/** A service as ECS describes it, or undefined if there is none or it was deleted. */
async function describeService(client, { cluster, service, signal }) {
    const { services } = await client.send(new DescribeServicesCommand({ cluster, services: [service] }), {
        abortSignal: signal,
    });
    // A deleted service is still described for a while, as INACTIVE.
    return services?.find(({ status }) => status === "ACTIVE");
}
/** A service with the revision that it is set to, or undefined if there is none. */
async function observeService(client, { cluster, service: name, signal }) {
    const service = await describeService(client, { cluster, service: name, signal });
    if (!service)
        return undefined;
    const arn = service.taskDefinition ?? "";
    const { taskDefinition } = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition: arn }), {
        abortSignal: signal,
    });
    const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
    return {
        cluster,
        name,
        desiredCount: service.desiredCount ?? 0,
        runningCount: service.runningCount ?? 0,
        containerPort: service.loadBalancers?.[0]?.containerPort,
        taskDefinitionArn: arn,
        taskDefinition,
        deployment: primary && { id: primary.id ?? "", rolloutState: primary.rolloutState ?? "" },
    };
}


/***/ }),

/***/ 4966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  followDeployment: () => (/* binding */ followDeployment),
  isServing: () => (/* binding */ isServing),
  registerRevision: () => (/* binding */ registerRevision),
  rollOut: () => (/* binding */ rollOut),
  shortArn: () => (/* binding */ shortArn),
  stopService: () => (/* binding */ stopService)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2588);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(4947);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/RegisterTaskDefinitionCommand.js


class RegisterTaskDefinitionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "RegisterTaskDefinition", schemas_0/* RegisterTaskDefinition$ */.k31) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/UpdateServiceCommand.js


class UpdateServiceCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "UpdateService", schemas_0/* UpdateService$ */.N2u) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/TagResourceCommand.js


class TagResourceCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "TagResource", schemas_0/* TagResource$ */.Jqp) {
}

// EXTERNAL MODULE: ./build/bundle/lib/errors.js
var errors = __webpack_require__(5226);
// EXTERNAL MODULE: ./build/bundle/lib/poll.js
var poll = __webpack_require__(1812);
// EXTERNAL MODULE: ./build/bundle/plan/names.js
var names = __webpack_require__(2757);
// EXTERNAL MODULE: ./build/bundle/service/describe.js + 2 modules
var describe = __webpack_require__(1391);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/ListTasksCommand.js


class ListTasksCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListTasks", schemas_0/* ListTasks$ */.$a_) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeTasksCommand.js


class DescribeTasksCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeTasks", schemas_0/* DescribeTasks$ */.Aw_) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTargetHealthCommand.js
var DescribeTargetHealthCommand = __webpack_require__(7992);
;// CONCATENATED MODULE: ./build/bundle/service/targets.js


/** The targets of a target group by address, `10.0.1.7:80`. */
async function describeTargets(client, { targetGroupArn, signal }) {
    const { TargetHealthDescriptions } = await client.send(new DescribeTargetHealthCommand/* DescribeTargetHealthCommand */.q({ TargetGroupArn: targetGroupArn }), { abortSignal: signal });
    return new Map(TargetHealthDescriptions?.map((target) => [`${target.Target?.Id}:${target.Target?.Port}`, target]));
}
/** The tasks of one deployment, whatever their state. ECS marks a service's tasks with the deployment's id. */
async function describeTasks(client, { cluster, deployment, signal }) {
    const arns = [];
    let nextToken;
    do {
        const page = await client.send(new ListTasksCommand({ cluster, startedBy: deployment, nextToken }), {
            abortSignal: signal,
        });
        arns.push(...(page.taskArns ?? []));
        nextToken = page.nextToken;
    } while (nextToken);
    // DescribeTasks takes 100 at a time.
    const batches = Array.from({ length: Math.ceil(arns.length / 100) }, (_, index) => arns.slice(index * 100, (index + 1) * 100));
    const described = await Promise.all(batches.map((tasks) => client.send(new DescribeTasksCommand({ cluster, tasks }), { abortSignal: signal })));
    return described.flatMap(({ tasks }) => tasks ?? []);
}
/** The private address of an awsvpc task, once its network interface is attached. */
function taskAddress(task) {
    return task.containers?.flatMap(({ networkInterfaces }) => networkInterfaces ?? [])[0]?.privateIpv4Address;
}

;// CONCATENATED MODULE: ./build/bundle/service/rollout.js






/** Registers a revision. @returns its ARN */
async function registerRevision({ ecs, signal }, revision, tags) {
    const { taskDefinition } = await ecs.send(new RegisterTaskDefinitionCommand({ ...revision, ...(tags.length > 0 && { tags: [...tags] }) }), { abortSignal: signal });
    if (!taskDefinition?.taskDefinitionArn)
        throw new errors/* ActionError */.lZ("NoRevision", "ECS registered a revision without an ARN.");
    return taskDefinition.taskDefinitionArn;
}
/**
 * Moves the service and waits until the deployment that this started is the one that completed and each of its
 * tasks is a healthy target.
 *
 * @param before the service as it was; decides whether ECS may roll back by itself
 * @throws ActionError RolloutFailed, RolloutSuperseded, ServiceGone
 */
async function rollOut(world, before, rollout, tags) {
    const { service } = await world.ecs.send(new UpdateServiceCommand({
        cluster: rollout.cluster,
        service: rollout.service,
        taskDefinition: rollout.taskDefinitionArn,
        desiredCount: rollout.desiredCount,
        // A deployment that has failed is not tried again by asking for the same thing.
        ...(before?.deployment?.rolloutState === "FAILED" && { forceNewDeployment: true }),
        ...(before?.containerPort !== rollout.containerPort && {
            loadBalancers: [
                {
                    targetGroupArn: rollout.targetGroupArn,
                    containerName: names/* CONTAINER_NAME */.Cz,
                    containerPort: rollout.containerPort,
                },
            ],
        }),
        deploymentConfiguration: {
            minimumHealthyPercent: 100,
            maximumPercent: 200,
            // The first rollout has nothing to fall back to but the bootstrap revision, which never runs.
            deploymentCircuitBreaker: { enable: true, rollback: isServing(before) },
        },
    }), { abortSignal: world.signal });
    const deployment = service?.deployments?.find(({ status }) => status === "PRIMARY")?.id;
    if (!service?.serviceArn || !deployment)
        throw new errors/* ActionError */.lZ("NoDeployment", "ECS took the update and shows no deployment for it.");
    world.log.change("rollout", `deployment ${deployment} of ${shortArn(rollout.taskDefinitionArn)}, ${rollout.desiredCount} tasks`);
    await Promise.all([
        world.ecs.send(new TagResourceCommand({ resourceArn: service.serviceArn, tags: [...tags] }), {
            abortSignal: world.signal,
        }),
        followDeployment(world, rollout, deployment, eventIds(service)),
    ]);
}
/**
 * Puts the count back to 0 after a first rollout that failed: there is nothing to restore, and tasks that cannot
 * start would be started for ever.
 */
async function stopService({ ecs }, { cluster, service }, signal) {
    await ecs.send(new UpdateServiceCommand({ cluster, service, desiredCount: 0 }), { abortSignal: signal });
}
/** Whether something runs that a failed rollout could be rolled back to. */
function isServing(before) {
    return before !== undefined && before.desiredCount > 0 && before.runningCount > 0;
}
/**
 * Waits for one deployment, by its id.
 *
 * @param before the service's events that were there already and are not news
 * @throws ActionError RolloutFailed, RolledBack, RolloutSuperseded, ServiceGone
 */
async function followDeployment(world, rollout, deployment, before) {
    const { ecs, log, clock, signal } = world;
    let known = before;
    await (0,poll/* poll */.w)(async () => {
        const [service, targets] = await Promise.all([
            (0,describe/* describeService */.J)(ecs, { ...rollout, signal }),
            targetLine(world, rollout, deployment),
        ]);
        if (!service)
            throw new errors/* ActionError */.lZ("ServiceGone", `The service ${rollout.service} was deleted during the rollout.`);
        const news = (service.events ?? []).filter(({ id }) => known && !known.has(id ?? "")).reverse();
        for (const { message = "" } of news) {
            // Two tasks make the same event twice; saying it once is enough.
            const line = message.replace(/^\(service [^)]*\) /, "");
            log.change("ecs", line, `ecs ${line}`);
        }
        known = new Set([...(known ?? []), ...eventIds(service)]);
        const ours = service.deployments?.find(({ id }) => id === deployment);
        log.change("rollout", counts(ours));
        log.change("targets", targets.line);
        judge(service, ours, deployment, rollout);
        if (ours?.rolloutState !== "COMPLETED")
            return undefined;
        return service.runningCount === service.desiredCount && targets.healthy >= rollout.desiredCount
            ? true
            : undefined;
    }, { clock, signal, least: 1000, most: 1000 });
}
/** Whether the deployment can still be the one that completes. */
function judge(service, ours, id, rollout) {
    const revision = shortArn(rollout.taskDefinitionArn);
    const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
    if (ours?.rolloutState === "FAILED")
        throw new errors/* ActionError */.lZ("RolloutFailed", `The rollout of ${revision} failed: ${ours.rolloutStateReason ?? "ECS gave no reason"}`);
    if (primary?.id === id)
        return;
    // The deployment that ECS rolls back to is a new one with an id of its own; only the events say that ours failed.
    const failed = service.events?.find(({ message }) => message?.includes(`(deployment ${id}) deployment failed`));
    if (failed)
        throw new errors/* ActionError */.lZ("RolledBack", `ECS rolled the rollout of ${revision} back to ${shortArn(primary?.taskDefinition ?? "")}: ${failed.message}`);
    throw new errors/* ActionError */.lZ("RolloutSuperseded", `The deployment ${id} of ${revision} was superseded by ${primary?.id ?? "another"} of ${shortArn(primary?.taskDefinition ?? "")}: another run, or somebody by hand, has deployed since.`);
}
/** How many of the deployment's tasks are healthy targets, for deciding and for the log. */
async function targetLine(world, { cluster, targetGroupArn, desiredCount }, deployment) {
    const { ecs, loadBalancing, signal } = world;
    const [tasks, targets] = await Promise.all([
        describeTasks(ecs, { cluster, deployment, signal }),
        describeTargets(loadBalancing, { targetGroupArn, signal }),
    ]);
    const states = tasks.map((task) => {
        const address = taskAddress(task);
        const target = [...targets.values()].find(({ Target }) => Target?.Id === address);
        return target?.TargetHealth;
    });
    const healthy = states.filter((health) => health?.State === "healthy").length;
    const others = states.flatMap((health) => health && health.State !== "healthy" ? [`${health.State}${health.Reason ? ` (${health.Reason})` : ""}`] : []);
    const rest = [...new Set(others)].sort().join(", ");
    return { healthy, line: `${healthy} of ${desiredCount} healthy${rest ? `, others ${rest}` : ""}` };
}
function eventIds({ events = [] }) {
    return new Set(events.map(({ id }) => id ?? ""));
}
function counts(deployment) {
    if (!deployment)
        return "the deployment is not shown any more";
    const { runningCount, pendingCount, desiredCount, failedTasks, rolloutState } = deployment;
    return `${runningCount} of ${desiredCount} running, ${pendingCount} pending${failedTasks ? `, ${failedTasks} failed` : ""}, ${rolloutState}`;
}
/** `family:revision` of a task definition's ARN. */
function shortArn(arn) {
    return arn.split("/").at(-1) ?? arn;
}


/***/ })

};
