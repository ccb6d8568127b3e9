export const id = 7045;
export const ids = [7045];
export const modules = {

/***/ 1673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   lq: () => (/* binding */ _ep0),
/* harmony export */   yt: () => (/* binding */ _mw0)
/* harmony export */ });
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2085);
/* harmony import */ var _endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8626);



const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__.makeBuilder)(_endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__/* .commonParams */ .S, "CloudFormation", "CloudFormationClient", _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];


/***/ }),

/***/ 6410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ removeAndTell)
/* harmony export */ });
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1019);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);
/* harmony import */ var _remove_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6718);



/** Removes an environment, and tells GitHub. */
async function removeAndTell(world, request, target) {
    const removal = await (0,_remove_environment_js__WEBPACK_IMPORTED_MODULE_1__.removeEnvironment)(world, target, { keepLogs: request.keepLogs });
    await sayFarewell(world, request, target, removal);
    return { what: `${target.environment} of ${target.app}`, ...removal };
}
/**
 * Tells GitHub that an environment is gone: its deployments are made inactive and deleted, and the comment on its pull
 * request says since when. Whatever GitHub has against it costs that piece and a warning: the environment is gone all
 * the same.
 */
async function sayFarewell(world, request, { app, environment }, removal) {
    const { token, apiUrl, comment, deployment, logUrl, runId } = request.github;
    const number = request.pullRequest ?? removal.pullRequest ?? numberOf(environment);
    const keepsComment = comment && number !== undefined;
    if (!deployment && !keepsComment)
        return;
    const [{ connectGitHub }, { attempt }, { warning }] = await Promise.all([
        __webpack_require__.e(/* import() */ 5709).then(__webpack_require__.bind(__webpack_require__, 5709)),
        __webpack_require__.e(/* import() */ 8472).then(__webpack_require__.bind(__webpack_require__, 8472)),
        Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(4942), __webpack_require__.e(143)]).then(__webpack_require__.bind(__webpack_require__, 143)),
    ]);
    const github = await connectGitHub({
        token,
        apiUrl,
        repository: request.repository,
        warn: (text) => warning((0,_lib_log_js__WEBPACK_IMPORTED_MODULE_2__/* .plainLine */ .A)(text), { title: "GitHub" }),
        env: world.env,
        clock: world.clock,
    });
    if (!github) {
        world.log.info("Without github-token GitHub is not told: deployments and comment stay as they are.");
        return;
    }
    const { signal } = world;
    const records = async () => {
        if (!deployment)
            return;
        const { retireRecords } = await __webpack_require__.e(/* import() */ 9950).then(__webpack_require__.bind(__webpack_require__, 9950));
        await attempt(github, "record", signal, () => retireRecords(github, { environment, app, remove: true, logUrl }, signal));
    };
    const say = async () => {
        if (!keepsComment)
            return;
        const [{ keepComment }, { renderComment }] = await Promise.all([
            __webpack_require__.e(/* import() */ 3480).then(__webpack_require__.bind(__webpack_require__, 3480)),
            __webpack_require__.e(/* import() */ 3346).then(__webpack_require__.bind(__webpack_require__, 965)),
        ]);
        const body = renderComment({
            app,
            environment,
            state: "removed",
            headSha: "",
            ...(removal.commit && { deployedSha: removal.commit }),
            logUrl,
            removedAt: await removedAt(world, request, { app, environment }, removal),
        });
        const writer = { startedAt: request.startedAt, runId };
        await attempt(github, "comment", signal, () => keepComment(github, { pullRequest: number, app, body, writer, createIfMissing: false }, signal));
    };
    await Promise.all([records(), say()]);
}
/** Where another run has removed it, CloudFormation still knows when. */
async function removedAt(world, { domain }, { app, environment }, { outcome }) {
    const now = new Date(world.clock.now());
    if (outcome === "removed")
        return now.toISOString();
    const { deletedSince } = await __webpack_require__.e(/* import() */ 205).then(__webpack_require__.bind(__webpack_require__, 2586));
    const name = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_0__/* .stackName */ .Qx)("ecs-service", { domain, app, environment });
    const then = await deletedSince(await world.clients.cloudFormation(), name, new Date(0), world.signal);
    return (then ?? now).toISOString();
}
/** A preview's name says whose it is, unless it was given another. */
function numberOf(environment) {
    const number = environment.match(/^pr-([1-9]\d{0,8})$/)?.[1];
    return number === undefined ? undefined : Number(number);
}


