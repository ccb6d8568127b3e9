import type { RRType } from "@aws-sdk/client-route-53";
import { isWithin } from "./domain-name.js";
import { type RecordSet, recordKey, type Zone } from "./zone.js";

/**
 * What the public DNS answers for a name and type, from zones in the order in which they were made: the values,
 * or an alias target's name; undefined when there is no such record, or no zone of ours is asked.
 *
 * The registrar is taken to delegate each topmost public zone to the first one made under that name. A zone below
 * another one of ours is asked only if the parent's NS records name its servers, as in the real DNS.
 */
export function resolve(zones: readonly Zone[], name: string, type: RRType): readonly string[] | undefined {
  const zone = authoritativeZone(zones, name);
  const record = zone && findRecord(zone, name, type);
  if (record === undefined) return undefined;
  if (record.AliasTarget?.DNSName !== undefined) return [record.AliasTarget.DNSName];
  return record.ResourceRecords?.map(({ Value = "" }) => Value);
}

/** The public zone that the world asks for a name. */
export function authoritativeZone(zones: readonly Zone[], name: string): Zone | undefined {
  const candidates = zones
    .filter((zone) => !zone.isPrivate && isWithin(name, zone.name))
    .sort((a, b) => a.name.length - b.name.length);
  let zone = candidates[0];
  while (zone !== undefined) {
    const cut = delegation(zone, name);
    if (cut === undefined) return zone;
    const servers = new Set(cut.ResourceRecords?.map(({ Value = "" }) => Value.toLowerCase().replace(/\.$/, "")));
    zone = candidates.find((each) => each.name === cut.Name && each.nameServers.some((server) => servers.has(server)));
  }
  return undefined;
}

/** The topmost NS record below a zone's apex that gives `name` away. */
function delegation(zone: Zone, name: string): RecordSet | undefined {
  return [...zone.records.values()]
    .filter((record) => record.Type === "NS" && record.Name !== zone.name && isWithin(name, record.Name))
    .sort((a, b) => a.Name.length - b.Name.length)[0];
}

/** The record that answers, with wildcards as in RFC 4592: a name that exists in any form shadows them. */
function findRecord(zone: Zone, name: string, type: RRType): RecordSet | undefined {
  if (exists(zone, name)) return zone.records.get(recordKey({ Name: name, Type: type }));
  let encloser = name;
  while (encloser !== zone.name && !exists(zone, encloser)) encloser = encloser.slice(encloser.indexOf(".") + 1);
  return zone.records.get(recordKey({ Name: `\\052.${encloser}`, Type: type }));
}

/** Whether there is a record at a name or below it (an empty non-terminal exists too). */
function exists(zone: Zone, name: string): boolean {
  for (const record of zone.records.values()) if (isWithin(record.Name, name)) return true;
  return false;
}
