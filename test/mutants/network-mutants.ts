import type { Mutant } from "./mutant.js";
import { addGroupToService, admit, everywhere, refuse, tcp } from "./network.js";

export const NETWORK_MUTANTS: readonly Mutant[] = [
  {
    name: "the tasks' group is open to the world",
    caughtBy: "targets",
    verdict: "exposed",
    break: (good) => admit(good, good.outputs.TaskSecurityGroupId, { ...tcp(80), ...everywhere }),
  },
  {
    name: "the tasks' group is open to the world for everything",
    caughtBy: "targets",
    verdict: "exposed",
    break: (good) => admit(good, good.outputs.TaskSecurityGroupId, { IpProtocol: "-1", ...everywhere }),
  },
  {
    name: "the tasks' group is open to the world over IPv6",
    caughtBy: "targets",
    verdict: "exposed",
    break: (good) => admit(good, good.outputs.TaskSecurityGroupId, { ...tcp(80), Ipv6Ranges: [{ CidrIpv6: "::/0" }] }),
  },
  {
    name: "the tasks' group is open to the whole network",
    caughtBy: "targets",
    verdict: "exposed",
    break: (good) =>
      admit(good, good.outputs.TaskSecurityGroupId, { ...tcp(1, 65535), IpRanges: [{ CidrIp: "10.0.0.0/16" }] }),
  },
  {
    name: "the tasks' group is open to one laptop",
    caughtBy: "targets",
    verdict: "exposed",
    break: (good) =>
      admit(good, good.outputs.TaskSecurityGroupId, { ...tcp(80), IpRanges: [{ CidrIp: "198.51.100.7/32" }] }),
  },
  {
    name: "the tasks may reach one another",
    caughtBy: "targets",
    verdict: "exposed",
    break: (good) =>
      admit(good, good.outputs.TaskSecurityGroupId, {
        IpProtocol: "-1",
        UserIdGroupPairs: [{ GroupId: good.outputs.TaskSecurityGroupId }],
      }),
  },
  {
    name: "a group that is open to the world is added to the service",
    caughtBy: "targets",
    verdict: "exposed",
    // The tasks are replaced, both times.
    leavesScar: true,
    break: (good) => addGroupToService(good, { ...tcp(80), ...everywhere }),
  },
  {
    name: "the load balancer's group no longer admits HTTPS",
    caughtBy: "certificate",
    verdict: "not yet",
    // A packet that is dropped is noticed after ten seconds.
    inputs: { "patience-seconds": "15" },
    break: (good) => refuse(good, good.outputs.LoadBalancerSecurityGroupId, { ...tcp(443), ...everywhere }),
  },
];
