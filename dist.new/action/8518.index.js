export const id = 8518;
export const ids = [8518,4196,1957,3675];
export const modules = {

/***/ 1851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   lq: () => (/* binding */ _ep0),
/* harmony export */   yt: () => (/* binding */ _mw0)
/* harmony export */ });
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2085);
/* harmony import */ var _endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6644);



const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__.makeBuilder)(_endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__/* .commonParams */ .S, "Logs_20140328", "CloudWatchLogsClient", _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];


/***/ }),

/***/ 6987:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ DescribeServicesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2588);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4947);


class DescribeServicesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeServices", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeServices$ */ .i2N) {
}


/***/ }),

/***/ 2511:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ DescribeTaskDefinitionCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2588);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4947);


class DescribeTaskDefinitionCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeTaskDefinition", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeTaskDefinition$ */ .K0Z) {
}


/***/ }),

/***/ 8639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ DescribeTasksCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2588);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4947);


class DescribeTasksCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeTasks", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeTasks$ */ .Aw_) {
}


/***/ }),

/***/ 4810:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ ListTasksCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2588);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4947);


class ListTasksCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "ListTasks", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .ListTasks$ */ .$a_) {
}


/***/ }),

/***/ 7188:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ UpdateServiceCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2588);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4947);


class UpdateServiceCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "UpdateService", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .UpdateService$ */ .N2u) {
}


/***/ }),

/***/ 5611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ DescribeTargetHealthCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4858);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8744);


class DescribeTargetHealthCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeTargetHealth", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeTargetHealth$ */ .nZ0) {
}


/***/ }),

/***/ 4196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ describeService),
/* harmony export */   observeService: () => (/* binding */ observeService)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6987);
/* harmony import */ var _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2511);

/** A service as ECS describes it, or undefined if there is none or it was deleted. */
async function describeService(client, { cluster, service, signal }) {
    const { services } = await client.send(new _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DescribeServicesCommand */ .H({ cluster, services: [service], include: ["TAGS"] }), {
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
    const { taskDefinition } = await client.send(new _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_1__/* .DescribeTaskDefinitionCommand */ .Z({ taskDefinition: arn }), {
        abortSignal: signal,
    });
    const completed = service.deployments?.find(({ rolloutState, runningCount }) => rolloutState === "COMPLETED" && (runningCount ?? 0) > 0);
    const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
    return {
        cluster,
        name,
        desiredCount: service.desiredCount ?? 0,
        runningCount: service.runningCount ?? 0,
        containerPort: service.loadBalancers?.[0]?.containerPort,
        taskDefinitionArn: arn,
        taskDefinition,
        servingTaskDefinitionArn: completed?.taskDefinition,
        tags: (service.tags ?? []).map(({ key = "", value = "" }) => ({ key, value })),
        deployment: primary && {
            id: primary.id ?? "",
            rolloutState: primary.rolloutState ?? "",
            capacity: primary.capacityProviderStrategy?.map(({ capacityProvider = "" }) => capacityProvider).join(","),
        },
    };
}


/***/ }),

/***/ 1957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  followDeployment: () => (/* binding */ followDeployment)
});

