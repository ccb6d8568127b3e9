export const id = 6849;
export const ids = [6849];
export const modules = {

/***/ 6849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  refusedActions: () => (/* binding */ refusedActions)
});

// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/client/index.js
var client = __webpack_require__(2658);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/endpoints/index.js
var endpoints = __webpack_require__(2085);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-iam/dist-es/endpoint/EndpointParameters.js
var EndpointParameters = __webpack_require__(8097);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-iam/dist-es/commandBuilder.js



const command = (0,client.makeBuilder)(EndpointParameters/* commonParams */.S, "AWSIdentityManagementV20100508", "IAMClient", endpoints.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-iam/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(135);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-iam/dist-es/commands/SimulatePrincipalPolicyCommand.js


class SimulatePrincipalPolicyCommand extends command(_ep0, _mw0, "SimulatePrincipalPolicy", schemas_0/* SimulatePrincipalPolicy$ */.dfn) {
}

;// CONCATENATED MODULE: ./build/bundle/stacks/permissions.js

/**
 * Asks IAM which of these actions a role or user is not allowed, without doing any of them. What depends on conditions
 * that a simulation cannot know counts as allowed: a false alarm would be worse than a late one.
 *
 * @returns the refused actions, or undefined if the caller may not ask, or IAM does not know the role
 */
async function refusedActions(client, source, permissions, signal) {
    try {
        const answers = await Promise.all(permissions.map(async ({ actions, resources }) => {
            const { EvaluationResults = [] } = await client.send(new SimulatePrincipalPolicyCommand({
                PolicySourceArn: source,
                ActionNames: [...actions],
                ResourceArns: [...resources],
                MaxItems: 1000,
            }), { abortSignal: signal });
            const allowed = EvaluationResults.filter(({ EvalDecision, MissingContextValues = [] }) => EvalDecision === "allowed" || MissingContextValues.length > 0).map(({ EvalActionName }) => EvalActionName);
            return actions.filter((action) => !allowed.includes(action));
        }));
        return [...new Set(answers.flat())].sort();
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