/***/ }),

/***/ 5029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  teardown: () => (/* binding */ teardown)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/bundle/lib/errors.js
var errors = __webpack_require__(5226);
// EXTERNAL MODULE: ./build/bundle/inputs/values.js
var values = __webpack_require__(4925);
;// CONCATENATED MODULE: ./build/bundle/inputs/read-teardown.js


/** The defaults of teardown/action.yml, but for the token, which only a runner can fill in. A test keeps them the same. */
const TEARDOWN_DEFAULTS = {
    "keep-logs": "false",
    platform: "false",
    all: "false",
    comment: "true",
    deployment: "true",
    "timeout-minutes": "30",
    "dry-run": "false",
};
/**
 * Reads the inputs of teardown/action.yml from `INPUT_*`, and the pull request and the repository from the event's
 * payload, which is all that a run on `closed` may have.
 *
 * @param event the payload, or an empty object
 * @throws InputError with every problem at once
 */
function readTeardown(env, event, now = new Date()) {
    const problems = [];
    const raw = (input) => (env[`INPUT_${input.toUpperCase()}`] ?? "").trim();
    const text = (input) => raw(input) || (TEARDOWN_DEFAULTS[input] ?? "");
    const refuse = (input, message) => void problems.push({ input, message });
    function take(input, parse, given = text(input)) {
        const parsed = parse(given);
        if ("value" in parsed)
            return parsed.value;
        refuse(input, parsed.problem);
        return undefined;
    }
    if (text("domain") === "")
        refuse("domain", "is required and was not given. Write it under with:, for example domain: app.example.com");
    const repository = env.GITHUB_REPOSITORY || textOf(property(property(event, "repository"), "full_name"));
    const repositoryId = env.GITHUB_REPOSITORY_ID || textOf(property(property(event, "repository"), "id"));
    const number = property(property(event, "pull_request"), "number");
    const pullRequest = typeof number === "number" ? number : undefined;
    const named = text("environment") || (pullRequest === undefined ? "" : `pr-${pullRequest}`);
    const request = {
        domain: text("domain") && take("domain", values/* parseDomain */.gR),
        app: take("app", values/* parseApp */.dp, text("app") || (0,values/* appFromRepository */.sz)(repository)),
        repository,
        repositoryId,
        ...(named && { environment: take("environment", values/* parseEnvironment */.Nq, named) }),
        ...(pullRequest !== undefined && { pullRequest }),
        keepLogs: take("keep-logs", values/* parseBoolean */.yG),
        platform: take("platform", values/* parseBoolean */.yG),
        all: take("all", values/* parseBoolean */.yG),
        github: {
            ...(raw("github-token") && { token: raw("github-token") }),
            ...(env.GITHUB_API_URL && { apiUrl: env.GITHUB_API_URL }),
            logUrl: `${env.GITHUB_SERVER_URL || "https://github.com"}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ""}`,
            runId: env.GITHUB_RUN_ID ?? "",
            comment: take("comment", values/* parseBoolean */.yG),
            deployment: take("deployment", values/* parseBoolean */.yG),
        },
        timeoutMinutes: take("timeout-minutes", (given) => (0,values/* parseWholeNumber */.oA)(given, { least: 1, most: 7200 })),
        dryRun: take("dry-run", values/* parseBoolean */.yG),
        startedAt: now.toISOString(),
    };
    if (!named && request.platform === false)
        refuse("environment", "is needed where the event has no pull request, for example environment: staging.");
    if (repositoryId === "")
        refuse("environment", "cannot be known as ours: GITHUB_REPOSITORY_ID is not set. Run this as a step on GitHub.");
    if (request.all && request.platform === false)
        refuse("all", "goes with platform: true alone. To remove one environment name it in environment.");
    if (request.platform) {
        if (pullRequest !== undefined)
            refuse("platform", "cannot be removed by a pull request's run.");
        if (raw("confirm") !== request.domain)
            refuse("confirm", `has to repeat the domain exactly before platform: true removes it with all users. It says ${raw("confirm") ? (0,values/* show */.WU)(raw("confirm")) : "nothing"}.`);
    }
    else if (raw("confirm"))
        refuse("confirm", "is asked for with platform: true alone. Leave it out, or set platform: true.");
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    // Every value that is still undefined has put a problem on the list.
    return Object.freeze(request);
}
function textOf(value) {
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
function property(value, name) {
    return typeof value === "object" && value !== null ? value[name] : undefined;
}

// EXTERNAL MODULE: ./build/bundle/commands/farewell.js
var farewell = __webpack_require__(6410);
;// CONCATENATED MODULE: ./build/bundle/commands/teardown.js



/**
 * Removes the environment that is asked for, and the platform where that is asked for; or shows what would go.
 *
 * @throws InputError before any AWS call; ActionError as removeEnvironment and removePlatform
 */
async function teardown(world, report) {
    const event = world.env.GITHUB_EVENT_PATH ? await (0,promises_.readFile)(world.env.GITHUB_EVENT_PATH, "utf8") : "";
    const request = readTeardown(world.env, JSON.parse(event || "{}"));
    world.setDeadline(request.timeoutMinutes);
    const what = subject(request);
    report.headline = `${what} is not gone`;
    if (request.environment)
        report.environment = request.environment;
    if (request.dryRun) {
        const { showRemoval } = await __webpack_require__.e(/* import() */ 8162).then(__webpack_require__.bind(__webpack_require__, 8162));
        await showRemoval(world, request, report);
        report.headline = `Dry run: nothing was removed. ${what} would go`;
        report.outputs.set("outcome", "dry run");
        return;
    }
    const removed = [];
    try {
        await removeAll(world, request, (done) => {
            removed.push(done);
            for (const line of done.lines)
                report.done.push([done.what, line]);
        });
    }
    finally {
        report.outputs.set("removed", JSON.stringify(removed.map((each) => ({ what: each.what, lines: each.lines }))));
    }
    const outcome = removed.some((each) => each.outcome === "removed") ? "removed" : "already gone";
    report.outputs.set("outcome", outcome);
    report.headline = outcome === "removed" ? `${what} is gone` : `${what} was gone already`;
    world.log.info(`${report.headline}.`);
}
async function removeAll(world, request, done) {
    const { environment, platform } = request;
    if (platform) {
        const { removePlatform } = await __webpack_require__.e(/* import() */ 4863).then(__webpack_require__.bind(__webpack_require__, 4863));
        return await removePlatform(world, request, done);
    }
    if (environment) {
        done(await (0,farewell/* removeAndTell */.H)(world, request, { ...request, environment }));
    }
}
function subject({ app, environment, domain, platform, all }) {
    const names = [
        ...(environment ? [`environment ${environment} of ${app}`] : []),
        ...(platform ? [`the platform of ${domain}${all ? " with all its environments" : ""}`] : []),
    ];
    const text = names.join(" and ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}


/***/ }),

/***/ 4925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BQ: () => (/* binding */ parseHostName),
/* harmony export */   Ei: () => (/* binding */ checkFargateSize),
/* harmony export */   HU: () => (/* binding */ parseChoice),
/* harmony export */   MZ: () => (/* binding */ property),
/* harmony export */   Nq: () => (/* binding */ parseEnvironment),
/* harmony export */   P$: () => (/* binding */ isCovered),
/* harmony export */   Pt: () => (/* binding */ parseHostedZoneId),
/* harmony export */   RM: () => (/* binding */ parseCommand),
/* harmony export */   Rr: () => (/* binding */ parsePath),
/* harmony export */   WI: () => (/* binding */ parseLogRetention),
/* harmony export */   WU: () => (/* binding */ show),
/* harmony export */   dp: () => (/* binding */ parseApp),
/* harmony export */   gR: () => (/* binding */ parseDomain),
/* harmony export */   gj: () => (/* binding */ parseDomainPrefix),
/* harmony export */   kR: () => (/* binding */ parsePreviewsFor),
/* harmony export */   oA: () => (/* binding */ parseWholeNumber),
/* harmony export */   sz: () => (/* binding */ appFromRepository),
/* harmony export */   wr: () => (/* binding */ parseSpan),
/* harmony export */   yG: () => (/* binding */ parseBoolean),
/* harmony export */   zZ: () => (/* binding */ parseImage)
/* harmony export */ });
/* unused harmony export LOG_RETENTION_DAYS */
const ok = (value) => ({ value });
const wrong = (problem) => ({ problem });
/** How a value is shown in a message: quoted, on one line, not endless. */
function show(text) {
    return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** A host name of at least two labels (RFC 1123), in lower case. */
function parseHostName(text, example) {
    const instead = `Write the bare host name, for example ${example}.`;
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
        return wrong(`${show(text)} has a scheme. ${instead}`);
    if (/\s/.test(text))
        return wrong(`${show(text)} has blanks in it. ${instead}`);
    if (/[/?#]/.test(text))
        return wrong(`${show(text)} has a path. ${instead}`);
    if (/^\[?[0-9a-f]*:[0-9a-f:.]+\]?$/i.test(text) && text.split(":").length > 2)
        return wrong(`${show(text)} is an IP address. ${instead}`);
    if (text.includes(":"))
        return wrong(`${show(text)} has a port. ${instead}`);
    if (text.endsWith("."))
        return wrong(`${show(text)} ends with a dot. ${instead}`);
    if (text.includes("*"))
        return wrong(`${show(text)} is a wildcard; the hosts below the domain are covered without one. ${instead}`);
    if (text.includes("_"))
        return wrong(`${show(text)} has an underscore, which a host name cannot have. ${instead}`);
    const name = text.toLowerCase();
    if (/^\d+(\.\d+){3}$/.test(name))
        return wrong(`${show(text)} is an IP address. ${instead}`);
    const labels = name.split(".");
    if (labels.length < 2)
        return wrong(`${show(text)} is a single label. ${instead}`);
    for (const label of labels) {
        if (label.length > 63)
            return wrong(`the label ${show(label)} is longer than 63 characters. ${instead}`);
        if (!LABEL.test(label))
            return wrong(label === ""
                ? `${show(text)} has an empty label. ${instead}`
                : `${show(label)} is not fit for a host name: letters, digits and hyphens, no hyphen at either end. ${instead}`);
    }
    if (/^\d+$/.test(labels.at(-1) ?? ""))
        return wrong(`${show(text)} ends with a number. ${instead}`);
    if (name.length > 253)
        return wrong(`${show(text)} is longer than 253 characters. ${instead}`);
    return ok(name);
}
/** The platform's domain: ACM takes at most 64 characters as a certificate's name (RFC 5280's common name). */
function parseDomain(text) {
    const parsed = parseHostName(text, "app.example.com");
    if ("value" in parsed && parsed.value.length > 64)
        return wrong(`${show(text)} is longer than 64 characters, which is the most that a certificate can be for.`);
    return parsed;
}
/** Whether the platform's certificate, for the domain and `*.domain`, covers a host. */
function isCovered(host, domain) {
    return host === domain || (host.endsWith(`.${domain}`) && !host.slice(0, -domain.length - 1).includes("."));
}
/** Route 53 shows the id with and without its `/hostedzone/` prefix. */
function parseHostedZoneId(text) {
    const id = text.replace(/^\/?hostedzone\//, "");
    return /^Z[A-Z0-9]{1,31}$/.test(id)
        ? ok(id)
        : wrong(`${show(text)} is not the id of a hosted zone. Write the id that Route 53 shows for the zone, for example Z0123456789ABCDEFGHIJ.`);
}
// The reference grammar of the distribution project: [host[:port]/]path[/path][:tag][@digest].
const PATH_PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const REGISTRY = "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::[0-9]+)?/)?";
const IMAGE = new RegExp(`^${REGISTRY}${PATH_PART}(?:/${PATH_PART})*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`);
/** An image reference; AWS takes at most 255 characters. */
function parseImage(text) {
    const instead = "Write it like registry/name:tag or registry/name@sha256:digest.";
    if (/\s/.test(text))
        return wrong(`${show(text)} has blanks in it. ${instead}`);
    if (text.length > 255)
        return wrong(`${show(text)} is longer than 255 characters. ${instead}`);
    return IMAGE.test(text) ? ok(text) : wrong(`${show(text)} is not an image reference. ${instead}`);
}
/** The name of an environment: it becomes a label of a host name. */
function parseEnvironment(text) {
    const instead = "Write lower-case letters, digits and single hyphens, at most 40, for example staging or pr-12.";
    if (text.length > 40)
        return wrong(`${show(text)} is longer than 40 characters. ${instead}`);
    // Two hyphens in a row separate the parts of a stack's name, and host names reserve them for xn-- labels.
    return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
        ? ok(text)
        : wrong(`${show(text)} is not fit for a host name. ${instead}`);
}
/** The name of an app: part of stack names. */
function parseApp(text) {
    return text.length <= 40 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
        ? ok(text)
        : wrong(`${show(text)} is not fit for a stack's name. Write lower-case letters, digits and single hyphens, at most 40, for example web.`);
}
/** The name of an app from the name of a repository, which may hold more than a stack's name may. */
function appFromRepository(repository) {
    const name = repository.split("/").at(-1) ?? "";
    const app = name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .slice(0, 40)
        .replace(/^-+|-+$/g, "");
    return app || "app";
}
/** A whole number in plain decimal digits. */
function parseWholeNumber(text, { least, most }) {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return number >= least && number <= most
        ? ok(number)
        : wrong(`${show(text)} is not a whole number from ${least} to ${most}.`);
}
/** GitHub's inputs are text: exactly `true` or `false`. */
function parseBoolean(text) {
    if (text === "true")
        return ok(true);
    if (text === "false")
        return ok(false);
    return wrong(`${show(text)} is neither true nor false. Write true or false.`);
}
/** One of a few words, spelled exactly so. */
function parseChoice(text, choices) {
    const choice = choices.find((one) => one === text);
    return choice === undefined ? wrong(`${show(text)} is not known. Write ${choices.join(" or ")}.`) : ok(choice);
}
/** A path as health checks send it: ELBv2's HealthCheckPath takes 1 to 1024 characters and starts with a slash. */
function parsePath(text) {
    if (!text.startsWith("/"))
        return wrong(`${show(text)} does not start with a slash. Write a path like /healthz.`);
    if (text.length > 1024)
        return wrong(`${show(text)} is longer than 1024 characters.`);
    return /^[!-~]+$/.test(text)
        ? ok(text)
        : wrong(`${show(text)} has blanks or characters that a URL cannot have. Write them percent-encoded.`);
}
/**
 * Cognito's rule for a domain prefix; the reserved words are from its guide
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html).
 */
function parseDomainPrefix(text) {
    if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text))
        return wrong(`${show(text)} is not a domain prefix. Write lower-case letters, digits and hyphens, at most 63, for example my-team-sign-in.`);
    const reserved = ["aws", "amazon", "cognito"].find((word) => text.includes(word));
    return reserved ? wrong(`${show(text)} contains the reserved word ${reserved}. Leave it out.`) : ok(text);
}
/** A container's command: a JSON array of strings. */
function parseCommand(text) {
    const instead = 'Write a JSON array of strings, for example ["node", "server.js"].';
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        return wrong(`${show(text)} is not JSON. ${instead}`);
    }
    if (!Array.isArray(json) || json.length === 0 || !json.every((part) => typeof part === "string"))
        return wrong(`${show(text)} is not an array of strings. ${instead}`);
    return ok(json);
}
/** A span of time such as 30m, 12h or 3d, in milliseconds. At least 10 minutes, at most a year. */
function parseSpan(text) {
    const [, number, unit] = text.match(/^(\d{1,6})([mhd])$/) ?? [];
    const span = Number(number) * ({ m: 60_000, h: 3_600_000, d: 86_400_000 }[unit ?? ""] ?? Number.NaN);
    if (span >= 10 * 60_000 && span <= 365 * 86_400_000)
        return ok(span);
    return wrong(`${show(text)} is not a span of time from 10 minutes to 365 days. Write minutes, hours or days, for example 90m, 72h or 14d.`);
}
/** `all`, `ready` (no drafts) or `labeled:<name>`. GitHub's labels have at most 50 characters. */
function parsePreviewsFor(text) {
    if (text === "all" || text === "ready")
        return ok({ kind: text });
    const label = text.match(/^labeled:(.*)$/s)?.[1]?.trim();
    if (label !== undefined && label !== "" && label.length <= 50)
        return ok({ kind: "labeled", label });
    return wrong(`${show(text)} is not known. Write all, ready or labeled:<name of a label>, for example labeled:preview.`);
}
/** How long CloudWatch Logs can keep log lines; LogRetentionInDays in ecs-service.yml takes the same. */
const LOG_RETENTION_DAYS = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
function parseLogRetention(text) {
    const days = LOG_RETENTION_DAYS.find((one) => String(one) === text);
    return days === undefined
        ? wrong(`${show(text)} is not a number of days that CloudWatch Logs offers. Write one of ${LOG_RETENTION_DAYS.join(", ")}.`)
        : ok(days);
}
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html: MiB from, to, step.
const FARGATE = {
    256: [512, 1024, 2048],
    512: steps(1024, 4096, 1024),
    1024: steps(2048, 8192, 1024),
    2048: steps(4096, 16384, 1024),
    4096: steps(8192, 30720, 1024),
    8192: steps(16384, 61440, 4096),
    16384: steps(32768, 122880, 8192),
};
function steps(from, to, step) {
    return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}
/** What is wrong with `cpu`, or else with `memory` at that cpu. */
function checkFargateSize(cpu, memory) {
    const sizes = /^\d+$/.test(cpu) ? FARGATE[Number(cpu)] : undefined;
    if (!sizes)
        return { cpu: `${show(cpu)} is not a size that Fargate offers. Write ${Object.keys(FARGATE).join(", ")}.` };
    if (/^\d+$/.test(memory) && sizes.includes(Number(memory)))
        return {};
    const range = sizes.length > 3
        ? `${sizes[0]} to ${sizes.at(-1)} in steps of ${Number(sizes[1]) - Number(sizes[0])}`
        : sizes.join(", ");
    return { memory: `${show(memory)} does not go with cpu ${cpu} on Fargate. Write ${range}.` };
}
/** A member of what was read from JSON, of which nothing is known. */
function property(value, name) {
    return typeof value === "object" && value !== null ? value[name] : undefined;
}


/***/ }),

