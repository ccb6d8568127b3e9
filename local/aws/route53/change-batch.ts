import { isIPv4, isIPv6 } from "node:net";
import type { AliasTarget, Change, ResourceRecordSet, RRType } from "@aws-sdk/client-route-53";
import { AwsError, notImplemented } from "../errors.js";
import { isWithin, normalizeName } from "./domain-name.js";
import { type RecordSet, recordKey, type Zone } from "./zone.js";

/** Tells whether an alias's target outside of its own zone exists. */
export type AliasExists = (target: AliasTarget, type: RRType) => boolean;

const TYPES = ["SOA", "A", "TXT", "NS", "CNAME", "MX", "NAPTR", "PTR", "SRV", "SPF", "AAAA", "CAA", "DS"];
const TYPES_MESSAGE = `[${TYPES.join(", ")}]`;

/**
 * A zone's records after a batch of changes; the zone itself is left as it is. A batch is applied whole or not at
 * all: every problem is listed in one InvalidChangeBatch
 * (https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html).
 * Routing policies (weighted, failover, ...) are not implemented.
 */
export function applyChanges(zone: Zone, changes: readonly Change[], aliasExists: AliasExists): Map<string, RecordSet> {
  const records = new Map(zone.records);
  const problems: string[] = [];
  const written = new Set<string>();
  for (const { Action, ResourceRecordSet } of changes) {
    const record = checkForm(Action, ResourceRecordSet);
    const key = recordKey(record);
    const label = `[name='${record.Name}', type='${record.Type}']`;
    if (Action === "DELETE") {
      const current = records.get(key);
      if (current === undefined) problems.push(`Tried to delete resource record set ${label} but it was not found`);
      else if (!sameValues(current, record))
        problems.push(
          `Tried to delete resource record set ${label} but the values provided do not match the current values`,
        );
      else records.delete(key);
      continue;
    }
    if (written.has(key)) {
      problems.push(
        `The request contains an invalid set of changes for a resource record set '${record.Type} ${record.Name}'`,
      );
      continue;
    }
    written.add(key);
    if (Action === "CREATE" && records.has(key)) {
      problems.push(`Tried to create resource record set ${label} but it already exists`);
      continue;
    }
    const conflict = findConflict(zone, records, record);
    if (conflict !== undefined) problems.push(conflict);
    problems.push(...checkValues(record));
    records.set(key, record);
  }
  problems.push(...checkApex(zone, records));
  for (const key of written) problems.push(...checkAlias(zone, records, records.get(key), aliasExists));
  if (problems.length > 0) throw new AwsError("InvalidChangeBatch", `[${problems.join(", ")}]`);
  return records;
}

function checkForm(action: string | undefined, set: ResourceRecordSet | undefined): RecordSet {
  if (action !== "CREATE" && action !== "DELETE" && action !== "UPSERT")
    throw new AwsError("InvalidInput", `Invalid XML ; '${action}' is not one of CREATE, DELETE, UPSERT.`);
  const { Name = "", Type, TTL, ResourceRecords, AliasTarget, ...policy } = set ?? {};
  const unsupported = Object.entries(policy).find(([, value]) => value !== undefined);
  if (unsupported !== undefined) throw notImplemented(`${unsupported[0]} of a resource record set in Route 53`);
  if (Type === undefined || !TYPES.includes(Type)) {
    // Types that Route 53 has gained since (SSHFP, SVCB, TLSA, HTTPS) are refused too, but not as unknown to AWS.
    if (Type !== undefined && ["SSHFP", "SVCB", "TLSA", "HTTPS"].includes(Type))
      throw notImplemented(`resource record sets of type ${Type}`);
    throw new AwsError("InvalidInput", `Invalid XML ; '${Type}' is not one of ${TYPES_MESSAGE}.`);
  }
  const found = [
    ...(AliasTarget ? ["AliasTarget"] : []),
    ...(TTL !== undefined || ResourceRecords !== undefined ? ["TTL, and ResourceRecords"] : []),
  ];
  const complete = AliasTarget !== undefined || (TTL !== undefined && (ResourceRecords?.length ?? 0) > 0);
  if (found.length !== 1 || !complete)
    throw new AwsError(
      "InvalidInput",
      `Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found ${found.length === 2 ? "more than one" : "none"} in Change with [Action=${action}, Name=${Name}, Type=${Type}, SetIdentifier=null]`,
    );
  if (TTL !== undefined && (TTL < 0 || TTL > 2147483647 || !Number.isInteger(TTL)))
    throw new AwsError("InvalidInput", `Invalid XML ; '${TTL}' is not a TTL from 0 to 2147483647.`);
  const record = { Name: normalizeName(Name), Type };
  if (AliasTarget !== undefined)
    return { ...record, AliasTarget: { ...AliasTarget, DNSName: normalizeName(AliasTarget.DNSName ?? "") } };
  return { ...record, TTL, ResourceRecords };
}

