export const id = 7992;
export const ids = [7992];
export const modules = {

/***/ 7992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p8: () => (/* binding */ attack),
  zn: () => (/* binding */ prove),
  et: () => (/* binding */ subjectOf)
});

// EXTERNAL MODULE: ./build/bundle/lib/errors.js
var errors = __webpack_require__(5226);
// EXTERNAL MODULE: ./build/bundle/plan/plan.js
var plan = __webpack_require__(9278);
// EXTERNAL MODULE: ./build/bundle/report/report.js
var report_report = __webpack_require__(2700);
;// CONCATENATED MODULE: ./build/bundle/smoke-test/check.js
const passed = (seen, warning) => ({
    verdict: "passed",
    seen,
    ...(warning && { warning }),
});
const failed = (seen, mend) => ({ verdict: "failed", seen, ...(mend && { mend }) });
const skipped = (seen) => ({ verdict: "skipped", seen });
const notYet = (seen) => ({ verdict: "not yet", seen });
const exposed = (seen, mend = "Take the rule out of the routing until it is mended: the listener rule of this host must authenticate before it forwards.") => ({ verdict: "exposed", seen: `EXPOSED: ${seen}`, mend });
const RANK = ["exposed", "failed", "not yet", "passed", "skipped"];
const MOST_SHOWN = 3;
/** One judgement of many: the worst of their verdicts, with what was seen in those that have it. */
function worst(judgements, allWell) {
    const verdict = RANK.find((each) => judgements.some((judgement) => judgement.verdict === each)) ?? "passed";
    if (verdict === "passed" || verdict === "skipped") {
        const warnings = judgements.flatMap(({ warning }) => warning ?? []);
        return passed(allWell, warnings.join("; "));
    }
    const found = judgements.filter((judgement) => judgement.verdict === verdict);
    const more = found.length > MOST_SHOWN ? `; and ${found.length - MOST_SHOWN} more` : "";
    const seen = found.slice(0, MOST_SHOWN).map((judgement) => judgement.seen);
    const mend = found.find((judgement) => judgement.mend)?.mend;
    return { verdict, seen: `${seen.join("; ")}${more}`, ...(mend && { mend }) };
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/engine.js


/** Milliseconds from look to look. */
const PACE = 1000;
/** How long looks that are under way may still take once the app was seen to be exposed, in milliseconds. */
const GRACE = 2000;
/**
 * Lets all checks look side by side, and again where once does not settle it:
 * - "not yet" is looked at once a second, until `patience` is over;
 * - a check that failed counts only once a second look says the same, and after a failure it takes two looks that
 *   agree to pass: one flaky answer decides nothing;
 * - "exposed" ends everything at once.
 *
 * @param patience milliseconds for all of them together
 */
async function runChecks(world, checks, patience) {
    const deadline = world.clock.now() + patience;
    // Over: nobody begins anything new. Cut: what is under way ends as well.
    const [over, cut] = [new AbortController(), new AbortController()];
    const timers = new AbortController();
    const later = (milliseconds, then) => void world.clock.sleep(milliseconds, timers.signal).then(then, () => { });
    later(patience, () => over.abort("time"));
    later(patience + GRACE, () => cut.abort(new OutOfTime("the smoke test's time is up")));
    const bounds = { deadline, over: over.signal, cut: AbortSignal.any([world.signal, cut.signal]) };
    try {
        return await Promise.all(checks.map(async (check) => {
            const judgement = await settle(world, check, bounds);
            if (judgement.verdict === "exposed" && !over.signal.aborted) {
                over.abort("exposed");
                later(GRACE, () => cut.abort(new Error("the app is exposed")));
            }
            const { id, proves, mend } = check;
            const isWell = judgement.verdict === "passed" || judgement.verdict === "skipped";
            return { id, proves, ...(!isWell && { mend }), ...judgement };
        }));
    }
    finally {
        timers.abort();
    }
}
class OutOfTime extends Error {
    name = "OutOfTime";
}
async function settle({ log, clock, signal }, check, bounds) {
    let suspect = false;
    let last;
    for (;;) {
        const began = clock.now();
        const judgement = await cutOff(check, bounds.cut, last);
        if (signal.aborted)
            throw signal.reason;
        log.change(`smoke test ${check.id}`, `${judgement.verdict}: ${judgement.seen}`);
        const { verdict } = judgement;
        if (verdict === "exposed" || verdict === "skipped")
            return judgement;
        const agrees = last?.verdict === verdict;
        if (verdict === "passed" && (!suspect || agrees))
            return judgement;
        if (verdict === "failed" && agrees)
            return judgement;
        if (bounds.over.aborted || clock.now() >= bounds.deadline)
            return judgement;
        suspect ||= verdict === "failed";
        last = judgement;
        const pause = AbortSignal.any([signal, bounds.over]);
        await clock.sleep(Math.max(0, PACE - (clock.now() - began)), pause).catch(() => { });
        if (signal.aborted)
            throw signal.reason;
        if (bounds.over.aborted)
            return judgement;
    }
}
/** A look that ends with the signal, whatever it waits for; what was seen before it counts then. */
async function cutOff(check, cut, last) {
    let stop = () => { };
    const ended = new Promise((resolve) => {
        const why = () => `not looked at to the end: ${(0,errors/* describeError */.Uc)(cut.reason)}`;
        stop = () => resolve(last ?? (cut.reason instanceof OutOfTime ? notYet("no answer in time") : skipped(why())));
        cut.addEventListener("abort", stop, { once: true });
    });
    if (cut.aborted)
        stop();
    try {
        return await Promise.race([check.look(cut).catch((error) => judgeError(error)), ended]);
    }
    finally {
        cut.removeEventListener("abort", stop);
    }
}
/** Certificates that do not fit are wrong, and so is what brings a hint along; names and connections may still come. */
function judgeError(error) {
    if (error instanceof Error && "hint" in error && typeof error.hint === "string")
        return { verdict: "failed", seen: (0,errors/* describeError */.Uc)(error), mend: error.hint };
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const seen = `${code ? `${code}: ` : ""}${(0,errors/* describeError */.Uc)(error)}`;
    return /CERT|SELF_SIGNED|UNABLE_TO/.test(code) ? { verdict: "failed", seen } : notYet(seen);
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/public-paths.js
/** Whether a path is covered by one of the patterns, as the load balancer compares them: whole, case told apart. */
function isPublic(path, patterns) {
    return patterns.some((pattern) => like(pattern, path));
}
/** `*` is any number of characters, `?` exactly one. */
function like(pattern, value, flags = "") {
    const source = pattern
        .replace(/[\\^$.|+()[\]{}]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".");
    return new RegExp(`^${source}$`, `s${flags}`).test(value);
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/rules.js


/**
 * Every rule of every listener that leads to this environment's targets first signs people in, with this pool and this
 * client, for this host; what does not is for the declared public paths, all of them and nothing else. Pure.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html
 */
function judgeRules(listeners, book) {
    const findings = [];
    const open = new Set();
    let guarded = 0;
    for (const { listener, rules } of listeners)
        for (const rule of rules) {
            const name = nameOf(rule, listener);
            if (!forwardsTo(rule, book.targetGroupArn)) {
                findings.push(...judgeOthers(name, rule, listener, book));
                continue;
            }
            if (rule.IsDefault) {
                findings.push(isGuarded(rule)
                    ? failed(`${name} forwards every host to this environment's targets`, DEFAULT)
                    : exposed(`${name} forwards every host to this environment's targets, without sign-in`, DEFAULT));
                continue;
            }
            if (listener.Protocol !== "HTTPS") {
                findings.push(exposed(`${name} forwards to this environment's targets without TLS`, PORT_80));
                continue;
            }
            if (listener.Port !== 443)
                findings.push(failed(`${name} forwards to this environment's targets too`, OTHER_LISTENER));
            if (isGuarded(rule)) {
                guarded++;
                findings.push(...judgeHosts(name, rule, book.host), ...judgeSignIn(name, rule, book));
                continue;
            }
            const paths = openPaths(rule, book);
            if (paths === undefined)
                findings.push(exposed(`${name} forwards without sign-in`, AUTHENTICATE));
            else {
                findings.push(...judgeHosts(name, rule, book.host));
                for (const path of paths)
                    open.add(path);
            }
        }
    const missing = book.publicPaths.filter((path) => !open.has(path));
    if (missing.length > 0)
        findings.push(failed(`no rule opens the public path ${missing.join(", ")}`, "Run the deploy again: it makes the rule."));
    if (guarded === 0 && !book.publicPaths.includes("/*"))
        findings.push({ verdict: "not yet", seen: "no rule leads to this environment's targets" });
    const count = listeners.reduce((sum, { rules }) => sum + rules.length, 0);
    const seen = `${count} rules on ${listeners.length} listeners; ${guarded} lead to the app, after sign-in`;
    return worst(findings, open.size > 0 ? `${seen}; public, as declared: ${[...open].join(", ")}` : seen);
}
/** Seconds. Below this nobody can work, and somebody will soon take the sign-in away. */
const LEAST_SESSION = 60;
const AUTHENTICATE = "Put an authenticate-cognito action with OnUnauthenticatedRequest `authenticate` before the rule's forward action, or delete the rule.";
const DEFAULT = "Let the listener's default action be a fixed response, and forward in a rule for this host alone.";
const PORT_80 = "Delete the rule: a listener on port 80 should do nothing but redirect to https.";
const OTHER_LISTENER = "Delete the rule, or the listener: this app is served on port 443 alone.";
/** What a rule that leads elsewhere may still do wrong: port 80 redirects, and this host is nobody else's. */
function judgeOthers(name, rule, listener, { host, publicPaths }) {
    const forwards = (rule.Actions ?? []).some(({ Type }) => Type === "forward");
    if (listener.Protocol === "HTTP" && rule.IsDefault) {
        const redirect = rule.Actions?.at(-1)?.RedirectConfig;
        const isRight = redirect?.Protocol === "HTTPS" && redirect.StatusCode === "HTTP_301";
        return isRight || listener.Port !== 80 ? [] : [failed(`${name} does not redirect to https with 301`, PORT_80)];
    }
    // A later rule than ours never gets this host's requests; which is ours is not known here, so that conditions decide.
    const hosts = hostsOf(rule);
    const catches = !rule.IsDefault && hosts?.some((pattern) => like(pattern, host, "i"));
    if (!catches || !forwards || isGuarded(rule))
        return [];
    const paths = pathsOf(rule);
    if (paths?.every((path) => publicPaths.includes(path)))
        return [];
    // A wildcard for other hosts usually stands behind; only one that names this host is surely about it.
    return hosts?.some((pattern) => pattern.toLowerCase() === host)
        ? [failed(`${name} forwards this host to other targets without sign-in`, AUTHENTICATE)]
        : [];
}
function judgeHosts(name, rule, host) {
    const hosts = hostsOf(rule);
    const mend = `Let the rule's host condition be ${host} alone.`;
    if (!hosts || hosts.length === 0)
        return [failed(`${name} leads every host to the app`, mend)];
    const wild = hosts.filter((pattern) => /[*?]/.test(pattern));
    if (wild.length > 0)
        return [failed(`${name} catches other hosts: ${wild.join(", ")}`, mend)];
    const others = hosts.filter((each) => each.toLowerCase() !== host);
    return others.length > 0 ? [passed(name, `${name} is for the host ${others.join(", ")} as well`)] : [];
}
function judgeSignIn(name, rule, book) {
    const config = signInOf(rule)?.AuthenticateCognitoConfig;
    if (!config)
        return [failed(`${name} signs people in elsewhere than in Cognito`, AUTHENTICATE)];
    const found = [];
    const mode = config.OnUnauthenticatedRequest ?? "authenticate";
    if (mode === "allow")
        found.push(exposed(`${name} lets whoever has not signed in through (allow)`, AUTHENTICATE));
    else if (mode !== "authenticate")
        found.push(failed(`${name} refuses whoever has not signed in (${mode})`, AUTHENTICATE));
    if (config.UserPoolArn !== book.userPoolArn)
        found.push(failed(`${name} signs people in with another pool, ${config.UserPoolArn}`, `The pool is ${book.userPoolArn}.`));
    if (config.UserPoolClientId !== book.clientId)
        found.push(failed(`${name} signs people in with another client, ${config.UserPoolClientId}`, `The client is ${book.clientId}.`));
    if (!(config.Scope ?? "openid").split(/\s+/).includes("openid"))
        found.push(failed(`${name} asks for the scope ${config.Scope}, without openid`, "Add openid to the rule's scope."));
    const timeout = Number(config.SessionTimeout ?? 604800);
    if (timeout < LEAST_SESSION)
        found.push(failed(`${name} keeps people signed in for ${timeout} s alone`, `Let SessionTimeout be ${book.sessionTimeout}.`));
    if (timeout > book.sessionTimeout)
        found.push(failed(`${name} keeps people signed in for ${timeout} s, longer than ${book.sessionTimeout} s`, `Let SessionTimeout be ${book.sessionTimeout} or less.`));
    return found;
}
/** The paths of a rule without sign-in, if all of them are declared for this host; otherwise undefined. */
function openPaths(rule, { publicPaths }) {
    const paths = pathsOf(rule);
    return paths && paths.length > 0 && paths.every((path) => publicPaths.includes(path)) ? paths : undefined;
}
/** Whether a rule signs people in before it forwards. */
function isGuarded(rule) {
    const actions = inOrder(rule);
    const forward = actions.findIndex(({ Type }) => Type === "forward");
    return actions.slice(0, forward).some(({ Type }) => Type === "authenticate-cognito" || Type === "authenticate-oidc");
}
/** A rule's action that signs people in with Cognito, if there is one. */
function signInOf(rule) {
    return inOrder(rule).find(({ Type }) => Type === "authenticate-cognito");
}
function inOrder(rule) {
    return [...(rule.Actions ?? [])].sort((a, b) => (a.Order ?? 0) - (b.Order ?? 0));
}
/** Whether a rule leads to a target group, be it with a part of its requests. */
function forwardsTo(rule, targetGroupArn) {
    return (rule.Actions ?? []).some(({ TargetGroupArn, ForwardConfig }) => TargetGroupArn === targetGroupArn ||
        ForwardConfig?.TargetGroups?.some((group) => group.TargetGroupArn === targetGroupArn));
}
/** The patterns of a rule's host condition; undefined without one. */
function hostsOf({ Conditions = [] }) {
    const condition = Conditions.find(({ Field }) => Field === "host-header");
    return condition && (condition.HostHeaderConfig?.Values ?? condition.Values ?? []);
}
/** The patterns of a rule's path condition; undefined without one. */
function pathsOf({ Conditions = [] }) {
    const condition = Conditions.find(({ Field }) => Field === "path-pattern");
    return condition && (condition.PathPatternConfig?.Values ?? condition.Values ?? []);
}
function nameOf({ RuleArn, Priority, IsDefault }, { Port }) {
    return IsDefault
        ? `the default action of port ${Port} (${RuleArn})`
        : `the rule of priority ${Priority} on port ${Port} (${RuleArn})`;
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/targets.js

/** The tasks' security groups admit the load balancer's group and nobody else. Pure. */
function judgeTargets(groups, loadBalancerGroup) {
    if (groups.length === 0)
        return notYet("the tasks have no security group");
    const findings = groups.flatMap(({ GroupId = "", IpPermissions = [] }) => IpPermissions.flatMap((permission) => strangers(permission, loadBalancerGroup)).map((stranger) => exposed(`the tasks' security group ${GroupId} admits ${stranger}, past the load balancer and its sign-in`, `Take that rule out of ${GroupId}: it should admit ${loadBalancerGroup} alone.`)));
    return worst(findings, `${groups.map(({ GroupId }) => GroupId).join(", ")} ${groups.length === 1 ? "admits" : "admit"} ${loadBalancerGroup} alone`);
}
/** The security groups of all tasks that a service runs or is about to run, each once. Pure. */
function serviceGroups(service) {
    const configurations = [service, ...(service?.deployments ?? []), ...(service?.taskSets ?? [])];
    return [
        ...new Set(configurations.flatMap((each) => each?.networkConfiguration?.awsvpcConfiguration?.securityGroups ?? [])),
    ];
}
function strangers(permission, loadBalancerGroup) {
    const { IpProtocol, FromPort, ToPort, UserIdGroupPairs = [], IpRanges = [], Ipv6Ranges = [], PrefixListIds = [], } = permission;
    const ports = IpProtocol === "-1" ? "everything" : FromPort === ToPort ? `port ${FromPort}` : `ports ${FromPort}-${ToPort}`;
    const who = [
        ...IpRanges.map(({ CidrIp }) => CidrIp),
        ...Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6),
        ...PrefixListIds.map(({ PrefixListId }) => PrefixListId),
        ...UserIdGroupPairs.map(({ GroupId }) => GroupId).filter((id) => id !== loadBalancerGroup),
    ];
    return who.map((each) => `${each} to ${ports}`);
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/inside-checks.js




const RULES = {
    id: "listener-rules",
    proves: "every rule that leads to the app signs people in first",
    mend: "Run the deploy again: it makes the rule for this host.",
};
const TARGETS = {
    id: "targets",
    proves: "the tasks take connections from the load balancer alone",
    mend: "Run the deploy again: it gives the service the platform's security group.",
};
/** The checks through AWS's own interfaces; without them, the reason why not. */
function insideChecks(inside, rules) {
    if (typeof inside === "string")
        return [RULES, TARGETS].map((check) => ({ ...check, look: async () => skipped(inside) }));
    return [
        { ...RULES, look: (signal) => permitted(READ_RULES, async () => judgeRules(await rules(signal), inside)) },
        { ...TARGETS, look: (signal) => permitted("ec2:DescribeSecurityGroups", () => lookAtTargets(inside, signal)) },
    ];
}
const READ_RULES = "elasticloadbalancing:DescribeListeners and DescribeRules";
/** The groups that the service's tasks are in, which may be others than the platform's: somebody may have added one. */
async function lookAtTargets(inside, signal) {
    const { clients, cluster, service, taskSecurityGroup, loadBalancerSecurityGroup } = inside;
    const found = await unlessRefused(async () => {
        const { DescribeServicesCommand } = await Promise.all(/* import() */[__webpack_require__.e(8802), __webpack_require__.e(9326)]).then(__webpack_require__.bind(__webpack_require__, 9326));
        const command = new DescribeServicesCommand({ cluster, services: [service] });
        const { services = [] } = await (await clients.ecs()).send(command, { abortSignal: signal });
        return serviceGroups(services[0]);
    });
    const own = Array.isArray(found) ? found : [];
    // Taken apart at once, or the bundle would hold the whole of EC2.
    const { DescribeSecurityGroupsCommand } = await Promise.all(/* import() */[__webpack_require__.e(4584), __webpack_require__.e(3913)]).then(__webpack_require__.bind(__webpack_require__, 3913));
    const ec2 = await clients.ec2();
    const command = new DescribeSecurityGroupsCommand({ GroupIds: own.length > 0 ? own : [taskSecurityGroup] });
    const { SecurityGroups = [] } = await ec2.send(command, { abortSignal: signal });
    const judgement = judgeTargets(SecurityGroups, loadBalancerSecurityGroup);
    const blind = "groups that were added to the service are not known: the role may not look (ecs:DescribeServices)";
    return Array.isArray(found) || judgement.verdict !== "passed"
        ? judgement
        : passed(`${judgement.seen}; ${blind}`, judgement.warning);
}
/** Every rule of every listener of the load balancer. */
async function readRules({ clients, loadBalancerArn }, signal) {
    const { paginateDescribeListeners, paginateDescribeRules } = await Promise.all(/* import() */[__webpack_require__.e(7374), __webpack_require__.e(6641), __webpack_require__.e(746)]).then(__webpack_require__.bind(__webpack_require__, 6641));
    const client = await clients.loadBalancing();
    const listeners = [];
    for await (const page of paginateDescribeListeners({ client }, { LoadBalancerArn: loadBalancerArn }, { abortSignal: signal }))
        listeners.push(...(page.Listeners ?? []));
    return await Promise.all(listeners.map(async (listener) => {
        const rules = [];
        const input = { ListenerArn: listener.ListenerArn };
        for await (const page of paginateDescribeRules({ client }, input, { abortSignal: signal }))
            rules.push(...(page.Rules ?? []));
        return { listener, rules };
    }));
}
/** A role need not be allowed to look: then the check says so. */
async function permitted(action, look) {
    const judgement = await unlessRefused(look);
    return typeof judgement === "string" ? skipped(`the role may not look (${action}): ${judgement}`) : judgement;
}
/** What was asked for, or AWS's words where the role is not allowed to ask. */
async function unlessRefused(look) {
    try {
        return await look();
    }
    catch (error) {
        const name = error instanceof Error ? error.name : "";
        if (!/AccessDenied|UnauthorizedOperation|AuthFailure|CredentialsProviderError/.test(name))
            throw error;
        return (0,errors/* describeError */.Uc)(error).slice(0, 200);
    }
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/joined.js
/** Asks once for all who want to know at the same time: whoever comes while an answer is under way is given the same one. */
function joined(get) {
    let coming;
    return (signal) => {
        coming ??= get(signal).finally(() => {
            coming = undefined;
        });
        return coming;
    };
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/leftovers.js

/** The value of `nickname` by which our users are known. Never change it: older ones would stay. */
const NICKNAME = "ecs-cognito-deploy smoke test";
/** Longer than any smoke test can take: patience-seconds is 3600 at most. Milliseconds. */
const OLD = 2 * 60 * 60 * 1000;
/** A run makes one; so many would be a sign of something else. */
const MOST = 20;
const TIMEOUT = 10_000;
/**
 * Deletes users that an earlier smoke test of any environment left in the pool, because its runner was killed. Gives back
 * what there is to tell, if anything; never throws.
 *
 * @param own the address of this run's user, who stays even where the runner's clock is wrong
 */
async function removeLeftovers({ clients, userPoolId }, { now, own, signal }) {
    const bounds = { abortSignal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]) };
    try {
        const { AdminDeleteUserCommand, paginateListUsers } = await __webpack_require__.e(/* import() */ 1552).then(__webpack_require__.bind(__webpack_require__, 1552));
        const client = await clients.cognito();
        const input = { UserPoolId: userPoolId, Filter: 'email ^= "smoke-test-"' };
        const found = [];
        for await (const { Users = [] } of paginateListUsers({ client }, input, bounds)) {
            found.push(...Users.filter((user) => isLeftover(user, now) && !isNamed(user, own)));
            if (found.length >= MOST)
                break;
        }
        const old = found.slice(0, MOST);
        await Promise.all(old.map(({ Username }) => client.send(new AdminDeleteUserCommand({ UserPoolId: userPoolId, Username }), bounds)));
        const names = old.map(({ Username }) => Username).join(", ");
        return old.length > 0 ? `deleted what a killed smoke test left in the pool: ${names}` : undefined;
    }
    catch (error) {
        return `whether a killed smoke test has left users in the pool ${userPoolId} is not known (${(0,errors/* describeError */.Uc)(error)})`;
    }
}
function isNamed({ Attributes = [] }, email) {
    return Attributes.some(({ Name, Value }) => Name === "email" && Value === email);
}
/** Ours beyond doubt, and of no smoke test that may still be going on: address, nickname and age. Pure. */
function isLeftover({ Attributes = [], UserCreateDate }, now) {
    const value = (name) => Attributes.find(({ Name }) => Name === name)?.Value ?? "";
    return (/^smoke-test-[0-9a-f]{16}@[^@]+$/.test(value("email")) &&
        value("nickname") === NICKNAME &&
        UserCreateDate !== undefined &&
        now - UserCreateDate.getTime() > OLD);
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/neighbours.js


/** More would prove no more, and cost the neighbours two requests each. */
const neighbours_MOST = 5;
/**
 * Hosts of other environments of this load balancer, whose answer shows whose it is: rules for them send people to sign
 * in with a client of their own before they forward to targets that are not ours. A host that is open for `path` shows
 * content of its own, which nobody could tell from this app's, so it is left out. Pure.
 */
function neighboursOf(listeners, { host, targetGroupArn, clientId }, path) {
    const rules = listeners
        .filter(({ listener }) => listener.Protocol === "HTTPS" && listener.Port === 443)
        .flatMap((listener) => listener.rules)
        .filter((rule) => !rule.IsDefault && !forwardsTo(rule, targetGroupArn));
    const asking = rules.filter((rule) => asksToSignIn(rule) && clientOf(rule) !== clientId);
    const open = rules.filter((rule) => !asksToSignIn(rule) && covers(pathsOf(rule), path));
    return [...new Set(namesOf(asking))]
        .filter((name) => name !== host && !open.some((rule) => covers(hostsOf(rule), name, "i")))
        .slice(0, neighbours_MOST);
}
function asksToSignIn(rule) {
    const config = signInOf(rule)?.AuthenticateCognitoConfig;
    return config !== undefined && (config.OnUnauthenticatedRequest ?? "authenticate") === "authenticate";
}
function clientOf(rule) {
    return signInOf(rule)?.AuthenticateCognitoConfig?.UserPoolClientId;
}
/** Hosts that are spelled out. */
function namesOf(rules) {
    return rules.flatMap((rule) => hostsOf(rule) ?? []).flatMap((name) => (/[*?]/.test(name) ? [] : name.toLowerCase()));
}
/** Without patterns (no condition, or one of regular expressions) anything may be covered. */
function covers(patterns, value, flags = "") {
    return !patterns || patterns.length === 0 || patterns.some((pattern) => like(pattern, value, flags));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/bundle/smoke-test/cookie-jar.js
/** A browser's cookies, by RFC 6265 without its list of public suffixes. */
class CookieJar {
    #cookies = [];
    /** Takes in an answer's Set-Cookie headers. A cookie that has expired removes the one it replaces. */
    store(url, setCookies) {
        for (const header of setCookies) {
            const cookie = parseSetCookie(url, header);
            if (cookie === undefined)
                continue;
            this.#cookies = this.#cookies.filter((other) => !isSame(cookie, other));
            if (cookie.expires > Date.now())
                this.#cookies.push(cookie);
        }
    }
    /** Takes away every cookie that a host would get. */
    forget(host) {
        this.#cookies = this.#cookies.filter(({ domain, hostOnly }) => hostOnly ? host !== domain : !isWithin(host, domain));
    }
    /** Takes in cookies that another jar sends to a URL, for its host. */
    adopt(url, pairs) {
        this.store(url, pairs.map(({ name, value }) => `${name}=${value}; Path=/; Secure`));
    }
    /** The cookies for a request, longest paths first. */
    pairs(url) {
        return this.#cookies
            .filter((cookie) => matches(cookie, url))
            .sort((a, b) => b.path.length - a.path.length)
            .map(({ name, value }) => ({ name, value }));
    }
    /** The Cookie header for a request, or undefined when there is nothing to send. */
    header(url) {
        const pairs = this.pairs(url).map(({ name, value }) => `${name}=${value}`);
        return pairs.length === 0 ? undefined : pairs.join("; ");
    }
}
function parseSetCookie(url, header) {
    const [pair = "", ...attributes] = header.split(";").map((part) => part.trim());
    const equals = pair.indexOf("=");
    if (equals < 1)
        return undefined;
    const given = new Map(attributes.map((attribute) => {
        const [name = "", ...value] = attribute.split("=");
        return [name.toLowerCase(), value.join("=")];
    }));
    const domain = given.get("domain")?.replace(/^\./, "").toLowerCase();
    if (domain && !isWithin(url.hostname, domain))
        return undefined;
    const path = given.get("path");
    return {
        name: pair.slice(0, equals),
        value: pair.slice(equals + 1),
        domain: domain || url.hostname,
        hostOnly: !domain,
        path: path?.startsWith("/") ? path : url.pathname.slice(0, Math.max(1, url.pathname.lastIndexOf("/"))),
        secure: given.has("secure"),
        expires: expiry(given.get("max-age"), given.get("expires")),
    };
}
/** Max-Age wins over Expires; without either a cookie lives as long as the browser. */
function expiry(maxAge, expires) {
    if (maxAge !== undefined && /^-?\d+$/.test(maxAge))
        return Date.now() + Number(maxAge) * 1000;
    const date = expires === undefined ? Number.NaN : Date.parse(expires);
    return Number.isNaN(date) ? Number.POSITIVE_INFINITY : date;
}
function matches({ domain, hostOnly, path, secure, expires }, url) {
    const inDomain = hostOnly ? url.hostname === domain : isWithin(url.hostname, domain);
    const inPath = url.pathname === path || url.pathname.startsWith(path.endsWith("/") ? path : `${path}/`);
    return inDomain && inPath && (!secure || url.protocol === "https:") && expires > Date.now();
}
function isWithin(host, domain) {
    return host === domain || host.endsWith(`.${domain}`);
}
function isSame(a, b) {
    return a.name === b.name && a.domain === b.domain && a.path === b.path;
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/forged-identity.js

const HOUR = 3600;
/** The headers by which a load balancer says who has signed in, made up: nobody's key has signed them. */
function forgedIdentity({ email, sub }) {
    const expires = seconds() + HOUR;
    return {
        "x-amzn-oidc-data": forgedToken("ES256", { email, sub, exp: expires }),
        "x-amzn-oidc-identity": sub,
        "x-amzn-oidc-accesstoken": forgedToken("RS256", { sub, exp: expires }),
    };
}
/** Identities that a client makes up: the load balancer's headers, and its cookie. */
function forgeries() {
    const identity = forgedIdentity({ email: "admin@example.com", sub: (0,external_node_crypto_.randomUUID)() });
    const past = { sub: (0,external_node_crypto_.randomUUID)(), email: "admin@example.com", exp: seconds() - HOUR };
    const cookie = (value) => ({ cookie: `AWSELBAuthSessionCookie-0=${value}` });
    return [
        ...Object.entries(identity).map(([name, value]) => ({
            what: `a made-up ${name}`,
            asking: { headers: { [name]: value } },
        })),
        { what: "all identity headers", asking: { headers: identity } },
        { what: "a made-up session cookie", asking: { headers: cookie((0,external_node_crypto_.randomBytes)(600).toString("base64")) } },
        {
            what: "an expired session cookie",
            asking: { headers: cookie(Buffer.from(forgedToken("ES256", past)).toString("base64")) },
        },
        { what: "an empty session cookie", asking: { headers: cookie("") } },
        {
            what: "identity headers and a session cookie",
            asking: { headers: { ...identity, ...cookie((0,external_node_crypto_.randomBytes)(600).toString("base64")) } },
        },
    ];
}
function forgedToken(alg, claims) {
    const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
    return `${part({ alg, typ: "JWT", exp: claims.exp })}.${part(claims)}.${(0,external_node_crypto_.randomBytes)(64).toString("base64url")}`;
}
function seconds() {
    return Math.floor(Date.now() / 1000);
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:http2"
var external_node_http2_ = __webpack_require__(2467);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_https_, 2);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/bundle/smoke-test/request.js





const BODY_LIMIT = 256 * 1024;
const request_TIMEOUT = 10_000;
const USER_AGENT = "ecs-cognito-deploy smoke test";
let context;
/** The machine's certificate authorities, read once: for dozens of connections at the same time that is what takes longest. */
function trust() {
    context ??= external_node_tls_.createSecureContext();
    return context;
}
/**
 * Sends a request and gives back the answer.
 *
 * @throws Error of node:net, node:tls or node:http; NotOffered when the other side does not speak that protocol
 */
async function ask(asking, signal) {
    signal.throwIfAborted();
    if (asking.as === "HTTP/2")
        return await askHttp2(asking, signal);
    if (asking.as === "HTTP/1.0")
        return await askHttp10(asking, signal);
    return await askHttp11(asking, signal);
}
/** The server refused a protocol before any request was sent. */
class NotOffered extends Error {
    name = "NotOffered";
}
function askHttp11(asking, signal) {
    const { secure = true, connectTo, port, host, method = "GET", target, headers, body, verify = false } = asking;
    const upgrade = asking.as === "WebSocket" && {
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    };
    return new Promise((resolve, reject) => {
        const request = (secure ? external_node_https_namespaceObject : external_node_http_namespaceObject).request({
            host: connectTo,
            port: port ?? (secure ? 443 : 80),
            path: target,
            method,
            headers: { host, accept: "text/html", "user-agent": USER_AGENT, ...upgrade, ...headers },
            agent: asking.agent ?? false,
            signal,
            timeout: request_TIMEOUT,
            ...(secure && { servername: asking.serverName ?? host, rejectUnauthorized: verify, secureContext: trust() }),
        }, (response) => {
            const chunks = [];
            let length = 0;
            const end = () => resolve({
                status: response.statusCode ?? 0,
                headers: response.headers,
                body: Buffer.concat(chunks).toString("utf8"),
            });
            response.on("data", (chunk) => {
                chunks.push(chunk);
                length += chunk.length;
                if (length <= BODY_LIMIT)
                    return;
                end();
                request.destroy();
            });
            response.on("end", end);
            response.on("error", reject);
        });
        request.on("upgrade", (response, socket) => {
            socket.destroy();
            resolve({ status: response.statusCode ?? 101, headers: response.headers, body: "" });
        });
        request.on("timeout", () => request.destroy(new Error(`no answer within ${request_TIMEOUT / 1000} s`)));
        request.on("error", reject);
        request.end(body);
    });
}
/** Node's client speaks HTTP/1.1 alone. The answer ends with the connection, as it does in HTTP/1.0. */
function askHttp10(asking, signal) {
    const { host, method = "GET", target, headers = {} } = asking;
    return new Promise((resolve, reject) => {
        const socket = connect(asking);
        const chunks = [];
        let length = 0;
        const stop = () => socket.destroy(signal.reason);
        signal.addEventListener("abort", stop, { once: true });
        socket.setTimeout(request_TIMEOUT, () => socket.destroy(new Error(`no answer within ${request_TIMEOUT / 1000} s`)));
        socket.once(socket instanceof external_node_tls_.TLSSocket ? "secureConnect" : "connect", () => {
            const lines = Object.entries({ host, "user-agent": USER_AGENT, ...headers });
            socket.write(`${method} ${target} HTTP/1.0\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`);
        });
        socket.on("data", (chunk) => {
            chunks.push(chunk);
            length += chunk.length;
            if (length > BODY_LIMIT)
                socket.destroy();
        });
        socket.on("end", () => socket.end());
        let failure;
        socket.on("error", (error) => {
            failure = error;
        });
        socket.on("close", () => {
            signal.removeEventListener("abort", stop);
            const answer = parseAnswer(Buffer.concat(chunks).toString("utf8"));
            if (answer)
                resolve(answer);
            else
                reject(failure ?? new Error("the connection was closed without an answer"));
        });
    });
}
/** A whole answer of HTTP/1.x as text, or undefined if it is none. */
function parseAnswer(text) {
    const end = text.indexOf("\r\n\r\n");
    const [first = "", ...lines] = text.slice(0, Math.max(end, 0)).split("\r\n");
    const status = /^HTTP\/1\.[01] (\d{3})\b/.exec(first)?.[1];
    if (!status)
        return undefined;
    const headers = {};
    for (const line of lines) {
        const colon = line.indexOf(":");
        const name = line.slice(0, colon).trim().toLowerCase();
        const value = line.slice(colon + 1).trim();
        if (name === "set-cookie")
            headers["set-cookie"] = [...(headers["set-cookie"] ?? []), value];
        else
            headers[name] = value;
    }
    return { status: Number(status), headers, body: text.slice(end + 4) };
}
function connect({ secure = true, connectTo, port, host, serverName, verify = false }) {
    return secure
        ? external_node_tls_.connect({
            host: connectTo,
            port: port ?? 443,
            servername: serverName ?? host,
            rejectUnauthorized: verify,
            secureContext: trust(),
        })
        : external_node_net_.connect({ host: connectTo, port: port ?? 80 });
}
async function askHttp2(asking, signal) {
    const { connectTo, port = 443, host, serverName = host, method = "GET", target, headers } = asking;
    const socket = external_node_tls_.connect({
        host: connectTo,
        port,
        servername: serverName,
        rejectUnauthorized: asking.verify ?? false,
        secureContext: trust(),
        ALPNProtocols: ["h2"],
    });
    const stop = () => socket.destroy(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    socket.setTimeout(request_TIMEOUT, () => socket.destroy(new Error(`no answer within ${request_TIMEOUT / 1000} s`)));
    try {
        await new Promise((resolve, reject) => {
            socket.once("secureConnect", resolve);
            socket.once("error", (error) => reject(error.code?.includes("NO_APPLICATION_PROTOCOL") ? new NotOffered("HTTP/2 is not offered") : error));
        });
        if (socket.alpnProtocol !== "h2")
            throw new NotOffered("HTTP/2 is not offered");
        return await new Promise((resolve, reject) => {
            const session = external_node_http2_.connect(`https://${host}`, { createConnection: () => socket });
            session.on("error", reject);
            session.on("close", () => reject(new Error("the connection was closed without an answer")));
            const stream = session.request({
                ":method": method,
                ":path": target,
                ":authority": host,
                ":scheme": "https",
                "user-agent": USER_AGENT,
                ...headers,
            });
            let answer;
            const chunks = [];
            stream.on("response", ({ ":status": status = 0, ...rest }) => {
                answer = { status: Number(status), headers: rest, body: "" };
            });
            stream.on("data", (chunk) => {
                chunks.push(chunk);
            });
            stream.on("error", reject);
            stream.on("end", () => {
                if (answer)
                    resolve({ ...answer, body: Buffer.concat(chunks).toString("utf8").slice(0, BODY_LIMIT) });
                session.destroy();
            });
            stream.end();
        });
    }
    finally {
        signal.removeEventListener("abort", stop);
        socket.destroy();
    }
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/handshake.js




const handshake_TIMEOUT = 10_000;
const DAY = 24 * 60 * 60 * 1000;
const WARN_DAYS = 14;
/**
 * A handshake with the name `host`; the certificate is looked at, not insisted on.
 *
 * @param version this version and no other; absent: whatever Node offers
 */
function shakeHands({ host, connectTo, version }, signal) {
    return new Promise((resolve, reject) => {
        const socket = external_node_tls_.connect({
            host: connectTo,
            port: 443,
            servername: host,
            rejectUnauthorized: false,
            // OpenSSL has put everything before TLS 1.2 below its usual level.
            ...(version
                ? { minVersion: version, maxVersion: version, ciphers: "DEFAULT@SECLEVEL=0" }
                : { secureContext: trust() }),
        });
        const stop = () => socket.destroy(signal.reason);
        signal.addEventListener("abort", stop, { once: true });
        socket.setTimeout(handshake_TIMEOUT, () => socket.destroy(new Error(`no TLS handshake within ${handshake_TIMEOUT / 1000} s`)));
        socket.on("close", () => {
            signal.removeEventListener("abort", stop);
            reject(Object.assign(new Error("the connection was closed during the handshake"), { code: "ECONNRESET" }));
        });
        socket.on("error", reject);
        socket.once("secureConnect", () => {
            const peer = socket.getPeerCertificate();
            const refusal = socket.authorizationError;
            const wrongName = external_node_tls_.checkServerIdentity(host, peer);
            const problem = refusal ? String(refusal instanceof Error ? refusal.message : refusal) : wrongName?.message;
            const issuer = peer.issuer?.O ?? peer.issuer?.CN ?? "";
            resolve({
                protocol: socket.getProtocol() ?? "",
                issuer: [issuer].flat().join(" "),
                names: peer.subjectaltname ?? "",
                validFrom: new Date(peer.valid_from),
                validTo: new Date(peer.valid_to),
                ...(problem && { problem }),
            });
            socket.destroy();
        });
    });
}
/** Chain, host name, validity. Pure. */
function judgeCertificate(handshake, host, now) {
    const { issuer, names, validFrom, validTo, problem } = handshake;
    const until = validTo.toISOString().slice(0, 10);
    if (validTo < now)
        return failed(`the certificate expired on ${until}`, "Give the listener a certificate that is valid.");
    if (validFrom > now)
        return failed(`the certificate is not valid before ${validFrom.toISOString()}`);
    if (problem)
        return failed(`browsers refuse the certificate for ${host}: ${problem} (issued by ${issuer} for ${names || "no name"})`, `Give the HTTPS listener a certificate of ACM that covers ${host}.`);
    const days = Math.floor((validTo.getTime() - now.getTime()) / DAY);
    return passed(`issued by ${issuer}, valid until ${until}`, days < WARN_DAYS
        ? `the certificate ends in ${days} days, on ${until}: ACM renews it only while its validation record is in DNS`
        : undefined);
}
/** What became of a handshake with an old version: the error, or undefined if it succeeded. Pure. */
function judgeOldVersion(version, error) {
    const name = version.replace("v", " ").replace(/ 1$/, " 1.0");
    if (error === undefined)
        return failed(`${name} is accepted`, "Give the HTTPS listener a security policy for TLS 1.2 and later, such as ELBSecurityPolicy-TLS13-1-2-2021-06.");
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (/NO_PROTOCOLS_AVAILABLE|INVALID_PROTOCOL_VERSION|NO_CIPHERS_AVAILABLE/.test(code))
        return skipped(`this machine's OpenSSL does not offer ${name} (${code})`);
    // An alert, or a connection that is cut in the middle of the handshake, is a refusal.
    if (/^ERR_SSL_|^EPROTO$|^ECONNRESET$|^EPIPE$/.test(code))
        return passed(`${name} is refused`);
    return notYet(judgeError(error).seen);
}

// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(1553);
;// CONCATENATED MODULE: ./build/bundle/smoke-test/host-name.js


/**
 * Where the host's name leads. The other checks connect to the load balancer itself, so that they say nothing of it.
 */
function hostNameCheck({ host, loadBalancer }) {
    return {
        id: "host-name",
        proves: "whoever asks for the host comes to this load balancer",
        mend: `Let the hosted zone of ${host} have an alias record for it that leads to the load balancer, and look whether the zone is the one that public DNS asks.`,
        look: async () => {
            if (!loadBalancer || loadBalancer === host)
                return skipped("the load balancer's own name is not known");
            const [own, its] = await Promise.all([addressesOf(host), addressesOf(loadBalancer)]);
            return judgeHostName(host, own, its);
        },
    };
}
/**
 * A name without an address in common with the load balancer's is no failure: a CDN in front has addresses of its own,
 * and a load balancer's change. Pure.
 */
function judgeHostName(host, own, its) {
    const common = own.filter((address) => its.includes(address));
    if (common.length > 0)
        return passed(`${host} has ${common.join(", ")} in common with the load balancer's name`);
    const seen = `${host} leads to ${own.join(", ")}, the load balancer is at ${its.join(", ")}`;
    return passed(seen, `${seen}: right if a CDN or proxy stands in front, otherwise visitors do not come here`);
}
async function addressesOf(name) {
    const found = await (0,promises_.lookup)(name, { all: true });
    return [...new Set(found.map(({ address }) => address))].sort();
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/ready-connection.js



/**
 * One connection to a host that will be asked soon, opened before there is anything to ask, and kept for all that is
 * asked there. Whoever asks for another host, or comes after it was closed, gets a new one. To be destroyed at the end.
 */
class ReadyConnection extends external_node_https_.Agent {
    #host;
    #ready;
    /** @param host opened at once; absent: the first request opens it */
    constructor(host) {
        super({ keepAlive: true, maxSockets: 1 });
        this.#host = host;
        this.#ready =
            host === undefined ? undefined : (0,external_node_tls_.connect)({ host, port: 443, servername: host, secureContext: trust() });
        // Whoever asks then tries again, and is told what is wrong.
        this.#ready?.on("error", () => { });
    }
    createConnection(...args) {
        const ready = this.#ready;
        const { host, port } = args[0];
        if (!ready || ready.destroyed || host !== this.#host || Number(port) !== 443)
            return super.createConnection(...args);
        this.#ready = undefined;
        return ready;
    }
    destroy() {
        this.#ready?.destroy();
        super.destroy();
    }
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/sign-in-page.js


const MOST_HOPS = 10;
/** An error's name as Cognito's pages and redirects show it. */
const ERRORS = /\b(redirect_mismatch|invalid_request|invalid_scope|invalid_client|unauthorized_client|unsupported_response_type)\b/;
/**
 * Asks as a browser does: with the jar's cookies, with TLS certificates checked, following redirects as GET.
 *
 * @param connectTo where connections go instead of a URL's own host
 * @param agent connections that are kept; absent: a fresh one for each request
 */
async function visit(start, jar, signal, { form, connectTo, agent } = {}) {
    let [url, body] = [start, form?.toString()];
    for (let hops = 0; hops < MOST_HOPS; hops++) {
        if (url.protocol !== "https:")
            throw new Error(`the way leads to ${url.origin}, which is not https`);
        const cookie = jar.header(url);
        const answer = await ask({
            connectTo: connectTo?.(url.hostname) ?? url.hostname,
            ...(url.port && { port: Number(url.port) }),
            serverName: url.hostname,
            host: url.host,
            target: `${url.pathname}${url.search}`,
            verify: true,
            ...(agent && { agent }),
            headers: {
                ...(cookie && { cookie }),
                ...(body !== undefined && {
                    "content-type": "application/x-www-form-urlencoded",
                    origin: url.origin,
                    referer: url.href,
                }),
            },
            ...(body !== undefined && { method: "POST", body }),
        }, signal);
        jar.store(url, answer.headers["set-cookie"] ?? []);
        const { location } = answer.headers;
        if (answer.status < 300 || answer.status >= 400 || !location)
            return { answer, url };
        url = new URL(location, url);
        body = undefined;
    }
    throw new Error(`more than ${MOST_HOPS} redirects from ${start.host}`);
}
/**
 * The sign-in page: 200, a password field or managed login, no error, and a link to sign up only where it is open.
 *
 * @param selfSignUp whether there should be such a link; absent: either will do
 */
function judgeSignInPage({ status, body }, url, selfSignUp) {
    const error = url.searchParams.get("error") ?? body.match(ERRORS)?.[0];
    if (error)
        return failed(`the sign-in page answers ${status} with the error ${error.slice(0, 80)}`, hint(error));
    if (status !== 200)
        return failed(`the sign-in page answers ${status}`, status === 403
            ? "A pool domain with managed login needs a branding style for this client, or it shows nothing."
            : undefined);
    const at = `${url.host}${url.pathname}`;
    // Cognito's classic page has two forms, one for small screens; either will do.
    const isClassic = /<input\b[^>]*\btype=["']?password/i.test(body);
    const isManaged = !isClassic && isManagedLogin(body, url);
    if (!isClassic && !isManaged)
        return failed("the sign-in page has no password field");
    const canSignUp = /\bhref=["'][^"']*\/signup\b/i.test(body);
    if (canSignUp && selfSignUp === false)
        return failed("the sign-in page lets anybody create an account, which self-sign-up does not allow", "Let AdminCreateUserConfig of the user pool allow administrators alone, or declare self-sign-up: true.");
    // Managed login may build its links in the browser, where this does not look.
    if (isClassic && !canSignUp && selfSignUp === true)
        return failed("the sign-in page has no link to sign up, although self-sign-up is declared");
    const signUp = isManaged && !canSignUp ? "" : canSignUp ? ", sign-up open" : ", sign-up closed";
    return passed(`200 with ${isClassic ? "a sign-in form" : "managed login"} at ${at}${signUp}`);
}
/** Managed login shows the user name first and the password later, so it is known by what it is made of. */
function isManagedLogin(body, url) {
    const isItsPage = /^\/(login|oauth2\/authorize)\b/.test(url.pathname);
    return isItsPage && (/<input\b[^>]*\bname=["']?username\b/i.test(body) || /managed-?login|awsui[_-]/i.test(body));
}
function hint(error) {
    switch (error) {
        case "redirect_mismatch":
            return "The app client's callback URLs must hold https://<host>/oauth2/idpresponse, letter by letter.";
        case "unauthorized_client":
        case "unsupported_response_type":
            return "The app client must have the OAuth flow `code`, be a client for OAuth, and have a secret.";
        case "invalid_scope":
            return "The app client must allow every scope that the listener rule asks for.";
        default:
            return "Compare the listener rule's client, scope and callback with the app client.";
    }
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/pool-domain.js
/** Whether a host shows this pool's sign-in pages; where none is known, any may. */
function isSignInHost(host, door) {
    return door.signInHost === undefined || host === door.signInHost || (door.poolDomains?.has(host) ?? false);
}
/**
 * A pool may have a domain of its own beside the prefix, and one is as good as the other. It is asked for only when an
 * answer leads to a host that is not known; a role that may not ask knows the prefix alone.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
 *
 * @param domains what was learned is added to it
 */
function learnPoolDomain({ clients, userPoolArn }, door, domains, signal) {
    let learned;
    const learn = async () => {
        const { DescribeUserPoolCommand } = await __webpack_require__.e(/* import() */ 1552).then(__webpack_require__.bind(__webpack_require__, 1552));
        const command = new DescribeUserPoolCommand({ UserPoolId: userPoolArn.split("/").at(-1) });
        const { UserPool } = await (await clients.cognito()).send(command, { abortSignal: signal });
        if (UserPool?.CustomDomain)
            domains.add(UserPool.CustomDomain.toLowerCase());
    };
    return async (host) => {
        if (isSignInHost(host, { ...door, poolDomains: domains }))
            return;
        learned ??= learn().catch(() => { }); // the check that met the host says that it is not known
        await learned;
    };
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/source.js


/**
 * Tells the load balancer's own answers from those that it passes on: its own say `server: awselb/2.0`, and where a
 * listener's attribute takes that away, they have one of its pages or no body. An app that answers 404 or redirects is
 * not mistaken for it.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
 */
function sourceOf(answer, door) {
    const { status, headers, body } = answer;
    const server = String(headers.server ?? "");
    const own = /^awselb\//i.test(server) || (server === "" && isLoadBalancerPage(answer));
    const mayBeOwn = own || (server === "" && body === "");
    const location = parseUrl(headers.location);
    if (status === 302 && mayBeOwn && location && isAuthorize(location))
        return isOurs(location, door) ? "sign-in" : "other sign-in";
    if (!own)
        return "app";
    return status === 502 || status === 503 || status === 504 ? "no target" : "load balancer";
}
/** Whether the body is one of the pages that AWS's load balancers send: nginx's, without its signature. */
function isLoadBalancerPage({ status, body }) {
    return new RegExp(`^\\s*<html>\\s*<head><title>${status}\\b[^<]*</title></head>\\s*<body(?: [^>]*)?>\\s*<center><h1>${status}\\b[^<]*</h1></center>\\s*</body>\\s*</html>\\s*$`).test(body);
}
/** The headers of a fixed response, and those that a listener's attributes may add to every answer. */
const OWN_HEADERS = /^(date|content-type|content-length|connection|keep-alive|strict-transport-security|access-control-.*|content-security-policy|x-content-type-options|x-frame-options)$/;
const MOST_FIXED = 1024;
/**
 * Whether this can be a fixed response of a load balancer that does not say its name: a refusal of at most 1024
 * characters without a header of anybody else's. Weaker than `sourceOf`, for where its name is known to be hidden.
 */
function mayBeFixedResponse({ status, headers, body }) {
    return status >= 400 && body.length <= MOST_FIXED && Object.keys(headers).every((name) => OWN_HEADERS.test(name));
}
/** One try to get in: never the app. `what` names the try, as in "POST /healthz". */
function judgeTry(what, answer, door) {
    const { status } = answer;
    switch (sourceOf(answer, door)) {
        case "sign-in":
        case "load balancer":
            return passed(`${what}: ${status}`);
        case "other sign-in":
            return failed(`${what} is sent to sign in at ${whereTo(answer)}, not with this pool and client`);
        case "no target":
            return notYet(`${what}: ${status}, no healthy target answers`);
        case "app":
            return exposed(`${what} is answered by the app: ${describeAnswer(answer)}, without signing in`);
    }
}
/** What is seen of an answer, without its content. */
function describeAnswer({ status, headers, body }) {
    const location = headers.location ? ` to ${shorten(headers.location)}` : "";
    return `${status}${location} with ${body.length} characters of content`;
}
function parseUrl(text) {
    return text && URL.canParse(text) ? new URL(text) : undefined;
}
function isAuthorize({ protocol, pathname, searchParams }) {
    return (protocol === "https:" &&
        pathname === "/oauth2/authorize" &&
        ["client_id", "redirect_uri", "state"].every((name) => searchParams.has(name)));
}
function isOurs(location, { host, clientId, ...door }) {
    const parameters = location.searchParams;
    return (isSignInHost(location.host, door) &&
        (clientId === undefined || parameters.get("client_id") === clientId) &&
        parameters.get("redirect_uri") === `https://${host}/oauth2/idpresponse`);
}
function whereTo({ headers }) {
    const location = parseUrl(headers.location);
    return location
        ? `${location.host} (client ${shorten(location.searchParams.get("client_id") ?? "none")})`
        : "nowhere";
}
function shorten(text) {
    return text.length > 120 ? `${text.slice(0, 120)}...` : text;
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/tries.js




/** Sends them all at once; one that fails is a judgement, not the end of the others. */
async function judgeEach(items, judge) {
    return await Promise.all(items.map((item) => judge(item).catch(judgeError)));
}
/** None of the tries may be answered by the app. */
async function tryAll(tries, door, send, judge = judgeTry) {
    const notOffered = [];
    const judgements = await judgeEach(tries, async ({ what, asking }) => {
        try {
            return judge(what, await send(asking), door);
        }
        catch (error) {
            if (!(error instanceof NotOffered))
                throw error;
            notOffered.push(error.message);
            return passed(error.message);
        }
    });
    return worst(judgements, [`${tries.length} tries, none reached the app`, ...notOffered].join("; "));
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/verdicts.js



/** Answers of the load balancer that say "no healthy target yet" or "the rule is not there yet". */
function early({ status }) {
    return status === 502 || status === 503 || status === 504
        ? notYet(`${status}: no healthy target answers`)
        : undefined;
}
/**
 * The outsider's GET: 302 to this pool's authorize endpoint, for this client, back to this host.
 * The order of the parameters is the load balancer's business
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html).
 */
function judgeRedirect(answer, door) {
    const { host, signInHost, clientId } = door;
    const { status, headers } = answer;
    // An app's own 404 or 503 is content like any other: it has been reached.
    if (status !== 302 && headers.server && sourceOf(answer, door) === "app")
        return exposed(`${describeAnswer(answer)}, without signing in`);
    const waiting = early(answer);
    if (waiting)
        return waiting;
    if (status >= 200 && status < 300)
        return exposed(`${describeAnswer(answer)}, without signing in`);
    if (status === 404)
        return notYet("404: the load balancer has no rule for this host");
    const location = parseUrl(headers.location);
    if (status !== 302 || !location)
        return failed(`${status} instead of a redirect to sign in`, "The rule must say authenticate, neither deny nor allow.");
    if (location.protocol !== "https:" || !isSignInHost(location.host, door))
        return failed(`redirected to ${location.origin} instead of https://${signInHost ?? "the sign-in page"}`, "Let the rule of this host authenticate with this platform's user pool and its domain.");
    if (location.pathname !== "/oauth2/authorize")
        return failed(`redirected to ${location.pathname} instead of /oauth2/authorize`);
    const wanted = {
        client_id: clientId,
        redirect_uri: `https://${host}/oauth2/idpresponse`,
        response_type: "code",
    };
    for (const [name, value] of Object.entries(wanted)) {
        const found = location.searchParams.get(name);
        if (found === null || (value !== undefined && found !== value))
            return failed(`the redirect's ${name} is ${found ?? "missing"} instead of ${value ?? "there"}`);
    }
    const scopes = (location.searchParams.get("scope") ?? "").split(/[ +]/);
    if (!scopes.includes("openid"))
        return failed("the redirect's scope is without openid", "Add openid to the rule's scope, or no identity comes back.");
    if (!location.searchParams.get("state"))
        return failed("the redirect is without state");
    const session = (headers["set-cookie"] ?? []).find(setsSession);
    if (session)
        return failed(`the redirect sets the session cookie ${session.split("=")[0]}`);
    if (answer.body !== "" && !isLoadBalancerPage(answer))
        return exposed(`the redirect's body is not the load balancer's: ${answer.body.length} characters of content`);
    const hsts = headers["strict-transport-security"] ? "sent" : "not sent by the load balancer";
    return passed(`302 to https://${location.host}/oauth2/authorize for this client; HSTS ${hsts}`);
}
/** Two outsiders' redirects: the state belongs to one attempt alone. */
function judgeStates(first, second) {
    const [a, b] = [first, second].map(({ headers }) => parseUrl(headers.location)?.searchParams.get("state"));
    return a && a === b ? failed("two visitors were given the same state") : passed("the state differs each time");
}
/** A session cookie with something in it; an empty one takes an old one away. */
function setsSession(cookie) {
    const [pair = ""] = cookie.split(";");
    const value = pair.slice(pair.indexOf("=") + 1).trim();
    return /^AWSELBAuthSessionCookie/i.test(pair.trim()) && value !== "";
}
const verdicts_PORT_80 = "Let the listener on port 80 do nothing but redirect: 301 to HTTPS, port 443, #{host}, /#{path}, #{query}.";
/** Plain HTTP: 301 to the same address over https. */
function judgeHttp(answer, asked) {
    const { status, headers } = answer;
    const location = parseUrl(headers.location);
    const own = /^awselb\//i.test(String(headers.server ?? "")) ||
        (!headers.server && (answer.body === "" || isLoadBalancerPage(answer)));
    if (status >= 200 && status < 300)
        return exposed(`${describeAnswer(answer)} over plain HTTP, without signing in`, verdicts_PORT_80);
    const isRedirect = status > 300 && status < 400 && location;
    if (!isRedirect && !own)
        return exposed(`${asked.pathname} is answered by the app over plain HTTP: ${status}`, verdicts_PORT_80);
    const waiting = early(answer);
    if (waiting)
        return waiting;
    if (!isRedirect)
        return failed(`${status} instead of a redirect to https`, verdicts_PORT_80);
    const kept = location.hostname === asked.hostname && location.pathname === asked.pathname && location.search === asked.search;
    const https = location.protocol === "https:" && (location.port === "" || location.port === "443");
    if (!https || !kept)
        return failed(`redirected to ${location.href} instead of https://${asked.host}${asked.pathname}${asked.search}`, verdicts_PORT_80);
    // A browser keeps a permanent redirect, and asks over https from then on.
    if (status !== 301 && status !== 308)
        return failed(`${status} instead of 301 to https`, verdicts_PORT_80);
    return passed(`${status} to https, path and query kept`);
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/wrong-door.js





/** Requests that come to this load balancer, but not for this host. */
function wrongDoors(door, { knock, neighbours, }) {
    const { host, loadBalancer } = door;
    return {
        id: "wrong-door",
        proves: "by another name nobody gets to the app",
        mend: "Look at the hosts of the listener's rules, and at its default action.",
        look: async (signal) => {
            if (!loadBalancer || loadBalancer === host)
                return skipped("the load balancer's own name is not known");
            const send = (asking) => knock(asking, signal);
            // A listener's attribute can take the load balancer's name away; its redirect to sign in shows whether it did.
            const hidden = send({}).then((answer) => sourceOf(answer, door) === "sign-in" && !answer.headers.server, () => false);
            const attempt = async (doors) => {
                const answers = new Map();
                return await tryAll(doors, door, async (asking) => {
                    const answer = await send(asking);
                    answers.set(answer, (await hidden) && mayBeFixedResponse(answer));
                    return answer;
                }, (what, answer) => answers.get(answer) ? passed(`${what}: ${answer.status}`) : judgeWrongDoor(what, answer, door));
            };
            const nextDoor = async () => {
                const names = (await neighbours?.(signal)) ?? "not known";
                if (typeof names === "string")
                    return passed(`neighbours: ${names}`);
                if (names.length === 0)
                    return passed("no neighbours that ask for a sign-in");
                const judgement = await attempt(names.flatMap((name) => mixed(host, name)));
                return judgement.verdict === "passed" ? passed(`neither did ${names.join(", ")}`) : judgement;
            };
            const [made, real] = await Promise.all([attempt(tries(door, loadBalancer)), nextDoor()]);
            return worst([made, real], `${made.seen}; ${real.seen}`);
        },
    };
}
/** A neighbour's host and this one's, each on the other's TLS name. */
function mixed(host, neighbour) {
    return [
        { what: `Host ${neighbour} on this host's TLS name`, asking: { host: neighbour, serverName: host } },
        // The Host header counts, so this is the right door; it must be as well guarded.
        { what: `this host on the TLS name ${neighbour}`, asking: { host, serverName: neighbour } },
    ];
}
function tries({ host, path, publicPaths }, loadBalancer) {
    const label = `smoke-test-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
    const beside = `${label}.${host.split(".").slice(1).join(".")}`;
    const below = `${label}.${host}`;
    return [
        { what: "the load balancer's own name", asking: { host: loadBalancer, serverName: loadBalancer } },
        ...[loadBalancer, beside, below, "localhost"].map((other) => ({
            what: `Host ${other} on this host's TLS name`,
            asking: { host: other, serverName: host },
        })),
        {
            what: "an absolute request line for this host, sent to the load balancer's name",
            asking: { host: loadBalancer, serverName: host, target: `https://${host}${path}` },
        },
        // Which of the two names counts is the load balancer's business, so this may be the right door after all.
        ...(isPublic(path.split("?")[0] ?? "/", publicPaths)
            ? []
            : [
                {
                    what: "an absolute request line for the load balancer's name",
                    asking: { host, serverName: host, target: `https://${loadBalancer}${path}` },
                },
            ]),
        {
            what: "HTTP/1.0 with the load balancer's name",
            asking: { host: loadBalancer, serverName: loadBalancer, as: "HTTP/1.0" },
        },
    ];
}
/** A redirect to sign in is right for this host alone: for any other it shows a rule that catches too much. */
function judgeWrongDoor(what, answer, door) {
    const asked = parseUrl(answer.headers.location)?.searchParams;
    const isOther = asked !== undefined && asked.get("redirect_uri") !== `https://${door.host}/oauth2/idpresponse`;
    if (answer.status === 302 && isOther && door.clientId !== undefined) {
        if (asked.get("client_id") === door.clientId)
            return failed(`${what} is sent to sign in with this environment's client`, `Let the rule's host condition be ${door.host} alone, without a wildcard.`);
        // Another environment's own sign-in.
        if (asked.has("client_id"))
            return passed(`${what}: ${answer.status}`);
    }
    return judgeTry(what, answer, door);
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/outside-checks.js















const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/**
 * Everything that an outsider can try, without credentials of any kind.
 *
 * @param neighbours hosts of other environments, where they are known
 * @param meet told of every host to which an answer leads to sign in
 */
function outsideChecks(door, { onRedirect, neighbours, meet }) {
    const { host, loadBalancer: connectTo = host } = door;
    const knock = async (asking, signal) => {
        const answer = await ask({ connectTo, host, target: door.path, ...asking }, signal);
        const location = parseUrl(answer.headers.location);
        if (location?.pathname === "/oauth2/authorize")
            await meet?.(location.host);
        return answer;
    };
    const open = isPublic(`${door.path}`.split("?")[0] ?? "/", door.publicPaths);
    const isOpen = skipped(`${door.path} is declared public, so nobody is sent to sign in there`);
    const firstHop = joined((signal) => knock({}, signal));
    return [
        // First, for its requests go one after the other.
        {
            id: "sign-in-page",
            proves: "the way to sign in ends at a page with a sign-in form",
            mend: "Open the host in a private window: the load balancer's redirect must lead to a page that asks who you are.",
            look: async (signal) => {
                if (open)
                    return isOpen;
                const agent = new ReadyConnection(door.signInHost);
                try {
                    const answer = await firstHop(signal);
                    const redirect = judgeRedirect(answer, door);
                    const start = answer.headers.location;
                    if (redirect.verdict !== "passed" || !start)
                        return redirect.verdict === "not yet" ? redirect : failed("there is no redirect to follow", NO_REDIRECT);
                    const { answer: page, url } = await visit(new URL(start), new CookieJar(), signal, { agent });
                    return judgeSignInPage(page, url, door.selfSignUp);
                }
                finally {
                    agent.destroy();
                }
            },
        },
        {
            id: "certificate",
            proves: "the host has a certificate that browsers trust",
            mend: `Look whether the HTTPS listener stands and its security group admits port 443: ${host} must be reached to show a certificate.`,
            look: async (signal) => judgeCertificate(await shakeHands({ host, connectTo }, signal), host, new Date()),
        },
        {
            id: "tls-versions",
            proves: "TLS 1.2 or later alone is spoken",
            mend: "Look whether the HTTPS listener stands and its security group admits port 443.",
            look: (signal) => lookAtVersions({ host, connectTo }, signal),
        },
        {
            id: "http-redirect",
            proves: "plain HTTP leads to https and nowhere else",
            mend: "Look whether there is a listener on port 80 that redirects to https, and whether the load balancer's security group admits port 80.",
            look: async (signal) => {
                const judgements = await judgeEach(plainRequests(door), async ({ what, asking }) => {
                    const answer = await knock({ secure: false, ...asking }, signal);
                    const judgement = judgeHttp(answer, new URL(`http://${host}${asking.target}`));
                    return judgement.verdict === "passed" ? judgement : { ...judgement, seen: `${what}: ${judgement.seen}` };
                });
                return worst(judgements, judgements[0]?.seen ?? "");
            },
        },
        {
            id: "sign-in-redirect",
            proves: "an outsider is sent to sign in",
            mend: `Look whether the HTTPS listener has a rule for ${host} that authenticates, and whether the service has healthy targets.`,
            look: async (signal) => {
                if (open)
                    return isOpen;
                const [first, second] = await Promise.all([firstHop(signal), knock({}, signal)]);
                const judgement = judgeRedirect(first, door);
                if (judgement.verdict !== "passed")
                    return judgement;
                onRedirect(first.headers.location ?? "");
                return worst([judgement, judgeRedirect(second, door), judgeStates(first, second)], judgement.seen);
            },
        },
        {
            id: "every-way-in",
            proves: "no method, path or protocol reaches the app",
            mend: "Compare the listener's rules for this host with what listener-rules says.",
            look: async (signal) => {
                const tries = waysIn(door);
                if (tries.length === 0)
                    return skipped("all of it is declared public");
                return await tryAll(tries, door, (asking) => knock(asking, signal));
            },
        },
        {
            id: "forged-identity",
            proves: "nobody is believed to be signed in because they say so",
            mend: "Compare the listener's rules for this host with what listener-rules says.",
            look: async (signal) => (open ? isOpen : await tryAll(forgeries(), door, (asking) => knock(asking, signal))),
        },
        wrongDoors(door, { knock, neighbours }),
        hostNameCheck(door),
    ];
}
const NO_REDIRECT = "Mend what sign-in-redirect found: the way to the sign-in page begins there.";
async function lookAtVersions(where, signal) {
    const old = ["TLSv1", "TLSv1.1"].map(async (version) => judgeOldVersion(version, await shakeHands({ ...where, version }, signal).then(() => undefined, asIs)));
    const [{ protocol }, ...judgements] = await Promise.all([shakeHands(where, signal), ...old]);
    const blind = judgements.find(({ verdict }) => verdict === "skipped");
    if (blind && judgements.every(({ verdict }) => verdict === "passed" || verdict === "skipped"))
        return blind;
    return worst(judgements, `${judgements.map(({ seen }) => seen).join(", ")}; ${protocol} is spoken`);
}
const asIs = (error) => error;
/** On port 80: a path with a query first, whose redirect must keep both. */
function plainRequests({ path, healthCheckPath = "/", }) {
    const made = `/smoke-test/${(0,external_node_crypto_.randomUUID)()}`;
    return [
        { what: "GET", asking: { target: `${made}?a=1&b=two` } },
        { what: `GET ${path}`, asking: { target: path } },
        { what: `GET ${healthCheckPath}`, asking: { target: healthCheckPath } },
        { what: "POST", asking: { target: made, method: "POST" } },
        { what: "HTTP/1.0", asking: { target: made, as: "HTTP/1.0" } },
    ];
}
/** Methods, paths and protocols, without what is declared to be public. */
function waysIn({ path, healthCheckPath = "/", publicPaths }) {
    const random = `/smoke-test-${(0,external_node_crypto_.randomUUID)()}`;
    const paths = [...new Set(["/", path, healthCheckPath, random])];
    const odd = ["/%2e%2e/", "//", random.toUpperCase(), healthCheckPath.toUpperCase(), "/oauth2/idpresponse"];
    const callback = `/oauth2/idpresponse?code=${(0,external_node_crypto_.randomUUID)()}&state=${(0,external_node_crypto_.randomBytes)(24).toString("base64url")}`;
    const tries = [
        ...paths.flatMap((target) => METHODS.map((method) => ({ what: `${method} ${target}`, asking: { method, target } }))),
        ...odd.flatMap((target) => ["GET", "POST"].map((method) => ({ what: `${method} ${target}`, asking: { method, target } }))),
        { what: "GET /oauth2/idpresponse with a made-up code and state", asking: { target: callback } },
        { what: "WebSocket /", asking: { target: "/", as: "WebSocket" } },
        { what: `WebSocket ${random}`, asking: { target: random, as: "WebSocket" } },
        { what: "HTTP/1.0 /", asking: { target: "/", as: "HTTP/1.0" } },
        { what: "HTTP/2 /", asking: { target: "/", as: "HTTP/2" } },
        { what: `HTTP/2 ${random}`, asking: { target: random, as: "HTTP/2" } },
    ];
    const seen = new Set();
    return tries.filter(({ what, asking }) => {
        const isNew = !seen.has(what);
        seen.add(what);
        return isNew && !isPublic((asking.target ?? "/").split("?")[0] ?? "/", publicPaths);
    });
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/public-paths-check.js





/** What is declared to be public answers without signing in; that nothing else does is for the other checks. */
function publicPathsCheck(door) {
    const { host, loadBalancer: connectTo = host, publicPaths } = door;
    const tries = publicPaths.map((pattern) => ({ what: pattern, asking: { target: sample(pattern) } }));
    return {
        id: "public-paths",
        proves: "the declared public paths answer without signing in",
        mend: "Look whether the service has healthy targets: the rules for public paths forward to them.",
        look: async (signal) => {
            const send = (asking) => ask({ connectTo, host, target: "/", ...asking }, signal);
            const judgement = await tryAll(tries, door, send, judgePublic);
            return judgement.verdict === "passed" ? passed(`open to everybody: ${publicPaths.join(", ")}`) : judgement;
        },
    };
}
/** A path that a pattern covers, and hardly anything else does. */
function sample(pattern) {
    return pattern.replaceAll("*", `smoke-test-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`).replaceAll("?", "x");
}
function judgePublic(what, answer, door) {
    switch (sourceOf(answer, door)) {
        case "app":
            return passed(`${what}: ${answer.status}`);
        case "no target":
            return notYet(`${what}: ${answer.status}, no healthy target answers`);
        default:
            return failed(`${what} is declared public, and answered ${answer.status} by the load balancer`, "Run the deploy again: it makes the rule that opens this path.");
    }
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/form.js
/**
 * The first form of a page that has a field of that name and shows it, or undefined. Reads what sign-in pages are
 * made of: `<form>`, `<input>` and `<button>` with their attributes, not HTML at large.
 */
function findForm(html, page, field) {
    for (const [, formTag = "", content = ""] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gis)) {
        const form = attributes(formTag);
        const fields = {};
        for (const [, inputTag = ""] of content.matchAll(/<input\b([^>]*)>/gi)) {
            const { name, value = "", type = "text" } = attributes(inputTag);
            if (name && type.toLowerCase() !== "submit")
                fields[name] = value;
        }
        if (!(field in fields))
            continue;
        return {
            action: new URL(form.action ?? "", page),
            method: form.method?.toUpperCase() === "POST" ? "POST" : "GET",
            fields,
        };
    }
    return undefined;
}
function attributes(tag) {
    const found = {};
    for (const [, name = "", double, single, bare] of tag.matchAll(/([a-z][\w-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi)) {
        found[name.toLowerCase()] = decodeEntities(double ?? single ?? bare ?? "");
    }
    return found;
}
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
/** The entities that stand in attributes and short texts: the five of XML, and numbers. */
function decodeEntities(text) {
    return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
        if (hex)
            return String.fromCodePoint(Number.parseInt(hex, 16));
        if (decimal)
            return String.fromCodePoint(Number(decimal));
        return ENTITIES[name ?? ""] ?? whole;
    });
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/whose-page.js


/** What stands for the user's own in smoke-test-expect. */
const PLACEHOLDER = /\{(email|sub)\}/g;
/** A judgement for each text that a page should hold and does not. Pure. */
function judgeExpected(body, visitor, expect) {
    return expect
        .filter((text) => !holds(body, fill(text, visitor)))
        .map((text) => failed(`signed in, the app's page does not hold the text of smoke-test-expect: ${text}`, "Compare smoke-test-expect with the source of the page that a new user sees at smoke-test-path; {email} and {sub} stand for that user's own."));
}
/**
 * What a page that holds all it should proves about whose it is. The address and the sub are random and known to nobody
 * else, so a page that names them was made from the load balancer's claims for exactly this user. That the app has
 * verified their signature is proven only by a text that the app shows to nobody whom it has not verified. Pure.
 */
function proofOf(body, visitor, expect) {
    const asked = [...new Set(expect.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, name]) => name)))];
    if (asked.length > 0)
        return `proven for exactly this user: the page holds smoke-test-expect with the user's own ${asked.join(" and ")}`;
    const named = whose_page_namesOf(body, visitor);
    const proof = named.length > 0
        ? `the page names exactly this user (${named.join(" and ")})`
        : "the app's page came, which user it is for is not proven: it names none";
    const hint = "{email} or {sub} in smoke-test-expect would insist on it";
    return `${proof}; ${hint}`;
}
/** By which of its own a page names a user. */
function whose_page_namesOf(body, { email, sub }) {
    return [...(holds(body, email) ? ["email"] : []), ...(holds(body, sub) ? ["sub"] : [])];
}
/** Whether a page holds a text, be it that the page escapes some of its characters. */
function holds(body, text) {
    return body.includes(text) || decodeEntities(body).includes(text);
}
function fill(text, visitor) {
    return text.replace(PLACEHOLDER, (_, name) => visitor[name]);
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/session-tricks.js







/**
 * Tries to make more of a real session than it is: its cookie changed or cut short must open nothing, and identity
 * headers that the client sends beside it must not make it somebody else's.
 */
async function trySession(cookies, session) {
    const shards = cookies.filter(({ name }) => isShard(name, cookies));
    if (shards.length === 0)
        return failed("the app's page came without a session cookie of the load balancer", "Compare listener-rules: the rule must authenticate with OnUnauthenticatedRequest `authenticate`.");
    const broken = breakings(shards);
    const judgements = await judgeEach(broken, async ({ what, shards: changed }) => {
        const kept = cookies.filter((cookie) => !shards.includes(cookie));
        const answer = await send(session, [...kept, ...changed]);
        return sourceOf(answer, session.door) === "app"
            ? exposed(`${what} is believed: ${answer.status} from the app`)
            : passed(what);
    });
    const disguise = await disguised(cookies, session);
    return worst([...judgements, disguise], `its session cookie changed or cut short opens nothing (${broken.length} tries); ${disguise.seen}`);
}
/** The session's cookies: `<name>-0`, and `-1` to `-3` if it is long. The name may be changed in the rule. */
function isShard(name, cookies) {
    const base = /^(.+)-[0-3]$/.exec(name)?.[1];
    return base !== undefined && cookies.some((cookie) => cookie.name === `${base}-0`);
}
function breakings(shards) {
    const each = (change) => shards.map(({ name, value }) => ({ name, value: change(value) }));
    return [
        { what: "a session cookie with one character changed", shards: each(changeOne) },
        { what: "half a session cookie", shards: each((value) => value.slice(0, value.length / 2)) },
        // One of several parts; of one alone, nothing is left.
        { what: "a session cookie without its last part", shards: shards.slice(0, -1) },
    ];
}
/** Another character in the middle, where each stands for six whole bits of base64. */
function changeOne(value) {
    const middle = Math.floor(value.length / 2);
    return `${value.slice(0, middle)}${value[middle] === "A" ? "B" : "A"}${value.slice(middle + 1)}`;
}
async function disguised(cookies, session) {
    const somebody = { email: `forged-${(0,external_node_crypto_.randomBytes)(8).toString("hex")}@${session.door.host}`, sub: (0,external_node_crypto_.randomUUID)() };
    const answer = await send(session, cookies, forgedIdentity(somebody));
    if (whose_page_namesOf(answer.body, somebody).length > 0)
        return failed("signed in, the app takes the identity headers that the client sends for the load balancer's", "The app must verify the signature of x-amzn-oidc-data, and read one such header alone: see examples/sample-app/identity.js.");
    const before = whose_page_namesOf(session.welcome.body, session.visitor);
    const still = whose_page_namesOf(answer.body, session.visitor);
    if (before.length === 0)
        return passed("forged identity headers beside it do not show in the page");
    return passed(before.every((name) => still.includes(name))
        ? "with forged identity headers beside it the page is this user's still"
        : `with forged identity headers beside it the page (${answer.status}) is nobody's`);
}
async function send({ door, signal }, cookies, headers = {}) {
    const { host, loadBalancer: connectTo = host, path: target } = door;
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    return await ask({ connectTo, host, target, verify: true, headers: { ...headers, ...(cookie && { cookie }) } }, signal);
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/signed-in.js









const PERMISSIONS = "The role needs cognito-idp:AdminCreateUser, AdminSetUserPassword and AdminDeleteUser on the user pool for smoke-test-sign-in.";
const COMPLETE = "The load balancer itself calls Cognito's token endpoint: its security group must let out 443, and the client's secret and scopes must fit the rule.";
/**
 * Signs in through the page as a browser would, looks at the app's page, tries to make more of the session than it is,
 * signs out.
 *
 * @param expect texts that the app's page must hold, with `{email}` and `{sub}` for the user's own
 */
function signedInCheck(door, user, expect) {
    return {
        id: "signed-in",
        proves: "who signs in gets to the app as themselves, and who signs out is out",
        mend: "Sign in by hand in a private window and compare: the load balancer's rule, the app client and the pool's domain must fit together.",
        look: async (signal) => {
            const { host, loadBalancer, path, publicPaths } = door;
            if (isPublic(path.split("?")[0] ?? "/", publicPaths))
                return skipped(`${path} is declared public`);
            const jar = new CookieJar();
            const connectTo = (name) => (name === host ? (loadBalancer ?? host) : name);
            const go = (url, form) => visit(url, jar, signal, { connectTo, ...(form && { form }) });
            const start = new URL(`https://${host}${path}`);
            const [visitor, page] = await Promise.all([
                user.come().catch((error) => {
                    throw new NoVisitor(error);
                }),
                go(start),
            ]);
            const form = findForm(page.answer.body, page.url, "password");
            if (!form)
                return page.url.host === host
                    ? failed(`without signing in the way ends at ${place(page)}`, "Mend what sign-in-redirect found.")
                    : skipped(`${place(page)} has no form with a password to fill in: managed login builds it in the browser`);
            if (page.url.host === host || !isSignInHost(page.url.host, door))
                return failed(`the password was not told to ${place(page)}, which is no sign-in page of this pool`, "Mend what sign-in-redirect found.");
            const { email, password } = visitor;
            const arrived = await go(form.action, new URLSearchParams({ ...form.fields, username: email, password }));
            const welcome = judgeWelcome(arrived, door, visitor, expect);
            if (welcome.verdict !== "passed")
                return welcome;
            const cookies = jar.pairs(start);
            const tricks = await trySession(cookies, { door, visitor, welcome: arrived.answer, signal });
            if (tricks.verdict !== "passed")
                return tricks;
            jar.forget(host);
            if (door.clientId) {
                const query = new URLSearchParams({ client_id: door.clientId, logout_uri: `https://${host}/` });
                await go(new URL(`https://${page.url.host}/logout?${query}`));
            }
            const old = new CookieJar();
            old.adopt(start, cookies);
            const [after, replayed] = await Promise.all([go(start), visit(start, old, signal, { connectTo })]);
            const isOut = after.url.host !== host && findForm(after.answer.body, after.url, "password") !== undefined;
            if (!isOut)
                return failed(`after signing out the way ends at ${place(after)} instead of the sign-in page`, `Let the app client's sign-out URLs hold https://${host}/, or the pool's own session goes on.`);
            // Nothing to mend: AWS documents that the load balancer keeps no list of the sessions that were ended.
            const kept = replayed.url.host === host && sourceOf(replayed.answer, door) === "app";
            const replay = kept
                ? "a copy of the session cookie from before still opens it, as AWS documents, until its tokens expire"
                : "a copy of the session cookie from before opens nothing";
            return passed(`${welcome.seen}; ${tricks.seen}; signed out, the sign-in page asks again; ${replay}`);
        },
    };
}
/** Whatever kept the user from being made: a cause to tell, not one to wait for. */
class NoVisitor extends Error {
    name = "NoVisitor";
    hint = PERMISSIONS;
    constructor(cause) {
        super(`no user could be created: ${cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)}`, {
            cause,
        });
    }
}
function judgeWelcome(page, door, visitor, expect) {
    const { answer, url } = page;
    if (url.host !== door.host)
        return failed(`after the password the way ends at ${place(page)}, not at the app`, COMPLETE);
    if (sourceOf(answer, door) !== "app")
        return failed(`after the password the load balancer answers ${place(page)}`, COMPLETE);
    if (answer.status !== 200)
        return failed(`signed in, the app answers ${place(page)}`, "Let smoke-test-path be a page that every user may see, or look into the app's log.");
    return worst(judgeExpected(answer.body, visitor, expect), `signed in; ${proofOf(answer.body, visitor, expect)}`);
}
/** A page without its query, in which there may be codes. */
function place({ answer, url }) {
    return `${answer.status} at ${url.host}${url.pathname}`;
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/visitor.js



/** Milliseconds. A cancelled run has 7.5 s before it is told more firmly. */
const CALL = 5000;
/**
 * Neither call is given the run's own signal: a user who was half made when the run was cancelled would stay.
 *
 * @param host whose name the made-up address ends with
 */
function throwaway({ clients, userPoolId, mask }, host) {
    const email = `smoke-test-${(0,external_node_crypto_.randomBytes)(8).toString("hex")}@${host}`;
    // Of every kind that a policy may ask for.
    const password = `${(0,external_node_crypto_.randomBytes)(24).toString("base64url")}-Aa1`;
    let coming;
    const user = { UserPoolId: userPoolId, Username: email };
    const bounds = () => ({ abortSignal: AbortSignal.timeout(CALL) });
    const create = async () => {
        mask(password);
        const { AdminCreateUserCommand, AdminSetUserPasswordCommand } = await __webpack_require__.e(/* import() */ 1552).then(__webpack_require__.bind(__webpack_require__, 1552));
        const cognito = await clients.cognito();
        const { User } = await cognito.send(new AdminCreateUserCommand({
            ...user,
            UserAttributes: [
                { Name: "email", Value: email },
                { Name: "email_verified", Value: "true" },
                { Name: "nickname", Value: NICKNAME },
            ],
            MessageAction: "SUPPRESS",
        }), bounds());
        await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }), bounds());
        const sub = User?.Attributes?.find(({ Name }) => Name === "sub")?.Value;
        if (!sub)
            throw new Error("Cognito did not say what the new user's sub is");
        return { email, password, sub };
    };
    return {
        email,
        come: () => {
            coming ??= create();
            return coming;
        },
        leave: async () => {
            if (!coming)
                return undefined;
            await coming.catch(() => { });
            try {
                const { AdminDeleteUserCommand } = await __webpack_require__.e(/* import() */ 1552).then(__webpack_require__.bind(__webpack_require__, 1552));
                const cognito = await clients.cognito();
                await cognito.send(new AdminDeleteUserCommand(user), bounds());
                return undefined;
            }
            catch (error) {
                if (error instanceof Error && error.name === "UserNotFoundException")
                    return undefined;
                return `the user ${email} could not be deleted (${(0,errors/* describeError */.Uc)(error)}): delete it in the user pool ${userPoolId}`;
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/bundle/smoke-test/smoke-test.js










/**
 * Attacks the front door from outside and looks at it from inside, all checks side by side.
 *
 * @param patience milliseconds for what is "not yet"
 */
async function runSmokeTest(world, { door: known, inside, visitor }, patience) {
    let signInUrl;
    const poolDomains = new Set();
    const door = { ...known, poolDomains };
    const rules = joined(async (signal) => (typeof inside === "string" ? [] : await readRules(inside, signal)));
    const outside = outsideChecks(door, {
        onRedirect: (location) => {
            signInUrl = location;
        },
        ...(typeof inside !== "string" && {
            meet: learnPoolDomain(inside, door, poolDomains, world.signal),
            neighbours: async (signal) => {
                const known = await unlessRefused(() => rules(signal));
                if (typeof known === "string")
                    return `the role may not look (${READ_RULES})`;
                return neighboursOf(known, inside, door.path.split("?")[0] ?? "/");
            },
        }),
    });
    const user = visitor && throwaway(visitor, door.host);
    const checks = [
        ...outside,
        ...insideChecks(inside, rules),
        ...(user ? [signedInCheck(door, user, visitor.expect)] : []),
        ...(door.publicPaths.length > 0 ? [publicPathsCheck(door)] : []),
    ];
    const leftovers = visitor && user && removeLeftovers(visitor, { now: world.clock.now(), own: user.email, signal: world.signal });
    let stayed;
    const results = await runChecks(world, checks, patience).finally(async () => {
        stayed = await user?.leave();
        for (const line of [stayed, await leftovers])
            if (line)
                world.log.info(`Smoke test: ${line}`);
    });
    const told = stayed ? results.map((check) => withRemains(check, stayed ?? "")) : results;
    return { checks: smoke_test_inOrder(told), ...(signInUrl && { signInUrl }) };
}
/** A user who is still there is for somebody to delete. */
function withRemains(check, stayed) {
    return check.id === "signed-in" ? { ...check, warning: stayed } : check;
}
/** The order in which people read them. */
const ORDER = [
    "host-name",
    "certificate",
    "tls-versions",
    "http-redirect",
    "sign-in-redirect",
    "every-way-in",
    "forged-identity",
    "wrong-door",
    "listener-rules",
    "targets",
    "sign-in-page",
    "signed-in",
    "public-paths",
];
function smoke_test_inOrder(checks) {
    return [...checks].sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id));
}

;// CONCATENATED MODULE: ./build/bundle/commands/prove.js




/**
 * Attacks the front door of what was just deployed.
 *
 * @throws ExposedError EXPOSED, ActionError SmokeTestFailed
 */
async function prove(world, request, stacks, region, report) {
    const states = Object.fromEntries([...stacks].map(([id, { state }]) => [id, state]));
    const { host, healthCheckPath, publicPaths, smokeTestPath: path, smokeTestSignIn: signIn } = request;
    const doorway = { host, path, healthCheckPath, publicPaths, signIn, expect: request.smokeTestExpect };
    const patience = report.outputs.get("changed") === "true" ? PATIENCE.changed : PATIENCE.unchanged;
    await attack(world, await subjectOf(world, doorway, { states, region }), report, patience);
}
/** What was changed takes its time to be true everywhere; where nothing was, there is little to wait for. Milliseconds. */
const PATIENCE = { changed: 120_000, unchanged: 20_000 };
/**
 * Runs the smoke test, fills the report, and annotates each check that fails with how to mend it.
 *
 * @param patience milliseconds for what is "not yet"
 */
async function attack(world, subject, report, patience) {
    const { checks, signInUrl } = await runSmokeTest(world, subject, patience);
    report.checks = checks;
    report.outputs.set("smoke-test", JSON.stringify(checks));
    if (signInUrl)
        report.outputs.set("sign-in-url", withoutState(signInUrl));
    for (const { id, warning } of checks)
        if (warning)
            world.log.info(`Warning of the smoke test, ${id}: ${warning}`);
    const bad = checks.filter(({ verdict }) => verdict !== "passed" && verdict !== "skipped");
    if (bad.length === 0)
        return;
    for (const { id, proves, seen, mend } of bad)
        await (0,report_report/* annotate */.fz)(world.log, { code: `smoke test: ${id}`, message: `Not proven that ${proves}. ${seen}`, hint: mend });
    const exposed = bad.filter(({ verdict }) => verdict === "exposed");
    if (exposed.length > 0)
        throw new errors/* ExposedError */.zu("EXPOSED", `EXPOSED: https://${subject.door.host} shows content of the app to whoever asks, without signing in. ${summed(exposed)}`, { hint: exposed.find(({ mend }) => mend)?.mend });
    throw new errors/* ActionError */.lZ("SmokeTestFailed", `The smoke test failed. ${summed(bad)}`);
}
function summed(checks) {
    return checks.map(({ id, seen }) => `${id}: ${seen}`).join("; ");
}
/** The door and its inside as the stacks say; without them, why they are not known. */
async function subjectOf({ clients }, { signIn, expect, ...doorway }, stacks) {
    if (typeof stacks === "string")
        return { door: doorway, inside: stacks };
    const { states, region } = stacks;
    const output = (id, name) => states[id]?.outputs[name] ?? "";
    const { host, publicPaths } = doorway;
    const clientId = output("ecs-service", "UserPoolClientId");
    const subject = {
        door: {
            // As the platform stands: a pull request's run takes it as it is.
            selfSignUp: states.cognito?.parameters.SelfSignUp === "true",
            ...doorway,
            loadBalancer: output("alb", "LoadBalancerDnsName"),
            signInHost: (0,plan/* signInHost */.F4)(output("cognito", "UserPoolDomain"), region),
            clientId,
        },
        inside: {
            clients,
            host,
            publicPaths,
            clientId,
            loadBalancerArn: output("alb", "LoadBalancerArn"),
            loadBalancerSecurityGroup: output("alb", "LoadBalancerSecurityGroupId"),
            taskSecurityGroup: output("alb", "TaskSecurityGroupId"),
            cluster: states["ecs-service"]?.parameters.ClusterName ?? "",
            service: output("ecs-service", "ServiceName"),
            targetGroupArn: output("ecs-service", "TargetGroupArn"),
            userPoolArn: output("cognito", "UserPoolArn"),
            sessionTimeout: Number(states["ecs-service"]?.parameters.SessionTimeout ?? 604_800),
        },
    };
    if (!signIn)
        return subject;
    const { setSecret } = await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(4942), __webpack_require__.e(143)]).then(__webpack_require__.bind(__webpack_require__, 143));
    const userPoolId = output("cognito", "UserPoolId");
    return { ...subject, visitor: { clients, userPoolId, mask: setSecret, expect } };
}
/** The state belongs to one visitor's attempt; what is left is the same for every run. */
function withoutState(signInUrl) {
    const url = new URL(signInUrl);
    url.searchParams.delete("state");
    return url.href;
}


/***/ }),

/***/ 9278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   F4: () => (/* binding */ signInHost),
/* harmony export */   Kt: () => (/* binding */ revisionOutputs),
/* harmony export */   jS: () => (/* binding */ decideStack),
/* harmony export */   ne: () => (/* binding */ planRollout),
/* harmony export */   uP: () => (/* binding */ isOnOtherCapacity),
/* harmony export */   zZ: () => (/* binding */ isFixed)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);
/* harmony import */ var _revision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4044);
/* harmony import */ var _stacks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6980);
/* harmony import */ var _statuses_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5267);




/** What to do with one stack. Pure; asked when the plan is made and again when the stack's turn comes. */
function decideStack(spec, state, { parameters, fixed }) {
    if (!state)
        return { action: "create", reason: "there is none" };
    const domain = spec.tags.find(({ key }) => key === _names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.domain)?.value;
    // A stack that only waits for its first change set shows no tags yet. It holds nothing, and its name is one of ours.
    const isBlank = (0,_statuses_js__WEBPACK_IMPORTED_MODULE_3__/* .standing */ .J)(state.status) === "unborn" && Object.keys(state.tags).length === 0;
    if (state.tags[_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.domain] !== domain && !isBlank)
        return {
            action: "refuse",
            reason: `a stack of this name stands without the tag ${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.domain}=${domain}: it is not ours`,
        };
    const found = (0,_statuses_js__WEBPACK_IMPORTED_MODULE_3__/* .standing */ .J)(state.status);
    switch (found) {
        case "gone":
            return { action: "create", reason: "it was deleted" };
        case "busy":
            return { action: "wait", reason: `it is ${state.status}` };
        case "dead":
        case "unborn":
            return { action: "recreate", reason: `it is ${state.status}, from which it can only be deleted` };
        case "stuck":
        case "broken":
            if (fixed)
                return { action: "unchanged", reason: `it is ${state.status}, and a pull request does not mend it` };
            return { action: found === "stuck" ? "continue rollback" : "update", reason: `it is ${state.status}` };
        case "usable":
            break;
        default:
            return found;
    }
    if (fixed)
        return { action: "unchanged", reason: "a pull request does not change the platform" };
    if (!parameters)
        return { action: "update", reason: "what it takes from another stack is not known yet" };
    if (state.outputs[_stacks_js__WEBPACK_IMPORTED_MODULE_2__/* .FINGERPRINT */ .lj] === (0,_stacks_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .Rj)(spec, parameters))
        return { action: "unchanged", reason: "it is as asked for" };
    const changed = Object.keys(parameters).filter((name) => parameters[name] !== state.parameters[name]);
    return {
        action: "update",
        reason: changed.length > 0 ? `changed: ${changed.join(", ")}` : "its template or tags have changed",
    };
}
/** A pull request's run never changes the platform: it creates what is missing and reads the rest. */
function isFixed(id, request) {
    return request.origin.pullRequest !== undefined && _names_js__WEBPACK_IMPORTED_MODULE_0__/* .PLATFORM_STACKS */ .qp.includes(id);
}
/** (request, observed) -> what a deploy would do. Pure. */
function makePlan(request, specs, observed) {
    const outputs = (id) => observed.stacks[id]?.outputs;
    const steps = new Map();
    for (const spec of specs) {
        const parameters = (0,_stacks_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveParameters */ .vA)(spec, outputs);
        const step = decideStack(spec, observed.stacks[spec.id], { parameters, fixed: isFixed(spec.id, request) });
        // What stands on a stack that is made anew gets new values, so it changes as well.
        const moved = (0,_stacks_js__WEBPACK_IMPORTED_MODULE_2__/* .needs */ .eN)(spec).find((id) => ["create", "recreate"].includes(steps.get(id)?.action ?? ""));
        const follows = step.action === "unchanged" && moved ? { action: "update", reason: `${moved} is made anew` } : {};
        steps.set(spec.id, { id: spec.id, name: spec.name, ...step, ...follows });
    }
    const service = steps.get("ecs-service");
    const definition = definitionFor(request, observed);
    const fresh = service === undefined || ["create", "recreate"].includes(service.action);
    return {
        stacks: [...steps.values()],
        ...planRollout(request, fresh ? undefined : observed.service, definition, service?.name ?? ""),
    };
}
/** Which revision, and whether the service has to move to it. Pure. */
function planRollout(request, service, definition, family) {
    const { desiredCount } = request;
    const known = definition && { definition };
    if (!service || !definition)
        return {
            revision: { action: "register", family, ...known },
            rollout: { needed: true, reason: "first rollout", desiredCount },
        };
    const same = service.taskDefinition !== undefined && (0,_revision_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRevision */ .C)(definition, service.taskDefinition);
    const reasons = [
        ...(same ? [] : [`the revision differs: ${differences(definition, service.taskDefinition).join(", ")}`]),
        ...(service.desiredCount === desiredCount ? [] : [`${service.desiredCount} tasks asked for until now`]),
        ...(service.deployment?.rolloutState === "FAILED" ? ["the last rollout failed"] : []),
        ...(isOnOtherCapacity(request, service) ? [`tasks on ${service.deployment?.capacity} until now`] : []),
        ...(request.forceNewDeployment ? ["force-new-deployment"] : []),
    ];
    return {
        revision: { action: same ? "reuse" : "register", family, definition },
        rollout: {
            needed: reasons.length > 0,
            reason: reasons.join("; ") || "the service runs this revision",
            from: service.taskDefinitionArn,
            desiredCount,
        },
    };
}
/** The stack may have changed the service's capacity: its tasks stay where they are until new ones are started. */
function isOnOtherCapacity({ capacity }, { deployment }) {
    return Boolean(deployment?.capacity) && deployment?.capacity !== capacity;
}
/** The stacks' outputs that a revision takes, once they stand. */
function revisionOutputs(outputs, region) {
    const { TaskDefinitionFamily: family, TaskRoleArn: taskRoleArn, ExecutionRoleArn: executionRoleArn, LogGroupName: logGroup, UserPoolClientId: clientId, } = outputs("ecs-service") ?? {};
    const { UserPoolId: poolId, UserPoolDomain: prefix } = outputs("cognito") ?? {};
    const loadBalancerArn = outputs("alb")?.LoadBalancerArn;
    if (!family || !taskRoleArn || !executionRoleArn || !logGroup)
        return undefined;
    if (!clientId || !poolId || !prefix || !loadBalancerArn)
        return undefined;
    const identity = {
        LOAD_BALANCER_ARN: loadBalancerArn,
        COGNITO_CLIENT_ID: clientId,
        COGNITO_ISSUER: `https://cognito-idp.${region}.amazonaws.com/${poolId}`,
        COGNITO_DOMAIN: signInHost(prefix, region),
    };
    return { family, taskRoleArn, executionRoleArn, logGroup, region, identity };
}
/** Where the pool's sign-in pages are: below Amazon's domain, or at a domain of its own. */
function signInHost(prefix, region) {
    return prefix.includes(".") ? prefix : `${prefix}.auth.${region}.amazoncognito.com`;
}
function definitionFor(request, observed) {
    const outputs = revisionOutputs((id) => observed.stacks[id]?.outputs, observed.account.region);
    return outputs && (0,_revision_js__WEBPACK_IMPORTED_MODULE_1__/* .renderRevision */ .K)(request, outputs);
}
/** The names of what differs, for a reader: image, cpu, memory, environment ... Never the values. */
function differences(wanted, found) {
    if (!found)
        return ["the running one is gone"];
    const [ours, theirs] = [wanted.containerDefinitions?.[0], found.containerDefinitions?.[0]];
    const text = (value) => JSON.stringify(value ?? null);
    const sorted = (list) => text([...(list ?? [])].sort((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1)));
    const pairs = [
        ["image", text(ours?.image), text(theirs?.image)],
        ["cpu", text(wanted.cpu), text(found.cpu)],
        ["memory", text(wanted.memory), text(found.memory)],
        ["cpu-architecture", text(wanted.runtimePlatform?.cpuArchitecture), text(found.runtimePlatform?.cpuArchitecture)],
        ["container-port", text(ours?.portMappings?.[0]?.containerPort), text(theirs?.portMappings?.[0]?.containerPort)],
        ["environment-variables", sorted(ours?.environment), sorted(theirs?.environment)],
        ["secrets", sorted(ours?.secrets), sorted(theirs?.secrets)],
        ["command", text(ours?.command ?? []), text(theirs?.command ?? [])],
        ["roles", text([wanted.taskRoleArn, wanted.executionRoleArn]), text([found.taskRoleArn, found.executionRoleArn])],
    ];
    const names = pairs.filter(([, a, b]) => a !== b).map(([name]) => name);
    return names.length > 0 ? names : ["settings"];
}


/***/ }),

/***/ 4044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isSameRevision),
/* harmony export */   K: () => (/* binding */ renderRevision)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);

/** Seconds between SIGTERM and SIGKILL: time to finish what runs, without holding a rollout up (Fargate: 2 to 120). */
const STOP_TIMEOUT = 30;
/** The task definition that a request stands for. */
function renderRevision({ container }, outputs) {
    return {
        family: outputs.family,
        taskRoleArn: outputs.taskRoleArn,
        executionRoleArn: outputs.executionRoleArn,
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        cpu: String(container.cpu),
        memory: String(container.memory),
        runtimePlatform: { cpuArchitecture: container.architecture, operatingSystemFamily: "LINUX" },
        containerDefinitions: [
            {
                name: _names_js__WEBPACK_IMPORTED_MODULE_0__/* .CONTAINER_NAME */ .Cz,
                image: container.image,
                essential: true,
                portMappings: [{ containerPort: container.port, protocol: "tcp" }],
                environment: withIdentity(container.environment, outputs.identity),
                secrets: [...container.secrets],
                ...(container.command && { command: [...container.command] }),
                stopTimeout: STOP_TIMEOUT,
                logConfiguration: {
                    logDriver: "awslogs",
                    options: {
                        "awslogs-group": outputs.logGroup,
                        "awslogs-region": outputs.region,
                        "awslogs-stream-prefix": _names_js__WEBPACK_IMPORTED_MODULE_0__/* .CONTAINER_NAME */ .Cz,
                    },
                },
            },
        ],
    };
}
/** The request's own variables win over those that we add. */
function withIdentity(own, identity) {
    const taken = new Set(own.map(({ name }) => name));
    const added = Object.entries(identity).map(([name, value]) => ({ name, value }));
    return [...own, ...added.filter(({ name }) => !taken.has(name))];
}
/**
 * Whether a described revision is the same as a rendered one. ECS adds members of its own and fills in defaults,
 * so only what we write is compared; a container or a member of ours that somebody removed by hand shows as well.
 */
function isSameRevision(revision, described) {
    if (described.status !== undefined && described.status !== "ACTIVE")
        return false;
    const [ours, theirs] = [revision.containerDefinitions ?? [], described.containerDefinitions ?? []];
    if (ours.length !== theirs.length || (described.volumes?.length ?? 0) > 0)
        return false;
    // A command that is no longer asked for, which a comparison of our members alone would not see.
    if (ours.some((container, index) => !container.command && (theirs[index]?.command?.length ?? 0) > 0))
        return false;
    return contains(described, revision);
}
/** Whether everything in `part` is in `whole`; lists must match in length, those of named things in any order. */
function contains(whole, part) {
    if (Array.isArray(part)) {
        if (!Array.isArray(whole))
            return part.length === 0 && whole === undefined;
        if (whole.length !== part.length)
            return false;
        const [sortedWhole, sortedPart] = [byName(whole), byName(part)];
        return sortedPart.every((item, index) => contains(sortedWhole[index], item));
    }
    if (typeof part === "object" && part !== null) {
        if (typeof whole !== "object" || whole === null)
            return false;
        return Object.entries(part).every(([key, value]) => contains(whole[key], value));
    }
    return whole === part;
}
function byName(list) {
    const name = (item) => typeof item === "object" && item !== null && "name" in item && typeof item.name === "string"
        ? item.name
        : undefined;
    if (list.some((item) => name(item) === undefined))
        return list;
    return [...list].sort((a, b) => ((name(a) ?? "") < (name(b) ?? "") ? -1 : 1));
}


/***/ }),

/***/ 6980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LU: () => (/* binding */ newPublicRules),
/* harmony export */   MB: () => (/* binding */ updateParameters),
/* harmony export */   Nk: () => (/* binding */ stackSpecs),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   eN: () => (/* binding */ needs),
/* harmony export */   lj: () => (/* binding */ FINGERPRINT),
/* harmony export */   vA: () => (/* binding */ resolveParameters)
/* harmony export */ });
/* unused harmony exports OWNED_PARAMETERS, repositoryArn, PUBLIC_RULES */
/* harmony import */ var _inputs_lists_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5398);
/* harmony import */ var _inputs_public_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1515);
/* harmony import */ var _inputs_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4925);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2757);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9248);





