export const id = 728;
export const ids = [728];
export const modules = {

/***/ 728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ describeService),
/* harmony export */   observeService: () => (/* binding */ observeService)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(212);

/** A service as ECS describes it, or undefined if there is none or it was deleted. */
async function describeService(client, { cluster, service, signal }) {
    const { services } = await client.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__.DescribeServicesCommand({ cluster, services: [service] }), {
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
    const { taskDefinition } = await client.send(new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__.DescribeTaskDefinitionCommand({ taskDefinition: arn }), {
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


/***/ })

};
