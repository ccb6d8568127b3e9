export const id = 9559;
export const ids = [9559];
export const modules = {

/***/ 6252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ DeleteStackCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1673);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(160);


class DeleteStackCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DeleteStack", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DeleteStack$ */ .IQQ) {
}


/***/ }),

/***/ 8565:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ DescribeStackEventsCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1673);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(160);


class DescribeStackEventsCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeStackEvents", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeStackEvents$ */ .PE$) {
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


/***/ }),

/***/ 4080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ isBusy),
/* harmony export */   H: () => (/* binding */ stackConflict)
/* harmony export */ });
/** Another run has executed, deleted or outdated the change set; the names are with and without the SDK's ending. */
const CHANGE_SET_LOST = /^(ChangeSetNotFound|InvalidChangeSetStatus|OperationInProgress)(Exception)?$/;
/**
 * Tells a conflict with somebody else from an error. CloudFormation has no codes for it: nearly everything is a
 * ValidationError, so the message has to be read.
 *
 * @param believed the status that the caller acted on: a call that is refused because of this very status would be
 *   refused again, so that is an error
 */
function stackConflict(error, believed) {
    if (!(error instanceof Error))
        return undefined;
    if (CHANGE_SET_LOST.test(error.name))
        return "busy";
    if (error.name === "StackNotFoundException")
        return "gone";
    if (error.name !== "ValidationError")
        return undefined;
    const { message } = error;
    if (/^No updates are to be performed/.test(message))
        return "level";
    // Stack [name] does not exist; Stack with id name does not exist
    if (/^Stack\b.* does not exist$/.test(message))
        return "gone";
    // Stack:arn is in X state and can not be updated; Stack [arn] cannot be deleted while in status X; Cannot create a
    // changeset while a stack is in X state
    const status = message.match(/(?:is in|in status|in state) ([A-Z_]{8,})\b/)?.[1];
    if (status === undefined || (status === believed && !isBusy(status)))
        return undefined;
    return status === "DELETE_COMPLETE" ? "gone" : "busy";
}
/** Whether something goes on with a stack. REVIEW_IN_PROGRESS only waits for somebody to execute a change set. */
function isBusy(status) {
    return status.endsWith("_IN_PROGRESS") && status !== "REVIEW_IN_PROGRESS";
}


/***/ }),

/***/ 5343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   xX: () => (/* binding */ stackError)
/* harmony export */ });
/* unused harmony export aftermath */
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5226);
/* harmony import */ var _hints_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2809);


const FAILED = {
    create: "could not be created",
    update: "could not be updated",
    delete: "could not be deleted",
    "continue rollback": "could not be rolled back",
};
/**
 * The failure of a stack: its cause in the words of the earliest real failure, then what CloudFormation did about it.
 *
 * @param label which stack it is, for a reader
 */
