export const id = 5709;
export const ids = [5709];
export const modules = {

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


/***/ })

};