// EXTERNAL MODULE: ./build/bundle/lib/errors.js
var errors = __webpack_require__(5226);
// EXTERNAL MODULE: ./build/bundle/lib/poll.js
var poll = __webpack_require__(1812);
// EXTERNAL MODULE: ./build/bundle/plan/names.js
var names = __webpack_require__(2757);
// EXTERNAL MODULE: ./build/bundle/service/describe.js
var describe = __webpack_require__(4196);
;// CONCATENATED MODULE: ./build/bundle/service/hints.js
/** What usually causes what is seen, and what to do about it; the first row that fits. Pure. */
function rolloutHint(symptoms) {
    const text = [symptoms.message, ...evidenceTexts(symptoms)].join("\n");
    return HINTS.find(([pattern]) => pattern.test(text))?.[1](symptoms);
}
const HINTS = [
    [
        /exec format error|descriptor matching platform/i,
        ({ architecture }) => `The image was built for another processor than ${architecture}. Set cpu-architecture to what it was built for, or build it for ${architecture === "ARM64" ? "linux/arm64" : "linux/amd64"}.`,
    ],
    [
        /CannotPull.*(not found|manifest unknown|does not exist|name unknown)/is,
        ({ image }) => `Is ${image} spelled right, and was that tag pushed to that registry and region before this step?`,
    ],
    [
        /CannotPull.*(denied|unauthorized|no basic auth|403|forbidden)/is,
        ({ image }) => `The registry does not let ECS read ${image}. ECR: in another account, its repository policy must allow the execution role. Elsewhere: the image must be public.`,
    ],
    [
        /CannotPull.*(timeout|timed out|deadline)|unable to pull.*(timeout|timed out)/is,
        ({ publicIp }) => publicIp
            ? "The tasks do not reach the registry. They are in public subnets: do these route to the internet gateway?"
            : "The tasks do not reach the registry. Do the private subnets route to a NAT gateway (nat-gateways: 1 or 2)?",
    ],
    [/toomanyrequests/i, () => "Docker Hub limits anonymous pulls. Copy the image to ECR, or use public.ecr.aws."],
    [
        /ResourceInitializationError.*(AccessDenied|not authorized)/is,
        () => "The execution role may read exactly the ARNs in secrets. Is the ARN whole, with its six random characters? A secret with a KMS key of its own needs kms:Decrypt for that role too.",
    ],
    [
        /ResourceInitializationError.*(ResourceNotFound|can't find|invalid ssm parameters|not found)/is,
        () => "The secret or parameter does not exist in this account and region. Create it before this step, or correct the ARN in secrets.",
    ],
    [
        /unable to assume the role/i,
        () => "The task's roles must exist and trust ecs-tasks.amazonaws.com. Were they changed by hand? If they were made a moment ago, run again.",
    ],
    [
        /capacity is unavailable|RESOURCE:/i,
        () => "Fargate has no room in these zones at the moment. Run again later, or ask for another cpu and memory.",
    ],
    [
        /OutOfMemory|exit code 137/i,
        ({ memory }) => `The container was killed (137), usually because ${memory} MiB are not enough. Raise memory.`,
    ],
    [
        /codes: \[404\]/,
        ({ healthCheckPath }) => `The app answers 404 at ${healthCheckPath}. Set health-check-path to a path that answers 200 without signing in.`,
    ],
    [
        /codes: \[30[1278]\]/,
        ({ healthCheckPath }) => `The app redirects ${healthCheckPath}, to https perhaps. Set health-check-path to a path that answers 200 as it is: the load balancer asks over plain HTTP.`,
    ],
    [
        /codes: \[40[13]\]/,
        ({ healthCheckPath }) => `The app asks for a sign-in at ${healthCheckPath}. Health checks carry no session: set health-check-path to a path that is open.`,
    ],
    [/codes: \[5\d\d\]/, ({ healthCheckPath }) => `The app fails at ${healthCheckPath} itself; its log says why.`],
    [
        /Target\.(Timeout|FailedHealthChecks)|Request timed out|Health checks failed/i,
        ({ port }) => `Nothing answers on port ${port}. Does the app listen on container-port, and on 0.0.0.0 rather than on localhost alone?`,
    ],
    [/exited by themselves|Essential container/i, () => "The container's own log says why it ended."],
];
function evidenceTexts({ sight, logLines }) {
    const tasks = sight?.tasks ?? [];
    return [
        ...tasks.flatMap(({ stoppedReason, containers, target }) => [
            stoppedReason ?? "",
            ...containers.map(({ exitCode, reason }) => `${reason ?? ""}${exitCode === undefined ? "" : ` exit code ${exitCode}`}`),
            target ? `${target.reason ?? ""} ${target.description ?? ""}` : "",
        ]),
        ...(sight?.events ?? []),
        ...logLines,
    ];
}

;// CONCATENATED MODULE: ./build/bundle/service/sight.js
/** A service's event without the service's name, with which each begins. */
function eventText(event) {
    return event.replace(/^\(service [^)]*\) /, "");
}
/** Puts what ECS and ELBv2 answer into the form above. Pure. */
function rolloutSight({ service, deployment, tasks, targets, events, }) {
    const ours = service.deployments?.find(({ id }) => id === deployment);
    const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
    return {
        ...(ours && { deployment: deploymentSight(ours) }),
        ...(primary && {
            primary: { id: primary.id ?? "", revision: primary.taskDefinition ?? "", reason: primary.rolloutStateReason },
        }),
        service: {
            desired: service.desiredCount ?? 0,
            running: service.runningCount ?? 0,
            graceSeconds: service.healthCheckGracePeriodSeconds ?? 0,
        },
        tasks: tasks.map((task) => taskSight(task, targets)),
        events,
    };
}
function deploymentSight({ rolloutState, rolloutStateReason, desiredCount, runningCount, pendingCount, failedTasks, }) {
    return {
        rolloutState: rolloutState ?? "",
        reason: rolloutStateReason,
        desired: desiredCount ?? 0,
        running: runningCount ?? 0,
        pending: pendingCount ?? 0,
        failed: failedTasks ?? 0,
    };
}
function taskSight(task, targets) {
    const address = task.containers?.flatMap(({ networkInterfaces }) => networkInterfaces ?? [])[0]?.privateIpv4Address;
    const health = [...targets.values()].find(({ Target }) => address !== undefined && Target?.Id === address)?.TargetHealth;
    return {
        id: task.taskArn?.split("/").at(-1) ?? "",
        status: task.lastStatus ?? "",
        stopCode: task.stopCode,
        stoppedReason: task.stoppedReason,
        startedAt: task.startedAt?.getTime(),
        stoppedAt: (task.executionStoppedAt ?? task.stoppingAt ?? task.stoppedAt)?.getTime(),
        containers: (task.containers ?? []).map(({ name = "", exitCode, reason }) => ({ name, exitCode, reason })),
        ...(health && { target: { state: health.State ?? "", reason: health.Reason, description: health.Description } }),
    };
}

