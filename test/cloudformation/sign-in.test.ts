import { point, propertiesOf, property } from "./baseline.js";
import { at, entries, items, resourcesOf, type Value } from "./template.js";

const DEFAULT_ACTION = ["Resources", "HttpsListener", "Properties", "DefaultActions", 0];
const RULE = ["Resources", "ListenerRule", "Properties"];
const PASSWORDS = ["Resources", "UserPool", "Properties", "Policies", "PasswordPolicy"];

const PUBLIC = [
  ["PublicRule", "HasPublicPaths", "PublicPaths", "PublicRulePriority"],
  ["MorePublicRule", "HasMorePublicPaths", "MorePublicPaths", "MorePublicRulePriority"],
] as const;
const PUBLIC_RULE = ["Resources", "PublicRule"];

/** What the conditions of a rule look at. */
const fields = (rule: Value | undefined) => items(at(rule, "Conditions")).map((condition) => at(condition, "Field"));

describe("sign-in", () => {
  point(
    "comes before the app in the only rule that forwards for exactly the environment's host and every path",
    (all) => {
      const rules = propertiesOf(all, "AWS::ElasticLoadBalancingV2::ListenerRule").filter(
        (rule) => !fields(rule).includes("path-pattern"),
      );
      expect(rules).toHaveLength(1);
      const actions = items(at(rules[0], "Actions"));
      expect(actions.map((action) => [at(action, "Order"), at(action, "Type")])).toEqual([
        [1, "authenticate-cognito"],
        [2, "forward"],
      ]);
      expect(at(rules[0], "Conditions")).toEqual([
        { Field: "host-header", HostHeaderConfig: { Values: [{ Ref: "Host" }] } },
      ]);
      const listeners = propertiesOf(all, "AWS::ElasticLoadBalancingV2::Listener");
      const types = listeners
        .flatMap((listener) => items(at(listener, "DefaultActions")))
        .map((action) => at(action, "Type"));
      expect(types).not.toContain("forward");
    },
    ["ecs-service", [...RULE, "Actions", 0]],
    ["ecs-service", [...RULE, "Actions", 0, "Order"], 3],
    ["ecs-service", [...RULE, "Conditions", 0, "HostHeaderConfig", "Values"], [{ "Fn::Sub": `*.\${Host}` }]],
    ["alb", [...DEFAULT_ACTION, "Type"], "forward"],
  );
  point(
    "is left out by the rules for public paths alone, for this host and these paths, in front of the rule that signs in",
    (all) => {
      const rules = resourcesOf(all["ecs-service"], "AWS::ElasticLoadBalancingV2::ListenerRule").filter(([, rule]) =>
        fields(at(rule, "Properties")).includes("path-pattern"),
      );
      const expected = PUBLIC.map(([rule, condition, paths, priority]) => [
        rule,
        {
          Type: "AWS::ElasticLoadBalancingV2::ListenerRule",
          Condition: condition,
          Properties: {
            ListenerArn: { Ref: "HttpsListenerArn" },
            Priority: { Ref: priority },
            Conditions: [
              { Field: "host-header", HostHeaderConfig: { Values: [{ Ref: "Host" }] } },
              { Field: "path-pattern", PathPatternConfig: { Values: { Ref: paths } } },
            ],
            Actions: [{ Type: "forward", TargetGroupArn: { Ref: "TargetGroup" } }],
          },
        },
      ]);
      expect(rules).toEqual(expected);
    },
    ["ecs-service", [...PUBLIC_RULE, "Properties", "Conditions", 0]],
    ["ecs-service", [...PUBLIC_RULE, "Properties", "Conditions", 1]],
    ["ecs-service", [...PUBLIC_RULE, "Properties", "Conditions", 1, "PathPatternConfig", "Values"], ["/*"]],
    ["ecs-service", [...PUBLIC_RULE, "Properties", "Priority"], { Ref: "RulePriority" }],
    ["ecs-service", [...PUBLIC_RULE, "Condition"]],
  );
  point(
    "is left out for no path unless asked for, and then for paths that begin with a slash",
    (all) => {
      for (const [, condition, paths] of PUBLIC) {
        expect(at(all["ecs-service"], "Conditions", condition)).toEqual({
          "Fn::Not": [{ "Fn::Equals": [{ "Fn::Join": ["", { Ref: paths }] }, ""] }],
        });
        const { Default, AllowedPattern } = Object.fromEntries(entries(at(all["ecs-service"], "Parameters", paths)));
        expect(Default).toBe("");
        const allowed = new RegExp(String(AllowedPattern));
        expect(["", "/healthz", "/a/*.css", "/~b?"].filter((path) => !allowed.test(path))).toEqual([]);
        expect(
          ["*", "healthz", "*.css", "/a b", "/a,/b", `/${"a".repeat(128)}`].filter((path) => allowed.test(path)),
        ).toEqual([]);
      }
    },
    ["ecs-service", ["Parameters", "PublicPaths", "Default"], "/healthz"],
    ["ecs-service", ["Parameters", "MorePublicPaths", "AllowedPattern"], ".*"],
    ["ecs-service", ["Conditions", "HasPublicPaths"], { "Fn::Equals": ["", ""] }],
  );
  point(
    "sends whoever has no session to sign in, with this environment's client and a scope that gives an ID token",
    (all) => {
      const config = property(all, "ecs-service", "ListenerRule", "Actions", 0, "AuthenticateCognitoConfig");
      expect(config).toMatchObject({
        OnUnauthenticatedRequest: "authenticate",
        UserPoolArn: { Ref: "UserPoolArn" },
        UserPoolDomain: { Ref: "UserPoolDomain" },
        UserPoolClientId: { "Fn::GetAtt": ["UserPoolClient", "ClientId"] },
      });
      const scopes = String(at(config, "Scope")).split(" ");
      expect(scopes).toContain("openid");
      expect(items(property(all, "ecs-service", "UserPoolClient", "AllowedOAuthScopes"))).toEqual(
        expect.arrayContaining(scopes),
      );
    },
    ["ecs-service", [...RULE, "Actions", 0, "AuthenticateCognitoConfig", "OnUnauthenticatedRequest"], "allow"],
    ["ecs-service", [...RULE, "Actions", 0, "AuthenticateCognitoConfig", "Scope"], "email"],
    ["ecs-service", [...RULE, "Actions", 0, "AuthenticateCognitoConfig", "Scope"], "openid profile"],
    ["ecs-service", [...RULE, "Actions", 0, "AuthenticateCognitoConfig", "UserPoolClientId"], { Ref: "App" }],
  );
  point(
    "ends after at most the seven days that AWS allows",
    (all) => {
      const config = property(all, "ecs-service", "ListenerRule", "Actions", 0, "AuthenticateCognitoConfig");
      expect(at(config, "SessionTimeout")).toEqual({ Ref: "SessionTimeout" });
      expect(at(all["ecs-service"], "Parameters", "SessionTimeout")).toMatchObject({
        Default: 604800,
        MinValue: 1,
        MaxValue: 604800,
      });
    },
    ["ecs-service", ["Parameters", "SessionTimeout", "Default"], 0],
  );
  point(
    "is by a client with a secret, the code flow alone, and exactly the host's callback URL",
    (all) => {
      expect(at(all["ecs-service"], "Resources", "UserPoolClient", "Properties")).toEqual({
        ClientName: { Ref: "AWS::StackName" },
        UserPoolId: { Ref: "UserPoolId" },
        GenerateSecret: true,
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ["code"],
        AllowedOAuthScopes: ["openid", "email"],
        CallbackURLs: [{ "Fn::Sub": `https://\${Host}/oauth2/idpresponse` }],
        LogoutURLs: [{ "Fn::Sub": `https://\${Host}/` }],
        SupportedIdentityProviders: ["COGNITO"],
        PreventUserExistenceErrors: "ENABLED",
        EnableTokenRevocation: true,
      });
    },
    ["ecs-service", ["Resources", "UserPoolClient", "Properties", "GenerateSecret"]],
    ["ecs-service", ["Resources", "UserPoolClient", "Properties", "AllowedOAuthFlows"], ["code", "implicit"]],
    [
      "ecs-service",
      ["Resources", "UserPoolClient", "Properties", "CallbackURLs", 1],
      "http://localhost/oauth2/idpresponse",
    ],
  );
  point(
    "is closed to strangers unless asked for",
    (all) => {
      expect(property(all, "cognito", "UserPool", "AdminCreateUserConfig", "AllowAdminCreateUserOnly")).toEqual({
        "Fn::If": ["SelfSignUpIsOpen", false, true],
      });
      expect(at(all.cognito, "Conditions", "SelfSignUpIsOpen")).toEqual({
        "Fn::Equals": [{ Ref: "SelfSignUp" }, "true"],
      });
      expect(at(all.cognito, "Parameters", "SelfSignUp", "Default")).toBe("false");
    },
    ["cognito", ["Parameters", "SelfSignUp", "Default"], "true"],
    ["cognito", ["Resources", "UserPool", "Properties", "AdminCreateUserConfig"]],
    ["cognito", ["Conditions", "SelfSignUpIsOpen", "Fn::Equals", 1], "false"],
  );
  point(
    "asks for passwords of twelve characters of all classes; temporary ones last a week at most",
    (all) => {
      const policy = property(all, "cognito", "UserPool", "Policies", "PasswordPolicy");
      expect(Number(at(policy, "MinimumLength"))).toBeGreaterThanOrEqual(12);
      for (const kind of ["Lowercase", "Uppercase", "Numbers", "Symbols"])
        expect(at(policy, `Require${kind}`)).toBe(true);
      expect(Number(at(policy, "TemporaryPasswordValidityDays"))).toBeLessThanOrEqual(7);
    },
    ["cognito", [...PASSWORDS, "MinimumLength"], 6],
    ["cognito", [...PASSWORDS, "RequireSymbols"], false],
    ["cognito", [...PASSWORDS, "TemporaryPasswordValidityDays"], 30],
  );
  point(
    "is by verified e-mail address, upper and lower case alike",
    (all) => {
      expect(property(all, "cognito", "UserPool", "UsernameAttributes")).toEqual(["email"]);
      expect(property(all, "cognito", "UserPool", "UsernameConfiguration", "CaseSensitive")).toBe(false);
      expect(property(all, "cognito", "UserPool", "AutoVerifiedAttributes")).toEqual(["email"]);
      expect(
        property(
          all,
          "cognito",
          "UserPool",
          "UserAttributeUpdateSettings",
          "AttributesRequireVerificationBeforeUpdate",
        ),
      ).toEqual(["email"]);
      expect(property(all, "cognito", "UserPool", "AccountRecoverySetting", "RecoveryMechanisms")).toEqual([
        { Name: "verified_email", Priority: 1 },
      ]);
    },
    ["cognito", ["Resources", "UserPool", "Properties", "UsernameConfiguration"]],
    ["cognito", ["Resources", "UserPool", "Properties", "AutoVerifiedAttributes"]],
    ["cognito", ["Resources", "UserPool", "Properties", "AccountRecoverySetting"]],
  );
  point(
    "keeps its users: the pool can be protected, and is never lost to a replacement",
    (all) => {
      expect(property(all, "cognito", "UserPool", "DeletionProtection")).toEqual({ Ref: "DeletionProtection" });
      expect(at(all.cognito, "Resources", "UserPool", "UpdateReplacePolicy")).toBe("Retain");
    },
    ["cognito", ["Resources", "UserPool", "Properties", "DeletionProtection"]],
    ["cognito", ["Resources", "UserPool", "UpdateReplacePolicy"]],
  );
  point(
    "is on the classic pages, which need no branding",
    (all) => {
      expect(resourcesOf(all.cognito, "AWS::Cognito::UserPoolDomain")).toHaveLength(1);
      expect(property(all, "cognito", "UserPoolDomain", "ManagedLoginVersion")).toBe(1);
    },
    ["cognito", ["Resources", "UserPoolDomain", "Properties", "ManagedLoginVersion"], 2],
  );
});
