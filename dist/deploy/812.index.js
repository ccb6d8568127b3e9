export const id = 812;
export const ids = [812];
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

/***/ 6812:
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

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeTaskDefinitionCommand.js
var DescribeTaskDefinitionCommand = __webpack_require__(2511);
;// CONCATENATED MODULE: ./build/bundle/service/describe.js

/** A service as ECS describes it, or undefined if there is none or it was deleted. */
async function describeService(client, { cluster, service, signal }) {
    const { services } = await client.send(new DescribeServicesCommand({ cluster, services: [service], include: ["TAGS"] }), {
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
    const { taskDefinition } = await client.send(new DescribeTaskDefinitionCommand/* DescribeTaskDefinitionCommand */.Z({ taskDefinition: arn }), {
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
        deployment: primary && { id: primary.id ?? "", rolloutState: primary.rolloutState ?? "" },
    };
}


/***/ })

};