;// CONCATENATED MODULE: ./build/bundle/service/judge.js

const waiting = { verdict: "waiting" };
/**
 * Judges one look. Pure: what "clear" means is here and nowhere else.
 *
 * @param deployment the id of the deployment that this run started
 * @param now milliseconds since 1970
 */
function judgeRollout(sight, { deployment, desiredCount, now }) {
    const ours = sight.deployment;
    const clear = clearFailure(sight, now);
    if (ours?.rolloutState === "FAILED") {
        const reason = ours.reason ?? "ECS gave no reason";
        return clear ?? { verdict: "failed", code: "RolloutFailed", message: `ECS gave the deployment up: ${reason}` };
    }
    if (sight.primary?.id !== deployment)
        return displaced(sight, deployment);
    if (clear)
        return clear;
    if (ours?.rolloutState !== "COMPLETED")
        return waiting;
    const healthy = sight.tasks.filter(({ stopCode, target }) => stopCode === undefined && target?.state === "healthy");
    if (sight.service.running !== sight.service.desired || healthy.length < desiredCount)
        return waiting;
    // One task that crashed may have had its reasons. Whether the others do the same shows when they have lived as long.
    const lives = sight.tasks.filter(isExit).map(({ startedAt, stoppedAt = 0 }) => stoppedAt - (startedAt ?? stoppedAt));
    const proven = lives.length > 0 ? Math.max(...lives) + PROVEN_MS : 0;
    return healthy.every(({ startedAt = now }) => now - startedAt >= proven) ? { verdict: "complete" } : waiting;
}
/** How much longer than a crashed task the others have to live. */
const PROVEN_MS = 1000;
function isExit({ stopCode }) {
    return stopCode === "EssentialContainerExited";
}
/** Another deployment is the newest: ECS's own rollback, or somebody else's. Only the events say which. */
function displaced(sight, deployment) {
    const failed = sight.events.find((event) => event.includes(`(deployment ${deployment}) deployment failed`));
    if (failed) {
        const why = clearFailure(sight, 0);
        if (why?.verdict === "failed")
            return { ...why, message: `${why.message} ECS has begun to roll it back.` };
        return { verdict: "failed", code: "RolledBack", message: `ECS rolled it back: ${withoutStop(failed)}` };
    }
    const other = sight.primary ? `${sight.primary.id} of ${sight.primary.revision.split("/").at(-1)}` : "none";
    return {
        verdict: "failed",
        code: "RolloutSuperseded",
        message: `The deployment ${deployment} was superseded by ${other}: another run, or somebody by hand, has deployed since.`,
    };
}
/** A failure that waiting would only repeat, or undefined. */
function clearFailure({ tasks, events, service }, now) {
    const fail = (code, message) => ({ verdict: "failed", code, message });
    const stopped = tasks.filter(({ stopCode }) => stopCode !== undefined);
    const reasons = stopped.map(({ stoppedReason = "" }) => stoppedReason);
    const pulls = reasons.filter((reason) => reason.startsWith("CannotPull"));
    const pull = pulls.find((reason) => !isPassing(reason)) ?? (pulls.length > 1 ? pulls[0] : undefined);
    if (pull)
        return fail("ImageNotPulled", pull);
    const initialisations = reasons.filter((reason) => reason.startsWith("ResourceInitializationError"));
    const initialisation = initialisations.find((reason) => !isPassing(reason)) ??
        (initialisations.length > 1 ? initialisations[0] : undefined);
    if (initialisation)
        return fail("SecretNotRead", initialisation);
    // A role that was made a moment ago may not be known everywhere yet: once is no proof.
    const roles = [...reasons, ...events].filter((text) => /unable to assume the role/i.test(text));
    if (roles.length > 1)
        return fail("RoleNotAssumed", roles[0] ?? "");
    const capacity = [...reasons, ...events].filter((text) => /capacity is unavailable|unable to place a task because no/i.test(text));
    if (capacity.length > 1)
        return fail("NoCapacity", capacity[0] ?? "");
    const exited = stopped.filter(isExit);
    if (exited.length > 1)
        return fail("TasksExited", `${exited.length} tasks of this revision have exited by themselves, the last ${exitWords(exited.at(-1))}.`);
    // ECS itself waits for the grace period before it stops a task for its target's health.
    const unhealthy = reasons.find((reason) => /failed ELB health checks/i.test(reason));
    const due = events.findLast((event) => /is unhealthy in/.test(event));
    if (unhealthy)
        return fail("TargetsUnhealthy", `${unhealthy}${due ? `: ${withoutStop(due)}` : ""}.`);
    return unhealthyPastGrace(tasks, service.graceSeconds, now);
}
/** Every task of ours that runs has been unhealthy past the grace period, all for the same reason. */
function unhealthyPastGrace(tasks, graceSeconds, now) {
    const running = tasks.filter(({ status, stopCode }) => status === "RUNNING" && stopCode === undefined);
    const past = ({ startedAt }) => startedAt !== undefined && now - startedAt > (graceSeconds + 30) * 1000;
    const reasons = new Set(running.map(({ target }) => (target?.state === "unhealthy" ? `${target.reason}: ${target.description}` : "")));
    if (running.length === 0 || reasons.size !== 1 || reasons.has("") || !running.every(past))
        return undefined;
    return {
        verdict: "failed",
        code: "TargetsUnhealthy",
        message: `All ${running.length} targets are unhealthy, past the grace period of ${graceSeconds} s: ${[...reasons].join()}.`,
    };
}
/** Reasons that may be gone at the next try: networks, registries that are busy. */
function isPassing(reason) {
    return /timeout|timed out|deadline exceeded|connection reset|connection refused|EOF|toomanyrequests|429|5\d\d (Internal|Bad Gateway|Service|Gateway)|temporary/i.test(reason);
}
/** An event as part of a sentence of ours. */
function withoutStop(event) {
    return eventText(event).replace(/\.$/, "");
}
function exitWords(task) {
    const container = task?.containers.find(({ exitCode }) => exitCode !== undefined) ?? task?.containers[0];
    if (container?.exitCode === undefined)
        return `because: ${task?.stoppedReason ?? container?.reason ?? "no reason given"}`;
    return `with exit code ${container.exitCode}${container.reason ? ` (${container.reason})` : ""}`;
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(1851);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(5482);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commands/GetLogEventsCommand.js


class GetLogEventsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetLogEvents", schemas_0/* GetLogEvents$ */.IU$) {
}

