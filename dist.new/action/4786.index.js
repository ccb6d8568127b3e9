export const id = 4786;
export const ids = [4786,5709,8472];
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

/***/ 4786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isBranchThere: () => (/* binding */ isBranchThere),
/* harmony export */   readPullRequest: () => (/* binding */ readPullRequest)
/* harmony export */ });
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8472);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5709);


/**
 * The pull request as it is now; undefined when the repository can be read and has none of this number.
 * https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request
 *
 * @throws RequestError when GitHub does not answer, or not to this token
 */
async function readPullRequest(github, number, signal) {
    const data = await unlessMissing(github, signal, async () => {
        const answer = await github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
            ...github.at,
            pull_number: number,
            request: { signal: (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__.bounded)(signal) },
        });
        return answer.data;
    });
    return (data && {
        number: data.number,
        state: data.state,
        merged: data.merged,
        draft: data.draft ?? false,
        headSha: data.head.sha,
        headRef: data.head.ref,
        ...(data.head.repo ? { headRepositoryId: Number(data.head.repo.id) } : {}),
        labels: data.labels.map(({ name }) => name),
        updatedAt: data.updated_at,
        ...(data.closed_at ? { closedAt: data.closed_at } : {}),
    });
}
/**
 * Whether the repository has the branch. Not `GET .../branches/{branch}`, which follows a renaming.
 * https://docs.github.com/en/rest/git/refs#get-a-reference
 *
 * @throws RequestError when GitHub does not answer, or not to this token
 */
async function isBranchThere(github, branch, signal) {
    const found = await unlessMissing(github, signal, () => github.request("GET /repos/{owner}/{repo}/git/ref/{ref}", {
        ...github.at,
        ref: `heads/${branch}`,
        request: { signal: (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__.bounded)(signal) },
    }));
    return found !== undefined;
}
/** A 404 counts as "not there" only if the same token can see the repository: otherwise it may mean "not for you". */
async function unlessMissing(github, signal, read) {
    return await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__.persist)(github, signal, async () => {
        try {
            return await read();
        }
        catch (error) {
            if (!(0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__.isRequestError)(error) || error.status !== 404)
                throw error;
            await github.request("GET /repos/{owner}/{repo}", { ...github.at, request: { signal: (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__.bounded)(signal) } });
            return undefined;
        }
    });
}


/***/ })

};
