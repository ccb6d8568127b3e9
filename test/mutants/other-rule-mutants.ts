import type { Mutant } from "./mutant.js";
import { addRule, changeRule, header, hosts, methods, paths, signInRule } from "./rules.js";

export const OTHER_RULE_MUTANTS: readonly Mutant[] = [
  {
    name: "a rule of lower priority number forwards the same host",
    caughtBy: "sign-in-redirect",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [hosts(good.host)] }),
  },
  {
    name: "a rule of lower priority number forwards every host",
    caughtBy: "sign-in-redirect",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [paths("*")] }),
  },
  {
    name: "a path is forwarded without sign-in",
    caughtBy: "listener-rules",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [hosts(good.host), paths("/admin/*")] }),
  },
  {
    name: "the health check path is forwarded without sign-in, for a monitor",
    caughtBy: "every-way-in",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [hosts(good.host), paths("/healthz")] }),
  },
  {
    name: "POST is forwarded without sign-in, for a form",
    caughtBy: "every-way-in",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [hosts(good.host), methods("POST")] }),
  },
  {
    name: "OPTIONS is forwarded without sign-in, for CORS",
    caughtBy: "every-way-in",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [hosts(good.host), methods("OPTIONS")] }),
  },
  {
    name: "only GET and HEAD are asked to sign in, a rule behind forwards the rest",
    caughtBy: "every-way-in",
    verdict: "exposed",
    break: async (good) => {
      const rule = await signInRule(good);
      const conditions = [hosts(good.host), methods("GET", "HEAD")];
      const undo = await changeRule(good, rule, { Conditions: conditions });
      const remove = await addRule(good, { conditions: [hosts(good.host)], priority: Number(rule.Priority) + 1 });
      return async () => {
        await remove();
        await undo();
      };
    },
  },
  {
    name: "WebSockets are forwarded without sign-in",
    caughtBy: "every-way-in",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [hosts(good.host), header("upgrade", "websocket")] }),
  },
  {
    name: "upper case is forwarded without sign-in",
    caughtBy: "listener-rules",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [hosts(good.host), paths("/API/*")] }),
  },
  {
    name: "the callback path is forwarded to the app",
    caughtBy: "listener-rules",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [hosts(good.host), paths("/oauth2/*")] }),
  },
  {
    name: "whoever sends an identity header is taken as signed in",
    caughtBy: "forged-identity",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [hosts(good.host), header("x-amzn-oidc-identity", "*")] }),
  },
  {
    name: "whoever sends a session cookie is taken as signed in",
    caughtBy: "forged-identity",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [hosts(good.host), header("cookie", "*AWSELBAuthSessionCookie*")] }),
  },
  {
    name: "a header of one's own opens the door",
    caughtBy: "listener-rules",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [hosts(good.host), header("x-debug", "1")] }),
  },
  {
    name: "a query opens the door",
    caughtBy: "listener-rules",
    verdict: "exposed",
    break: (good) =>
      addRule(good, {
        conditions: [
          hosts(good.host),
          { Field: "query-string", QueryStringConfig: { Values: [{ Key: "preview", Value: "1" }] } },
        ],
      }),
  },
  {
    name: "the office's addresses need not sign in",
    caughtBy: "listener-rules",
    verdict: "exposed",
    break: (good) =>
      addRule(good, {
        conditions: [hosts(good.host), { Field: "source-ip", SourceIpConfig: { Values: ["203.0.113.0/24"] } }],
      }),
  },
];