;// CONCATENATED MODULE: ./build/bundle/service/logs.js

/** How many lines of a container's log are worth reading in a red step. */
const LINES = 50;
/**
 * The last lines that a container wrote, oldest first; none where it wrote nothing or they cannot be read. Evidence is
 * worth having and never worth failing for.
 *
 * @param task the task's id: the awslogs driver names streams `prefix/container/task`
 */
async function lastLogLines(client, { group, container, task, signal }) {
    try {
        const { events } = await client.send(new GetLogEventsCommand({
            logGroupName: group,
            logStreamName: `${container}/${container}/${task}`,
            limit: LINES,
            startFromHead: false,
        }), { abortSignal: signal });
        return (events ?? []).flatMap(({ message = "" }) => message.split("\n"));
    }
    catch (error) {
        if (signal.aborted)
            throw signal.reason;
        // A container that never started has no stream; a role may not be allowed to read it.
        if (error instanceof Error && error.name === "ResourceNotFoundException")
            return [];
        return [`(the log could not be read: ${error instanceof Error ? error.message : String(error)})`];
    }
}

// EXTERNAL MODULE: ./build/bundle/service/targets.js
var service_targets = __webpack_require__(3675);
;// CONCATENATED MODULE: ./build/bundle/service/follow.js









/** How many failed tasks' logs are worth reading: they tend to say the same. */
const LOGS_OF = 2;
/** How many of the service's events go into the evidence. */
const EVENTS = 10;
/**
 * Waits for one deployment, by its id, until it is complete or its failure is clear. Evidence is gathered while
 * waiting: afterwards ECS's own rollback has stopped the tasks, and a stopped task is forgotten within the hour.
 *
 * @param known ids of the service's events that are not news; by default all that are there at the first look
 * @throws ActionError with a RolloutFailure or ServiceGone as its code, a hint, and the evidence
 */
