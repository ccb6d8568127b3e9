/**
 * The hosts file of the local AWS, obeyed by a Node process: preload this with NODE_OPTIONS=--require and name the file
 * in LOCAL_AWS_HOSTS. Like /etc/hosts, but with ports, because everything listens on loopback at ports of its own.
 *
 * Only names of the local AWS are touched, so any other Node program (npm, say) is none the wiser. It depends on nothing
 * and loads core modules alone that are in every Node process anyway.
 */
import dns = require("node:dns");
import fs = require("node:fs");
import modules = require("node:module");
import net = require("node:net");

type Ports = Record<string, { host: string; port: number } | undefined>;
interface Hosts {
  zones: string[];
  names: Record<string, Ports | null | undefined>;
  /** Names that lead to an address which is nobody's here. */
  elsewhere?: Record<string, string | undefined>;
}
type Lookup = NonNullable<net.TcpNetConnectOpts["lookup"]>;

/** libuv's numbers for ENOTFOUND and ECONNREFUSED. */
const UNRESOLVED = -3008;
const REFUSED = -111;

const file = process.env.LOCAL_AWS_HOSTS;
if (file !== undefined && file !== "") {
  const read = reader(file);
  patchConnect(read);
  patchDns(read);
}

/** Gives the hosts file as it is now; it is parsed again only after it has been replaced. */
function reader(path: string): () => Hosts {
  let hosts: Hosts = { zones: [], names: {} };
  let version = "";
  return () => {
    const stat = fs.statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return hosts;
    const current = `${stat.ino} ${stat.mtimeMs} ${stat.size}`;
    if (current !== version) {
      hosts = JSON.parse(fs.readFileSync(path, "utf8")) as Hosts;
      version = current;
    }
    return hosts;
  };
}

/** The ports of a local name; "ENOTFOUND" for a local name that does not exist; undefined for everybody else's. */
function find(hosts: Hosts, hostname: string): Ports | "ENOTFOUND" | undefined {
  const key = findKey(hosts, hostname);
  if (key === undefined || key === "ENOTFOUND") return key;
  return hosts.names[key] ?? "ENOTFOUND";
}

/** The address that DNS gives for a local name that exists. */
function addressOf(hosts: Hosts, hostname: string): string {
  return hosts.elsewhere?.[findKey(hosts, hostname) ?? ""] ?? "127.0.0.1";
}

/** Under which name a name is written in the file: its own, or a wildcard's. */
function findKey(hosts: Hosts, hostname: string): string | undefined {
  const name = hostname.toLowerCase().replace(/\.$/, "");
  if (Object.hasOwn(hosts.names, name)) return name;
  const zone = hosts.zones.find((each) => name === each || name.endsWith(`.${each}`));
  if (zone === undefined) return undefined;
  const existing = new Set<string>();
  for (const each of Object.keys(hosts.names)) {
    for (let parent = each; parent !== ""; parent = parentOf(parent)) existing.add(parent);
  }
  // A wildcard answers only below the closest name that exists (RFC 4592, section 3.3.1).
  if (existing.has(name)) return "ENOTFOUND";
  for (let parent = parentOf(name); parent !== ""; parent = parentOf(parent)) {
    if (hosts.names[`*.${parent}`] !== undefined) return `*.${parent}`;
    if (existing.has(parent)) return "ENOTFOUND";
  }
  return "ENOTFOUND";
}

function parentOf(name: string): string {
  const dot = name.indexOf(".");
  return dot === -1 ? "" : name.slice(dot + 1);
}

function patchConnect(read: () => Hosts): void {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
    // `net.connect` hands over one array, marked with a symbol as normalized; users hand over what they like.
    const [first] = args;
    const normalized = Array.isArray(first) ? first : undefined;
    const options = normalized === undefined ? optionsOf(args) : (normalized[0] as net.NetConnectOpts);
    const diverted = options === undefined ? undefined : divert(read, options);
    if (diverted === undefined) return Reflect.apply(connect, this, args);
    if (normalized === undefined) {
      const listener = args.find((arg) => typeof arg === "function");
      return Reflect.apply(connect, this, listener === undefined ? [diverted] : [diverted, listener]);
    }
    const copy = [diverted, ...normalized.slice(1)];
    for (const symbol of Object.getOwnPropertySymbols(normalized)) {
      Reflect.set(copy, symbol, Reflect.get(normalized, symbol));
    }
    return Reflect.apply(connect, this, [copy]);
  } as typeof connect;
}

/** The options in the three forms of `socket.connect`: (options), (port, host), (path). */
function optionsOf(args: unknown[]): net.NetConnectOpts | undefined {
  const [first, second] = args;
  if (typeof first === "object" && first !== null) return first as net.NetConnectOpts;
  if (typeof second === "string") return { port: Number(first), host: second };
  return undefined;
}

