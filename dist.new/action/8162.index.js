export const id = 8162;
export const ids = [8162];
export const modules = {

/***/ 8162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showRemoval: () => (/* binding */ showRemoval)
/* harmony export */ });
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);
/* harmony import */ var _plan_ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9248);
/* harmony import */ var _stacks_resources_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4013);
/* harmony import */ var _remove_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6718);
/* harmony import */ var _remove_leftovers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2067);
/* harmony import */ var _remove_records_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4873);






/**
 * A table of what a teardown would remove and what it would leave. Reads only.
 *
 * @throws ActionError for what the teardown itself would refuse
 */
async function showRemoval(world, request, report) {
    const rows = [];
    const { environment, platform, keepLogs } = request;
    const targets = environment ? [{ ...request, environment }] : [];
    if (platform) {
        const { observePlatform } = await __webpack_require__.e(/* import() */ 4863).then(__webpack_require__.bind(__webpack_require__, 4863));
        const found = await observePlatform(world, request);
        for (const { name, state, identity } of found.environments)
            if (identity.environment !== environment || identity.app !== request.app)
                targets.push({ ...identity, stackArn: state.arn, stackName: name });
        for (const id of [..._plan_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PLATFORM_STACKS */ .qp].reverse()) {
            const stack = found.platform.get(id);
            if (!stack)
                continue;
            rows.push(["platform", "stack", stack.name, "goes"]);
            if (id !== "alb")
                continue;
            const client = await world.clients.cloudFormation();
            const resources = (0,_stacks_resources_js__WEBPACK_IMPORTED_MODULE_5__/* .present */ .E)(await (0,_stacks_resources_js__WEBPACK_IMPORTED_MODULE_5__/* .stackResources */ .o)(client, stack.state.arn, world.signal));
            rows.push(...recordRows("platform", await (0,_remove_records_js__WEBPACK_IMPORTED_MODULE_4__/* .recordsOf */ .M$)(world, stack.state, resources)));
        }
    }
    const environments = await Promise.all(targets.map((target) => environmentRows(world, target, keepLogs)));
    const all = [...environments.flat(), ...rows];
    report.tables.push({
        title: "What would go",
        columns: ["environment", "what", "name", ""],
        rows: all.length > 0 ? all : [[environment ?? "platform", "nothing stands", "", ""]],
    });
    for (const [of, what, name, fate] of all)
        world.log.info(`Dry run: [${of}] ${what} ${name}: ${fate}`);
    if (all.length === 0)
        world.log.info("Dry run: nothing stands that would have to go.");
}
async function environmentRows(world, target, keepLogs) {
    const { environment } = target;
    const found = await (0,_remove_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .observeEnvironment */ .a)(world, target);
    const { stack, service, rules, name } = found;
    const client = await world.clients.cloudFormation();
    const [resources, revisions, groups] = await Promise.all([
        stack ? (0,_stacks_resources_js__WEBPACK_IMPORTED_MODULE_5__/* .stackResources */ .o)(client, stack.arn, world.signal) : [],
        (0,_remove_leftovers_js__WEBPACK_IMPORTED_MODULE_3__/* .listRevisions */ .VW)(world, name),
        (0,_remove_leftovers_js__WEBPACK_IMPORTED_MODULE_3__/* .listGroups */ .P$)(world, name),
    ]);
    const records = stack ? await (0,_remove_records_js__WEBPACK_IMPORTED_MODULE_4__/* .recordsOf */ .M$)(world, stack, (0,_stacks_resources_js__WEBPACK_IMPORTED_MODULE_5__/* .present */ .E)(resources)) : { go: [], stay: [] };
    const fate = (tags) => {
        const why = (0,_plan_ownership_js__WEBPACK_IMPORTED_MODULE_1__.whyNotOurs)(tags, target);
        return why === undefined ? "goes" : `stays, and the teardown is red: ${why}`;
    };
    return [
        ...rules.map((arn) => [environment, "listener rule", arn, "goes"]),
        ...(service ? [[environment, "service with its tasks", service.service, "goes"]] : []),
        ...(stack ? [[environment, "stack", name, `goes (${stack.status})`]] : []),
        ...revisions.map(({ arn, tags }) => [environment, "task definition", arn.split("/").at(-1) ?? arn, fate(tags)]),
        ...groups.map((group) => [
            environment,
            "log group",
            group.name,
            (keepLogs || group.tags[_plan_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.kept]) && (0,_plan_ownership_js__WEBPACK_IMPORTED_MODULE_1__.whyNotOurs)(group.tags, target) === undefined
                ? "stays (keep-logs)"
                : fate(group.tags),
        ]),
        ...recordRows(environment, records),
    ];
}
function recordRows(of, { go, stay }) {
    return [
        ...go.map((record) => [of, "validation record", record.name, "goes"]),
        ...stay.map(({ record, why }) => [of, "validation record", record.name, `stays: ${why}`]),
    ];
}


/***/ })

};
