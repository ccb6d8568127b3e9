export const id = 6718;
export const ids = [6718];
export const modules = {

/***/ 6718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ observeEnvironment),
/* harmony export */   removeEnvironment: () => (/* binding */ removeEnvironment)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5226);
/* harmony import */ var _lib_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1812);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2757);
/* harmony import */ var _plan_ownership_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9248);
/* harmony import */ var _stacks_delete_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1265);
/* harmony import */ var _stacks_describe_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5945);
/* harmony import */ var _stacks_resources_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4013);
/* harmony import */ var _remove_leftovers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2067);
/* harmony import */ var _remove_records_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4873);









/**
 * Removes one environment and everything that was made for it: out of the routing first, then the service's tasks, the
 * stack, and what no stack owns (revisions, log groups, the certificate's validation record). Nothing is touched that
 * does not carry the environment's full set of tags. Running it again goes on where another run has stopped.
 *
 * @returns `removed` only after having looked at all of it again
 * @throws ActionError NotOurs or StackProtected (nothing was touched), StackLeft, NotRemoved with what is left and why,
 *   DeployedAgain
 */
async function removeEnvironment(world, target, { keepLogs }) {
    const found = await observeEnvironment(world, target);
    const lines = [];
    const log = (line) => {
        lines.push(line);
        world.log.info(`[${target.environment}] ${STAYS.test(line) ? "" : "gone: "}${line}`);
    };
    // Out of the routing at once; the rest is slower.
    for (const line of await removeRules(world, target, found))
        log(line);
    let records = { go: [], stay: [] };
    if (found.stack) {
        const { arn } = found.stack;
        const removed = await deleteEnvironmentStack(world, target, found, arn, {
            onLine: log,
            onRecords: (known) => {
                records = known;
            },
        });
        if (removed)
            log(`stack ${found.name}`);
    }
    await refuseIfBack(world, found);
    const left = [];
    // A creation that was under way may have put them in after we had taken them out.
    for (const line of await (0,_remove_records_js__WEBPACK_IMPORTED_MODULE_6__/* .removeRecords */ .DR)(world, records.go))
        log(line);
    const [revisions, logGroups] = await Promise.all([(0,_remove_leftovers_js__WEBPACK_IMPORTED_MODULE_5__/* .listRevisions */ .VW)(world, found.name), (0,_remove_leftovers_js__WEBPACK_IMPORTED_MODULE_5__/* .listGroups */ .P$)(world, found.name)]);
    left.push(...(await (0,_remove_leftovers_js__WEBPACK_IMPORTED_MODULE_5__/* .removeFamily */ .bZ)(world, target, revisions, log)));
    left.push(...(await (0,_remove_leftovers_js__WEBPACK_IMPORTED_MODULE_5__/* .removeLogGroups */ .Fc)(world, target, logGroups, keepLogs, log)));
    left.push(...(await provenGone(world, () => lookAgain(world, target, found, records, keepLogs))));
    for (const { record, why } of records.stay)
        log(`stays: validation record ${record.name}, since ${why}`);
    if (left.length > 0)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("NotRemoved", `The environment ${target.environment} of ${target.app} is not gone altogether. Left: ${[...new Set(left)].join("; ")}.`, { hint: LEFT_HINT });
    const { pullRequest, commit } = found;
    return {
        outcome: lines.some((line) => !STAYS.test(line)) ? "removed" : "already gone",
        lines,
        ...(pullRequest !== undefined && { pullRequest }),
        ...(commit !== undefined && { commit }),
    };
}
/** What a line about something begins with that was left on purpose. */
const STAYS = /^stays: /;
const LEFT_HINT = "What carries other tags is not touched: delete it by hand if nothing needs it, or give it the environment's tags. Then run the teardown again.";
/**
 * Looks at an environment, and whether what stands is known to be it. Reads only.
 *
 * @throws ActionError NotOurs, StackProtected
 */
