import type * as sdk from "@aws-sdk/client-route-53";
import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import { refuseOthers } from "../wire/supported.js";
import { applyChanges } from "./change-batch.js";
import { compareNames, normalizeName } from "./domain-name.js";
import { resolve } from "./resolution.js";
import { apexRecords, describeZone, recordKey, sortedRecords, type Zone } from "./zone.js";

const ID_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Of every distribution: https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html */
const CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";
const MAX_ZONES_A_PAGE = 100;
const MAX_RECORDS_A_PAGE = 300;

/** Route 53: public and private hosted zones with simple and alias records. */
export class Route53 {
  readonly #aws: Aws;
  /** In the order in which they were made: the first public one of a name is the one that is delegated to. */
  readonly #zones = new Map<string, Zone>();
  readonly #changes = new Map<string, Date>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  /** The values of the record that answers in the public DNS (an alias: its target's name), or undefined. */
  lookup(name: string, type: sdk.RRType): readonly string[] | undefined {
    return resolve([...this.#zones.values()], normalizeName(name), type);
  }

  snapshot(): object {
    const hostedZones = [...this.#zones.values()].map((zone) => ({
      id: zone.id,
      name: zone.name,
      isPrivate: zone.isPrivate,
      tags: Object.fromEntries(zone.tags),
      records: sortedRecords(zone),
    }));
    return { hostedZones };
  }