/** What the action owns, not the stack: changed by a rollout, no part of the fingerprint. */
const OWNED_PARAMETERS = ["TaskDefinition", "DesiredCount", "ContainerPort"];
/** The parameter and output by which a stack says what it was made from. */
const FINGERPRINT = "Fingerprint";
/**
 * The stacks of a request, platform first.
 *
 * @param templates the bodies of cloudformation/*.yml by stack id
 * @param account where the caller works: an account id and a region
 */
function stackSpecs(request, templates, account) {
    const { domain, app, environment, host } = request;
    const from = (stack, output) => ({ stack, output });
    const platformTags = [...request.tags, { key: _names_js__WEBPACK_IMPORTED_MODULE_3__/* .TAG */ .Dk.domain, value: domain }];
    const spec = (id, parameters, tags = platformTags) => ({
        id,
        name: (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .stackName */ .Qx)(id, request),
        template: templates[id],
        parameters,
        tags,
    });
    return [
        spec("vpc", {}),
        // None and never had any: there's no stack to make. One that stands is told to have none.
        spec("nat-gateways", {
            NatGateways: String(request.natGateways),
            PublicSubnetIds: from("vpc", "PublicSubnetIds"),
            PrivateRouteTableIds: from("vpc", "PrivateRouteTableIds"),
        }),
        spec("cognito", {
            DomainPrefix: request.cognitoDomainPrefix ?? (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .derivedDomainPrefix */ .m9)({ domain, ...account }),
            SelfSignUp: String(request.selfSignUp),
        }),
        spec("ecs-cluster", {}),
        spec("alb", {
            Domain: domain,
            HostedZoneId: request.hostedZoneId,
            VpcId: from("vpc", "VpcId"),
            PublicSubnetIds: from("vpc", "PublicSubnetIds"),
        }),
        spec("dns", {
            Domain: domain,
            HostedZoneId: request.hostedZoneId,
            LoadBalancerDnsName: from("alb", "LoadBalancerDnsName"),
            LoadBalancerHostedZoneId: from("alb", "LoadBalancerHostedZoneId"),
        }),
        spec("ecs-service", {
            App: app,
            Environment: environment,
            Host: host,
            VpcId: from("vpc", "VpcId"),
            SubnetIds: from("vpc", request.natGateways === 0 ? "PublicSubnetIds" : "PrivateSubnetIds"),
            AssignPublicIp: request.natGateways === 0 ? "ENABLED" : "DISABLED",
            TaskSecurityGroupId: from("alb", "TaskSecurityGroupId"),
            ClusterName: from("ecs-cluster", "ClusterName"),
            HttpsListenerArn: from("alb", "HttpsListenerArn"),
            UserPoolId: from("cognito", "UserPoolId"),
            UserPoolArn: from("cognito", "UserPoolArn"),
            UserPoolDomain: from("cognito", "UserPoolDomain"),
            ...publicPathParameters(request.publicPaths),
            HealthCheckPath: request.healthCheckPath,
            SecretArns: [...new Set(request.container.secrets.map(({ valueFrom }) => (0,_inputs_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .secretResource */ .x6)(valueFrom)))]
                .sort()
                .join(","),
            RepositoryArns: repositoryArn(request.container.image) ?? "",
            LogRetentionInDays: String(request.logRetentionDays),
            CapacityProvider: request.capacity,
            LoadBalancerDnsName: from("alb", "LoadBalancerDnsName"),
            LoadBalancerHostedZoneId: from("alb", "LoadBalancerHostedZoneId"),
            HostedZoneId: request.hostedZoneId,
            OwnCertificate: String(!(0,_inputs_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isCovered */ .P$)(host, domain)),
        }, [...request.tags, ...(0,_ownership_js__WEBPACK_IMPORTED_MODULE_4__.identityTags)(request)]),
    ].filter(({ id }) => id !== "nat-gateways" || request.natGateways > 0);
}
/** The ARN of the ECR repository that an image is in, or undefined for any other registry. */
function repositoryArn(image) {
    const match = image.match(/^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?\/([^:@]+)/);
    if (!match)
        return undefined;
    const [, account, region, china, name] = match;
    const partition = china ? "aws-cn" : region?.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    return `arn:${partition}:ecr:${region}:${account}:repository/${name}`;
}
/** The stacks whose outputs a stack takes. */
function needs(spec) {
    const from = Object.values(spec.parameters).flatMap((value) => (typeof value === "string" ? [] : [value.stack]));
    return [...new Set(from)];
}
/**
 * The parameters with the outputs filled in, or undefined while one of them is not known yet.
 */