/***/ 2757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ CONTAINER_NAME),
/* harmony export */   Dk: () => (/* binding */ TAG),
/* harmony export */   Qx: () => (/* binding */ stackName),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   m9: () => (/* binding */ derivedDomainPrefix),
/* harmony export */   qp: () => (/* binding */ PLATFORM_STACKS)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** The stacks of a platform, in the order in which a reader wants them. */
const PLATFORM_STACKS = ["vpc", "nat-gateways", "cognito", "ecs-cluster", "alb", "dns"];
/** The container in every task definition: ecs-service.yml's listener and target group look for this name. */
const CONTAINER_NAME = "app";
/** Keys of the stack tags by which everything of ours is found again and known as ours. */
const TAG = {
    domain: "ecs-cognito-deploy:domain",
    app: "ecs-cognito-deploy:app",
    environment: "ecs-cognito-deploy:environment",
    repository: "ecs-cognito-deploy:repository",
    repositoryId: "ecs-cognito-deploy:repository-id",
    pullRequest: "ecs-cognito-deploy:pull-request",
    // On the ECS service, written by each rollout:
    commit: "ecs-cognito-deploy:commit",
    run: "ecs-cognito-deploy:run",
    startedAt: "ecs-cognito-deploy:started-at",
    deployedAt: "ecs-cognito-deploy:deployed-at",
    expiresAt: "ecs-cognito-deploy:expires-at",
    // On a log group that a teardown was told to keep: nothing of ours deletes it any more.
    kept: "ecs-cognito-deploy:kept",
    // Written by the sweep, on the service or on what is left without a stack:
    asleepSince: "ecs-cognito-deploy:asleep-since",
    asleepCount: "ecs-cognito-deploy:asleep-count",
    wokenAt: "ecs-cognito-deploy:woken-at",
    orphanedAt: "ecs-cognito-deploy:orphaned-at",
};
/**
 * The name of a stack. It begins with a fixed word because a domain may begin with a digit and a stack's name may
 * not. App and environment never hold two hyphens in a row, so `--` between them keeps two environments apart.
 */
