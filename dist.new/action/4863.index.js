export const id = 4863;
export const ids = [4863];
export const modules = {

/***/ 4863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  observePlatform: () => (/* binding */ observePlatform),
  removePlatform: () => (/* binding */ removePlatform)
});

// EXTERNAL MODULE: ./build/bundle/lib/errors.js
var errors = __webpack_require__(5226);
// EXTERNAL MODULE: ./build/bundle/plan/names.js
var names = __webpack_require__(2757);
// EXTERNAL MODULE: ./build/bundle/plan/ownership.js
var ownership = __webpack_require__(9248);
;// CONCATENATED MODULE: ./build/bundle/plan/platform.js


/** The stacks whose outputs each of a platform's stacks takes; a test compares it with what stackSpecs says. */
const PLATFORM_NEEDS = {
    vpc: [],
    "nat-gateways": ["vpc"],
    cognito: [],
    "ecs-cluster": [],
    alb: ["vpc"],
    dns: ["alb"],
};
/** The stacks that have to be gone before one may go: those that take its outputs. */
function neededBy(id) {
    return names/* PLATFORM_STACKS */.qp.filter((other) => PLATFORM_NEEDS[other].includes(id));
}
/**
 * Sorts all stacks of a region by what they are to a platform. Pure. What only looks like one of its environments counts
 * as standing, and as somebody else's.
 *
 * @param stacks by name
 */
function readPlatform(stacks, { domain, repositoryId }) {
    const nameOf = (id, app = "", environment = "") => (0,names/* stackName */.Qx)(id, { domain, app, environment });
    const ids = new Map(names/* PLATFORM_STACKS */.qp.map((id) => [nameOf(id), id]));
    const prefix = nameOf("ecs-service").replace(/--$/, "");
    const platform = new Map();
    const environments = [];
    const foreign = [];
    for (const [name, state] of stacks) {
        if (state.status === "DELETE_COMPLETE")
            continue;
        const { tags } = state;
        const id = ids.get(name);
        const isOnIt = tags[names/* TAG */.Dk.domain] === domain;
        if (id && isOnIt)
            platform.set(id, { name, state });
        else if (id)
            foreign.push({ name, why: `it is without the tag ${names/* TAG */.Dk.domain}=${domain}` });
        else if (isOnIt || name.startsWith(prefix)) {
            const [app = "", environment = ""] = [tags[names/* TAG */.Dk.app], tags[names/* TAG */.Dk.environment]];
            const identity = { domain, app, environment, repositoryId };
            const why = (0,ownership.whyNotOurs)(tags, identity) ??
                (name === nameOf("ecs-service", app, environment) ? undefined : "it has not the name that its tags go with");
            if (why === undefined)
                environments.push({ name, state, identity });
            else
                foreign.push({ name, why });
        }
    }
    return { platform, environments, foreign };
}

// EXTERNAL MODULE: ./build/bundle/stacks/delete.js + 4 modules
var stacks_delete = __webpack_require__(1265);
// EXTERNAL MODULE: ./build/bundle/stacks/describe.js + 3 modules
var describe = __webpack_require__(5945);
// EXTERNAL MODULE: ./build/bundle/stacks/resources.js + 2 modules
var stacks_resources = __webpack_require__(4013);
// EXTERNAL MODULE: ./build/bundle/commands/farewell.js
var farewell = __webpack_require__(6410);
// EXTERNAL MODULE: ./build/bundle/commands/remove-records.js
var remove_records = __webpack_require__(4873);
;// CONCATENATED MODULE: ./build/bundle/commands/remove-platform.js








/**
 * Removes a platform, and before it all of the repository's environments on it if `all` says so: side by side, then the
 * platform's stacks in the reverse order of what they need. Nothing is touched where something would stay: somebody
 * else's environment, or what is protected.
 *
 * @throws ActionError EnvironmentsStand, DeletionProtected, StackProtected, NotOurs, and what removals throw
 */
async function removePlatform(world, request, done) {
    const before = await observePlatform(world, request);
    const { environment } = request;
    if (environment)
        done(await (0,farewell/* removeAndTell */.H)(world, request, { ...request, environment }));
    const others = before.environments.filter(({ identity }) => !isNamed(request, identity));
    await removeEnvironments(world, request, others, done);
    // A deploy may have made another one since.
    const standing = await observePlatform(world, { ...request, all: false });
    done({ what: "platform", ...(await removeStacks(world, standing.platform)) });
}
/**
 * What stands of the platform, and that all of it may go.
 *
 * @throws ActionError as removePlatform; nothing has been touched
 */
