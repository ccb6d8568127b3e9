import type { HostedZone, ResourceRecordSet, RRType, VPC } from "@aws-sdk/client-route-53";
import { compareNames } from "./domain-name.js";

/** A record set that has passed the checks: its name is normalized, and it has values or an alias target. */
export interface RecordSet extends ResourceRecordSet {
  Name: string;
  Type: RRType;
}

/** A hosted zone and what is in it. */
export interface Zone {
  /** Without `/hostedzone/`. */
  readonly id: string;
  /** Normalized. */
  readonly name: string;
  readonly isPrivate: boolean;
  readonly callerReference: string;
  comment: string | undefined;
  readonly vpcs: VPC[];
  readonly nameServers: readonly string[];
  readonly tags: Map<string, string>;
  /** By `recordKey`. */
  records: ReadonlyMap<string, RecordSet>;
}

export function recordKey({ Name, Type }: Pick<RecordSet, "Name" | "Type">): string {
  return `${Name} ${Type}`;
}

/** The records that every new zone has: its name servers and its start of authority. */
export function apexRecords(name: string, nameServers: readonly string[]): Map<string, RecordSet> {
  const records: RecordSet[] = [
    { Name: name, Type: "NS", TTL: 172800, ResourceRecords: nameServers.map((server) => ({ Value: `${server}.` })) },
    {
      Name: name,
      Type: "SOA",
      TTL: 900,
      ResourceRecords: [{ Value: `${nameServers[0]}. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400` }],
    },
  ];
  return new Map(records.map((record) => [recordKey(record), record]));
}

/** A zone's records in the order in which Route 53 lists them. */
export function sortedRecords(zone: Zone): RecordSet[] {
  return [...zone.records.values()].sort(
    (a, b) => compareNames(a.Name, b.Name) || (a.Type < b.Type ? -1 : a.Type > b.Type ? 1 : 0),
  );
}

export function describeZone(zone: Zone): HostedZone {
  return {
    Id: `/hostedzone/${zone.id}`,
    Name: zone.name,
    CallerReference: zone.callerReference,
    Config: { ...(zone.comment === undefined ? {} : { Comment: zone.comment }), PrivateZone: zone.isPrivate },
    ResourceRecordSetCount: zone.records.size,
  };
}
