export const id = 9950;
export const ids = [9950,5709,8472];
export const modules = {

/***/ 8472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PIECE: () => (/* binding */ PIECE),
/* harmony export */   attempt: () => (/* binding */ attempt),
/* harmony export */   howLongToWait: () => (/* binding */ howLongToWait),
/* harmony export */   isRequestError: () => (/* binding */ isRequestError),
/* harmony export */   persist: () => (/* binding */ persist)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5226);
/* harmony import */ var _lib_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1812);


/** A piece of what is done at GitHub, and the permission that GITHUB_TOKEN needs for it. */
const PIECE = {
    record: { name: "The deployment record", permission: "deployments: write" },
    comment: { name: "The pull request's comment", permission: "pull-requests: write" },
    pullRequest: { name: "The pull request's state", permission: "pull-requests: read" },
};
/**
 * Runs a piece of work without which the deploy is still right. Whatever GitHub has against it (a missing permission, a
 * rate limit, an outage, no answer before `signal` ends) becomes one warning, and undefined is given back.
 *
 * @throws only what is not GitHub's doing: a mistake of ours
 */
async function attempt(github, piece, signal, work) {
    const { name, permission } = PIECE[piece];
    try {
        return await work();
    }
    catch (error) {
        if (isDenied(error))
            github.warn(`${name} is left out: GitHub answered ${error.status}. Give the job the permission "${permission}" (permissions: in the workflow).`);
        else if (signal.aborted || isGitHubs(error))
            github.warn(`${name} is left out: ${explain(error, signal)}`);
        else
            throw error;
        return undefined;
    }
}
/** How long one piece of work goes on asking when GitHub says "not now", in milliseconds. */
const PATIENCE = 120_000;
/**
 * Does `work` again as long as what stops it will pass: rate limits, as GitHub says to deal with them
 * (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit), 5xx, lost
 * connections. `work` must be safe to do twice. If GitHub asks to wait longer than a deploy can, it is given up at once.
 *
 * (@octokit/plugin-retry knows neither `retry-after` nor signals.)
 *
 * @throws RequestError; the signal's reason
 */
async function persist({ clock }, signal, work) {
    const end = clock.now() + PATIENCE;
    let notBefore = 0;
    signal.throwIfAborted();
    const { value } = await (0,_lib_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(async () => {
        if (clock.now() < notBefore)
            return undefined;
        try {
            return { value: await work() };
        }
        catch (error) {
            signal.throwIfAborted();
            const wait = howLongToWait(error, clock.now());
            if (wait === undefined || clock.now() + wait > end)
                throw error;
            notBefore = clock.now() + wait;
            return undefined;
        }
    }, { clock, signal });
    return value;
}
/** Milliseconds after which it may be tried again; undefined: never. */
function howLongToWait(error, now) {
    if (!isRequestError(error))
        return undefined;
    const headers = error.response?.headers ?? {};
    if (isRateLimit(error)) {
        if (headers["retry-after"] !== undefined)
            return Number(headers["retry-after"]) * 1000;
        if (headers["x-ratelimit-remaining"] === "0")
            return Math.max(1000, Number(headers["x-ratelimit-reset"]) * 1000 - now);
        return 60_000;
    }
    // No answer at all has status 500 here, too.
    return error.status >= 500 ? Number(headers["retry-after"] ?? 0) * 1000 : undefined;
}
/** GitHub refused for good: 403, or 404 where it would not even say that there is something. */
function isDenied(error) {
    return isRequestError(error) && [403, 404].includes(error.status) && !isRateLimit(error);
}
function isRateLimit({ status, message, response }) {
    if (status === 429)
        return true;
    // A permission that is missing is a 403 as well, and has the headers of a limit that is not reached.
    return (status === 403 &&
        (response?.headers["retry-after"] !== undefined ||
            response?.headers["x-ratelimit-remaining"] === "0" ||
            /rate limit/i.test(message)));
}
function isRequestError(error) {
    return error instanceof Error && error.name === "HttpError" && typeof error.status === "number";
}
function isGitHubs(error) {
    return isRequestError(error) || (error instanceof Error && error.name === "GraphqlResponseError");
}
function explain(error, signal) {
    if (isRequestError(error) && isRateLimit(error))
        return "GitHub's rate limit is used up.";
    if (isRequestError(error) && error.response)
        return `GitHub answered ${error.status}: ${error.message}`;
    return `no answer from GitHub (${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(signal.aborted ? signal.reason : error)}).`;
}


/***/ }),

