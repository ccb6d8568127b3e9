export const id = 9947;
export const ids = [9947,4196];
export const modules = {

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

/***/ 9947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drainService: () => (/* binding */ drainService),
/* harmony export */   lookAt: () => (/* binding */ lookAt),
/* harmony export */   serviceOf: () => (/* binding */ serviceOf)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7188);
/* harmony import */ var _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4810);
/* harmony import */ var _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8639);
/* harmony import */ var _lib_poll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1812);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4196);



/**
 * Sets a service's count to 0 and waits until none of its tasks is left, so that none of their network interfaces is in
 * the way of what is deleted next. A deploy that is still running may raise the count again: it is put back to 0.
 *
 * @param label what it is, for the log
 * @returns how many tasks there were
 */
async function drainService(world, { cluster, service, label }) {
    let most = 0;
    await (0,_lib_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .poll */ .w)(async () => {
        const found = await lookAt(world, cluster, service);
        if (!found)
            return true;
        if ((found.desiredCount ?? 0) > 0)
            await setToZero(world, cluster, service);
        const left = await tasksLeft(world, cluster, service);
        most = Math.max(most, left);
        if (left === 0 && (found.desiredCount ?? 0) === 0 && (found.pendingCount ?? 0) === 0)
            return true;
        world.log.change(label, `count set to 0; ${left} tasks left`, `${label}/drain`);
        return undefined;
    }, { ...world, least: 1000, most: 3000 });
    return most;
}
/** The cluster and the name in a service's ARN: arn:aws:ecs:REGION:ACCOUNT:service/CLUSTER/NAME. */
function serviceOf(arn) {
    const [, cluster, service] = arn.match(/^arn:[^:]+:ecs:[^:]*:\d{12}:service\/([^/]+)\/([^/]+)$/) ?? [];
    return cluster && service ? { cluster, service } : undefined;
}
/** A service, or undefined if it is gone, alone or with its cluster. */
async function lookAt({ ecs, signal }, cluster, service) {
    return await unlessGone((0,_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .describeService */ .J)(ecs, { cluster, service, signal }));
}
async function setToZero({ ecs, signal }, cluster, service) {
    await unlessGone(ecs.send(new _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_2__/* .UpdateServiceCommand */ .k({ cluster, service, desiredCount: 0 }), { abortSignal: signal }));
}
/** Tasks that have not come to their end: a task that is being stopped keeps its network interface until it has. */
async function tasksLeft({ ecs, signal }, cluster, service) {
    const arns = [];
    for (const desiredStatus of ["RUNNING", "STOPPED"]) {
        let nextToken;
        do {
            const page = await unlessGone(ecs.send(new _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ListTasksCommand */ .M({ cluster, serviceName: service, desiredStatus, nextToken }), {
                abortSignal: signal,
            }));
            arns.push(...(page?.taskArns ?? []));
            nextToken = page?.nextToken;
        } while (nextToken);
    }
    let left = 0;
    // DescribeTasks takes 100 at a time.
    for (let from = 0; from < arns.length; from += 100) {
        const page = await unlessGone(ecs.send(new _aws_sdk_client_ecs_dist_es_index_js__WEBPACK_IMPORTED_MODULE_4__/* .DescribeTasksCommand */ .z({ cluster, tasks: arns.slice(from, from + 100) }), { abortSignal: signal }));
        left += (page?.tasks ?? []).filter(({ lastStatus }) => !/^(STOPPED|DELETED)$/.test(lastStatus ?? "")).length;
    }
    return left;
}
async function unlessGone(call) {
    try {
        return await call;
    }
    catch (error) {
        if (error instanceof Error && /^(ServiceNotFound|ServiceNotActive|ClusterNotFound)(Exception)?$/.test(error.name))
            return undefined;
        throw error;
    }
}


/***/ })

};