async function observeEnvironment(world, target) {
    const name = target.stackName ?? (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .stackName */ .Qx)("ecs-service", target);
    const client = await world.clients.cloudFormation();
    const [stack, platform] = await Promise.all([
        (0,_stacks_describe_js__WEBPACK_IMPORTED_MODULE_7__.describeStack)(client, target.stackArn ?? name, world.signal),
        (0,_stacks_describe_js__WEBPACK_IMPORTED_MODULE_7__.describeStack)(client, (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .stackName */ .Qx)("alb", target), world.signal),
    ]);
    const standing = stack && stack.status !== "DELETE_COMPLETE" ? stack : undefined;
    if (standing)
        refuseForeign(`The stack ${name}`, (0,_plan_ownership_js__WEBPACK_IMPORTED_MODULE_3__.whyNotOurs)(standing.tags, target));
    if (standing?.isProtected)
        throw (0,_stacks_delete_js__WEBPACK_IMPORTED_MODULE_4__/* .protectedError */ .l)(name, target.environment);
    const listenerArn = standing?.parameters.HttpsListenerArn ??
        (platform?.tags[_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.domain] === target.domain ? platform.outputs.HttpsListenerArn : undefined);
    const [service, rules] = await Promise.all([
        standing && findService(world, target, standing),
        listenerArn ? ownRules(world, target, listenerArn) : [],
    ]);
    const pullRequest = standing?.tags[_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.pullRequest];
    return {
        name,
        ...(standing && { stack: standing }),
        ...(service && { service }),
        ...(service?.commit && { commit: service.commit }),
        ...(pullRequest && { pullRequest: Number(pullRequest) }),
        ...(listenerArn && { listenerArn }),
        rules,
    };
}
function refuseForeign(what, why) {
    if (why === undefined)
        return;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("NotOurs", `${what} is not known to be this environment's: ${why}. Nothing was touched.`, {
        hint: "Give the domain, app and environment with which it was deployed, in the repository that deployed it. What this action did not make has to be removed by hand.",
    });
}
/** The stack's service, if it is there and carries the same tags. */
async function findService(world, target, stack) {
    const resources = (0,_stacks_resources_js__WEBPACK_IMPORTED_MODULE_8__/* .present */ .E)(await (0,_stacks_resources_js__WEBPACK_IMPORTED_MODULE_8__/* .stackResources */ .o)(await world.clients.cloudFormation(), stack.arn, world.signal));
    const arn = resources.find(({ type }) => type === "AWS::ECS::Service")?.physicalId;
    if (!arn)
        return undefined;
    const { lookAt, serviceOf } = await Promise.all(/* import() */[__webpack_require__.e(8802), __webpack_require__.e(9947)]).then(__webpack_require__.bind(__webpack_require__, 9947));
    const names = serviceOf(arn);
    if (!names)
        return undefined;
    const found = await lookAt({ ecs: await world.clients.ecs(), signal: world.signal }, names.cluster, names.service);
    if (!found)
        return undefined;
    const tags = Object.fromEntries((found.tags ?? []).map(({ key = "", value = "" }) => [key, value]));
    refuseForeign(`The service ${names.service}`, (0,_plan_ownership_js__WEBPACK_IMPORTED_MODULE_3__.whyNotOurs)(tags, target));
    return { ...names, commit: tags[_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.commit] };
}
async function ownRules(world, target, listenerArn) {
    const [{ taggedRules }, client] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(7374), __webpack_require__.e(2018)]).then(__webpack_require__.bind(__webpack_require__, 2018)), world.clients.loadBalancing()]);
    const rules = await taggedRules(client, listenerArn, world.signal);
    // Whatever else is on the listener is somebody else's, and none of our business.
    return rules.filter(({ tags }) => (0,_plan_ownership_js__WEBPACK_IMPORTED_MODULE_3__.whyNotOurs)(tags, target) === undefined).map(({ arn }) => arn);
}
async function removeRules(world, target, { rules }) {
    if (rules.length === 0)
        return [];
    const [{ deleteRule }, client] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(7374), __webpack_require__.e(2018)]).then(__webpack_require__.bind(__webpack_require__, 2018)), world.clients.loadBalancing()]);
    await world.timeline.measure(target.environment, "out of the routing", () => Promise.all(rules.map((arn) => deleteRule(client, arn, world.signal))));
    return [`${rules.length} listener ${rules.length === 1 ? "rule" : "rules"}`];
}
/** @returns whether there was a stack to delete */
async function deleteEnvironmentStack(world, target, { name }, arn, { onLine, onRecords }) {
    const client = await world.clients.cloudFormation();
    const label = target.environment;
    return await world.timeline.measure(label, "stack", () => (0,_stacks_delete_js__WEBPACK_IMPORTED_MODULE_4__/* .removeStack */ .p)({ client, ec2: world.clients.ec2, log: world.log, clock: world.clock, signal: world.signal }, {
        arn,
        name,
        label,
        before: async (state) => {
            // What an update or a creation has made since we looked first is looked at again.
            refuseForeign(`The stack ${name}`, (0,_plan_ownership_js__WEBPACK_IMPORTED_MODULE_3__.whyNotOurs)(state.tags, target));
            const resources = (0,_stacks_resources_js__WEBPACK_IMPORTED_MODULE_8__/* .present */ .E)(await (0,_stacks_resources_js__WEBPACK_IMPORTED_MODULE_8__/* .stackResources */ .o)(client, arn, world.signal));
            const listenerArn = state.parameters.HttpsListenerArn;
            const [records, service, rules] = await Promise.all([
                (0,_remove_records_js__WEBPACK_IMPORTED_MODULE_6__/* .recordsOf */ .M$)(world, state, resources),
                findService(world, target, state),
                listenerArn ? ownRules(world, target, listenerArn) : [],
            ]);
            onRecords(records);
            for (const line of await removeRules(world, target, { rules }))
                onLine(line);
            if (service) {
                const { drainService } = await Promise.all(/* import() */[__webpack_require__.e(8802), __webpack_require__.e(9947)]).then(__webpack_require__.bind(__webpack_require__, 9947));
                const ecs = await world.clients.ecs();
                const tasks = await world.timeline.measure(label, "tasks", () => drainService({ ...world, ecs }, { ...service, label }));
                if (tasks > 0)
                    onLine(`${tasks} ${tasks === 1 ? "task" : "tasks"} of the service ${service.service}`);
            }
            for (const line of await (0,_remove_records_js__WEBPACK_IMPORTED_MODULE_6__/* .removeRecords */ .DR)(world, records.go))
                onLine(line);
        },
    }));
}
/** What has its name by now is another stack's: its revisions and logs are not ours to remove. */
async function refuseIfBack(world, { name, stack }) {
    const now = await (0,_stacks_describe_js__WEBPACK_IMPORTED_MODULE_7__.describeStack)(await world.clients.cloudFormation(), name, world.signal);
    if (!now || now.status === "DELETE_COMPLETE")
        return;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("DeployedAgain", `The stack ${name} ${stack ? "was removed, and has been created again meanwhile" : "was created meanwhile"} (${now.status}).`, { hint: "A deploy has brought the environment back. If it should be gone, run the teardown again." });
}
/** How long what was deleted may still be shown, in milliseconds: ECS and CloudWatch Logs are a moment behind. */
const LAG_MS = 30_000;
/** Looks until nothing is left, or for as long as AWS may be behind. @returns what is left then */
async function provenGone(world, look) {
    const until = world.clock.now() + LAG_MS;
    return await (0,_lib_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(async () => {
        const left = await look();
        return left.length === 0 || world.clock.now() >= until ? left : undefined;
    }, world);
}
/** A second look at everything, since nothing is said to be gone that was only asked to go. @returns what still stands */
async function lookAgain(world, target, { name, stack, service, listenerArn }, records, keepLogs) {
    const client = await world.clients.cloudFormation();
    const [state, found, rules, revisions, groups, standing] = await Promise.all([
        stack && (0,_stacks_describe_js__WEBPACK_IMPORTED_MODULE_7__.describeStack)(client, stack.arn, world.signal),
        service && stillThere(world, service),
        listenerArn ? ownRules(world, target, listenerArn) : [],
        (0,_remove_leftovers_js__WEBPACK_IMPORTED_MODULE_5__/* .listRevisions */ .VW)(world, name),
        (0,_remove_leftovers_js__WEBPACK_IMPORTED_MODULE_5__/* .listGroups */ .P$)(world, name),
        (0,_remove_records_js__WEBPACK_IMPORTED_MODULE_6__/* .standingRecords */ .RY)(world, records.go),
    ]);
    const isOurs = (tags) => (0,_plan_ownership_js__WEBPACK_IMPORTED_MODULE_3__.whyNotOurs)(tags, target) === undefined;
    return [
        ...(state && state.status !== "DELETE_COMPLETE" ? [`stack ${name} (${state.status})`] : []),
        ...(found ? [`service ${service?.service} (${found})`] : []),
        ...rules.map((arn) => `listener rule ${arn}`),
        ...revisions.filter(({ tags }) => isOurs(tags)).map(({ arn }) => `task definition ${arn.split("/").at(-1)}`),
        ...groups
            .filter(({ tags }) => isOurs(tags) && !keepLogs && tags[_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.kept] === undefined)
            .map((group) => `log group ${group.name}`),
        ...standing.map((record) => `validation record ${record.name}`),
    ];
}
async function stillThere(world, { cluster, service }) {
    const { lookAt } = await Promise.all(/* import() */[__webpack_require__.e(8802), __webpack_require__.e(9947)]).then(__webpack_require__.bind(__webpack_require__, 9947));
    const found = await lookAt({ ecs: await world.clients.ecs(), signal: world.signal }, cluster, service);
    return found && (found.status ?? "ACTIVE");
}


/***/ }),

