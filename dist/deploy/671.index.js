export const id = 671;
export const ids = [671];
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

/***/ 4671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  retireRevisions: () => (/* binding */ retireRevisions)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2588);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(4947);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/ListTaskDefinitionsCommand.js


class ListTaskDefinitionsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListTaskDefinitions", schemas_0/* ListTaskDefinitions$ */.mbS) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeTaskDefinitionCommand.js
var DescribeTaskDefinitionCommand = __webpack_require__(2511);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ecs/dist-es/commands/DeregisterTaskDefinitionCommand.js


class DeregisterTaskDefinitionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeregisterTaskDefinition", schemas_0/* DeregisterTaskDefinition$ */.lkq) {
}

;// CONCATENATED MODULE: ./build/bundle/service/revisions.js

/** How many revisions of an environment stay registered, to go back to by hand. */
const KEPT = 10;
/**
 * Deregisters the revisions of a family beyond the newest ten, if this action registered them.
 *
 * @param current the ARN of the revision that runs; its number tells whether there can be anything to do
 * @param mark a tag that the action puts on each revision: the stack's own bootstrap revision is without it
 * @returns how many were deregistered
 */
async function retireRevisions(client, { current, mark, signal }) {
    const [family = "", number = "0"] = (current.split("/").at(-1) ?? "").split(":");
    if (Number(number) <= KEPT)
        return 0;
    const arns = [];
    let nextToken;
    do {
        const page = await client.send(new ListTaskDefinitionsCommand({ familyPrefix: family, status: "ACTIVE", sort: "DESC", nextToken }), { abortSignal: signal });
        arns.push(...(page.taskDefinitionArns ?? []));
        nextToken = page.nextToken;
    } while (nextToken);
    // A prefix is not a name: pr-1 is the beginning of pr-12.
    const own = arns.filter((arn) => arn.split("/").at(-1)?.split(":")[0] === family && arn !== current);
    const retired = await Promise.all(own.slice(KEPT - 1).map(async (taskDefinition) => {
        const { tags } = await client.send(new DescribeTaskDefinitionCommand/* DescribeTaskDefinitionCommand */.Z({ taskDefinition, include: ["TAGS"] }), {
            abortSignal: signal,
        });
        if (!tags?.some(({ key }) => key === mark))
            return 0;
        await client.send(new DeregisterTaskDefinitionCommand({ taskDefinition }), { abortSignal: signal });
        return 1;
    }));
    return retired.reduce((sum, one) => sum + one, 0);
}


/***/ })

};