function stackError(label, name, operation, ending) {
    const cause = ending.cause ?? ending.leftovers[0];
    const why = cause ? describeFailure(cause) : "CloudFormation gave no reason";
    const hints = [cause && (0,_hints_js__WEBPACK_IMPORTED_MODULE_1__/* .stackHint */ .Q)(cause), ending.status.endsWith("ROLLBACK_FAILED") && skipHint(name, ending)];
    const hint = hints.filter(Boolean).join(" ");
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(operation === "continue rollback" ? "RollbackFailed" : "StackFailed", `The ${label} stack ${name} ${FAILED[operation]}: ${sentence(why)} ${aftermath(ending)}`, { ...(hint && { hint }) });
}
function describeFailure({ resource, type, reason }) {
    return `${resource} (${type}): ${reason}`;
}
/** What CloudFormation did after the failure, and what the stack is now. */
function aftermath({ status, leftovers }) {
    const left = leftovers.map(({ resource }) => resource).join(", ") || "some resources";
    switch (status) {
        case "ROLLBACK_COMPLETE":
            return "CloudFormation then removed what it had made (ROLLBACK_COMPLETE). The next run deletes the empty stack and makes it again.";
        case "ROLLBACK_FAILED":
            return `CloudFormation could not remove all that it had made (ROLLBACK_FAILED): ${left} stayed. The next run deletes the stack and makes it again.`;
        case "UPDATE_ROLLBACK_COMPLETE":
            return "CloudFormation then put everything back as it was before (UPDATE_ROLLBACK_COMPLETE).";
        case "UPDATE_ROLLBACK_FAILED":
            return `CloudFormation could not put everything back (UPDATE_ROLLBACK_FAILED): ${left} ${leftovers.length === 1 ? "is" : "are"} neither old nor new. The next run tries to continue the rollback.`;
        case "CREATE_FAILED":
        case "UPDATE_FAILED":
            return `CloudFormation left it as it was when it failed (${status}), since rollback was off.`;
        case "DELETE_FAILED":
            return `The rest of it stays (DELETE_FAILED): ${left}. The next run tries to delete it again.`;
        case "DELETE_COMPLETE":
            return "CloudFormation then deleted it (DELETE_COMPLETE).";
        default:
            return `It is ${status}.`;
    }
}
/** How to get out of a rollback that fails again and again, which only a person should decide. */
function skipHint(name, { status, leftovers }) {
    if (status !== "UPDATE_ROLLBACK_FAILED")
        return undefined;
    const skipped = leftovers.map(({ resource }) => resource).join(" ") || "<logical ids>";
    return `Mend what the reason says and run again. If that cannot be done: aws cloudformation continue-update-rollback --stack-name ${name} --resources-to-skip ${skipped} leaves these as they are, and CloudFormation takes them for rolled back.`;
}
function sentence(text) {
    return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}


/***/ }),

/***/ 2809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ stackHint),
/* harmony export */   l: () => (/* binding */ waitingHint)
/* harmony export */ });
/* harmony import */ var _lib_access_denied_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(187);

