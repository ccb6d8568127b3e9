import { app, type Good } from "./good.js";
import type { Mutant } from "./mutant.js";
import { cutOff, everywhere, tcp } from "./network.js";
import { changeRule, fixed, signInRule } from "./rules.js";
import { changeClient, openSignUp, removePoolDomain, useManagedLogin } from "./sign-in.js";

const another = ({ aws }: Good) => `other.${aws.domain}`;

export const SIGN_IN_MUTANTS: readonly Mutant[] = [
  {
    name: "the client's callback URL is another host's",
    caughtBy: "sign-in-page",
    verdict: "failed",
    break: (good) => changeClient(good, { CallbackURLs: [`https://${another(good)}/oauth2/idpresponse`] }),
  },
  {
    name: "the client's callback URL is the app's start page",
    caughtBy: "sign-in-page",
    verdict: "failed",
    break: (good) => changeClient(good, { CallbackURLs: [`https://${good.host}/`] }),
  },
  {
    name: "the client's callback URL ends with a slash",
    caughtBy: "sign-in-page",
    verdict: "failed",
    break: (good) => changeClient(good, { CallbackURLs: [`https://${good.host}/oauth2/idpresponse/`] }),
  },
  {
    name: "the client is without the code flow",
    caughtBy: "sign-in-page",
    verdict: "failed",
    break: (good) => changeClient(good, { AllowedOAuthFlows: ["implicit"] }),
  },
  {
    name: "the client may not use the sign-in pages",
    caughtBy: "sign-in-page",
    verdict: "failed",
    break: (good) => changeClient(good, { AllowedOAuthFlowsUserPoolClient: false }),
  },
  {
    name: "the client's scopes lack one that the rule asks for",
    caughtBy: "sign-in-page",
    verdict: "failed",
    break: (good) => changeClient(good, { AllowedOAuthScopes: ["openid"] }),
  },
  {
    name: "the client has no identity provider",
    caughtBy: "sign-in-page",
    verdict: "failed",
    break: (good) => changeClient(good, { SupportedIdentityProviders: [] }),
  },
  {
    name: "the pool's domain is gone",
    caughtBy: "sign-in-page",
    verdict: "not yet",
    leavesScar: true,
    break: removePoolDomain,
  },
  {
    name: "managed login has no branding for the client",
    caughtBy: "sign-in-page",
    verdict: "failed",
    seen: /403/,
    break: useManagedLogin,
  },
  {
    name: "sign-up is open though declared closed",
    caughtBy: "sign-in-page",
    verdict: "failed",
    break: openSignUp,
  },
];

export const SIGNED_IN_MUTANTS: readonly Mutant[] = [
  {
    name: "the app greets everybody as the same person",
    caughtBy: "signed-in",
    verdict: "failed",
    inputs: { "smoke-test-sign-in": "true", "smoke-test-expect": "Hello, {email}" },
    break: async (good) => {
      await good.deploy(app(`s.end("Hello, ada@example.com")`));
      return () => good.deploy();
    },
  },
  {
    name: "whoever signs out is signed in again without a question",
    caughtBy: "signed-in",
    verdict: "failed",
    inputs: { "smoke-test-sign-in": "true" },
    break: (good) => changeClient(good, { LogoutURLs: [`https://${another(good)}/`] }),
  },
  {
    name: "the load balancer cannot reach Cognito to complete a sign-in",
    caughtBy: "signed-in",
    verdict: "failed",
    inputs: { "smoke-test-sign-in": "true" },
    break: (good) => cutOff(good, good.outputs.LoadBalancerSecurityGroupId, { ...tcp(443), ...everywhere }),
  },
  {
    name: "who has signed in gets somebody else's page",
    caughtBy: "signed-in",
    verdict: "failed",
    inputs: { "smoke-test-sign-in": "true", "smoke-test-expect": "was verified" },
    break: async (good) => {
      const rule = await signInRule(good);
      const [signIn] = rule.Actions ?? [];
      return await changeRule(good, rule, {
        Actions: [...(signIn ? [signIn] : []), { ...fixed("200", "Coming soon"), Order: 2 }],
      });
    },
  },
];
