export const id = 6780;
export const ids = [6780];
export const modules = {

/***/ 5477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  smokeTest: () => (/* binding */ smokeTest)
});

// EXTERNAL MODULE: ./build/bundle/lib/errors.js
var errors = __webpack_require__(5226);
// EXTERNAL MODULE: ./build/bundle/inputs/lists.js
var lists = __webpack_require__(5398);
// EXTERNAL MODULE: ./build/bundle/inputs/public-paths.js
var public_paths = __webpack_require__(1515);
// EXTERNAL MODULE: ./build/bundle/inputs/values.js
var values = __webpack_require__(4925);
;// CONCATENATED MODULE: ./build/bundle/inputs/read-smoke-test.js




/** The defaults of smoke-test/action.yml. */
const SMOKE_TEST_DEFAULTS = {
    environment: "production",
    "smoke-test-path": "/",
    "smoke-test-sign-in": "false",
    "patience-seconds": "20",
};
/**
 * Reads the inputs of smoke-test/action.yml from `INPUT_*`.
 *
 * @throws InputError with every problem at once
 */
function readSmokeTest(env) {
    const problems = [];
    const raw = (input) => (env[`INPUT_${input.toUpperCase()}`] ?? "").trim();
    const text = (input) => raw(input) || (SMOKE_TEST_DEFAULTS[input] ?? "");
    function take(input, parse, given = text(input)) {
        const parsed = parse(given);
        if ("value" in parsed)
            return parsed.value;
        problems.push({ input, message: parsed.problem });
        return undefined;
    }
    if (text("host") === "")
        problems.push({
            input: "host",
            message: "is required and was not given. Write it under with:, for example host: app.example.com",
        });
    const publicPaths = (0,public_paths/* parsePublicPaths */.Rp)(raw("public-paths"));
    for (const message of publicPaths.problems)
        problems.push({ input: "public-paths", message });
    const request = {
        host: text("host") && take("host", (given) => (0,values/* parseHostName */.BQ)(given, "app.example.com")),
        path: take("smoke-test-path", values/* parsePath */.Rr),
        expect: (0,lists/* lines */.Mn)(text("smoke-test-expect")),
        signIn: take("smoke-test-sign-in", values/* parseBoolean */.yG),
        ...(raw("public-paths") && { publicPaths: publicPaths.paths }),
        ...(raw("self-sign-up") && { selfSignUp: take("self-sign-up", values/* parseBoolean */.yG) }),
        ...(raw("domain") && {
            deployed: {
                domain: take("domain", values/* parseDomain */.gR),
                app: take("app", values/* parseApp */.dp, raw("app") || (0,values/* appFromRepository */.sz)(env.GITHUB_REPOSITORY ?? "")),
                environment: take("environment", values/* parseEnvironment */.Nq),
            },
        }),
        patienceSeconds: take("patience-seconds", (given) => (0,values/* parseWholeNumber */.oA)(given, { least: 1, most: 3600 })),
    };
    if (request.signIn && !raw("domain"))
        problems.push({
            input: "smoke-test-sign-in",
            message: "needs domain (and environment, app) too, to find the user pool in which the user is made.",
        });
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    // Every value that is still undefined has put a problem on the list.
    return request;
}

// EXTERNAL MODULE: ./build/bundle/plan/names.js
var names = __webpack_require__(2757);
// EXTERNAL MODULE: ./build/bundle/stacks/describe.js + 3 modules
var describe = __webpack_require__(5945);
// EXTERNAL MODULE: ./build/bundle/commands/prove.js + 29 modules
var prove = __webpack_require__(7992);
;// CONCATENATED MODULE: ./build/bundle/commands/smoke-test.js





const MINUTES = 10;
/**
 * The smoke test alone, against something that is deployed already. Whoever gives no domain, or has no credentials,
 * gets what can be seen from outside, and is told what was left out.
 *
 * @throws InputError; ExposedError, ActionError as `attack` does
 */