/***/ 5709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bounded: () => (/* binding */ bounded),
/* harmony export */   connectGitHub: () => (/* binding */ connectGitHub),
/* harmony export */   paged: () => (/* binding */ paged)
/* harmony export */ });
/* harmony import */ var _lib_poll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1812);

/**
 * Nothing is sent yet. Without a token there is no GitHub, and commands do without.
 *
 * `@octokit/core` is what `@actions/github` wraps. With it all of this room is 50 KB of the bundle; `@actions/github` and
 * `@octokit/plugin-retry` alone are 150 KB, with a method for each of 1,100 endpoints (routes are typed, too), and take eight
 * times as long to load: they always bring a second `fetch`, which is needed for a proxy alone.
 *
 * @param apiUrl `GITHUB_API_URL`: https://api.github.com, or https://HOST/api/v3 for GitHub Enterprise Server
 * @param repository `owner/name`
 * @param warn shows a warning to whoever reads the run
 */
async function connectGitHub({ token, apiUrl = "https://api.github.com", repository, warn, env = process.env, clock = _lib_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m, }) {
    const [owner, repo] = repository.split("/");
    if (!token || !owner || !repo)
        return undefined;
    const { Octokit } = await __webpack_require__.e(/* import() */ 5194).then(__webpack_require__.bind(__webpack_require__, 5194));
    const fetch = await proxyFetch(apiUrl, env);
    const quiet = { debug() { }, info() { }, warn() { }, error() { } };
    const octokit = new Octokit({
        auth: token,
        baseUrl: apiUrl.replace(/\/+$/, ""),
        userAgent: "ecs-cognito-deploy/0.1.0",
        log: quiet,
        request: { log: quiet, ...(fetch ? { fetch } : {}) },
    });
    const said = new Set();
    let viewer;
    return {
        // https://docs.github.com/en/rest/about-the-rest-api/api-versions
        request: octokit.request.defaults({ headers: { "x-github-api-version": "2022-11-28" } }),
        at: { owner, repo },
        clock,
        viewer: (signal) => {
            // The one question about oneself that every kind of token may ask: `GET /user` is closed to GITHUB_TOKEN and the
            // tokens of other apps ("Resource not accessible by integration"), `GET /app` wants a JWT.
            // https://docs.github.com/en/graphql/reference/queries#viewer
            viewer ??= octokit
                .graphql("query { viewer { login } }", { request: { signal: bounded(signal) } })
                .then((answer) => answer.viewer.login)
                .catch((error) => {
                viewer = undefined;
                throw error;
            });
            return viewer;
        },
        warn: (text) => {
            if (said.has(text))
                return;
            said.add(text);
            warn(text);
        },
    };
}
/** One request takes 30 s at most, and ends with the step. */
function bounded(signal) {
    return AbortSignal.any([signal, AbortSignal.timeout(30_000)]);
}
/**
 * All pages of a list. GitHub says with `rel="next"` whether there is another one:
 * https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
async function* paged(read) {
    for (let page = 1;; page++) {
        const { data, headers } = await read({ per_page: 100, page });
        yield* data;
        if (!/rel="next"/.test(headers.link ?? ""))
            return;
    }
}
/** Node's own `fetch` knows of no proxy. What @actions/github does about it, for those who have one. */
async function proxyFetch(apiUrl, env) {
    if (!["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].some((name) => env[name]))
        return undefined;
    const [{ HttpClient }, { fetch }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(4942)]).then(__webpack_require__.bind(__webpack_require__, 4942)), __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 6752, 19))]);
    // Obeys no_proxy, too: then it is no proxy's dispatcher.
    const dispatcher = new HttpClient().getAgentDispatcher(apiUrl);
    return dispatcher
        ? (url, options) => fetch(url, { ...options, dispatcher: dispatcher })
        : undefined;
}