/***/ 2067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fc: () => (/* binding */ removeLogGroups),
/* harmony export */   P$: () => (/* binding */ listGroups),
/* harmony export */   VW: () => (/* binding */ listRevisions),
/* harmony export */   bZ: () => (/* binding */ removeFamily)
/* harmony export */ });
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);
/* harmony import */ var _plan_ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9248);


/** The revisions of exactly this family. */
async function listRevisions(world, family) {
    const [{ standingRevisions }, ecs] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8802), __webpack_require__.e(8608)]).then(__webpack_require__.bind(__webpack_require__, 8608)),
        world.clients.ecs(),
    ]);
    return await standingRevisions(ecs, family, world.signal);
}
/** CloudFormation names a log group after its stack and its logical id. */
async function listGroups(world, stack) {
    const [{ listLogGroups }, logs] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(2539), __webpack_require__.e(3969)]).then(__webpack_require__.bind(__webpack_require__, 3969)), world.clients.logs()]);
    return await listLogGroups(logs, `${stack}-LogGroup-`, world.signal);
}
/**
 * Deregisters and deletes those revisions that carry the environment's tags.
 *
 * @returns what is left of the family, and why
 */
async function removeFamily(world, target, revisions, onLine) {
    if (revisions.length === 0)
        return [];
    const judged = revisions.map((revision) => ({ revision, why: (0,_plan_ownership_js__WEBPACK_IMPORTED_MODULE_1__.whyNotOurs)(revision.tags, target) }));
    const ours = judged.filter(({ why }) => why === undefined).map(({ revision }) => revision);
    const [{ removeRevisions }, ecs] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(8802), __webpack_require__.e(8608)]).then(__webpack_require__.bind(__webpack_require__, 8608)), world.clients.ecs()]);
    const problems = await world.timeline.measure(target.environment, "task definitions", () => removeRevisions(ecs, ours, world.signal));
    const gone = ours.length - problems.length;
    if (gone > 0)
        onLine(`${gone} task definition ${gone === 1 ? "revision" : "revisions"}`);
    return [
        ...problems.map((problem) => `task definition ${problem}`),
        ...judged.flatMap(({ revision, why }) => why === undefined ? [] : [`task definition ${revision.arn.split("/").at(-1)}: ${why}`]),
    ];
}
/**
 * Deletes those log groups that carry the environment's tags, or marks them as kept.
 *
 * @returns what is left of the log groups, and why
 */