/** Options that lead to the loopback address behind a local name, or to the failure that AWS would show. */
function divert(read: () => Hosts, options: net.NetConnectOpts): net.NetConnectOpts | undefined {
  if (!("port" in options) || typeof options.host !== "string" || net.isIP(options.host) !== 0) return undefined;
  const { host } = options;
  const port = Number(options.port);
  const ports = find(read(), host);
  if (ports === undefined) return undefined;
  if (ports === "ENOTFOUND") return { ...options, lookup: failing(() => notFound(host)) };
  const found = ports[String(port)];
  if (found === undefined) return { ...options, lookup: failing(() => refused(port)) };
  return { ...options, host: found.host, port: found.port, lookup: undefined };
}

/** A look-up that fails, which is how a socket can be made to fail on Node's own way. */
function failing(error: () => Error): Lookup {
  return (_hostname, _options, callback) => {
    process.nextTick(() => callback(error(), "", 4));
  };
}

function notFound(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), {
    errno: UNRESOLVED,
    code: "ENOTFOUND",
    syscall: "getaddrinfo",
    hostname,
  });
}

function refused(port: number): NodeJS.ErrnoException {
  const address = "127.0.0.1";
  const message = `connect ECONNREFUSED ${address}:${port}`;
  return Object.assign(new Error(message), { errno: REFUSED, code: "ECONNREFUSED", syscall: "connect", address, port });
}

/**
 * `dns.lookup` and the `resolve4` family answer for local names: 127.0.0.1, the address that a record gives, or that
 * there is no such name.
 */
function patchDns(read: () => Hosts): void {
  const { lookup, resolve4 } = dns;
  const promised = { lookup: dns.promises.lookup, resolve4: dns.promises.resolve4 };
  const isLocal = (hostname: unknown) => typeof hostname === "string" && find(read(), hostname);

  const patchedLookup = (hostname: string, ...rest: unknown[]): unknown => {
    const found = isLocal(hostname);
    if (!found) return Reflect.apply(lookup, dns, [hostname, ...rest]);
    const callback = rest.at(-1) as (...results: unknown[]) => void;
    const all = typeof rest[0] === "object" && rest[0] !== null && "all" in rest[0] && rest[0].all === true;
    process.nextTick(() => {
      if (found === "ENOTFOUND") callback(notFound(hostname));
      else if (all) callback(null, [{ address: addressOf(read(), hostname), family: 4 }]);
      else callback(null, addressOf(read(), hostname), 4);
    });
    return {};
  };
  // With everything that hangs on the original, so that `util.promisify` finds what it looks for.
  dns.lookup = Object.defineProperties(
    patchedLookup,
    Object.getOwnPropertyDescriptors(lookup),
  ) as unknown as typeof dns.lookup;

  dns.promises.lookup = (async (hostname: string, options?: unknown) => {
    const found = isLocal(hostname);
    if (!found) return Reflect.apply(promised.lookup, dns.promises, [hostname, options]);
    if (found === "ENOTFOUND") throw notFound(hostname);
    const address = { address: addressOf(read(), hostname), family: 4 };
    return typeof options === "object" && options !== null && "all" in options && options.all === true
      ? [address]
      : address;
  }) as typeof dns.promises.lookup;

  const noName = (hostname: string) =>
    Object.assign(new Error(`queryA ENOTFOUND ${hostname}`), { code: "ENOTFOUND", syscall: "queryA", hostname });
  const addresses = (hostname: string, options: unknown): unknown[] => {
    const address = addressOf(read(), hostname);
    const withTtl = typeof options === "object" && options !== null && "ttl" in options && options.ttl === true;
    return [withTtl ? { address, ttl: 60 } : address];
  };

  dns.resolve4 = ((hostname: string, ...rest: unknown[]): void => {
    const found = isLocal(hostname);
    if (!found) {
      Reflect.apply(resolve4, dns, [hostname, ...rest]);
      return;
    }
    const callback = rest.at(-1) as (...results: unknown[]) => void;
    process.nextTick(() => {
      if (found === "ENOTFOUND") callback(noName(hostname));
      else callback(null, addresses(hostname, rest[0]));
    });
  }) as typeof dns.resolve4;

  dns.promises.resolve4 = (async (hostname: string, options?: unknown) => {
    const found = isLocal(hostname);
    if (!found) return Reflect.apply(promised.resolve4, dns.promises, [hostname, options]);
    if (found === "ENOTFOUND") throw noName(hostname);
    return addresses(hostname, options);
  }) as typeof dns.promises.resolve4;
  modules.syncBuiltinESMExports();
}