async function followDeployment(world, rollout, deployment, known) {
    const { ecs, loadBalancing, log, clock, signal } = world;
    const witness = createWitness(world, rollout, known);
    let first = true;
    await (0,poll/* poll */.w)(async () => {
        const [service, running, targets] = await Promise.all([
            (0,describe/* describeService */.J)(ecs, { ...rollout, signal }),
            (0,service_targets/* describeTasks */.y)(ecs, { ...rollout, deployment, desiredStatus: "RUNNING", signal }),
            (0,service_targets.describeTargets)(loadBalancing, { targetGroupArn: rollout.targetGroupArn, signal }),
        ]);
        if (!service)
            throw new errors/* ActionError */.lZ("ServiceGone", `The service ${rollout.service} was deleted during the rollout.`);
        const stopped = () => (0,service_targets/* describeTasks */.y)(ecs, { ...rollout, deployment, desiredStatus: "STOPPED", signal });
        const events = witness.hear(service);
        // Stopped tasks are asked for when there must be one: it is missing, counted as failed, or was replaced by more
        // tasks than were asked for. At the first look of a rollout that was made before nothing is known of that.
        const failed = service.deployments?.find(({ id }) => id === deployment)?.failedTasks ?? 0;
        const displaced = service.deployments?.some(({ status, id }) => status === "PRIMARY" && id !== deployment);
        const replaced = startedTasks(events) > rollout.desiredCount;
        const ask = failed > 0 || displaced || replaced || witness.misses(running) || (first && known === undefined);
        first = false;
        const tasks = ask ? [...running, ...(await stopped())] : running;
        const sight = witness.see(rolloutSight({ service, deployment, tasks, targets, events }));
        const judged = judgeRollout(sight, { deployment, desiredCount: rollout.desiredCount, now: clock.now() });
        show(world, rollout, sight);
        if (judged.verdict === "complete")
            return true;
        if (judged.verdict === "waiting")
            return undefined;
        const { evidence, logLines } = await witness.testify(sight);
        for (const { title, lines } of evidence) {
            log.info(title);
            for (const line of lines)
                log.info(`    ${line}`);
        }
        const lastWords = logLines.findLast((line) => line.trim() !== "");
        throw new errors/* ActionError */.lZ(judged.code, `The rollout of ${rollout.taskDefinitionArn.split("/").at(-1)} failed. ${judged.message}${lastWords ? ` Its last log line: ${lastWords.trim()}` : ""}`, {
            hint: rolloutHint({ message: judged.message, sight, logLines, ...rollout.symptoms }),
            evidence,
        });
    }, { clock, signal, least: 1000, most: 1000 });
}
/** How many tasks the service says it has started, in events such as "has started 2 tasks: (task a) (task b)." */
function startedTasks(events) {
    const started = events.filter((event) => /has started \d+ tasks/.test(event));
    return started.flatMap((event) => event.match(/\(task [^)]+\)/g) ?? []).length;
}
/** Remembers what ECS forgets: tasks that stopped, the reason their target was unhealthy, what they logged. */
function createWitness({ logs, signal }, rollout, known) {
    const tasks = new Map();
    const logLines = new Map();
    const heard = [];
    let heardIds = known && new Set(known);
    const read = (task) => {
        const reading = logs().then((client) => lastLogLines(client, { group: rollout.logGroup, container: names/* CONTAINER_NAME */.Cz, task, signal }));
        // Awaited when there is a failure to explain; until then a broken look at a log is no news.
        reading.catch(() => undefined);
        logLines.set(task, reading);
    };
    return {
        /** Whether a task that ran at the last look is not among these. */
        misses: (running) => {
            const ids = new Set(running.map(({ taskArn }) => taskArn?.split("/").at(-1)));
            return [...tasks.values()].some(({ id, stopCode }) => stopCode === undefined && !ids.has(id));
        },
        /** The events since the rollout began, oldest first. */
        hear: ({ events = [] }) => {
            heardIds ??= new Set(events.map(({ id = "" }) => id));
            for (const { id = "", message = "" } of [...events].reverse()) {
                if (heardIds.has(id))
                    continue;
                heardIds.add(id);
                heard.push(message);
            }
            return heard;
        },
        /** The sight with everything about its tasks that was seen before. */
        see: (sight) => {
            for (const task of sight.tasks) {
                const before = tasks.get(task.id);
                // A target that is being taken out says nothing of why; what it said before does.
                const target = task.target && task.target.state !== "draining" ? task.target : (before?.target ?? task.target);
                tasks.set(task.id, { ...before, ...task, ...(target && { target }) });
                const over = task.stopCode !== undefined && task.stopCode !== "ServiceSchedulerInitiated";
                if ((over || /failed ELB/.test(task.stoppedReason ?? "")) && !logLines.has(task.id) && logLines.size < LOGS_OF)
                    read(task.id);
            }
            // What is gone without having been seen to stop says nothing about how things are now.
            const current = new Set(sight.tasks.map(({ id }) => id));
            return {
                ...sight,
                tasks: [...tasks.values()].filter(({ id, stopCode }) => stopCode !== undefined || current.has(id)),
            };
        },
        testify: async (sight) => {
            // Unhealthy tasks still run: their log is read now, if no other was.
            for (const { id, target } of sight.tasks)
                if (target?.state === "unhealthy" && !logLines.has(id) && logLines.size < LOGS_OF)
                    read(id);
            const lines = await Promise.all([...logLines].map(async ([id, reading]) => [id, await reading]));
            const byTask = new Map(lines);
            const told = sight.tasks.filter(({ id, stopCode, target }) => stopCode !== undefined || byTask.has(id) || target?.state === "unhealthy");
            const evidence = told.slice(0, 5).map((task) => taskEvidence(task, byTask.get(task.id) ?? []));
            const events = sight.events.slice(-EVENTS).map(eventText);
            if (events.length > 0)
                evidence.push({ title: "Events of the service", lines: events });
            return { evidence, logLines: lines.flatMap(([, own]) => own) };
        },
    };
}
function taskEvidence(task, logLines) {
    const { target } = task;
    const lines = [
        ...(task.stoppedReason ? [`stopped: ${task.stoppedReason}`] : []),
        ...task.containers.flatMap(({ name, exitCode, reason }) => exitCode === undefined && !reason
            ? []
            : [`container ${name}: ${exitCode === undefined ? "" : `exit code ${exitCode} `}${reason ?? ""}`.trim()]),
        ...(target && target.state !== "healthy"
            ? [
                `target: ${target.state}${target.reason ? `, ${target.reason}` : ""}${target.description ? `: ${target.description}` : ""}`,
            ]
            : []),
        ...(logLines.length > 0 ? ["its last log lines:", ...logLines.map((line) => `| ${line}`)] : []),
    ];
    return { title: `Task ${task.id} (${task.status})`, lines };
}
/** Prints what has changed since the last look. */
function show({ log }, { desiredCount }, { deployment, tasks, events }) {
    for (const event of events) {
        // Two tasks make the same event twice; saying it once is enough.
        const line = eventText(event);
        log.change("ecs", line, `ecs ${line}`);
    }
    if (deployment) {
        const { running, desired, pending, failed, rolloutState } = deployment;
        log.change("rollout", `${running} of ${desired} running, ${pending} pending${failed ? `, ${failed} failed` : ""}, ${rolloutState}`);
    }
    for (const { id, stopCode, stoppedReason } of tasks)
        if (stopCode)
            log.change("task", `${id} stopped: ${stoppedReason}`, `task ${id}`);
    const running = tasks.filter(({ stopCode }) => stopCode === undefined);
    const healthy = running.filter(({ target }) => target?.state === "healthy").length;
    const others = running.flatMap(({ target }) => target && target.state !== "healthy" ? [`${target.state}${target.reason ? ` (${target.reason})` : ""}`] : []);
    const rest = [...new Set(others)].sort().join(", ");
    log.change("targets", `${healthy} of ${desiredCount} healthy${rest ? `, others ${rest}` : ""}`);
}