async function removeLogGroups(world, target, groups, keepLogs, onLine) {
    if (groups.length === 0)
        return [];
    const { deleteLogGroup, tagLogGroup } = await Promise.all(/* import() */[__webpack_require__.e(2539), __webpack_require__.e(3969)]).then(__webpack_require__.bind(__webpack_require__, 3969));
    const logs = await world.clients.logs();
    const left = [];
    for (const { name, arn, tags } of groups) {
        const why = (0,_plan_ownership_js__WEBPACK_IMPORTED_MODULE_1__.whyNotOurs)(tags, target);
        const wasKept = tags[_plan_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.kept] !== undefined;
        if (why !== undefined)
            left.push(`log group ${name}: ${why}`);
        else if (keepLogs || wasKept) {
            // The tag keeps every later teardown and sweep from deleting it.
            if (!wasKept)
                await tagLogGroup(logs, { arn, key: _plan_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.kept, value: new Date(world.clock.now()).toISOString() }, world.signal);
            onLine(`stays: log group ${name} (${keepLogs ? "keep-logs" : "kept by an earlier teardown"}); when nobody needs it any more: aws logs delete-log-group --log-group-name ${name}`);
        }
        else {
            await deleteLogGroup(logs, name, world.signal);
            onLine(`log group ${name}`);
        }
    }
    return left;
}


/***/ }),

/***/ 4873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DR: () => (/* binding */ removeRecords),
/* harmony export */   M$: () => (/* binding */ recordsOf),
/* harmony export */   RY: () => (/* binding */ standingRecords)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5226);

const NONE = { go: [], stay: [] };
/**
 * The validation records that nothing needs once the certificate of this stack is gone. They have to be known before:
 * afterwards nothing tells which they were. Doubt keeps.
 */