const quota = (name, service, instead = "") => `The quota "${name}" is used up. Have it raised in Service Quotas (${service})${instead && `, or ${instead}`}.`;
const FIXED = "It cannot be raised: give some environments another domain, and with it another load balancer.";
/** Quotas by what AWS says; the names are those of the Service Quotas console. */
const QUOTAS = [
    {
        reason: /maximum number of addresses|AddressLimitExceeded/i,
        hint: quota("EC2-VPC Elastic IPs", "Amazon EC2; 5 a region unless raised", "set nat-gateways to 1 or 0"),
    },
    {
        reason: /maximum number of VPCs|VpcLimitExceeded/i,
        hint: quota("VPCs per Region", "Amazon VPC; 5 unless raised"),
    },
    {
        reason: /maximum number of internet gateways|InternetGatewayLimitExceeded/i,
        hint: quota("Internet gateways per Region", "Amazon VPC; goes with VPCs per Region"),
    },
    {
        reason: /maximum number of NAT gateways|NatGatewayLimitExceeded/i,
        hint: quota("NAT gateways per Availability Zone", "Amazon VPC", "set nat-gateways to 1 or 0"),
    },
    {
        reason: /maximum number of (VPC )?security groups|SecurityGroupLimitExceeded|SecurityGroupsPerInterface/i,
        hint: quota("VPC security groups per Region", "Amazon VPC"),
    },
    { reason: /maximum number of subnets|SubnetLimitExceeded/i, hint: quota("Subnets per VPC", "Amazon VPC") },
    {
        reason: /maximum number of route tables|RouteTableLimitExceeded/i,
        hint: quota("Route tables per VPC", "Amazon VPC"),
    },
    {
        reason: /maximum number of network interfaces|NetworkInterfaceLimitExceeded/i,
        hint: quota("Network interfaces per Region", "Amazon VPC"),
    },
    {
        reason: /maximum number of load balancers|TooManyLoadBalancers/i,
        hint: quota("Application Load Balancers per Region", "Elastic Load Balancing", "use a domain that has one already"),
    },
    {
        reason: /(unique )?target groups (that can be |per |on |for |associated with ).*load balancer|TooManyUniqueTargetGroups/i,
        hint: `The quota "Target Groups per Application Load Balancer" (100) is used up. ${FIXED}`,
    },
    {
        reason: /maximum number of target groups|TooManyTargetGroups/i,
        hint: quota("Target Groups per Region", "Elastic Load Balancing"),
    },
    {
        reason: /maximum number of rules|TooManyRules/i,
        hint: quota("Rules per Application Load Balancer", "Elastic Load Balancing; 100 unless raised", "remove environments that nobody uses"),
    },
    {
        reason: /maximum number of certificates on|TooManyCertificates/i,
        hint: quota("Certificates per Application Load Balancer", "Elastic Load Balancing; 25 unless raised", "use hosts one label below the domain, which its certificate covers"),
    },
    {
        type: /^AWS::CertificateManager::/,
        reason: /limit|maximum number|quota/i,
        hint: quota("ACM certificates", "AWS Certificate Manager; those of the last 365 days count as well"),
    },
    {
        type: /^AWS::IAM::Role$/,
        reason: /cannot exceed quota|LimitExceeded/i,
        hint: quota("Roles per account", "AWS IAM; 1000 unless raised"),
    },
    {
        type: /^AWS::Cognito::UserPoolClient$/,
        reason: /limit ?exceeded|maximum number|quota/i,
        hint: quota("App clients per user pool", "Amazon Cognito; 1000 unless raised"),
    },
    {
        type: /^AWS::Cognito::/,
        reason: /limit ?exceeded|maximum number|quota/i,
        hint: quota("User pools per Region", "Amazon Cognito; 1000 unless raised"),
    },
    {
        type: /^AWS::Route53::/,
        reason: /limit|maximum number|TooMany|quota/i,
        hint: quota("Records per hosted zone", "Amazon Route 53; 10,000 unless raised"),
    },
    {
        type: /^AWS::Logs::/,
        reason: /limit ?exceeded|maximum number|quota/i,
        hint: quota("Log groups", "Amazon CloudWatch Logs"),
    },
    {
        reason: /LimitExceeded|limit exceeded|maximum number of|ServiceLimitExceeded|ServiceQuotaExceeded|exceeds? the (quota|limit)/i,
        hint: "A quota is used up; the reason says of what. Service Quotas in the AWS console shows it, and has it raised.",
    },
];
/** What usually helps, by what AWS says, most telling first. Wording is all that CloudFormation's events give. */
const CAUSES = [
    {
        reason: /security token included in the request is expired|ExpiredToken/i,
        hint: "CloudFormation works with the step's own credentials, and they ran out. Raise role-duration-seconds of aws-actions/configure-aws-credentials above timeout-minutes, and run again.",
    },
    {
        reason: /service[- ]linked role/i,
        hint: "AWS makes this role at the first use in an account, which takes up to a minute. Run again.",
    },
    {
        reason: /PriorityInUse|priority '?\d*'? ?is (currently |already )?in use/i,
        hint: "Another rule was given this priority at the same moment. Run again: the next free one is taken.",
    },
    {
        type: /^AWS::Cognito::UserPoolDomain$/,
        reason: /user pool already has a domain configured/i,
        hint: "A user pool has one such domain, and CloudFormation makes the new one before it deletes the old. Delete the old one first (aws cognito-idp delete-user-pool-domain; nobody can sign in from then on), then run again.",
    },
    {
        type: /^AWS::Cognito::UserPoolDomain$/,
        reason: /already (exists|associated)/i,
        hint: "Somebody, in this account or another, has this sign-in prefix already, or it was given up minutes ago. Choose another with cognito-domain-prefix.",
    },
    {
        type: /^AWS::Cognito::UserPoolDomain$/,
        reason: /reserved word/i,
        hint: "Cognito takes no prefix with aws, amazon or cognito in it. Choose another with cognito-domain-prefix.",
    },
    {
        type: /^AWS::Cognito::UserPool$/,
        reason: /deletion protection/i,
        hint: "The user pool is protected from deletion. Set the stack's parameter DeletionProtection to INACTIVE first, if its users may be lost.",
    },
    {
        reason: /deletion protection is enabled/i,
        hint: "It is protected from deletion. Set the stack's parameter DeletionProtection to false first.",
    },
    {
        type: /^AWS::CertificateManager::Certificate$/,
        reason: /CAA/,
        hint: "A CAA record of the domain keeps Amazon from issuing a certificate. Add one that names amazon.com.",
    },
    {
        type: /^AWS::CertificateManager::Certificate$/,
        reason: /^(?!.*(in use|already exists)).*/is,
        hint: "The certificate was not validated. Is hosted-zone-id the public zone to which the domain's name servers point? `dig NS` for the zone's name must show the zone's own four name servers.",
    },
    {
        type: /^AWS::Route53::/,
        reason: /already exists|conflicts with other records/i,
        hint: "A record of this name stands in the zone already. Delete it if nothing needs it, or choose another host or domain.",
    },
    {
        reason: /not enough (IP|free)|sufficient free (IP )?addresses|InsufficientFreeAddresses|insufficient free/i,
        hint: "A subnet has no addresses left: a load balancer takes 8 free ones in each, a task one. Remove environments that nobody uses.",
    },
    {
        reason: /CIDR.*(conflicts|overlap|invalid)|InvalidSubnet\.(Conflict|Range)|InvalidVpc\.Range/i,
        hint: "The address range is taken or does not fit. Look for subnets that somebody added to the VPC by hand.",
    },
    {
        reason: /DependencyViolation|has a dependent object|has dependencies and cannot be deleted|mapped public address|network interface .*in use|currently in use by.*eni-/i,
        hint: "A network interface is still in it, usually that of a task or load balancer that is just going away, or of something made by hand: aws ec2 describe-network-interfaces shows whose it is. Run again in some minutes.",
    },
    {
        reason: /already exists|with the same name|AlreadyExists\)|EntityAlreadyExists|is already (taken|in use)/i,
        hint: "Something of this name stands already, outside this stack. Remove it, or choose other names.",
    },
    {
        reason: /rate exceeded|throttl|HandlerErrorCode: (Throttling|ServiceInternalError|InternalFailure|NetworkFailure|ServiceTimeout)|internal (failure|error)|service ?unavailable/i,
        hint: "AWS itself was in trouble or busy. Run again.",
    },
];
/** What to do about a failure, or undefined where its reason has to speak for itself. Pure. */
function stackHint({ type, reason }) {
    const find = (table) => table.find((known) => (known.type?.test(type) ?? true) && known.reason.test(reason))?.hint;
    const denial = (0,_lib_access_denied_js__WEBPACK_IMPORTED_MODULE_0__/* .readDenial */ .o)(reason);
    // A refusal may name anything in its ARNs, so it is told from the rest first.
    return denial ? (0,_lib_access_denied_js__WEBPACK_IMPORTED_MODULE_0__/* .denialHint */ .j)(denial) : (find(QUOTAS) ?? find(CAUSES));
}
/** A certificate takes 1 to 5 minutes where all is well; where it isn't, ACM goes on for 72 hours. */
const PATIENCE_MS = 5 * 60_000;
/**
 * A word for a resource that takes longer than it should, while it is waited for.
 *
 * @param milliseconds since it began
 */
