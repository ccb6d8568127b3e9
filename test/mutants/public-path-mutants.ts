import type { Mutant } from "./mutant.js";
import { changeRule, hosts, movePriority, paths, publicRule, removeRule, signInRule } from "./rules.js";

export const PUBLIC_PATH_MUTANTS: readonly Mutant[] = [
  {
    name: "a public path is wider than declared",
    caughtBy: "listener-rules",
    verdict: "exposed",
    break: async (good) => changeRule(good, await publicRule(good), { Conditions: [hosts(good.host), paths("/web*")] }),
  },
  {
    name: "a public path is everything",
    caughtBy: "sign-in-redirect",
    verdict: "exposed",
    break: async (good) => changeRule(good, await publicRule(good), { Conditions: [hosts(good.host), paths("/*")] }),
  },
  {
    name: "a path more is public than declared",
    caughtBy: "listener-rules",
    verdict: "exposed",
    break: async (good) =>
      changeRule(good, await publicRule(good), { Conditions: [hosts(good.host), paths("/webhooks/*", "/admin")] }),
  },
  {
    name: "the public rule has lost its path",
    caughtBy: "sign-in-redirect",
    verdict: "exposed",
    break: async (good) => changeRule(good, await publicRule(good), { Conditions: [hosts(good.host)] }),
  },
  {
    name: "the public rule has lost its host",
    caughtBy: "listener-rules",
    verdict: "failed",
    break: async (good) => changeRule(good, await publicRule(good), { Conditions: [paths("/webhooks/*")] }),
  },
  {
    name: "the public rule is gone",
    caughtBy: "public-paths",
    verdict: "failed",
    leavesScar: true,
    break: async (good) => removeRule(good, await publicRule(good)),
  },
  {
    name: "the public rule comes after the one that signs in",
    caughtBy: "public-paths",
    verdict: "failed",
    break: async (good) => movePriority(good, await publicRule(good), Number((await signInRule(good)).Priority) + 1),
  },
  {
    name: "the public rule asks to sign in",
    caughtBy: "public-paths",
    verdict: "failed",
    break: async (good) => {
      const { Actions = [] } = await signInRule(good);
      return await changeRule(good, await publicRule(good), { Actions });
    },
  },
];
