import { randomUUID } from "node:crypto";
import { rename, writeFile } from "node:fs/promises";
import { isIP } from "node:net";
import type { Aws } from "../aws/aws.js";

/** Where something really listens: always a loopback host. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

export type Resolution = { readonly address: Address } | { readonly error: "ENOTFOUND" | "ECONNREFUSED" | "ETIMEDOUT" };

/**
 * What `hosts.cts` reads. A name below one of `zones` that is not in `names` does not exist; names elsewhere are none
 * of ours. A name may begin with `*.`, as in DNS; null is one that exists without an address. What security groups let
 * through is not in it: it changes without anybody's notice, so whoever listens looks for itself.
 */
export interface Hosts {
  readonly zones: readonly string[];
  readonly names: Readonly<Record<string, Readonly<Record<string, Address>> | null>>;
  /** Names whose record gives an address, which is nobody's here: what DNS answers for them. */
  readonly elsewhere: Readonly<Record<string, string>>;
}

interface PublishedPort {
  readonly address: Address;
  readonly admits: () => boolean;
}

/** The address that everybody outside of the VPC has here: one machine of TEST-NET-3 (RFC 5737). */
export const INTERNET_CLIENT = "203.0.113.1";

const MAX_CNAMES = 8;
/** Every load balancer's name has a second form, which AWS's console writes into alias records. */
const DUALSTACK = /^dualstack\.(?=[^.]+\.[^.]+\.elb\.amazonaws\.com$)/;

/** AWS's own zones that stay on this machine: a name that nobody has published there does not exist. */
function awsZones(region: string): string[] {
  return ["elb.amazonaws.com", "amazoncognito.com", "cloudfront.net", `auth.elb.${region}.amazonaws.com`];
}

/**
 * The network of the local AWS: private addresses and public names, with the loopback address behind each.
 *
 * Public names are AWS's own, which their owners `publish`, and whatever Route 53's delegated zones answer. They are
 * written to a hosts file for other processes (see `hosts.cts`).
 */
export class Network {
  readonly #aws: Pick<Aws, "region" | "route53">;
  readonly #hostsFile: string;
  readonly #private = new Map<string, Address>();
  readonly #declared = new Set<string>();
  readonly #published = new Map<string, Map<number, PublishedPort>>();
  #written = "";
  #writing: Promise<void> | undefined;
  #stale = false;
  #closed = false;

  constructor({ hostsFile, aws }: { hostsFile: string; aws: Pick<Aws, "region" | "route53"> }) {
    this.#hostsFile = hostsFile;
    this.#aws = aws;
  }