function stackName(id, { domain, app, environment }) {
    const platform = `ecs-cognito-${domainSlug(domain)}`;
    return id === "ecs-service" ? `${platform}--${app}--${environment}` : `${platform}-${id}`;
}
/** The domain as part of a stack's name (128 characters at most), different for different domains. */
function domainSlug(domain) {
    const slug = domain.replaceAll(".", "-");
    // `a-b.com` and `a.b.com` must not meet, so whatever cannot be told apart by its dots gets a digest.
    return domain.includes("-") || slug.length > 32
        ? `${slug.slice(0, 23).replace(/-+$/, "")}-${digest(domain, 8)}`
        : slug;
}
/**
 * A prefix for the user pool's domain: unique over all accounts of a region, 63 characters at most, without the
 * words that Cognito reserves. The digest is hexadecimal and cannot spell any of them.
 */
function derivedDomainPrefix({ domain, accountId, region, }) {
    const slug = domain.replaceAll(".", "-").slice(0, 48).replace(/-+$/, "");
    const readable = /aws|amazon|cognito/.test(slug) ? "sign-in" : slug;
    return `${readable}-${digest(`${domain} ${accountId} ${region}`, 10)}`;
}
/** The first `length` hexadecimal digits of a SHA-256. */
function digest(text, length) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex").slice(0, length);
}