async function smokeTest(world, report) {
    const request = readSmokeTest(world.env);
    const { host, patienceSeconds } = request;
    world.setDeadline(MINUTES + patienceSeconds / 60);
    report.headline = `It was not proven that nobody gets into ${host} without signing in`;
    report.url = `https://${host}`;
    const found = await findStacks(world, request);
    await (0,prove/* attack */.p8)(world, await (0,prove/* subjectOf */.et)(world, doorway(request, found), found), report, patienceSeconds * 1000);
    report.headline = `Nobody gets into ${host} without signing in`;
}
/** What is declared: by the inputs, else by the stacks, else what the inputs' defaults would be. */
function doorway({ host, path, signIn, expect, ...request }, found) {
    const parameters = typeof found === "string" ? {} : (found.states["ecs-service"]?.parameters ?? {});
    const paths = [parameters.PublicPaths, parameters.MorePublicPaths].join(",").split(",").filter(Boolean);
    return {
        host,
        path,
        signIn,
        expect,
        publicPaths: request.publicPaths ?? paths,
        ...(parameters.HealthCheckPath && { healthCheckPath: parameters.HealthCheckPath }),
        ...(request.selfSignUp !== undefined && { selfSignUp: request.selfSignUp }),
    };
}
/** The stacks behind the host, or why they are not known. */
async function findStacks(world, { deployed, host }) {
    if (!deployed)
        return "no domain was given, so that the stacks behind this host are not known";
    const ids = ["cognito", "alb", "ecs-service"];
    try {
        const cloudFormation = await world.clients.cloudFormation();
        const look = (id) => (0,describe.describeStack)(cloudFormation, (0,names/* stackName */.Qx)(id, deployed), world.signal);
        const [region, ...found] = await Promise.all([cloudFormation.config.region(), ...ids.map(look)]);
        const states = {};
        ids.forEach((id, index) => {
            const state = found[index];
            if (!state)
                throw new errors/* ActionError */.lZ("NoSuchStack", `There is no stack ${(0,names/* stackName */.Qx)(id, deployed)} in ${region}.`, {
                    hint: "Give the domain, app and environment with which it was deployed, and credentials for that account and region.",
                });
            states[id] = state;
        });
        const known = states["ecs-service"]?.parameters.Host;
        if (known !== host)
            throw new errors/* ActionError */.lZ("OtherHost", `host: ${host} is not where this environment answers, which is ${known}.`);
        return { states, region };
    }
    catch (error) {
        const name = error instanceof Error ? error.name : "";
        if (name === "CredentialsProviderError")
            return "there are no AWS credentials";
        if (/Region is missing/.test((0,errors/* describeError */.Uc)(error)))
            return "there is no AWS region, and so no credentials for one";
        if (/AccessDenied/.test(name))
            return `the role may not look (cloudformation:DescribeStacks)`;
        throw error;
    }
}


/***/ }),

/***/ 9248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   identityTags: () => (/* binding */ identityTags),
/* harmony export */   tagRecord: () => (/* binding */ tagRecord),
/* harmony export */   whyNotOurs: () => (/* binding */ whyNotOurs)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);

/** The tags by which everything of an environment is known as its own: on its stack, and on each of its revisions. */
function identityTags({ domain, app, environment, origin, }) {
    const tag = (key, value) => value === undefined || value === "" ? [] : [{ key, value: String(value) }];
    return [
        { key: _names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.domain, value: domain },
        { key: _names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.app, value: app },
        { key: _names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.environment, value: environment },
        ...tag(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.repository, origin.repository),
        ...tag(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.repositoryId, origin.repositoryId),
        ...tag(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.pullRequest, origin.pullRequest),
    ];
}
/**
 * Why something with these tags is not known to be the environment's, or undefined if it is. Anything missing,
 * unreadable or different is a no.
 */
function whyNotOurs(tags, identity) {
    const wanted = [
        [_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.domain, identity.domain],
        [_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.app, identity.app],
        [_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.environment, identity.environment],
        [_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.repositoryId, identity.repositoryId],
        ...(identity.pullRequest === undefined
            ? []
            : [[_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.pullRequest, String(identity.pullRequest)]]),
    ];
    for (const [key, value] of wanted) {
        // Two things that are both unknown are not the same thing.
        if (value === "")
            return `what the tag ${key} should say is not known`;
        const found = Object.hasOwn(tags, key) ? tags[key] : undefined;
        if (found === undefined)
            return `it is without the tag ${key}=${value}`;
        if (found !== value)
            return `its tag ${key} says ${found}, not ${value}`;
    }
    const pullRequest = Object.hasOwn(tags, _names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.pullRequest) ? tags[_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.pullRequest] : undefined;
    if (pullRequest === undefined)
        return undefined;
    if (!/^[1-9]\d{0,9}$/.test(pullRequest))
        return `its tag ${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.pullRequest} says ${pullRequest}, which is not the number of a pull request`;
    const named = identity.environment.match(/^pr-(\d+)$/)?.[1];
    if (named !== undefined && named !== pullRequest)
        return `its tag ${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.pullRequest} says ${pullRequest}, and it is called ${identity.environment}`;
    return undefined;
}
/** A list of tags as the services give them, as one object. */
function tagRecord(tags) {
    return Object.fromEntries((tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value]));
}


/***/ })

};
