import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Aws } from "../../../local/aws/aws.js";
import { type Hosts, Network } from "../../../local/edge/network.js";

type Route53 = Aws["route53"];
interface Zone {
  name: string;
  private?: boolean;
  records: Record<string, { A?: string[]; CNAME?: string[]; TXT?: string[] }>;
}

/** As much of Route 53 as the network asks for. */
function fakeRoute53(zones: Zone[]): Route53 {
  return {
    lookup: (name: string, type: "A" | "CNAME") => zones.map((zone) => zone.records[name]?.[type]).find(Boolean),
    ListHostedZones: async () => ({
      HostedZones: zones.map((zone) => ({
        Id: zone.name,
        Name: `${zone.name}.`,
        Config: { PrivateZone: zone.private ?? false },
      })),
    }),
    ListResourceRecordSets: async ({ HostedZoneId }: { HostedZoneId: string }) => ({
      ResourceRecordSets: Object.keys(zones.find((zone) => zone.name === HostedZoneId)?.records ?? {}).map((name) => ({
        Name: `${name.replace("*", "\\052")}.`,
      })),
    }),
  } as unknown as Route53;
}

const balancer = "web-1234567890.eu-west-1.elb.amazonaws.com";
const https = { host: "127.0.0.1", port: 33443 };

describe("the network", () => {
  let directory: string;
  let hostsFile: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "network-"));
    hostsFile = join(directory, "hosts.json");
  });
  let network: Network;
  afterEach(async () => {
    await network.close();
    await rm(directory, { recursive: true });
  });
  const networkWith = (zones: Zone[]) => {
    network = new Network({ hostsFile, aws: { region: "eu-west-1", route53: fakeRoute53(zones) } });
    return network;
  };
  const hosts = async () => JSON.parse(await readFile(hostsFile, "utf8")) as Hosts;

  it("follows aliases and CNAMEs to what a load balancer has published", () => {
    const network = networkWith([
      {
        name: "example.com",
        records: {
          "app.example.com": { A: [`${balancer}.`] },
          "www.example.com": { CNAME: ["app.example.com"] },
          "dual.example.com": { A: [`dualstack.${balancer}.`] },
          "mail.example.com": { A: ["192.0.2.1"] },
          "loop.example.com": { CNAME: ["loop.example.com"] },
        },
      },
    ]);
    network.publish(balancer, 443, https);
    for (const name of [balancer, "app.example.com", "APP.example.com.", "www.example.com", "dual.example.com"]) {
      expect(network.resolve(name, 443)).toEqual({ address: https });
    }
    expect(network.resolve("app.example.com", 80)).toEqual({ error: "ECONNREFUSED" });
    expect(network.resolve("mail.example.com", 443)).toEqual({ error: "ECONNREFUSED" });
    expect(network.resolve("none.example.com", 443)).toEqual({ error: "ENOTFOUND" });
    expect(network.resolve("loop.example.com", 443)).toEqual({ error: "ENOTFOUND" });
  });

  it("times out where a security group drops the packets, as long as it does", () => {
    const network = networkWith([]);
    let open = false;
    network.publish(balancer, 443, https, () => open);
    expect(network.resolve(balancer, 443)).toEqual({ error: "ETIMEDOUT" });
    open = true;
    expect(network.resolve(balancer, 443)).toEqual({ address: https });
  });

  it("forgets what is withdrawn, but knows a declared name without any port", () => {
    const network = networkWith([]);
    const undeclare = network.declare(balancer);
    const unpublish = network.publish(balancer, 443, https);
    expect(() => network.publish(balancer, 443, https)).toThrow("published already");
    unpublish();
    expect(network.resolve(balancer, 443)).toEqual({ error: "ECONNREFUSED" });
    undeclare();
    expect(network.resolve(balancer, 443)).toEqual({ error: "ENOTFOUND" });
  });

  it("answers at private addresses for as long as they are bound", () => {
    const network = networkWith([]);
    const unbind = network.bind("eni-7", 80, https);
    expect(network.dial("eni-7", 80)).toEqual(https);
    expect(network.dial("eni-7", 81)).toBeUndefined();
    expect(() => network.bind("eni-7", 80, https)).toThrow("listens at eni-7:80 already");
    unbind();
    expect(network.dial("eni-7", 80)).toBeUndefined();
  });

  it("writes names, wildcards and public zones to the hosts file, and which names have no address", async () => {
    const network = networkWith([
      {
        name: "example.com",
        records: {
          "*.example.com": { A: [balancer] },
          "_acme.example.com": { TXT: ["x"] },
          "cdn.example.com": { A: ["192.0.2.7"] },
        },
      },
      { name: "internal.example.org", private: true, records: {} },
    ]);
    network.publish(balancer, 443, https);
    network.publish(balancer, 80, { host: "127.0.0.1", port: 33080 }, () => false);
    await network.settled();
    const ports = { "80": { host: "127.0.0.1", port: 33080 }, "443": https };
    expect(await hosts()).toEqual({
      zones: [
        "amazoncognito.com",
        "auth.elb.eu-west-1.amazonaws.com",
        "cloudfront.net",
        "elb.amazonaws.com",
        "example.com",
      ],
      names: {
        "*.example.com": ports,
        "_acme.example.com": null,
        "cdn.example.com": {},
        [balancer]: ports,
        [`dualstack.${balancer}`]: ports,
      },
      elsewhere: { "cdn.example.com": "192.0.2.7" },
    });
  });
});