/***/ }),

/***/ 5945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ allStacks),
  describeStack: () => (/* binding */ describeStack),
  F: () => (/* binding */ presentResources)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(1673);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(160);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeStacksCommand.js


class DescribeStacksCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeStacks", schemas_0/* DescribeStacks$ */.n09) {
}

// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/index.js
var dist_cjs = __webpack_require__(402);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/CloudFormationClient.js + 8 modules
var CloudFormationClient = __webpack_require__(6858);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/pagination/DescribeStacksPaginator.js



const paginateDescribeStacks = (0,dist_cjs.createPaginator)(CloudFormationClient/* CloudFormationClient */.m, DescribeStacksCommand, "NextToken", "NextToken", "");

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeStackResourcesCommand.js


class DescribeStackResourcesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeStackResources", schemas_0/* DescribeStackResources$ */.TID) {
}

;// CONCATENATED MODULE: ./build/bundle/stacks/describe.js

/**
 * A stack by name or ARN, or undefined if there is none. A deleted stack is found by its ARN alone.
 *
 * CloudFormation has no error of its own for an absent stack: it is a ValidationError whose message says so.
 */
async function describeStack(client, nameOrArn, signal) {
    try {
        const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: nameOrArn }), { abortSignal: signal });
        const stack = Stacks?.[0];
        return stack && stackState(stack);
    }
    catch (error) {
        if (error instanceof Error && error.name === "ValidationError" && /does not exist/.test(error.message))
            return undefined;
        throw error;
    }
}
/** All stacks of the region but the deleted ones, by name. A page holds up to 100 of them. */
async function allStacks(client, signal) {
    const found = new Map();
    for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {}, { abortSignal: signal }))
        for (const stack of Stacks)
            found.set(stack.StackName ?? "", stackState(stack));
    return found;
}
/** The resources of a stack (the first 100) that exist in the account: begun, and not deleted. */
async function presentResources(client, arn, signal) {
    const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: arn }), {
        abortSignal: signal,
    });
    return StackResources.filter(({ PhysicalResourceId: id, ResourceStatus: status }) => id && status !== "DELETE_COMPLETE").map(({ LogicalResourceId: resource = "", ResourceType: type = "" }) => ({ resource, type }));
}
function stackState(stack) {
    const entries = (list, pair) => Object.fromEntries((list ?? []).map(pair).map(([key, value]) => [key ?? "", value ?? ""]));
    return {
        arn: stack.StackId ?? "",
        status: stack.StackStatus ?? "",
        parameters: entries(stack.Parameters, ({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]),
        outputs: entries(stack.Outputs, ({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
        tags: entries(stack.Tags, ({ Key, Value }) => [Key, Value]),
        ...(stack.EnableTerminationProtection && { isProtected: true }),
    };
}


/***/ })

};
