export const id = 8962;
export const ids = [8962];
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

/***/ 5398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Vo: () => (/* binding */ environmentVariableRules),
/* harmony export */   WE: () => (/* binding */ secretRules),
/* harmony export */   w8: () => (/* binding */ tagRules),
/* harmony export */   x6: () => (/* binding */ secretResource),
/* harmony export */   xg: () => (/* binding */ parsePairs)
/* harmony export */ });
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4925);

/** One text a line; blanks around it are dropped, and so are blank lines. */
function lines(text) {
    return text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean);
}
/**
 * Lists: one `key=value` a line. Blank lines and lines that begin with `#` are passed over; blanks around the key
 * are dropped, the value stays as written but for a carriage return. Problems name the line.
 */
function parsePairs(text, { key: checkKey, value: checkValue, form }) {
    const pairs = [];
    const problems = [];
    const seen = new Map();
    text.split("\n").forEach((raw, index) => {
        const line = raw.replace(/\r$/, "");
        if (line.trim() === "" || line.trimStart().startsWith("#"))
            return;
        const at = `line ${index + 1}`;
        const equals = line.indexOf("=");
        const key = line.slice(0, equals).trim();
        // A value may be a secret that was put in the wrong place: only the key is ever shown.
        if (equals < 1 || key === "") {
            problems.push(`${at} is not of the form ${form}. Write one ${form} a line.`);
            return;
        }
        const value = line.slice(equals + 1);
        const problem = checkKey(key) ?? checkValue(value, key);
        if (problem)
            problems.push(`${at}: ${problem}`);
        const first = seen.get(key);
        if (first !== undefined)
            problems.push(`${at}: ${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(key)} stands on line ${first} already. Keep one of them.`);
        else
            seen.set(key, index + 1);
        pairs.push([key, value]);
    });
    return { pairs, problems };
}
const variableName = (name) => /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)
    ? undefined
    : `${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(name)} is not the name of an environment variable. Write letters, digits and underscores, not beginning with a digit.`;
const environmentVariableRules = {
    form: "NAME=value",
    key: variableName,
    value: () => undefined,
};
const SECRET_ARN = /^arn:aws[a-z-]*:(?:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+(?::[^:\s]*:[^:\s]*:[^:\s]*)?|ssm:[a-z0-9-]+:\d{12}:parameter\/?[\w./-]+)$/;
const secretRules = {
    form: "NAME=arn",
    key: variableName,
    value: (value, name) => SECRET_ARN.test(value.trim())
        ? undefined
        : `the value of ${name} is not the ARN of a secret or parameter (it is not shown, in case it is the secret itself). Write arn:aws:secretsmanager:... or arn:aws:ssm:...:parameter/...`,
};
// What every tagged service takes: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const tagRules = {
    form: "key=value",
    key: (key) => {
        if (/^aws:/i.test(key))
            return `${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(key)} begins with aws:, which is reserved to AWS. Choose another key.`;
        if (key.startsWith("ecs-cognito-deploy:"))
            return `${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(key)} begins with ecs-cognito-deploy:, by which this action knows what is its own. Choose another key.`;
        if (key.length > 128)
            return `${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(key)} is longer than 128 characters.`;
        return TAG_TEXT.test(key) ? undefined : `${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(key)} has characters that AWS does not take in a tag.`;
    },
    value: (value, key) => {
        if (value.length > 256)
            return `the value of ${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(key)} is longer than 256 characters.`;
        return TAG_TEXT.test(value)
            ? undefined
            : `the value of ${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(key)} has characters that AWS does not take in a tag.`;
    },
};
/** The ARN that a policy must name so that `valueFrom` can be read: a secret's without `:json-key:stage:id`. */
function secretResource(valueFrom) {
    return valueFrom.split(":").slice(0, 7).join(":");
}


/***/ }),

/***/ 1515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OA: () => (/* binding */ ALL_PUBLIC),
/* harmony export */   Rp: () => (/* binding */ parsePublicPaths),
/* harmony export */   oi: () => (/* binding */ perRule)
/* harmony export */ });
/* unused harmony exports PATHS_PER_RULE, pathMatches */
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4925);

/** What `ALL PUBLIC` asks for. */
const ALL_PUBLIC = ["/*"];
/** ELBv2: a rule takes 5 condition values, of which the host is one, and 6 wildcards. */
const PATHS_PER_RULE = 4;
const WILDCARDS_PER_RULE = 6;
/** Rules are scarce: 100 a load balancer, which all environments share. */
const RULES = 2;
/** Where the load balancer takes visitors back from the sign-in page. */
const CALLBACK = "/oauth2/idpresponse";
/**
 * Paths that answer without sign-in: one pattern a line; blank lines and lines that begin with `#` are passed over.
 * The characters are those that ELBv2 takes
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html#path-conditions).
 *
 * @returns the patterns in their order, `ALL_PUBLIC` itself if that was asked for, and what is wrong
 */