function waitingHint(type, milliseconds) {
    if (type !== "AWS::CertificateManager::Certificate" || milliseconds < PATIENCE_MS)
        return undefined;
    return `not validated after ${Math.floor(milliseconds / 60_000)} minutes, usually it takes 1 to 5. If hosted-zone-id is not the public zone to which the domain's name servers point (dig NS), it never will be: cancel and mend that`;
}


/***/ }),

/***/ 1263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ readFindings)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(1673);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(160);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeEventsCommand.js


class DescribeEventsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeEvents", schemas_0/* DescribeEvents$ */.J7M) {
}

// EXTERNAL MODULE: ./build/bundle/lib/errors.js
var errors = __webpack_require__(5226);
;// CONCATENATED MODULE: ./build/bundle/stacks/validation.js


/**
 * What CloudFormation's early validation found wrong, which its own reason does not say: it only says where to ask.
 *
 * @param of the change set's or the operation's events
 * @returns the findings; `unreadable` says why there are none
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/validate-stack-deployments.html
 */
async function readFindings(client, of, signal) {
    try {
        const { OperationEvents = [] } = await client.send(new DescribeEventsCommand({ ...of, Filters: { FailedEvents: true } }), { abortSignal: signal });
        const findings = OperationEvents.flatMap(({ LogicalResourceId, ResourceType, ValidationStatusReason: reason }) => reason ? [{ resource: LogicalResourceId ?? "", type: ResourceType ?? "", reason }] : []);
        return { findings };
    }
    catch (error) {
        signal.throwIfAborted();
        // The details are a kindness: whoever may not ask for them still gets the reason.
        return { findings: [], unreadable: `the details could not be read: ${(0,errors/* describeError */.Uc)(error)}` };
    }
}


