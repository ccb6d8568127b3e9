import { readFile, rm, writeFile } from "node:fs/promises";
import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import type { Address, Hosts } from "../edge/network.js";

/** A connection through the far network, in milliseconds of `performance.now()`. */
export interface Connection {
  readonly openedAt: number;
  /** When the last byte so far came back to whoever opened it; undefined before the first. */
  readonly answeredAt: number | undefined;
}

export interface FarNetwork {
  /** For a process that is to find everything far away. */
  readonly env: Readonly<Record<string, string>>;
  /** The loopback address at which a name answers from afar. */
  find(name: string, port: number): Address;
  /** The connections since the last time; forgotten by this. */
  take(): Connection[];
  close(): Promise<void>;
}

/**
 * The public names of the local AWS as somebody finds them who is `roundTripMs` away: every one is behind a relay that
 * takes one round trip to connect and one for whatever is answered. A request on a connection of its own takes three
 * with TLS 1.3, one more with 1.2. DNS takes no time, and bytes are not counted.
 */
export async function openFarNetwork(hostsFile: string, roundTripMs: number): Promise<FarNetwork> {
  const hosts = JSON.parse(await readFile(hostsFile, "utf8")) as Hosts;
  const relays = new Map<string, Relay>();
  const connections: { openedAt: number; answeredAt: number | undefined }[] = [];
  for (const address of Object.values(hosts.names).flatMap((ports) => Object.values(ports ?? {}))) {
    const key = `${address.host}:${address.port}`;
    if (relays.has(key)) continue;
    relays.set(
      key,
      await startRelay(address, roundTripMs, (opened) => {
        connections.push(opened);
      }),
    );
  }
  const far = (address: Address) => relays.get(`${address.host}:${address.port}`)?.address ?? address;
  const names = Object.fromEntries(
    Object.entries(hosts.names).map(([name, ports]) => [
      name,
      ports && Object.fromEntries(Object.entries(ports).map(([port, address]) => [port, far(address)])),
    ]),
  );
  // Beside the near one, so that it goes with it should this process be killed.
  const file = join(`${hostsFile}.far`);
  await writeFile(file, JSON.stringify({ ...hosts, names } satisfies Hosts));
  return {
    env: { LOCAL_AWS_HOSTS: file },
    find: (name, port) => {
      const found = names[name]?.[String(port)];
      if (!found) throw new Error(`Nothing answers at ${name}:${port}`);
      return found;
    },
    take: () => connections.splice(0),
    close: async () => {
      await Promise.all([...relays.values()].map((relay) => relay.close()));
      await rm(file, { force: true });
    },
  };
}

interface Relay {
  readonly address: Address;
  close(): Promise<void>;
}

async function startRelay(
  target: Address,
  roundTripMs: number,
  note: (opened: { openedAt: number; answeredAt: number | undefined }) => void,
): Promise<Relay> {
  const sockets = new Set<Socket>();
  const server: Server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const connection = { openedAt: performance.now(), answeredAt: undefined as number | undefined };
    note(connection);
    const far = connect({ ...target, allowHalfOpen: true, noDelay: true });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {
        near.destroy();
        far.destroy();
      });
      socket.on("close", () => sockets.delete(socket));
    }
    // Loopback connects at once: the round trip that it would take is waited for before the first byte goes on.
    pass(near, far, () => connection.openedAt + roundTripMs);
    pass(
      far,
      near,
      () => performance.now() + roundTripMs,
      () => {
        connection.answeredAt = performance.now();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("The relay listens nowhere");
  return {
    address: { host: "127.0.0.1", port: bound.port },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Hands on whatever comes, in order, each chunk and the end when `due` says at its arrival. */
function pass(from: Socket, to: Socket, due: () => number, onPassed: () => void = () => {}): void {
  let last: Promise<void> = Promise.resolve();
  const later = (action: () => void) => {
    const at = due();
    last = last
      .then(() => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, at - performance.now()))))
      .then(() => {
        if (!to.destroyed) action();
      });
  };
  from.on("data", (chunk) =>
    later(() => {
      to.write(chunk);
      onPassed();
    }),
  );
  from.on("end", () => later(() => to.end()));
  from.on("close", () => later(() => to.destroySoon()));
}
