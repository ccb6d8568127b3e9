/**
 * Preloaded into every container's process (`NODE_OPTIONS=--require`): the container's own network. A TCP server that
 * listens on port 80 gets a free port of 127.0.0.1 instead, and the runtime is told over the process' IPC channel
 * which port of the container that is. The program sees the port that it asked for.
 *
 * A server that listens on a loopback host is not announced: nobody outside of a container reaches it either.
 */
import net = require("node:net");

type Announcement = { listening: number; address: { host: string; port: number } } | { closed: number };
type Listen = (this: net.Server, ...args: unknown[]) => net.Server;
type Requested = { port: number; host: string | undefined; options: object; callback: unknown };

beProcessOne();
const taken = new Set<number>();
const announce = channel();
const listen = net.Server.prototype.listen as Listen;

net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]): net.Server {
  const requested = tcp(args);
  if (requested === undefined) return listen.apply(this, args);
  const { port, host, options, callback } = requested;
  if (port !== 0 && taken.has(port)) return inUse(this, port);
  if (port !== 0) taken.add(port);
  let containerPort = port;
  this.once("listening", () => {
    const real = Reflect.apply(net.Server.prototype.address, this, []) as net.AddressInfo;
    if (port === 0) containerPort = real.port;
    const seen = {
      address: host ?? "::",
      family: host?.includes(":") === false ? "IPv4" : "IPv6",
      port: containerPort,
    };
    this.address = () => (this.listening ? seen : null);
    if (!isLoopback(host)) announce({ listening: containerPort, address: { host: "127.0.0.1", port: real.port } });
  });
  this.once("close", () => {
    taken.delete(port);
    if (!isLoopback(host)) announce({ closed: containerPort });
  });
  return listen.call(this, { ...options, port: 0, host: "127.0.0.1", exclusive: true, ipv6Only: false }, callback);
} as typeof net.Server.prototype.listen;

/** What `listen(...)` asks for, if it is a TCP port: see the forms in https://nodejs.org/api/net.html#serverlisten */
function tcp(args: unknown[]): Requested | undefined {
  const callback = args.findLast((arg) => typeof arg === "function");
  const [first, second] = args;
  if (first === undefined || first === null || typeof first === "function") {
    return { port: 0, host: undefined, options: {}, callback };
  }
  if (typeof first === "number" || (typeof first === "string" && /^\d+$/.test(first))) {
    return { port: Number(first), host: typeof second === "string" ? second : undefined, options: {}, callback };
  }
  if (typeof first !== "object" || !("port" in first) || first.port === undefined) return undefined;
  const host = "host" in first && typeof first.host === "string" ? first.host : undefined;
  return { port: Number(first.port), host, options: first, callback };
}

/**
 * Linux ignores a signal for process 1 that the program has no handler for, so that a container whose program does not
 * handle SIGTERM is killed when the stop timeout is over (exit code 137), unless an init process is number 1.
 */
function beProcessOne(): void {
  const init = process.env.LOCAL_AWS_CONTAINER_INIT !== undefined;
  delete process.env.LOCAL_AWS_CONTAINER_INIT;
  if (!init) process.on("SIGTERM", () => {});
}

function isLoopback(host: string | undefined): boolean {
  return host !== undefined && (host === "localhost" || host === "::1" || /^127\./.test(host));
}

function inUse(server: net.Server, port: number): net.Server {
  const error = Object.assign(new Error(`listen EADDRINUSE: address already in use :::${port}`), {
    code: "EADDRINUSE",
    errno: -98,
    syscall: "listen",
    address: "::",
    port,
  });
  process.nextTick(() => server.emit("error", error));
  return server;
}

/** Takes the IPC channel for ourselves: the program must not see it, nor be kept alive by it. */
function channel(): (announcement: Announcement) => void {
  const send = process.send?.bind(process);
  if (send === undefined) {
    // A worker thread or a child of the container's first process has no channel of its own.
    return (announcement) => {
      if ("listening" in announcement) {
        process.stderr.write(
          `The local AWS cannot reach port ${announcement.listening}: only the container's first process can listen.\n`,
        );
      }
    };
  }
  // A container does not outlive its host.
  process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
  process.channel?.unref();
  delete process.send;
  return (announcement) => {
    if (process.connected) send(announcement);
  };
}