function resolveParameters(spec, outputs) {
    const resolved = {};
    for (const [name, value] of Object.entries(spec.parameters)) {
        const known = typeof value === "string" ? value : outputs(value.stack)?.[value.output];
        if (known === undefined)
            return undefined;
        resolved[name] = known;
    }
    return resolved;
}
const PUBLIC_RULES = [
    { paths: "PublicPaths", priority: "PublicRulePriority" },
    { paths: "MorePublicPaths", priority: "MorePublicRulePriority" },
];
function publicPathParameters(publicPaths) {
    const lists = (0,_inputs_public_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .perRule */ .oi)(publicPaths);
    return Object.fromEntries(PUBLIC_RULES.map(({ paths }, index) => [paths, lists[index]?.join(",") ?? ""]));
}
/**
 * The public rules among these parameters that the stack does not have yet, so that they need a priority.
 *
 * @param state absent: the stack is going to be created
 */
function newPublicRules(parameters, state) {
    return PUBLIC_RULES.filter(({ paths }) => parameters[paths] && !state?.parameters[paths]);
}
/**
 * The parameters of an update, with the fingerprint. An environment keeps its rules' priorities and what the action
 * owns, as the stack remembers them. A new public rule's priority is the caller's to choose; until then it has the
 * template's default.
 */
