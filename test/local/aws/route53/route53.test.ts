import type { Change, ChangeAction } from "@aws-sdk/client-route-53";
import { account, eventually, refusal } from "../server/account.js";

const aws = account();
let references = 0;

async function zone(Name: string, options: object = {}) {
  references += 1;
  const made = await aws().route53.CreateHostedZone({ Name, CallerReference: String(references), ...options });
  return { id: made.HostedZone?.Id ?? "", nameServers: made.DelegationSet?.NameServers ?? [] };
}

const record = (
  Action: ChangeAction,
  Name: string,
  Type: "A" | "CNAME" | "NS" | "TXT",
  ...values: string[]
): Change => ({
  Action,
  ResourceRecordSet: { Name, Type, TTL: 60, ResourceRecords: values.map((Value) => ({ Value })) },
});

const change = (HostedZoneId: string, ...Changes: Change[]) =>
  aws().route53.ChangeResourceRecordSets({ HostedZoneId, ChangeBatch: { Changes } });

describe("a change batch", () => {
  it("is applied whole or not at all, with every problem named", async () => {
    const { id } = await zone("batch.com");
    await change(id, record("CREATE", "a.batch.com", "A", "192.0.2.1"));
    const problem = await refusal(
      change(
        id,
        record("CREATE", "b.batch.com", "A", "192.0.2.2"),
        record("CREATE", "a.batch.com", "A", "192.0.2.1"),
        record("DELETE", "c.batch.com", "A", "192.0.2.3"),
      ),
    );
    expect(problem).toEqual({
      code: "InvalidChangeBatch",
      message:
        "[Tried to create resource record set [name='a.batch.com.', type='A'] but it already exists, Tried to delete resource record set [name='c.batch.com.', type='A'] but it was not found]",
    });
    expect(aws().route53.lookup("b.batch.com", "A")).toBeUndefined();
  });

  it.each([
    [
      "another zone's name",
      record("CREATE", "a.org", "A", "192.0.2.1"),
      "RRSet with DNS name a.org. is not permitted in zone rules.com.",
    ],
    [
      "a CNAME at the apex",
      record("CREATE", "rules.com", "CNAME", "x.org"),
      "is not permitted at apex in zone rules.com.",
    ],
    [
      "a CNAME beside another record",
      record("CREATE", "a.rules.com", "CNAME", "x.org"),
      "it conflicts with other records with the same DNS name",
    ],
    ["an A record without an address", record("CREATE", "b.rules.com", "A", "x.org"), "ARRDATAIllegalIPv4Address"],
    ["a TXT record without quotes", record("CREATE", "b.rules.com", "TXT", "x"), "InvalidCharacterString"],
    [
      "other values in a DELETE",
      record("DELETE", "a.rules.com", "A", "192.0.2.9"),
      "the values provided do not match the current values",
    ],
  ])("may not have %s", async (_, wrong, message) => {
    const zones = await aws().route53.ListHostedZonesByName({ DNSName: "rules.com", MaxItems: 1 });
    const existing = zones.HostedZones?.find(({ Name }) => Name === "rules.com.")?.Id;
    const id = existing ?? (await zone("rules.com")).id;
    await change(id, record("UPSERT", "a.rules.com", "A", "192.0.2.1"));
    const problem = await refusal(change(id, wrong));
    expect(problem.code).toBe("InvalidChangeBatch");
    expect(problem.message).toContain(message);
  });

  it("may not lead an alias to what does not exist", async () => {
    const { id } = await zone("alias.com");
    const AliasTarget = {
      HostedZoneId: "Z32O12XQLTSW2",
      DNSName: "no.eu-west-1.elb.amazonaws.com",
      EvaluateTargetHealth: false,
    };
    const problem = await refusal(
      change(id, { Action: "CREATE", ResourceRecordSet: { Name: "alias.com", Type: "A", AliasTarget } }),
    );
    expect(problem.message).toContain("but that target was not found");
  });

  it("is PENDING, then INSYNC", async () => {
    const { id } = await zone("sync.com");
    const { ChangeInfo } = await change(id, record("CREATE", "a.sync.com", "A", "192.0.2.1"));
    expect(ChangeInfo?.Status).toBe("PENDING");
    await eventually(
      async () => (await aws().route53.GetChange({ Id: ChangeInfo?.Id })).ChangeInfo?.Status === "INSYNC",
    );
  });
});

describe("the public DNS", () => {
  it("asks the first zone of a name, not a second one or a private one", async () => {
    const first = await zone("first.com");
    const second = await zone("first.com");
    await change(second.id, record("CREATE", "a.first.com", "A", "192.0.2.2"));
    expect(aws().route53.lookup("a.first.com", "A")).toBeUndefined();
    await change(first.id, record("CREATE", "a.first.com", "A", "192.0.2.1"));
    expect(aws().route53.lookup("A.First.com.", "A")).toEqual(["192.0.2.1"]);
    const { Vpc } = await aws().ec2.CreateVpc({ CidrBlock: "10.0.0.0/16" });
    const inside = await zone("inside.com", { VPC: { VPCId: Vpc?.VpcId, VPCRegion: "eu-west-1" } });
    await change(inside.id, record("CREATE", "a.inside.com", "A", "192.0.2.3"));
    expect(aws().route53.lookup("a.inside.com", "A")).toBeUndefined();
  });

  it("asks a zone below another only once that one delegates to it", async () => {
    const parent = await zone("parent.com");
    const child = await zone("child.parent.com");
    await change(child.id, record("CREATE", "a.child.parent.com", "A", "192.0.2.1"));
    expect(aws().route53.lookup("a.child.parent.com", "A")).toBeUndefined();
    await change(parent.id, record("CREATE", "child.parent.com", "NS", ...child.nameServers));
    expect(aws().route53.lookup("a.child.parent.com", "A")).toEqual(["192.0.2.1"]);
    await change(parent.id, record("UPSERT", "child.parent.com", "NS", "ns.elsewhere.net"));
    expect(aws().route53.lookup("a.child.parent.com", "A")).toBeUndefined();
  });

  it("lets a wildcard answer, but not for a name that exists", async () => {
    const { id } = await zone("wild.com");
    await change(
      id,
      record("CREATE", "*.wild.com", "A", "192.0.2.1"),
      record("CREATE", "deep.there.wild.com", "TXT", '"x"'),
    );
    const lookup = (name: string) => aws().route53.lookup(name, "A");
    expect(lookup("any.wild.com")).toEqual(["192.0.2.1"]);
    expect(lookup("two.levels.wild.com")).toEqual(["192.0.2.1"]);
    expect(lookup("deep.there.wild.com")).toBeUndefined();
    expect(lookup("there.wild.com")).toBeUndefined();
    expect(lookup("wild.com")).toBeUndefined();
  });
});

describe("a hosted zone", () => {
  it("goes only once its own two records are all that it has", async () => {
    const { id } = await zone("gone.com");
    await change(id, record("CREATE", "a.gone.com", "A", "192.0.2.1"));
    expect((await refusal(aws().route53.DeleteHostedZone({ Id: id }))).code).toBe("HostedZoneNotEmpty");
    await change(id, record("DELETE", "a.gone.com", "A", "192.0.2.1"));
    await aws().route53.DeleteHostedZone({ Id: id });
    expect((await refusal(aws().route53.GetHostedZone({ Id: id }))).code).toBe("NoSuchHostedZone");
  });
});