/***/ }),

/***/ 3808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ watchStack)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudformation_dist_es_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8565);
/* harmony import */ var _lib_poll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1812);
/* harmony import */ var _endings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5343);
/* harmony import */ var _hints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2809);
/* harmony import */ var _validation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1263);





/**
 * Follows one operation on a stack by its events until the stack itself has come to rest, printing each change and,
 * as soon as it is known, the cause of a failure.
 *
 * @param token the ClientRequestToken of the operation: on each of its events, and on no other's
 */
async function watchStack(client, { arn, label, token, log, clock, signal, }) {
    const seen = new Set();
    const begun = new Map();
    const leftovers = [];
    let cause;
    let isUndoing = false;
    // Where the stack is unless more events come: the early validation fails a stack first and takes it back then.
    let resting;
    return await (0,_lib_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .poll */ .w)(async () => {
        const { ours, foreign } = await newEvents(client, { arn, token, seen, signal });
        if (resting !== undefined && ours.length === 0)
            return { status: resting, leftovers, ...(cause && { cause }) };
        for (const event of ours) {
            log.change(label, words(event, label), `${label}/${event.LogicalResourceId}`);
            const status = event.ResourceStatus ?? "";
            if (event.PhysicalResourceId === arn) {
                if (/ROLLBACK_IN_PROGRESS$/.test(status))
                    isUndoing = true;
                resting = undefined;
                if (event.DetailedStatus === "VALIDATION_FAILED") {
                    resting = status;
                    cause ??= await validationFailure(client, event, arn, signal);
                    log.change(label, reasonAndHint(cause), `${label}/cause`);
                    continue;
                }
                if (isAtRest(status))
                    return { status, leftovers, ...(cause && { cause }) };
                continue;
            }
            noteProgress(begun, event, clock.now());
            const failed = failure(event);
            if (failed && isUndoing)
                leftovers.push(failed);
            else if (failed && !cause) {
                cause = failed;
                log.change(label, reasonAndHint(failed), `${label}/cause`);
            }
        }
        // Our operation's last events never come: somebody deletes the stack, or has cancelled its update.
        if (foreign) {
            log.change(label, `${foreign}: somebody else has begun this, and ended what we had begun`);
            return { status: foreign, leftovers, superseded: true, ...(cause && { cause }) };
        }
        for (const [resource, { type, since }] of begun) {
            const hint = (0,_hints_js__WEBPACK_IMPORTED_MODULE_2__/* .waitingHint */ .l)(type, clock.now() - since);
            if (hint)
                log.change(label, `${resource}: ${hint}`, `${label}/${resource}/waiting`);
        }
        return undefined;
    }, { clock, signal });
}
/**
 * The operation's events that have not been seen yet, oldest first, and the stack's status by the newest event of an
 * operation that began after ours.
 */