/***/ }),

/***/ 8518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  beginRestore: () => (/* binding */ beginRestore),
  isServing: () => (/* binding */ isServing),
  registerRevision: () => (/* binding */ registerRevision),
  rollOut: () => (/* binding */ rollOut),
  shortArn: () => (/* binding */ shortArn),
  stopService: () => (/* binding */ stopService),
  tagService: () => (/* binding */ tagService)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2588);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(4947);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/RegisterTaskDefinitionCommand.js


class RegisterTaskDefinitionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "RegisterTaskDefinition", schemas_0/* RegisterTaskDefinition$ */.k31) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/TagResourceCommand.js


class TagResourceCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "TagResource", schemas_0/* TagResource$ */.Jqp) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/UpdateServiceCommand.js
var UpdateServiceCommand = __webpack_require__(7188);
// EXTERNAL MODULE: ./build/bundle/lib/errors.js
var errors = __webpack_require__(5226);
// EXTERNAL MODULE: ./build/bundle/lib/poll.js
var poll = __webpack_require__(1812);
// EXTERNAL MODULE: ./build/bundle/plan/names.js
var names = __webpack_require__(2757);
// EXTERNAL MODULE: ./build/bundle/service/describe.js
var describe = __webpack_require__(4196);
// EXTERNAL MODULE: ./build/bundle/service/follow.js + 5 modules
var follow = __webpack_require__(1957);
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
 * @param tags what the service says of the run that moved it
 * @returns the deployment's id
 * @throws ActionError as followDeployment
 */