  /** Makes a private address (`10.0.1.7`, 80) answer at a loopback one. Gives back what undoes it. */
  bind(networkInterfaceId: string, port: number, address: Address): () => void {
    const key = `${networkInterfaceId}:${port}`;
    if (this.#private.has(key)) throw new Error(`Something listens at ${key} already.`);
    this.#private.set(key, address);
    return () => {
      if (this.#private.get(key) === address) this.#private.delete(key);
    };
  }

  /** The loopback address behind a private one, or undefined if nothing listens there. */
  dial(networkInterfaceId: string, port: number): Address | undefined {
    return this.#private.get(`${networkInterfaceId}:${port}`);
  }

  /** Makes one of AWS's own public names exist, whether or not a port of it is published. Gives back what undoes it. */
  declare(name: string): () => void {
    const key = canonical(name);
    this.#declared.add(key);
    this.changed();
    return () => {
      this.#declared.delete(key);
      this.changed();
    };
  }

  /**
   * Makes one of AWS's own public names answer at a loopback address. `admits` says at any time whether packets to
   * that port get through (default: always). Gives back what undoes it.
   */
  publish(name: string, port: number, address: Address, admits: () => boolean = () => true): () => void {
    const key = canonical(name);
    const ports = this.#published.get(key) ?? new Map<number, PublishedPort>();
    if (ports.has(port)) throw new Error(`${key}:${port} is published already.`);
    this.#published.set(key, ports);
    const published = { address, admits };
    ports.set(port, published);
    this.changed();
    return () => {
      if (ports.get(port) !== published) return;
      ports.delete(port);
      if (ports.size === 0 && this.#published.get(key) === ports) this.#published.delete(key);
      this.changed();
    };
  }

  /** Where a public name and port lead, through Route 53's aliases and CNAMEs. */
  resolve(name: string, port: number): Resolution {
    const ports = this.#portsOf(canonical(name));
    if (ports === undefined) return { error: "ENOTFOUND" };
    const published = ports.get(port);
    if (published === undefined) return { error: "ECONNREFUSED" };
    return published.admits() ? { address: published.address } : { error: "ETIMEDOUT" };
  }

  /** Records or zones have changed: write the hosts file anew. */
  changed(): void {
    if (this.#closed) return;
    this.#stale = true;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
      if (this.#stale) this.changed();
    });
  }

  /** Writes nothing any more, so that the hosts file's directory can be removed. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stale = false;
    await this.settled();
  }

  /** Resolves when the hosts file says what the network knows. */
  async settled(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  /** The ports of a name, empty if it leads to an address where nothing listens; undefined if it doesn't exist. */
  #portsOf(name: string): ReadonlyMap<number, PublishedPort> | undefined {
    let current = name;
    for (let hops = 0; hops <= MAX_CNAMES; hops++) {
      const balancer = current.replace(DUALSTACK, "");
      const published = this.#published.get(balancer);
      if (published !== undefined) return published;
      if (this.#declared.has(balancer)) return new Map();
      const answer = this.#lookup(current);
      if (answer === undefined) return undefined;
      if (isIP(answer) !== 0) return new Map();
      current = canonical(answer);
    }
    return undefined;
  }

  #lookup(name: string): string | undefined {
    for (const type of ["A", "CNAME"] as const) {
      const value = this.#aws.route53.lookup(name, type)?.[0];
      if (value !== undefined) return value;
    }
    return undefined;
  }

  async #write(): Promise<void> {
    // One turn of the event loop, so that a burst of changes costs one write.
    await new Promise((resolve) => setImmediate(resolve));
    this.#stale = false;
    const text = `${JSON.stringify(await this.#hosts(), undefined, 1)}\n`;
    if (text === this.#written) return;
    const temporary = `${this.#hostsFile}.${randomUUID()}`;
    await writeFile(temporary, text);
    await rename(temporary, this.#hostsFile);
    this.#written = text;
  }

  async #hosts(): Promise<Hosts> {
    const { region, route53 } = this.#aws;
    const names: Record<string, Record<string, Address> | null> = {};
    for (const name of [...this.#declared, ...this.#published.keys()]) {
      names[name] = this.#snapshot(name);
      if (DUALSTACK.test(`dualstack.${name}`)) names[`dualstack.${name}`] = this.#snapshot(name);
    }
    const elsewhere: Record<string, string> = {};
    const zones: string[] = [];
    for await (const zone of publicZones(route53)) {
      zones.push(canonical(zone.Name ?? ""));
      // Names without an address are listed too: their existence stops a wildcard (RFC 4592, section 2.2.1).
      for await (const record of records(route53, zone.Id ?? "")) {
        const name = canonical(record.Name ?? "");
        names[name] = this.#snapshot(name);
        const [address = ""] = route53.lookup(name, "A") ?? [];
        if (isIP(address) !== 0) elsewhere[name] = address;
      }
    }
    const known = [...new Set(zones), ...awsZones(region)];
    // A name that AWS publishes elsewhere (the load balancers' public keys) is ours too, though not all of its zone.
    const others = Object.keys(names).filter(
      (name) => !known.some((zone) => name === zone || name.endsWith(`.${zone}`)),
    );
    return { zones: [...known, ...others].sort(), names: sorted(names), elsewhere: sorted(elsewhere) };
  }

  #snapshot(name: string): Record<string, Address> | null {
    const ports = this.#portsOf(name);
    if (ports === undefined) return null;
    return Object.fromEntries([...ports].map(([port, { address }]) => [port, address]));
  }
}

/** As DNS compares names: without the final dot, in lower case, `*` for Route 53's `\052`. */
function canonical(name: string): string {
  return name.replace(/\.$/, "").replace(/\\052/g, "*").toLowerCase();
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function* publicZones(route53: Aws["route53"]) {
  let Marker: string | undefined;
  do {
    const page = await route53.ListHostedZones({ Marker });
    for (const zone of page.HostedZones ?? []) if (zone.Config?.PrivateZone !== true) yield zone;
    Marker = page.IsTruncated ? page.NextMarker : undefined;
  } while (Marker !== undefined);
}

async function* records(route53: Aws["route53"], HostedZoneId: string) {
  let start: { StartRecordName?: string; StartRecordType?: RecordType; StartRecordIdentifier?: string } = {};
  for (;;) {
    const page = await route53.ListResourceRecordSets({ HostedZoneId, ...start });
    yield* page.ResourceRecordSets ?? [];
    if (!page.IsTruncated) return;
    start = {
      StartRecordName: page.NextRecordName,
      StartRecordType: page.NextRecordType,
      StartRecordIdentifier: page.NextRecordIdentifier,
    };
  }
}

type RecordType = import("@aws-sdk/client-route-53").RRType;
