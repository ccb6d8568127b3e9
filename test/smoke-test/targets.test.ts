import { judgeHostName } from "../../src/smoke-test/host-name.js";
import { judgeTargets, serviceGroups } from "../../src/smoke-test/targets.js";

const network = (...securityGroups: string[]) => ({
  networkConfiguration: { awsvpcConfiguration: { subnets: [], securityGroups } },
});

describe("the security groups of a service", () => {
  it("are those of its configuration and of every deployment, each once", () => {
    const service = { ...network("sg-platform"), deployments: [network("sg-platform"), network("sg-old")] };
    expect(serviceGroups(service)).toEqual(["sg-platform", "sg-old"]);
    expect(serviceGroups(undefined)).toEqual([]);
  });

  it("each admit the load balancer's alone, and what was added is named", () => {
    const good = {
      GroupId: "sg-platform",
      IpPermissions: [{ IpProtocol: "tcp", FromPort: 80, ToPort: 80, UserIdGroupPairs: [{ GroupId: "sg-lb" }] }],
    };
    const world = { GroupId: "sg-hand", IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }] };
    expect(judgeTargets([good], "sg-lb")).toMatchObject({ verdict: "passed" });
    expect(judgeTargets([good, world], "sg-lb")).toMatchObject({
      verdict: "exposed",
      seen: expect.stringContaining("sg-hand admits 0.0.0.0/0 to everything"),
    });
    expect(judgeTargets([], "sg-lb")).toMatchObject({ verdict: "not yet" });
  });
});

describe("the host's name", () => {
  it("leads to the load balancer if they have an address in common", () => {
    const judgement = judgeHostName("app.example.com", ["192.0.2.1", "192.0.2.2"], ["192.0.2.2", "192.0.2.3"]);
    expect(judgement).toEqual({ verdict: "passed", seen: expect.stringContaining("192.0.2.2 in common") });
  });

  it("may lead elsewhere, as to a CDN, but somebody should look", () => {
    const judgement = judgeHostName("app.example.com", ["198.51.100.7"], ["192.0.2.2"]);
    expect(judgement.verdict).toBe("passed");
    expect(judgement.warning).toMatch(/leads to 198\.51\.100\.7, the load balancer is at 192\.0\.2\.2: right if a CDN/);
  });
});