/***/ }),

/***/ 9950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   closeRecord: () => (/* binding */ closeRecord),
/* harmony export */   openRecord: () => (/* binding */ openRecord),
/* harmony export */   retireRecords: () => (/* binding */ retireRecords)
/* harmony export */ });
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8472);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5709);


/**
 * A deployment with the status `in_progress`, visible in the pull request and on the repository's page.
 *
 * A job that names an `environment:` has one already: GitHub makes it when the job starts, for the name that the job gives,
 * moves its status with the job, and writes the last status itself when the job ends
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments). A second one would show
 * every deploy twice. So if the job's environment is ours, its deployment is taken for the record. Its last status is then
 * GitHub's, with the URL that the workflow gives (`environment: { name, url: ${{ steps.deploy.outputs.url }} }`);
 * `environment: { name, deployment: false }` leaves the record to us.
 * Nothing tells a step what its job's environment is, but GitHub's own statuses link to the run.
 *
 * Done twice by the same run, it is the same record.
 *
 * @param logUrl the run: `https://github.com/owner/name/actions/runs/1`
 * @returns the deployment's id
 * @throws RequestError
 */
async function openRecord(github, { environment, app, sha, logUrl, transient, production, }, signal) {
    return await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__.persist)(github, signal, async () => {
        const newest = await github.request("GET /repos/{owner}/{repo}/deployments", {
            ...github.at,
            environment,
            per_page: 100,
            request: { signal: (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__.bounded)(signal) },
        });
        const own = newest.data.find((deployment) => isOurs(deployment, app) && readPayload(deployment)?.run === logUrl);
        const id = own ? Number(own.id) : ((await findJobsOwn(github, newest.data, logUrl, signal)) ?? (await create()));
        await post(github, id, { state: "in_progress", log_url: logUrl, description: mark(app) }, signal);
        return id;
    });
    async function create() {
        const { data } = await github.request("POST /repos/{owner}/{repo}/deployments", {
            ...github.at,
            ref: sha,
            environment,
            // The defaults would merge the base branch into the ref, and refuse while any check is running: this one is.
            auto_merge: false,
            required_contexts: [],
            transient_environment: transient,
            production_environment: production,
            payload: { by: TOOL, app, run: logUrl },
            description: mark(app),
            request: { signal: (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__.bounded)(signal) },
        });
        if (!("id" in data))
            throw new Error("GitHub merged a branch, though auto_merge was off");
        return Number(data.id);
    }
}
/**
 * Says how it ended.
 *
 * @throws RequestError
 */
async function closeRecord(github, id, { state, environmentUrl, logUrl, description }, signal) {
    await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__.persist)(github, signal, () => post(github, id, { state, log_url: logUrl, description, ...(environmentUrl ? { environment_url: environmentUrl } : {}) }, signal));
}
/**
 * Makes the earlier records of an app's environment inactive. GitHub does so by itself only for environments that are neither
 * transient nor production, and then for all apps at once.
 *
 * @param except the record of the running deploy
 * @param remove the environment is gone: its records go too, with their history
 * @throws RequestError
 */