function updateParameters(spec, parameters, state) {
    const fresh = newPublicRules(parameters, state);
    const standing = PUBLIC_RULES.filter((rule) => parameters[rule.paths] && !fresh.includes(rule));
    const kept = spec.id === "ecs-service" ? ["RulePriority", ...standing.map(({ priority }) => priority), ...OWNED_PARAMETERS] : [];
    return {
        ...parameters,
        [FINGERPRINT]: fingerprint(spec, parameters),
        ...Object.fromEntries(kept.map((name) => [name, state.parameters[name] ?? ""])),
    };
}
/** What the stack is made from: the template, the tags, and the parameters but those that the action owns. */
function fingerprint(spec, parameters) {
    // Priorities are chosen once, from what was free at the time, and then kept.
    const apart = [
        ...OWNED_PARAMETERS,
        "RulePriority",
        ...PUBLIC_RULES.map(({ priority }) => priority),
    ];
    const kept = Object.entries(parameters).filter(([name]) => !apart.includes(name));
    const byName = (a, b) => (a[0] < b[0] ? -1 : 1);
    const tags = spec.tags.map(({ key, value }) => [key, value]);
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .digest */ .br)(JSON.stringify([spec.template, kept.sort(byName), [...tags].sort(byName)]), 32);
}


/***/ })

};
