export const id = 8472;
export const ids = [8472];
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


/***/ })

};