async function recordsOf(world, stack, resources) {
    const certificateArn = resources.find(({ type }) => type === "AWS::CertificateManager::Certificate")?.physicalId;
    const zone = stack.parameters.HostedZoneId;
    if (!certificateArn?.startsWith("arn:") || !zone)
        return NONE;
    const { validationRecords } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(8613), __webpack_require__.e(6045)]).then(__webpack_require__.bind(__webpack_require__, 6045));
    const records = await validationRecords(await world.clients.acm(), { certificateArn, zone, signal: world.signal });
    if (records.length === 0)
        return NONE;
    const domains = new Set(records.map(({ domain }) => domain));
    const others = await certificatesElsewhere(world, domains, certificateArn);
    if (typeof others === "string")
        return { go: [], stay: records.map((record) => ({ record, why: others })) };
    const needed = new Map(others.map(({ domain, arn }) => [domain, arn]));
    return {
        go: records.filter(({ domain }) => !needed.has(domain)),
        stay: records.flatMap((record) => {
            const arn = needed.get(record.domain);
            return arn ? [{ record, why: `the certificate ${arn} needs it too` }] : [];
        }),
    };
}
/** Deletes records. @returns a line for each that was there */
async function removeRecords(world, records) {
    if (records.length === 0)
        return [];
    const [{ deleteRecord }, route53] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(8613), __webpack_require__.e(6045)]).then(__webpack_require__.bind(__webpack_require__, 6045)),
        world.clients.route53(),
    ]);
    const lines = [];
    // One after the other: Route 53 takes one change of a zone at a time.
    for (const record of records)
        if (await deleteRecord(route53, record, world.signal))
            lines.push(`validation record ${record.name}`);
    return lines;
}
/** The records that are still in their zones. */
async function standingRecords(world, records) {
    if (records.length === 0)
        return [];
    const [{ findRecord }, route53] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(8613), __webpack_require__.e(6045)]).then(__webpack_require__.bind(__webpack_require__, 6045)),
        world.clients.route53(),
    ]);
    const found = await Promise.all(records.map((record) => findRecord(route53, record, world.signal)));
    return records.filter((_, index) => found[index] !== undefined);
}
/** Certificates for the same names in all regions of the account, or why that cannot be told. */
async function certificatesElsewhere(world, domains, except) {
    const { clients, signal } = world;
    const [{ otherCertificates }, { DescribeRegionsCommand }, ec2] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(8613), __webpack_require__.e(6045)]).then(__webpack_require__.bind(__webpack_require__, 6045)),
        __webpack_require__.e(/* import() */ 3913).then(__webpack_require__.bind(__webpack_require__, 3913)),
        clients.ec2(),
    ]);
    try {
        const [{ Regions = [] }, own] = await Promise.all([
            ec2.send(new DescribeRegionsCommand({}), { abortSignal: signal }),
            (await clients.acm()).config.region(),
        ]);
        const regions = new Set([own, ...Regions.flatMap(({ RegionName }) => RegionName ?? [])]);
        const found = await Promise.all([...regions].map(async (region) => otherCertificates(await clients.acm(region === own ? undefined : region), { domains, except, signal })));
        return found.flat();
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        return `it cannot be told whether another certificate needs it (${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)})`;
    }
}


/***/ }),

/***/ 1265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ protectedError),
  p: () => (/* binding */ removeStack)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(1673);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(160);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/commands/CancelUpdateStackCommand.js


class CancelUpdateStackCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CancelUpdateStack", schemas_0/* CancelUpdateStack$ */.IIx) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DeleteStackCommand.js
var DeleteStackCommand = __webpack_require__(6252);
// EXTERNAL MODULE: ./build/bundle/lib/errors.js
var errors = __webpack_require__(5226);
// EXTERNAL MODULE: ./build/bundle/lib/poll.js
var poll = __webpack_require__(1812);
;// CONCATENATED MODULE: ./build/bundle/plan/deletion.js
/**
 * Total over the SDK's enum. A creation may be deleted while it goes on; an update has to be cancelled first, and only
 * UPDATE_IN_PROGRESS can be: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CancelUpdateStack.html
 */