  async CreateHostedZone(input: sdk.CreateHostedZoneRequest): Promise<sdk.CreateHostedZoneResponse> {
    refuseOthers("CreateHostedZone", input, ["Name", "CallerReference", "VPC", "HostedZoneConfig"]);
    const { Name = "", CallerReference = "", VPC, HostedZoneConfig } = input;
    const name = normalizeName(Name);
    for (const zone of this.#zones.values())
      if (zone.callerReference === CallerReference)
        throw new AwsError(
          "HostedZoneAlreadyExists",
          `A hosted zone has already been created with the specified caller reference: ${CallerReference}`,
        );
    if (HostedZoneConfig?.PrivateZone === true && VPC === undefined)
      throw new AwsError("InvalidInput", "When you create a private hosted zone, you must specify a VPC.");
    if (VPC !== undefined) await this.#checkVpc(VPC);
    const { random } = this.#aws;
    const nameServers = ["com", "net", "org", "co.uk"].map((suffix, i) => {
      const number = i * 512 + Math.floor(random.next() * 512);
      return `ns-${number}.awsdns-${String(number % 64).padStart(2, "0")}.${suffix}`;
    });
    const zone: Zone = {
      id: `Z${random.text(20, ID_ALPHABET)}`,
      name,
      isPrivate: VPC !== undefined,
      callerReference: CallerReference,
      comment: HostedZoneConfig?.Comment,
      vpcs: VPC ? [VPC] : [],
      nameServers,
      tags: new Map(),
      records: apexRecords(name, nameServers),
    };
    this.#zones.set(zone.id, zone);
    this.#aws.network.changed();
    return {
      HostedZone: describeZone(zone),
      ChangeInfo: this.#newChange(),
      DelegationSet: VPC ? undefined : { NameServers: nameServers.slice() },
      VPC,
      Location: `https://route53.amazonaws.com/2013-04-01/hostedzone/${zone.id}`,
    };
  }

  async GetHostedZone({ Id }: sdk.GetHostedZoneRequest): Promise<sdk.GetHostedZoneResponse> {
    const zone = this.#zone(Id);
    return {
      HostedZone: describeZone(zone),
      ...(zone.isPrivate ? { VPCs: zone.vpcs } : { DelegationSet: { NameServers: zone.nameServers.slice() } }),
    };
  }

  async ListHostedZones(input: sdk.ListHostedZonesRequest = {}): Promise<sdk.ListHostedZonesResponse> {
    refuseOthers("ListHostedZones", input, ["Marker", "MaxItems"]);
    const { Marker, MaxItems = MAX_ZONES_A_PAGE } = input;
    const zones = [...this.#zones.values()];
    const from = Marker === undefined ? 0 : zones.findIndex(({ id }) => id === Marker);
    if (from < 0) throw new AwsError("NoSuchHostedZone", `The specified marker ${Marker} is not a hosted zone.`);
    const page = zones.slice(from, from + Math.min(MaxItems, MAX_ZONES_A_PAGE));
    const next = zones[from + page.length];
    return {
      HostedZones: page.map(describeZone),
      Marker,
      IsTruncated: next !== undefined,
      NextMarker: next?.id,
      MaxItems,
    };
  }

  async ListHostedZonesByName(
    input: sdk.ListHostedZonesByNameRequest = {},
  ): Promise<sdk.ListHostedZonesByNameResponse> {
    const { DNSName, HostedZoneId, MaxItems = MAX_ZONES_A_PAGE } = input;
    const start = DNSName === undefined ? undefined : normalizeName(DNSName);
    const startId = HostedZoneId === undefined ? "" : bareId(HostedZoneId);
    const zones = [...this.#zones.values()]
      .sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1))
      .filter(({ name, id }) => {
        if (start === undefined) return true;
        const order = compareNames(name, start);
        return order > 0 || (order === 0 && id >= startId);
      });
    const page = zones.slice(0, Math.min(MaxItems, MAX_ZONES_A_PAGE));
    const next = zones[page.length];
    return {
      HostedZones: page.map(describeZone),
      DNSName,
      HostedZoneId,
      IsTruncated: next !== undefined,
      NextDNSName: next?.name,
      NextHostedZoneId: next?.id,
      MaxItems,
    };
  }

  async DeleteHostedZone({ Id }: sdk.DeleteHostedZoneRequest): Promise<sdk.DeleteHostedZoneResponse> {
    const zone = this.#zone(Id);
    const own = [...zone.records.values()].filter(({ Name, Type }) => Name === zone.name && /^(NS|SOA)$/.test(Type));
    if (zone.records.size > own.length)
      throw new AwsError(
        "HostedZoneNotEmpty",
        "The specified hosted zone contains non-required resource record sets and so cannot be deleted.",
      );
    this.#zones.delete(zone.id);
    this.#aws.network.changed();
    return { ChangeInfo: this.#newChange() };
  }

  async UpdateHostedZoneComment(
    input: sdk.UpdateHostedZoneCommentRequest,
  ): Promise<sdk.UpdateHostedZoneCommentResponse> {
    const zone = this.#zone(input.Id);
    zone.comment = input.Comment;
    return { HostedZone: describeZone(zone) };
  }

  async ChangeResourceRecordSets(
    input: sdk.ChangeResourceRecordSetsRequest,
  ): Promise<sdk.ChangeResourceRecordSetsResponse> {
    const zone = this.#zone(input.HostedZoneId);
    const { Changes = [], Comment } = input.ChangeBatch ?? {};
    const hasAlias = Changes.some((change) => change.ResourceRecordSet?.AliasTarget !== undefined);
    const loadBalancers = hasAlias ? await this.#loadBalancers() : [];
    zone.records = applyChanges(zone, Changes, ({ HostedZoneId = "", DNSName = "" }, type) => {
      const other = this.#zones.get(HostedZoneId);
      if (other !== undefined) return other.records.has(recordKey({ Name: DNSName, Type: type }));
      const name = DNSName.replace(/\.$/, "");
      if (HostedZoneId === CLOUDFRONT_ZONE) return this.#aws.cognito.hasDistribution(name);
      const target = name.replace(/^dualstack\./, "");
      return loadBalancers.some(({ zoneId, name }) => zoneId === HostedZoneId && name === target);
    });
    this.#aws.network.changed();
    return { ChangeInfo: this.#newChange(Comment) };
  }

  async ListResourceRecordSets(input: sdk.ListResourceRecordSetsRequest): Promise<sdk.ListResourceRecordSetsResponse> {
    const { HostedZoneId, StartRecordName, StartRecordType, MaxItems = MAX_RECORDS_A_PAGE } = input;
    if (StartRecordType !== undefined && StartRecordName === undefined)
      throw new AwsError("InvalidInput", "The record type may be specified only together with the record name.");
    const records = sortedRecords(this.#zone(HostedZoneId));
    const start = StartRecordName === undefined ? undefined : normalizeName(StartRecordName);
    const remaining = records.filter(({ Name, Type }) => {
      if (start === undefined) return true;
      const order = compareNames(Name, start);
      return order > 0 || (order === 0 && (StartRecordType === undefined || Type >= StartRecordType));
    });
    const page = remaining.slice(0, Math.min(MaxItems, MAX_RECORDS_A_PAGE));
    const next = remaining[page.length];
    return {
      ResourceRecordSets: page,
      IsTruncated: next !== undefined,
      NextRecordName: next?.Name,
      NextRecordType: next?.Type,
      MaxItems,
    };
  }

  /** A change is PENDING until it has spread to all name servers; records answer at once nevertheless. */
  async GetChange({ Id = "" }: sdk.GetChangeRequest): Promise<sdk.GetChangeResponse> {
    const id = Id.replace(/^\/?change\//, "");
    const submitted = this.#changes.get(id);
    if (submitted === undefined) throw new AwsError("NoSuchChange", `No change found with ID: ${id}`);
    const { clock, durations } = this.#aws;
    const age = ((clock.now().getTime() - submitted.getTime()) / 1000) * clock.speed;
    const Status = age < durations.services.route53Change ? "PENDING" : "INSYNC";
    return { ChangeInfo: { Id: `/change/${id}`, Status, SubmittedAt: submitted } };
  }

  async ChangeTagsForResource(input: sdk.ChangeTagsForResourceRequest): Promise<sdk.ChangeTagsForResourceResponse> {
    const { tags } = this.#taggable(input.ResourceType, input.ResourceId);
    for (const key of input.RemoveTagKeys ?? []) tags.delete(key);
    for (const { Key = "", Value = "" } of input.AddTags ?? []) tags.set(Key, Value);
    return {};
  }

  async ListTagsForResource(input: sdk.ListTagsForResourceRequest): Promise<sdk.ListTagsForResourceResponse> {
    const { tags, id } = this.#taggable(input.ResourceType, input.ResourceId);
    const Tags = [...tags].map(([Key, Value]) => ({ Key, Value }));
    return { ResourceTagSet: { ResourceType: "hostedzone", ResourceId: id, Tags } };
  }

  #zone(id = ""): Zone {
    const zone = this.#zones.get(bareId(id));
    if (zone === undefined) throw new AwsError("NoSuchHostedZone", `No hosted zone found with ID: ${bareId(id)}`);
    return zone;
  }

  #taggable(type: string | undefined, id: string | undefined): Zone {
    if (type === "hostedzone") return this.#zone(id);
    throw new AwsError("NoSuchHealthCheck", `No health check exists with the specified ID: ${id}`);
  }

  #newChange(comment?: string): sdk.ChangeInfo {
    const id = `C${this.#aws.random.text(20, ID_ALPHABET)}`;
    const SubmittedAt = this.#aws.clock.now();
    this.#changes.set(id, SubmittedAt);
    return {
      Id: `/change/${id}`,
      Status: "PENDING",
      SubmittedAt,
      ...(comment === undefined ? {} : { Comment: comment }),
    };
  }

  async #checkVpc({ VPCId, VPCRegion }: sdk.VPC): Promise<void> {
    const problem = () => new AwsError("InvalidVPCId", `The VPC: ${VPCId} in region ${VPCRegion} is not found.`);
    if (VPCId === undefined || VPCRegion !== this.#aws.region) throw problem();
    await this.#aws.ec2.DescribeVpcs({ VpcIds: [VPCId] }).catch(() => {
      throw problem();
    });
  }

  /** What an alias can lead to beside the records of a zone in this account. */
  async #loadBalancers(): Promise<{ zoneId: string; name: string }[]> {
    const found: { zoneId: string; name: string }[] = [];
    let Marker: string | undefined;
    do {
      const page = await this.#aws.elbv2.DescribeLoadBalancers({ Marker });
      for (const { CanonicalHostedZoneId = "", DNSName = "" } of page.LoadBalancers ?? [])
        found.push({ zoneId: CanonicalHostedZoneId, name: DNSName.toLowerCase() });
      Marker = page.NextMarker;
    } while (Marker !== undefined);
    return found;
  }
}

function bareId(id: string): string {
  return id.replace(/^\/?hostedzone\//, "");
}
