import type { Good } from "./good.js";
import { changeListener } from "./listeners.js";
import type { Mutant } from "./mutant.js";
import { removeRecord } from "./records.js";
import { addRule, changeRule, forward, hosts, newTargetGroup, paths, signInRule } from "./rules.js";
import { neighbour } from "./sign-in.js";

const another = ({ aws }: Good) => `other.${aws.domain}`;

export const HOST_MUTANTS: readonly Mutant[] = [
  {
    name: "the host's record is gone",
    caughtBy: "host-name",
    verdict: "not yet",
    break: removeRecord,
  },
  {
    name: "the rule names a neighbour's host too, before the neighbour's own",
    caughtBy: "wrong-door",
    verdict: "failed",
    break: async (good) => {
      const name = `next.${good.aws.domain}`;
      const rule = await signInRule(good);
      const leave = await neighbour(good, name);
      const undo = await changeRule(good, rule, { Conditions: [hosts(good.host, name)] });
      return async () => {
        await undo();
        await leave();
      };
    },
  },
  {
    name: "the rule's host condition has a wildcard that catches other hosts",
    caughtBy: "wrong-door",
    verdict: "failed",
    break: async (good) =>
      changeRule(good, await signInRule(good), { Conditions: [hosts(good.host, `*.${good.host}`)] }),
  },
  {
    name: "the rule has no host condition",
    caughtBy: "wrong-door",
    verdict: "failed",
    break: async (good) => changeRule(good, await signInRule(good), { Conditions: [paths("/*")] }),
  },
  {
    name: "an open rule for another host leads to the same targets",
    caughtBy: "listener-rules",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [hosts(another(good))] }),
  },
  {
    name: "an open rule for another host leads a tenth of its requests to the same targets",
    caughtBy: "listener-rules",
    verdict: "exposed",
    break: async (good) => {
      const group = await newTargetGroup(good);
      const TargetGroups = [
        { TargetGroupArn: group.arn, Weight: 9 },
        { TargetGroupArn: good.outputs.TargetGroupArn, Weight: 1 },
      ];
      const remove = await addRule(good, {
        conditions: [hosts(another(good))],
        actions: [{ Type: "forward", ForwardConfig: { TargetGroups } }],
      });
      return async () => {
        await remove();
        await group.remove();
      };
    },
  },
  {
    name: "the load balancer's own name is forwarded without sign-in",
    caughtBy: "wrong-door",
    verdict: "exposed",
    break: (good) => addRule(good, { conditions: [hosts("*.elb.amazonaws.com")] }),
  },
  {
    name: "the default action forwards",
    caughtBy: "wrong-door",
    verdict: "exposed",
    break: (good) => changeListener(good, 443, { DefaultActions: [forward(good)] }),
  },
  {
    name: "the default action signs in and forwards every host",
    caughtBy: "listener-rules",
    verdict: "failed",
    break: async (good) => {
      const { Actions = [] } = await signInRule(good);
      return await changeListener(good, 443, { DefaultActions: Actions });
    },
  },
];