const STEP = {
    CREATE_IN_PROGRESS: "delete",
    CREATE_FAILED: "delete",
    CREATE_COMPLETE: "delete",
    ROLLBACK_IN_PROGRESS: "wait",
    ROLLBACK_FAILED: "delete",
    ROLLBACK_COMPLETE: "delete",
    DELETE_IN_PROGRESS: "wait",
    DELETE_FAILED: "delete",
    DELETE_COMPLETE: "gone",
    UPDATE_IN_PROGRESS: "cancel update",
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: "wait",
    UPDATE_COMPLETE: "delete",
    UPDATE_FAILED: "delete",
    UPDATE_ROLLBACK_IN_PROGRESS: "wait",
    UPDATE_ROLLBACK_FAILED: "delete",
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: "wait",
    UPDATE_ROLLBACK_COMPLETE: "delete",
    REVIEW_IN_PROGRESS: "delete",
    IMPORT_IN_PROGRESS: "wait",
    IMPORT_COMPLETE: "delete",
    IMPORT_ROLLBACK_IN_PROGRESS: "wait",
    IMPORT_ROLLBACK_FAILED: "delete",
    IMPORT_ROLLBACK_COMPLETE: "delete",
};
/** @throws Error for a status that CloudFormation has learned since: guessing would be worse */
function decideDeletion(status) {
    const step = STEP[status];
    if (!step)
        throw new Error(`CloudFormation answers a stack status that this action does not know: ${status}`);
    return step;
}
/**
 * Whether what keeps a resource from being deleted goes by itself: AWS was busy, or something that is being deleted
 * itself still uses it. A refusal or protection stays until a person does something.
 */
function mayPass({ type, reason }) {
    if (/AccessDenied|not authorized|UnauthorizedOperation|deletion protection|TerminationProtection/i.test(reason))
        return false;
    if (/rate exceeded|throttl|HandlerErrorCode: (Throttling|ServiceInternalError|InternalFailure|NetworkFailure|ServiceTimeout)|internal (failure|error)|service ?unavailable/i.test(reason))
        return true;
    if (type.startsWith("AWS::EC2::"))
        return /DependencyViolation|dependent object|has dependencies|mapped public address|in use/i.test(reason);
    // ACM learns a moment late that a listener has let go of a certificate, ELBv2 that a rule is gone, ECS that tasks are.
    return (/^AWS::(CertificateManager::Certificate|ElasticLoadBalancingV2::TargetGroup|ECS::)/.test(type) &&
        /in use|ResourceInUse|ContainsTasks|ContainsServices|active services/i.test(reason));
}

// EXTERNAL MODULE: ./build/bundle/stacks/conflicts.js
var conflicts = __webpack_require__(4080);
// EXTERNAL MODULE: ./build/bundle/stacks/describe.js + 3 modules
var describe = __webpack_require__(5945);
// EXTERNAL MODULE: ./build/bundle/stacks/hints.js
var hints = __webpack_require__(2809);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/pagination/DescribeNetworkInterfacesPaginator.js
var DescribeNetworkInterfacesPaginator = __webpack_require__(4584);
;// CONCATENATED MODULE: ./build/bundle/stacks/network-interfaces.js

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfaces.html */
const FILTER = {
    "AWS::EC2::SecurityGroup": "group-id",
    "AWS::EC2::Subnet": "subnet-id",
    "AWS::EC2::VPC": "vpc-id",
};
/** The network interfaces that hold a resource, or undefined where they are not what can hold it. */
async function holders(client, { type, physicalId }, signal) {
    const filter = FILTER[type];
    if (!filter || physicalId === "")
        return undefined;
    const found = [];
    const pages = (0,DescribeNetworkInterfacesPaginator/* paginateDescribeNetworkInterfaces */.p)({ client: await client() }, { Filters: [{ Name: filter, Values: [physicalId] }] }, { abortSignal: signal });
    for await (const { NetworkInterfaces = [] } of pages)
        found.push(...NetworkInterfaces.map(readHolder));
    return found;
}
function readHolder({ NetworkInterfaceId: id = "", Description = "", InterfaceType, RequesterManaged, Attachment, }) {
    const instance = Attachment?.InstanceId;
    const of = Description || (instance ? `instance ${instance}` : "no description");
    // A task's interface is described by its attachment in ECS; the others of AWS's are marked as such.
    const passes = RequesterManaged === true ||
        /^arn:aws[a-z-]*:ecs:[^:]*:[^:]*:attachment\//.test(Description) ||
        /^(nat_gateway|network_load_balancer|load_balancer|lambda)$/.test(InterfaceType ?? "");
    return { id, of, passes };
}

// EXTERNAL MODULE: ./build/bundle/stacks/resources.js + 2 modules
var resources = __webpack_require__(4013);
;// CONCATENATED MODULE: ./build/bundle/stacks/diagnose.js