function parsePublicPaths(text) {
    if (text.trim() === "ALL PUBLIC")
        return { paths: ALL_PUBLIC, problems: [] };
    const paths = [];
    const problems = [];
    const seen = new Map();
    text.split("\n").forEach((line, index) => {
        const path = line.trim();
        if (path === "" || path.startsWith("#"))
            return;
        const first = seen.get(path);
        const problem = first === undefined ? checkPath(path) : `${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(path)} stands on line ${first} already. Keep one of them.`;
        seen.set(path, first ?? index + 1);
        if (problem)
            problems.push(`line ${index + 1}: ${problem}`);
        else
            paths.push(path);
    });
    const most = PATHS_PER_RULE * RULES;
    if (paths.length > most)
        problems.push(`${paths.length} are too many: at most ${most} fit into the listener's rules. Put what is public below one path, such as /public/*.`);
    for (const rule of perRule(paths))
        if ((rule.join("").match(/[*?]/g) ?? []).length > WILDCARDS_PER_RULE)
            problems.push(`${rule.map(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU).join(", ")} have more than ${WILDCARDS_PER_RULE} wildcards between them, which is the most that their listener rule takes. Use fewer.`);
    return { paths, problems };
}
/** The patterns as they are shared out to rules. */
function perRule(paths) {
    const rules = Math.ceil(paths.length / PATHS_PER_RULE);
    return Array.from({ length: rules }, (_, rule) => paths.slice(rule * PATHS_PER_RULE, (rule + 1) * PATHS_PER_RULE));
}
function checkPath(path) {
    if (path.toUpperCase() === "ALL PUBLIC")
        return `${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(path)} must be the whole of the input, in capital letters: public-paths: ALL PUBLIC`;
    if (/^[/*?]+$/.test(path))
        return `${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(path)} would let everybody in. Write the paths that may be public, such as /healthz or /webhooks/*; if really nobody is to sign in, write public-paths: ALL PUBLIC`;
    if (!path.startsWith("/"))
        return `${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(path)} does not start with a slash. Write a path like /healthz or /webhooks/*.`;
    if (path.length > 128)
        return `${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(path)} is longer than 128 characters, which is the most that a listener rule takes.`;
    if (!/^[A-Za-z0-9_.$/~"'@:+&*?-]+$/.test(path))
        return `${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(path)} has characters that a listener rule does not take in a path: letters, digits and _ - . $ / ~ " ' @ : + & are, * stands for any number of characters and ? for one. A query is no part of the path.`;
    if (pathMatches(path, CALLBACK))
        return `${(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(path)} covers ${CALLBACK}, where the load balancer completes a sign-in: nobody could sign in any more. Choose a narrower path.`;
    return undefined;
}
/** Whether a path is covered by a pattern as ELBv2 compares them: whole, upper and lower case apart. */
function pathMatches(pattern, path) {
    const source = pattern.replace(/[^*?]/g, (mark) => mark.replace(/[\\^$.|+()[\]{}]/, "\\$&"));
    return new RegExp(`^${source.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s").test(path);
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

/***/ 5267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ standing)
/* harmony export */ });
/** Total over the SDK's enum: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
const STANDING = {
    CREATE_COMPLETE: "usable",
    UPDATE_COMPLETE: "usable",
    UPDATE_ROLLBACK_COMPLETE: "usable",
    IMPORT_COMPLETE: "usable",
    IMPORT_ROLLBACK_COMPLETE: "usable",
    CREATE_IN_PROGRESS: "busy",
    DELETE_IN_PROGRESS: "busy",
    IMPORT_IN_PROGRESS: "busy",
    IMPORT_ROLLBACK_IN_PROGRESS: "busy",
    ROLLBACK_IN_PROGRESS: "busy",
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: "busy",
    UPDATE_IN_PROGRESS: "busy",
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: "busy",
    UPDATE_ROLLBACK_IN_PROGRESS: "busy",
    ROLLBACK_COMPLETE: "dead",
    ROLLBACK_FAILED: "dead",
    CREATE_FAILED: "dead",
    DELETE_FAILED: "dead",
    REVIEW_IN_PROGRESS: "unborn",
    UPDATE_ROLLBACK_FAILED: "stuck",
    IMPORT_ROLLBACK_FAILED: "stuck",
    UPDATE_FAILED: "broken",
    DELETE_COMPLETE: "gone",
};
/** @throws Error for a status that CloudFormation has learned since: guessing would be worse */
function standing(status) {
    const known = Object.hasOwn(STANDING, status) ? STANDING[status] : undefined;
    if (!known)
        throw new Error(`CloudFormation answers a stack status that this action does not know: ${status}`);
    return known;
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