function findConflict(zone: Zone, records: ReadonlyMap<string, RecordSet>, record: RecordSet): string | undefined {
  const { Name, Type } = record;
  const subject = `RRSet of type ${Type} with DNS name ${Name} is not permitted`;
  if (!isWithin(Name, zone.name)) return `RRSet with DNS name ${Name} is not permitted in zone ${zone.name}`;
  if (Type === "CNAME") {
    if (Name === zone.name) return `${subject} at apex in zone ${zone.name}`;
    const other = [...records.values()].some((each) => each.Name === Name && each.Type !== "CNAME");
    if (other) return `${subject} as it conflicts with other records with the same DNS name in zone ${zone.name}`;
  } else if (records.has(recordKey({ Name, Type: "CNAME" })))
    return `${subject} because a conflicting RRSet of type CNAME with the same DNS name already exists in zone ${zone.name}`;
  return undefined;
}

function checkValues({ Name, Type, ResourceRecords = [] }: RecordSet): string[] {
  const values = ResourceRecords.map(({ Value = "" }) => Value);
  const problems: string[] = [];
  const fatal = (code: string, why: string, value: string) =>
    problems.push(`Invalid Resource Record: 'FATAL problem: ${code} (${why}) encountered with '${value}''`);
  for (const [i, value] of values.entries()) {
    if (values.indexOf(value) !== i) problems.push(`Duplicate Resource Record: '${value}'`);
    if (Type === "A" && !isIPv4(value)) fatal("ARRDATAIllegalIPv4Address", "Value is not a valid IPv4 address", value);
    if (Type === "AAAA" && !isIPv6(value))
      fatal("AAAARRDATAIllegalIPv6Address", "Value is not a valid IPv6 address", value);
    if (Type === "TXT" && !/^("([^"\\]|\\.){0,255}"\s*)+$/.test(value))
      fatal("InvalidCharacterString", "Value should be enclosed in quotation marks", value);
    if (/^(CNAME|NS|PTR)$/.test(Type) && !/^[^\s.]{1,63}(\.[^\s.]{1,63})*\.?$/.test(value))
      fatal("DomainLabelEmpty", "Domain label is empty", value);
  }
  if (Type === "CNAME" && values.length > 1)
    problems.push(`RRSet of type CNAME with DNS name ${Name} has ${values.length} values; only one is permitted`);
  return problems;
}

function checkApex(zone: Zone, records: ReadonlyMap<string, RecordSet>): string[] {
  const problems: string[] = [];
  if (!records.has(recordKey({ Name: zone.name, Type: "SOA" })))
    problems.push("A HostedZone must contain exactly one SOA record.");
  if (!records.has(recordKey({ Name: zone.name, Type: "NS" })))
    problems.push("A HostedZone must contain at least one NS record for the zone itself.");
  return problems;
}

function checkAlias(
  zone: Zone,
  records: ReadonlyMap<string, RecordSet>,
  record: RecordSet | undefined,
  aliasExists: AliasExists,
): string[] {
  const target = record?.AliasTarget;
  if (record === undefined || target === undefined) return [];
  const { HostedZoneId, DNSName = "" } = target;
  const subject = `Tried to create an alias that targets ${DNSName}, type ${record.Type} in zone ${HostedZoneId}`;
  if (HostedZoneId === zone.id) {
    if (!isWithin(DNSName, zone.name))
      return [`${subject}, but the alias target name does not lie within the target zone`];
    return records.has(recordKey({ Name: DNSName, Type: record.Type }))
      ? []
      : [`${subject}, but that target was not found`];
  }
  return aliasExists(target, record.Type) ? [] : [`${subject}, but that target was not found`];
}

function sameValues(a: RecordSet, b: RecordSet): boolean {
  const values = (record: RecordSet) => record.ResourceRecords?.map(({ Value }) => Value).sort();
  const alias = ({ AliasTarget: target }: RecordSet) =>
    target && [target.HostedZoneId, target.DNSName, target.EvaluateTargetHealth];
  return JSON.stringify([a.TTL, values(a), alias(a)]) === JSON.stringify([b.TTL, values(b), alias(b)]);
}
