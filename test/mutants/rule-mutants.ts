import type { Good } from "./good.js";
import type { Mutant } from "./mutant.js";
import {
  addRule,
  changeRule,
  changeSignIn,
  declareSessionTimeout,
  fixed,
  forward,
  hosts,
  newTargetGroup,
  removeRule,
  signInRule,
} from "./rules.js";
import { anotherPool, newClient } from "./sign-in.js";

const another = ({ aws }: Good) => `other.${aws.domain}`;

export const RULE_MUTANTS: readonly Mutant[] = [
  {
    name: "the rule's authenticate action is removed",
    caughtBy: "sign-in-redirect",
    verdict: "exposed",
    break: async (good) => changeRule(good, await signInRule(good), { Actions: [forward(good)] }),
  },
  {
    name: "whoever has not signed in is let through: mode allow",
    caughtBy: "sign-in-redirect",
    verdict: "exposed",
    break: (good) => changeSignIn(good, { OnUnauthenticatedRequest: "allow" }),
  },
  {
    name: "whoever has not signed in gets 401: mode deny",
    caughtBy: "sign-in-redirect",
    verdict: "failed",
    break: (good) => changeSignIn(good, { OnUnauthenticatedRequest: "deny" }),
  },
  {
    name: "people sign in with another pool",
    caughtBy: "sign-in-redirect",
    verdict: "failed",
    break: anotherPool,
  },
  {
    name: "people sign in with another client of the pool",
    caughtBy: "sign-in-redirect",
    verdict: "failed",
    break: async (good) => {
      const { id, remove } = await newClient(good);
      const undo = await changeSignIn(good, { UserPoolClientId: id });
      return async () => {
        await undo();
        await remove();
      };
    },
  },
  {
    name: "the rule asks for a scope without openid",
    caughtBy: "sign-in-redirect",
    verdict: "failed",
    break: (good) => changeSignIn(good, { Scope: "email" }),
  },
  {
    name: "a session lasts longer than declared",
    caughtBy: "listener-rules",
    verdict: "failed",
    break: async (good) => {
      const undo = await declareSessionTimeout(good, 3600);
      await changeSignIn(good, { SessionTimeout: 28800 });
      return undo;
    },
  },
  {
    name: "the rule is deleted",
    caughtBy: "sign-in-redirect",
    verdict: "not yet",
    leavesScar: true,
    break: async (good) => removeRule(good, await signInRule(good)),
  },
  {
    name: "the rule leads to an empty target group",
    caughtBy: "listener-rules",
    verdict: "not yet",
    break: async (good) => {
      const group = await newTargetGroup(good);
      const rule = await signInRule(good);
      const Actions = (rule.Actions ?? []).map((action) =>
        action.Type === "forward" ? { Type: action.Type, Order: action.Order, TargetGroupArn: group.arn } : action,
      );
      const undo = await changeRule(good, rule, { Actions });
      return async () => {
        await undo();
        await group.remove();
      };
    },
  },
  {
    name: "a maintenance page stands in front of the app",
    caughtBy: "sign-in-redirect",
    verdict: "not yet",
    break: (good) => addRule(good, { conditions: [hosts(good.host)], actions: [fixed("503", "Back soon")] }),
  },
  {
    name: "the host is redirected elsewhere",
    caughtBy: "sign-in-redirect",
    verdict: "failed",
    break: (good) =>
      addRule(good, {
        conditions: [hosts(good.host)],
        actions: [{ Type: "redirect", RedirectConfig: { Host: another(good), StatusCode: "HTTP_302" } }],
      }),
  },
];