/** How long a network interface of AWS's is waited for, in milliseconds: they take a minute or two. */
const PATIENCE_MS = 5 * 60_000;
/** What a stack in DELETE_FAILED could not delete, why, and what holds it. */
async function diagnose(world, arn) {
    const failed = (await (0,resources/* stackResources */.o)(world.client, arn, world.signal)).filter(({ status }) => status === "DELETE_FAILED");
    return await Promise.all(failed.map(async (resource) => {
        // Diagnosing must not hide what it is about: a role that may not look at EC2 still gets CloudFormation's reason.
        const found = await holders(world.ec2, resource, world.signal).catch((error) => {
            if (world.signal.aborted)
                throw error;
            return undefined;
        });
        const hint = hintFor(resource, found);
        return {
            ...resource,
            holders: found ?? [],
            passes: mayPass(resource) && (found ?? []).every(({ passes }) => passes),
            ...(hint && { hint }),
        };
    }));
}
/** One resource in words: what, why, and what holds it. */
function describeUndeleted({ resource, type, reason, holders: held }) {
    const by = held.length > 0 ? ` It is held by ${held.map(({ id, of }) => `${id} (${of})`).join(", ")}` : "";
    const why = reason || "no reason given";
    return `${resource} (${type}): ${by && !/[.!?]$/.test(why) ? `${why}.` : why}${by}`;
}
/** Waits until what held the resources has gone, or as long as such things take. */
async function waitUntilFree(world, left, label) {
    const held = left.filter(({ holders: found }) => found.length > 0);
    if (held.length === 0)
        return;
    const until = world.clock.now() + PATIENCE_MS;
    await (0,poll/* poll */.w)(async () => {
        const found = await Promise.all(held.map((resource) => holders(world.ec2, resource, world.signal)));
        const ids = found.flatMap((each) => each ?? []).map(({ id }) => id);
        if (ids.length === 0 || world.clock.now() >= until)
            return true;
        world.log.change(label, `waiting until AWS has taken away ${ids.join(", ")}`, `${label}/left`);
        return undefined;
    }, { ...world, most: 5000 });
}
function hintFor(resource, found) {
    const foreign = (found ?? []).filter(({ passes }) => !passes);
    if (foreign.length > 0)
        return `Nothing of ours made ${foreign.map(({ id }) => id).join(", ")}: delete ${foreign.length === 1 ? "it" : "them"} (aws ec2 delete-network-interface), or what ${foreign.length === 1 ? "it belongs" : "they belong"} to.`;
    return (0,hints/* stackHint */.Q)(resource);
}

// EXTERNAL MODULE: ./build/bundle/stacks/watch.js
var watch = __webpack_require__(3808);
// EXTERNAL MODULE: ./build/bundle/stacks/world.js
var stacks_world = __webpack_require__(123);
;// CONCATENATED MODULE: ./build/bundle/stacks/delete.js










/** How often a stack is tried whose deletion fails for reasons that may pass. */
const TRIES = 4;
/**
 * Deletes a stack, whatever goes on with it, and waits until CloudFormation shows it as deleted. An update under way is
 * cancelled; another deletion is waited for; a deletion that fails for something that passes is tried again.
 *
 * @returns whether there was anything to delete
 * @throws ActionError StackLeft with every resource that stays, why, and what holds it; StackProtected
 */