async function rollOut(world, rollout, move, tags) {
    // First the name of the run, then its work: a run that dies in between has claimed what the next one does.
    if (tags.length > 0)
        await tagService(world, rollout, tags);
    const service = await updateService(world, rollout, move);
    const deployment = primaryOf(service);
    world.log.change("rollout", `deployment ${deployment} of ${shortArn(rollout.taskDefinitionArn)}, ${rollout.desiredCount} tasks`);
    await (0,follow.followDeployment)(world, rollout, deployment, eventIds(service));
    return deployment;
}
/** Says on the service which run it is from, and until when it may stand. */
async function tagService({ ecs, signal }, { serviceArn }, tags) {
    await ecs.send(new TagResourceCommand({ resourceArn: serviceArn, tags: [...tags] }), { abortSignal: signal });
}
/** Asks for what ran before, without waiting: for a step that is out of time. */
async function beginRestore(world, rollout, move) {
    await updateService(world, rollout, move);
}
/**
 * Puts the count to 0 after a first rollout that failed: there is nothing to restore, and tasks that cannot start would
 * be started for ever. Waits until nothing runs.
 */
async function stopService(world, { cluster, service }) {
    await world.ecs.send(new UpdateServiceCommand/* UpdateServiceCommand */.k({ cluster, service, desiredCount: 0 }), { abortSignal: world.signal });
    await (0,poll/* poll */.w)(async () => {
        const found = await (0,describe/* describeService */.J)(world.ecs, { cluster, service, signal: world.signal });
        const left = (found?.runningCount ?? 0) + (found?.pendingCount ?? 0);
        world.log.change("rollout", `count set to 0; ${left} tasks left`);
        return left === 0 ? true : undefined;
    }, { clock: world.clock, signal: world.signal, least: 1000, most: 2000 });
}
/** Whether something runs that a failed rollout could be rolled back to. */
function isServing(before) {
    return before !== undefined && before.desiredCount > 0 && before.runningCount > 0;
}
/** `family:revision` of a task definition's ARN. */
function shortArn(arn) {
    return arn.split("/").at(-1) ?? arn;
}
async function updateService({ ecs, signal }, rollout, move) {
    const { service } = await ecs.send(new UpdateServiceCommand/* UpdateServiceCommand */.k({
        cluster: rollout.cluster,
        service: rollout.service,
        taskDefinition: rollout.taskDefinitionArn,
        desiredCount: rollout.desiredCount,
        ...(move.force && { forceNewDeployment: true }),
        ...(move.currentPort !== rollout.containerPort && {
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
            deploymentCircuitBreaker: { enable: true, rollback: move.mayRollBack },
        },
    }), { abortSignal: signal });
    if (!service?.serviceArn)
        throw new errors/* ActionError */.lZ("NoDeployment", "ECS took the update and answered without the service.");
    return service;
}
function primaryOf({ deployments }) {
    const id = deployments?.find(({ status }) => status === "PRIMARY")?.id;
    if (!id)
        throw new errors/* ActionError */.lZ("NoDeployment", "ECS took the update and shows no deployment for it.");
    return id;
}
function eventIds({ events = [] }) {
    return new Set(events.map(({ id }) => id ?? ""));
}


/***/ }),