async function observePlatform(world, request) {
    const stacks = await (0,describe/* allStacks */.p)(await world.clients.cloudFormation(), world.signal);
    const found = readPlatform(stacks, request);
    const { domain } = request;
    if (found.foreign.length > 0)
        throw new errors/* ActionError */.lZ("EnvironmentsStand", `The platform of ${domain} stays: it is used by what is not this repository's. ${found.foreign.map(({ name, why }) => `${name}: ${why}`).join("; ")}.`, { hint: "Whoever made these has to remove them first: run the teardown in their repositories." });
    const named = found.environments.filter(({ identity }) => !isNamed(request, identity));
    if (named.length > 0 && !request.all)
        throw new errors/* ActionError */.lZ("EnvironmentsStand", `The platform of ${domain} stays: ${named.length === 1 ? "an environment stands" : `${named.length} environments stand`} on it: ${named.map(({ identity }) => `${identity.environment} of ${identity.app}`).join(", ")}.`, { hint: "Remove them first, or set all: true to remove them together with the platform." });
    for (const { name, state } of [...found.platform.values(), ...found.environments])
        if (state.isProtected)
            throw (0,stacks_delete/* protectedError */.l)(name, "platform's");
    await Promise.all([refuseProtectedUsers(world, found), refuseProtectedLoadBalancer(world, found)]);
    await refuseForeignRules(world, request, found);
    return found;
}
function isNamed(request, { app, environment }) {
    return request.environment === environment && request.app === app;
}
/** All at once; one that cannot be removed does not keep the others, but the platform. */
async function removeEnvironments(world, request, environments, done) {
    const outcomes = await Promise.allSettled(environments.map(async ({ name, state, identity }) => {
        done(await (0,farewell/* removeAndTell */.H)(world, request, { ...identity, stackArn: state.arn, stackName: name }));
    }));
    const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    if (failures.length <= 1) {
        if (failures.length === 1)
            throw failures[0];
        return;
    }
    const known = failures.filter((failure) => failure instanceof errors/* ActionError */.lZ);
    throw new errors/* ActionError */.lZ("NotRemoved", `${failures.length} environments are not gone, so the platform stays. ${failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join(" ")}`, {
        hint: [...new Set(known.flatMap(({ hint }) => hint ?? []))].join(" ") || undefined,
        evidence: known.flatMap(({ evidence }) => evidence),
        cause: failures[0],
    });
}
/** Each stack goes as soon as those are gone that take its outputs; independent ones go side by side. */
async function removeStacks(world, platform) {
    const lines = [];
    const started = new Map();
    const remove = (id) => {
        const known = started.get(id);
        if (known)
            return known;
        const removal = (async () => {
            await Promise.all(neededBy(id).map(remove));
            const stack = platform.get(id);
            if (stack)
                lines.push(...(await removePlatformStack(world, id, stack)));
        })();
        started.set(id, removal);
        return removal;
    };
    const outcomes = await Promise.allSettled([...platform.keys()].map(remove));
    for (const line of lines)
        world.log.info(`[platform] gone: ${line}`);
    // What waited for a stack that failed has failed with it, with the same error.
    const failure = outcomes.find((outcome) => outcome.status === "rejected");
    if (failure)
        throw failure.reason;
    return { outcome: lines.length > 0 ? "removed" : "already gone", lines };
}
async function removePlatformStack(world, id, { name, state }) {
    const client = await world.clients.cloudFormation();
    const lines = [];
    let records = { go: [], stay: [] };
    await world.timeline.measure("stacks", id, () => (0,stacks_delete/* removeStack */.p)({ client, ec2: world.clients.ec2, log: world.log, clock: world.clock, signal: world.signal }, {
        arn: state.arn,
        name,
        label: id,
        before: async (now) => {
            if (id !== "alb")
                return;
            const resources = (0,stacks_resources/* present */.E)(await (0,stacks_resources/* stackResources */.o)(client, state.arn, world.signal));
            records = await (0,remove_records/* recordsOf */.M$)(world, now, resources);
            lines.push(...(await (0,remove_records/* removeRecords */.DR)(world, records.go)));
        },
    }));
    lines.push(`stack ${name}`, ...(await (0,remove_records/* removeRecords */.DR)(world, records.go)));
    const left = await (0,remove_records/* standingRecords */.RY)(world, records.go);
    if (left.length > 0)
        throw new errors/* ActionError */.lZ("NotRemoved", `The validation record ${left.map((record) => record.name).join(", ")} is still in the zone ${left[0]?.zone}.`, { hint: "Run the teardown again, or delete the record in Route 53." });
    return [...lines, ...records.stay.map(({ record, why }) => `stays: validation record ${record.name}, since ${why}`)];
}
async function refuseProtectedUsers(world, { platform }) {
    const stack = platform.get("cognito");
    const pool = stack && (await physicalId(world, stack, "AWS::Cognito::UserPool"));
    if (!stack || !pool)
        return;
    const [{ DescribeUserPoolCommand }, cognito] = await Promise.all([
        __webpack_require__.e(/* import() */ 1552).then(__webpack_require__.bind(__webpack_require__, 1552)),
        world.clients.cognito(),
    ]);
    const found = await unlessGone(cognito.send(new DescribeUserPoolCommand({ UserPoolId: pool }), { abortSignal: world.signal }));
    if (found?.UserPool?.DeletionProtection !== "ACTIVE")
        return;
    const kept = Object.keys(stack.state.parameters).filter((name) => name !== "DeletionProtection");
    const parameters = kept.map((name) => `ParameterKey=${name},UsePreviousValue=true`).join(" ");
    throw new errors/* ActionError */.lZ("DeletionProtected", `The user pool ${pool} has deletion protection: nothing was removed. Its users would be lost with it.`, {
        hint: `If they may be lost, lift it: aws cloudformation update-stack --stack-name ${stack.name} --use-previous-template --parameters ParameterKey=DeletionProtection,ParameterValue=INACTIVE ${parameters} (or, where it was switched on by hand, in the console under the pool's settings). Then run again.`,
    });
}
async function refuseProtectedLoadBalancer(world, { platform }) {
    const stack = platform.get("alb");
    const arn = stack && (await physicalId(world, stack, "AWS::ElasticLoadBalancingV2::LoadBalancer"));
    if (!arn)
        return;
    const [{ DescribeLoadBalancerAttributesCommand }, elb] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(7374), __webpack_require__.e(6641), __webpack_require__.e(746)]).then(__webpack_require__.bind(__webpack_require__, 6641)),
        world.clients.loadBalancing(),
    ]);
    const found = await unlessGone(elb.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: arn }), { abortSignal: world.signal }));
    const value = found?.Attributes?.find(({ Key }) => Key === "deletion_protection.enabled")?.Value;
    if (value !== "true")
        return;
    throw new errors/* ActionError */.lZ("DeletionProtected", `The load balancer ${arn} has deletion protection: nothing was removed.`, {
        hint: `If it may go: aws elbv2 modify-load-balancer-attributes --load-balancer-arn ${arn} --attributes Key=deletion_protection.enabled,Value=false. Then run again.`,
    });
}
/** A rule that somebody made on our listener would go with it, and with the rule somebody's way in. */
async function refuseForeignRules(world, request, found) {
    const stack = found.platform.get("alb");
    const listener = stack?.state.outputs.HttpsListenerArn;
    if (!listener)
        return;
    const [{ taggedRules }, { whyNotOurs }, elb] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(7374), __webpack_require__.e(2018)]).then(__webpack_require__.bind(__webpack_require__, 2018)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9248)),
        world.clients.loadBalancing(),
    ]);
    const rules = await taggedRules(elb, listener, world.signal);
    const { domain, repositoryId } = request;
    const foreign = rules.filter(({ tags }) => {
        const [app = "", environment = ""] = [tags[names/* TAG */.Dk.app], tags[names/* TAG */.Dk.environment]];
        return whyNotOurs(tags, { domain, repositoryId, app, environment }) !== undefined;
    });
    if (foreign.length === 0)
        return;
    throw new errors/* ActionError */.lZ("EnvironmentsStand", `The platform of ${domain} stays: its listener has rules that no environment of this repository made: ${foreign.map(({ arn }) => arn).join(", ")}.`, { hint: "Delete these rules first (aws elbv2 delete-rule), if nobody needs them." });
}
async function physicalId(world, { state }, type) {
    const resources = await (0,stacks_resources/* stackResources */.o)(await world.clients.cloudFormation(), state.arn, world.signal);
    return (0,stacks_resources/* present */.E)(resources).find((resource) => resource.type === type)?.physicalId;
}
async function unlessGone(call) {
    try {
        return await call;
    }
    catch (error) {
        if (error instanceof Error && /^(ResourceNotFound|LoadBalancerNotFound)(Exception)?$/.test(error.name))
            return undefined;
        throw error;
    }
}


/***/ })

};