async function newEvents(client, { arn, token, seen, signal }) {
    const ours = [];
    let foreign;
    let NextToken;
    const isBegun = seen.size > 0;
    const result = () => {
        for (const event of ours)
            seen.add(event.EventId ?? "");
        ours.reverse();
        // What is on top before any of ours is there belongs to an earlier operation.
        return { ours, ...(seen.size > 0 && foreign !== undefined && { foreign }) };
    };
    do {
        const page = await client.send(new _aws_sdk_client_cloudformation_dist_es_index_js__WEBPACK_IMPORTED_MODULE_4__/* .DescribeStackEventsCommand */ .I({ StackName: arn, NextToken }), {
            abortSignal: signal,
        });
        // Newest first: the first one that is known, or one of an earlier operation, ends the search.
        for (const event of page.StackEvents ?? []) {
            if (seen.has(event.EventId ?? ""))
                return result();
            if (event.ClientRequestToken === token)
                ours.push(event);
            else if (ours.length > 0 && !isBegun)
                return result();
            else if (event.PhysicalResourceId === arn)
                foreign ??= event.ResourceStatus;
        }
        NextToken = page.NextToken;
        // Events come a moment after the call that causes them: no need to read the stack's whole history for them.
    } while (NextToken && (isBegun || ours.length > 0));
    return result();
}
function isAtRest(status) {
    return !status.endsWith("_IN_PROGRESS");
}
function noteProgress(begun, event, now) {
    const { LogicalResourceId: resource = "", ResourceType: type = "", ResourceStatus: status = "" } = event;
    if (isAtRest(status))
        begun.delete(resource);
    else if (!begun.has(resource))
        begun.set(resource, { type, since: now });
}
function failure(event) {
    const reason = event.ResourceStatusReason ?? "";
    if (!event.ResourceStatus?.endsWith("_FAILED"))
        return undefined;
    // Siblings that were stopped because of the failure are not its cause.
    if (/^Resource (creation|update|deletion) cancelled/i.test(reason))
        return undefined;
    return { resource: event.LogicalResourceId ?? "", type: event.ResourceType ?? "", reason };
}
/** What the early validation found, the first of it first; CloudFormation's own words where that cannot be read. */
async function validationFailure(client, { LogicalResourceId, ResourceType, ResourceStatusReason = "", OperationId }, StackName, signal) {
    const { findings, unreadable } = await (0,_validation_js__WEBPACK_IMPORTED_MODULE_3__/* .readFindings */ .R)(client, { StackName, OperationId }, signal);
    const [first, ...others] = findings;
    if (first)
        return { ...first, reason: [first.reason, ...others.map(_endings_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFailure */ .Ic)].join("; ") };
    const reason = unreadable === undefined ? ResourceStatusReason : `${ResourceStatusReason} (${unreadable})`;
    return { resource: LogicalResourceId ?? "", type: ResourceType ?? "", reason };
}
function reasonAndHint(cause) {
    const hint = (0,_hints_js__WEBPACK_IMPORTED_MODULE_2__/* .stackHint */ .Q)(cause);
    return `failed because of ${(0,_endings_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFailure */ .Ic)(cause)}${hint ? ` | Hint: ${hint}` : ""}`;
}
function words(event, label) {
    // A stack's event about itself carries the stack's name, which says less than what it is.
    const subject = event.ResourceType === "AWS::CloudFormation::Stack" ? `stack ${label}` : event.LogicalResourceId;
    const reason = event.ResourceStatusReason;
    const worth = reason && !/^(Resource creation|User|Eventual consistency check) initiated$/i.test(reason);
    return `${subject} ${event.ResourceStatus}${worth ? `: ${reason}` : ""}`;
}


/***/ }),

/***/ 123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ CAPABILITIES),
/* harmony export */   Fr: () => (/* binding */ requestToken),
/* harmony export */   H$: () => (/* binding */ RECREATION),
/* harmony export */   Sc: () => (/* binding */ parameterList),
/* harmony export */   Tw: () => (/* binding */ tagList)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Roles have generated names, so no template needs more than this. */
const CAPABILITIES = ["CAPABILITY_IAM"];
/** How the token of a deletion begins by which a deploy makes room for the same stack: no tombstone. */
const RECREATION = "ecs-cognito-deploy-recreate-";
/** Marks the events of one operation; 1 to 128 characters. */
function requestToken(prefix = "ecs-cognito-deploy-") {
    return `${prefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
}
function parameterList(parameters) {
    return Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));
}
function tagList(spec) {
    return spec.tags.map(({ key, value }) => ({ Key: key, Value: value }));
}


/***/ })

};