/***/ 3675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeTargets: () => (/* binding */ describeTargets),
/* harmony export */   y: () => (/* binding */ describeTasks)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4810);
/* harmony import */ var _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8639);
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2_dist_es_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5611);


/** The targets of a target group by address, `10.0.1.7:80`. */
async function describeTargets(client, { targetGroupArn, signal }) {
    const { TargetHealthDescriptions } = await client.send(new _aws_sdk_client_elastic_load_balancing_v2_dist_es_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DescribeTargetHealthCommand */ .q({ TargetGroupArn: targetGroupArn }), { abortSignal: signal });
    return new Map(TargetHealthDescriptions?.map((target) => [`${target.Target?.Id}:${target.Target?.Port}`, target]));
}
/**
 * The tasks of one deployment, and if `adoptsTasks` all of its revision. ECS marks a service's tasks with the deployment's id (`startedBy`), by which ListTasks
 * filters only alone: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html
 */
async function describeTasks(client, { cluster, service, deployment, taskDefinitionArn, adoptsTasks = false, desiredStatus, signal, }) {
    const arns = [];
    let nextToken;
    do {
        const page = await client.send(new _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_1__/* .ListTasksCommand */ .M({ cluster, serviceName: service, desiredStatus, nextToken }), {
            abortSignal: signal,
        });
        arns.push(...(page.taskArns ?? []));
        nextToken = page.nextToken;
    } while (nextToken);
    // DescribeTasks takes 100 at a time.
    const batches = Array.from({ length: Math.ceil(arns.length / 100) }, (_, index) => arns.slice(index * 100, (index + 1) * 100));
    const described = await Promise.all(batches.map((tasks) => client.send(new _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_2__/* .DescribeTasksCommand */ .z({ cluster, tasks }), { abortSignal: signal })));
    return described
        .flatMap(({ tasks }) => tasks ?? [])
        .filter((task) => task.startedBy === deployment || (adoptsTasks && task.taskDefinitionArn === taskDefinitionArn));
}


/***/ })

};