async function removeStack(world, removal) {
    const { arn, label, before } = removal;
    for (let tries = 0, isFirst = true;; isFirst = false) {
        world.signal.throwIfAborted();
        const state = await (0,describe.describeStack)(world.client, arn, world.signal);
        const step = state ? decideDeletion(state.status) : "gone";
        if (!state || step === "gone")
            return !isFirst;
        if (step === "cancel update")
            await cancelUpdate(world, state, label);
        if (step !== "delete") {
            await untilAtRest(world, state, label);
            continue;
        }
        await before(state);
        const outcome = await tryDeletion(world, removal, state);
        if (outcome === "deleted")
            return true;
        if (outcome === "moved")
            continue;
        const left = await diagnose(world, arn);
        tries += 1;
        if (tries >= TRIES || !left.every(({ passes }) => passes))
            throw await leftError(world, removal, left);
        world.log.change(label, `could not be deleted yet: ${left.map(describeUndeleted).join("; ")}`, `${label}/left`);
        await waitUntilFree(world, left, label);
    }
}
/** Cancelling puts back what was before the update; what comes then may be deleted. */
async function cancelUpdate(world, { arn, status }, label) {
    world.log.change(label, `${status}: cancelling the update, since the stack has to go`);
    try {
        await world.client.send(new CancelUpdateStackCommand({ StackName: arn, ClientRequestToken: (0,stacks_world/* requestToken */.Fr)(TEARDOWN) }), { abortSignal: world.signal });
    }
    catch (error) {
        // It has just ended, or somebody else was quicker: CloudFormation has no code for that.
        if (error instanceof Error && error.name === "ValidationError")
            return;
        throw error;
    }
}
async function untilAtRest(world, { arn, status }, label) {
    await (0,poll/* poll */.w)(async () => {
        const found = await (0,describe.describeStack)(world.client, arn, world.signal);
        if (!found || ["delete", "gone"].includes(decideDeletion(found.status)))
            return true;
        world.log.change(label, `${found.status}: waiting for its end`);
        // A creation, a rollback or an update may have begun since: the caller decides anew.
        return found.status === status || decideDeletion(found.status) === "wait" ? undefined : true;
    }, world);
}
const TEARDOWN = "ecs-cognito-teardown-";
/** @returns "moved" where somebody else is at work on the stack: look and decide anew */
async function tryDeletion(world, { arn, name, label }, state) {
    const token = (0,stacks_world/* requestToken */.Fr)(TEARDOWN);
    try {
        await world.client.send(new DeleteStackCommand/* DeleteStackCommand */.f({ StackName: arn, ClientRequestToken: token }), {
            abortSignal: world.signal,
        });
    }
    catch (error) {
        if (error instanceof Error && /TerminationProtection/.test(error.message))
            throw protectedError(name, label, error);
        if ((0,conflicts/* stackConflict */.H)(error, state.status))
            return "moved";
        throw error;
    }
    // Somebody may have asked for it a moment before; then the call was a success and none of the events is ours.
    const found = await (0,describe.describeStack)(world.client, arn, world.signal);
    if (!found || found.status === "DELETE_COMPLETE")
        return "deleted";
    const ending = await (0,watch/* watchStack */.i)(world.client, { ...world, arn, label, token });
    if (ending.superseded)
        return "moved";
    return ending.status === "DELETE_COMPLETE" ? "deleted" : "failed";
}
/** Termination protection is somebody's decision, which no tag of ours outweighs. */
function protectedError(name, label, cause) {
    return new errors/* ActionError */.lZ("StackProtected", `The ${label} stack ${name} has termination protection: nothing of it was deleted.`, {
        hint: `If it may go: aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name}. Then run again.`,
        cause,
    });
}
async function leftError(world, { arn, name, label }, left) {
    const all = (0,resources/* present */.E)(await (0,resources/* stackResources */.o)(world.client, arn, world.signal));
    const stays = all.map(({ resource, type, physicalId }) => `${resource} (${type}) ${physicalId}`);
    const hints = [...new Set(left.flatMap(({ hint }) => hint ?? []))];
    return new errors/* ActionError */.lZ("StackLeft", `The ${label} stack ${name} could not be deleted (DELETE_FAILED): ${left.map(describeUndeleted).join("; ") || "CloudFormation gave no reason"}. Left: ${all.map(({ resource }) => resource).join(", ") || "nothing but the stack itself"}.`, {
        hint: `${hints.join(" ")}${hints.length > 0 ? " " : ""}Then run the teardown again: it goes on with what is left.`,
        evidence: [{ title: `What is left of ${name}`, lines: stays }],
    });
}


/***/ }),

/***/ 4013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ present),
  o: () => (/* binding */ stackResources)
});

// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/index.js
var dist_cjs = __webpack_require__(402);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/CloudFormationClient.js + 8 modules
var CloudFormationClient = __webpack_require__(6858);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(1673);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(160);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/commands/ListStackResourcesCommand.js


class ListStackResourcesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListStackResources", schemas_0/* ListStackResources$ */.IXB) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/pagination/ListStackResourcesPaginator.js



const paginateListStackResources = (0,dist_cjs.createPaginator)(CloudFormationClient/* CloudFormationClient */.m, ListStackResourcesCommand, "NextToken", "NextToken", "");

;// CONCATENATED MODULE: ./build/bundle/stacks/resources.js

/** All resources of a stack, deleted ones too. */
async function stackResources(client, arn, signal) {
    const found = [];
    const pages = paginateListStackResources({ client }, { StackName: arn }, { abortSignal: signal });
    for await (const { StackResourceSummaries = [] } of pages)
        found.push(...StackResourceSummaries.map((each) => ({
            resource: each.LogicalResourceId ?? "",
            type: each.ResourceType ?? "",
            physicalId: each.PhysicalResourceId ?? "",
            status: each.ResourceStatus ?? "",
            reason: each.ResourceStatusReason ?? "",
        })));
    return found;
}
/** Those that are in the account: begun, and not deleted. */
function present(resources) {
    return resources.filter(({ physicalId, status }) => physicalId !== "" && status !== "DELETE_COMPLETE");
}


/***/ })

};
