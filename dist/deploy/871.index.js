export const id = 871;
export const ids = [871];
export const modules = {

/***/ 5871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refusedActions: () => (/* binding */ refusedActions)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6764);

/**
 * Asks IAM which of these actions a role or user is not allowed, without doing any of them. What depends on conditions
 * that a simulation cannot know counts as allowed: a false alarm would be worse than a late one.
 *
 * @returns the refused actions, or undefined if the caller may not ask, or IAM does not know the role
 */
async function refusedActions(client, source, permissions, signal) {
    try {
        const answers = await Promise.all(permissions.map(({ actions, resource }) => client.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_0__.SimulatePrincipalPolicyCommand({
            PolicySourceArn: source,
            ActionNames: [...actions],
            ResourceArns: [resource],
            MaxItems: 1000,
        }), { abortSignal: signal })));
        const refused = answers
            .flatMap(({ EvaluationResults }) => EvaluationResults ?? [])
            .filter(({ EvalDecision, MissingContextValues = [] }) => EvalDecision !== "allowed" && MissingContextValues.length === 0)
            .map(({ EvalActionName = "" }) => EvalActionName);
        return [...new Set(refused)].sort();
    }
    catch (error) {
        if (error instanceof Error &&
            /^(AccessDenied|AccessDeniedException|NoSuchEntity|NoSuchEntityException)$/.test(error.name))
            return undefined;
        throw error;
    }
}


/***/ })

};