async function retireRecords(github, { environment, app, except, remove = false, logUrl, }, signal) {
    await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__.persist)(github, signal, async () => {
        const deployments = (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__.paged)((page) => github.request("GET /repos/{owner}/{repo}/deployments", {
            ...github.at,
            environment,
            ...page,
            request: { signal: (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__.bounded)(signal) },
        }));
        if (remove) {
            // To the end before the first goes: what is deleted moves the pages.
            const all = [];
            for await (const deployment of deployments)
                all.push(deployment);
            for (const deployment of all)
                if (Number(deployment.id) !== except && (await isOfApp(github, deployment, app, signal)))
                    await deleteRecord(github, Number(deployment.id), logUrl, signal);
            return;
        }
        const active = [];
        for await (const deployment of deployments) {
            const id = Number(deployment.id);
            if (id === except || (except !== undefined && id > except) || !isOurs(deployment, app))
                continue;
            const state = (await readStatuses(github, id, 1, signal))[0]?.state;
            // The newest come first, and whoever retired this one had retired all before it.
            if (state === "inactive")
                break;
            // A failure stays one in the list.
            if (state !== "failure" && state !== "error")
                active.push(id);
        }
        // The oldest first, so that what was said above holds wherever this is interrupted.
        for (const id of active.reverse())
            await inactivate(github, id, logUrl, signal);
    });
}
async function inactivate(github, id, logUrl, signal) {
    await post(github, id, { state: "inactive", ...(logUrl ? { log_url: logUrl } : {}), description: "" }, signal);
}
/**
 * One that is active cannot be deleted; those that are not, nearly all, take one call instead of three.
 * https://docs.github.com/en/rest/deployments/deployments#delete-a-deployment
 */
async function deleteRecord(github, id, logUrl, signal) {
    const drop = () => github.request("DELETE /repos/{owner}/{repo}/deployments/{deployment_id}", {
        ...github.at,
        deployment_id: id,
        request: { signal: (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__.bounded)(signal) },
    });
    try {
        await drop().catch(async (error) => {
            if (!(0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__.isRequestError)(error) || error.status !== 422)
                throw error;
            await inactivate(github, id, logUrl, signal);
            await drop();
        });
    }
    catch (error) {
        // Somebody else's teardown was quicker.
        if (!(0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__.isRequestError)(error) || error.status !== 404)
            throw error;
    }
}
const TOOL = "ecs-cognito-deploy";
/** Says in a description of GitHub's own record which app it is about. */
function mark(app) {
    return `${app}, by ${TOOL}`;
}
function isOurs(deployment, app) {
    const payload = readPayload(deployment);
    return payload?.by === TOOL && payload.app === app;
}
/** Whether a record is of this app: made by us, or the job's own that we wrote to. */
async function isOfApp(github, deployment, app, signal) {
    if (readPayload(deployment)?.by === TOOL)
        return isOurs(deployment, app);
    const statuses = await readStatuses(github, Number(deployment.id), 100, signal);
    return statuses.some(({ description }) => description === mark(app));
}
/** An object, or on older servers the same as a string. */
function readPayload({ payload }) {
    try {
        const read = typeof payload === "string" ? JSON.parse(payload) : payload;
        return typeof read === "object" && read !== null ? read : undefined;
    }
    catch {
        // Somebody else's text.
        return undefined;
    }
}
/** The deployment that GitHub made for this run's job, if that names this environment. */
async function findJobsOwn(github, newest, logUrl, signal) {
    // It is as old as the job, so one of the last; those of others have other runs' links.
    for (const { id } of newest.filter((deployment) => readPayload(deployment)?.by !== TOOL).slice(0, 5)) {
        const statuses = await readStatuses(github, Number(id), 100, signal);
        if (statuses.some((status) => isOfRun(status, logUrl)))
            return Number(id);
    }
    return undefined;
}
/** GitHub's own statuses link to the job: `<run>/job/<id>`. */
function isOfRun({ log_url, target_url }, logUrl) {
    const run = logUrl.match(/^(.*\/actions\/runs\/\d+)(?:\/|$)/)?.[1];
    return run !== undefined && [log_url, target_url].some((link) => link === run || link?.startsWith(`${run}/`));
}
/** The newest first. */
async function readStatuses(github, id, most, signal) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
        ...github.at,
        deployment_id: id,
        per_page: most,
        request: { signal: (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__.bounded)(signal) },
    });
    return data;
}
async function post(github, id, status, signal) {
    await github.request("POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
        ...github.at,
        deployment_id: id,
        ...status,
        // 140 characters are what GitHub takes.
        description: status.description.replace(/\s+/g, " ").slice(0, 140),
        // It would silence the records of other apps in the environment.
        auto_inactive: false,
        request: { signal: (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__.bounded)(signal) },
    });
}


/***/ })

};
