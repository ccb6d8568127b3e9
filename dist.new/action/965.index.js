export const id = 965;
export const ids = [965];
export const modules = {

/***/ 965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   COMMENT_LIMIT: () => (/* binding */ COMMENT_LIMIT),
/* harmony export */   renderComment: () => (/* binding */ renderComment)
/* harmony export */ });
/* harmony import */ var _plan_cost_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9476);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8239);


/**
 * What a comment's text may be long: GitHub says "maximum is 65536 characters", less the room for the marker. Counted in
 * UTF-16, which is never less than GitHub's count, in code points.
 */
const COMMENT_LIMIT = 65_536 - 512;
/** The pull request's comment about a preview, in GitHub's Markdown, COMMENT_LIMIT long at most. Pure. */
function renderComment(facts) {
    const { state, failure, reason, logUrl } = facts;
    const lines = [
        `### ${HEADLINE[state](`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(cut(facts.environment, 100))} of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(cut(facts.app, 100))}`)}`,
        "",
    ];
    if (failure)
        lines.push("> [!CAUTION]", `> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(summarize(failure.message))}`, "");
    if (reason)
        lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(cut(reason, 600)), "");
    const rows = describe(facts);
    if (rows.length > 0)
        lines.push("| | |", "|---|---|", ...rows.map(([name, value]) => `| ${name} | ${value} |`), "");
    const end = link("Log of the run", logUrl);
    const head = lines.join("\n");
    if (!failure)
        return `${head}\n${end}`;
    return `${head}\n${foldFailure(failure, COMMENT_LIMIT - head.length - end.length - 2)}\n${end}`;
}
// GitHub's names for emoji: a bundle in plain ASCII is read faster than one with any other character in it.
const HEADLINE = {
    deploying: (name) => `:hourglass_flowing_sand: Preview ${name} is being deployed`,
    deployed: (name) => `:white_check_mark: Preview ${name} is deployed`,
    failed: (name) => `:x: The deploy of preview ${name} failed`,
    superseded: (name) => `:fast_forward: Preview ${name}: a newer push took over`,
    full: (name) => `:no_entry: There is no room for preview ${name}`,
    asleep: (name) => `:zzz: Preview ${name} is asleep`,
    removed: (name) => `:wastebasket: Preview ${name} is removed`,
};
const SIGN_IN = {
    "self sign-up": "the page asks for it; whoever has no account makes one there",
    "by invitation": "the page asks for it; accounts are made by those who run the user pool",
    none: ":warning: nobody is asked to sign in: the whole app is public",
};
const VERDICT = {
    passed: ":white_check_mark: passed",
    failed: ":x: failed",
    exposed: ":rotating_light: EXPOSED",
    skipped: ":white_circle: skipped",
};
/** The table's rows; a preview that is gone or never was has few. */
function describe(facts) {
    const { state, url, deployedSha, image, signIn, expiresAt, extendHint, smokeTest, cost, removedAt } = facts;
    const isUnderWay = state === "deploying" || state === "deployed";
    const isThere = isUnderWay || (deployedSha !== undefined && state !== "removed" && state !== "full");
    const rows = [
        ["Address", isThere && url && describeAddress(facts, url)],
        ["Version", describeVersion(facts)],
        // What an earlier version was made of is not known.
        ["Image", isUnderWay && image && (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(cut(image, 300))],
        ["Sign-in", isThere && signIn && SIGN_IN[signIn]],
        ["Smoke test", smokeTest && `${VERDICT[smokeTest.verdict]}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(cut(smokeTest.seen, 200))}`],
        [
            "Expires",
            isThere &&
                expiresAt &&
                [`${time(expiresAt)}; each deploy renews it`, extendHint && (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(cut(extendHint, 200))]
                    .filter(Boolean)
                    .join(". "),
        ],
        [
            "Cost",
            isThere &&
                state !== "asleep" &&
                cost &&
                `about ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)((0,_plan_cost_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E)(cost.perDay))} a day<br><sub>estimate: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(cost.assumptions.join("; "))}</sub>`,
        ],
        ["Removed", removedAt && time(removedAt)],
    ];
    return rows.flatMap(([name, value]) => (value ? [[name, value]] : []));
}
function describeAddress({ state, deployedSha, headSha }, url) {
    const address = link(url, url);
    if (state === "deployed")
        return `**${address}**`;
    if (state === "asleep")
        return `${address} (answers again after the next deploy)`;
    if (deployedSha === undefined)
        return `${address} (not yet)`;
    return deployedSha === headSha ? address : `${address} (the version before)`;
}
function describeVersion({ state, deployedSha, headSha }) {
    const [shown, head] = [deployedSha && commit(deployedSha), commit(headSha)];
    if (state === "removed")
        return shown ? `${shown} was the last` : "";
    if (deployedSha === headSha)
        return `${head}, the pull request's head`;
    const next = {
        deploying: `${head} is on its way`,
        // By then it is no head any more.
        superseded: `${head} was not deployed`,
        deployed: `the pull request's head, ${head}, is newer`,
        failed: `the pull request's head, ${head}, is not deployed`,
        full: `the pull request's head, ${head}, is not deployed`,
        asleep: `the pull request's head, ${head}, is not deployed`,
    }[state];
    return shown ? `${shown} answers; ${next}` : next;
}
/** The whole cause, what to do, and all the evidence there is room for: the last lines of each, where logs tell most. */
function foldFailure({ message, hint, evidence }, room) {
    const isSaid = message === summarize(message);
    const cause = [
        "<details>",
        `<summary>${isSaid ? "What to do, and the evidence" : "Cause and evidence"}</summary>`,
        "",
        ...(isSaid
            ? []
            : cut(message, 1000)
                .split("\n")
                .flatMap((line) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(line), ""])),
        ...(hint ? [`**What to do:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(cut(hint, 1000))}`, ""] : []),
    ];
    const end = "</details>\n";
    let left = room - cause.join("\n").length - end.length - NOTE.length - 10;
    const blocks = [];
    let isCut = false;
    for (const [index, { title, lines }] of evidence.entries()) {
        const heading = `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(cut(title, 200))}**\n`;
        // What the first ones leave is for the others.
        const share = Math.floor(left / (evidence.length - index)) - heading.length - 20;
        const kept = lastLines(lines, share);
        isCut ||= kept.length < lines.length;
        if (kept.length === 0)
            continue;
        const block = `${heading}\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)(kept)}\n`;
        blocks.push(block);
        left -= block.length + 1;
    }
    return [...cause, ...blocks, ...(isCut ? [NOTE, ""] : []), end].join("\n");
}
const NOTE = "_The beginning of the evidence is left out: the log of the run has all of it._";
/** As many of the last lines as fit, fence included. */
function lastLines(lines, room) {
    const kept = [];
    let [size, longest] = [0, 3];
    for (const line of lines.toReversed()) {
        const shown = cut(line, 2000);
        longest = Math.max(longest, ...(shown.match(/`+/g) ?? []).map((run) => run.length + 1));
        size += shown.length + 1;
        if (size + 2 * longest + "text\n\n".length > room)
            break;
        kept.unshift(shown);
    }
    return kept;
}
function summarize(message) {
    return cut(message.split("\n", 1)[0] ?? "", 300);
}
/**
 * Before it is escaped, which may make one character fourteen: all that is cut by this stays below COMMENT_LIMIT together.
 */
function cut(text, most) {
    // Not through the middle of a character outside the first plane.
    return text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")} ...` : text;
}
/** Only for addresses that are ours or GitHub's; what would leave the link's brackets does not become one. */
function link(text, url) {
    return /^https?:\/\/[\w.:/?=&%~-]{1,500}$/.test(url)
        ? `[${text === url ? url.replace(/^https?:\/\//, "") : text}](${url})`
        : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(cut(url, 300));
}
/** GitHub shortens and links a whole SHA by itself. */
function commit(sha) {
    return /^[0-9a-f]{40}$/.test(sha) ? sha : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(cut(sha, 64));
}
/** `2026-11-25 12:00 UTC` */
function time(iso) {
    const date = new Date(iso);
    return Number.isNaN(date.getTime())
        ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(cut(iso, 40))
        : `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}


/***/ })

};
