import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Aws } from "../../aws/aws.js";
import type { MemoryLimit } from "./memory-limit.js";
import { type Image, ImageRegistry } from "./registry.js";

/** What `docker run` would be told. */
export interface ContainerSpec {
  readonly image: Image;
  /** The task's network interface, which the container's ports are bound to. */
  readonly networkInterfaceId: string;
  readonly hostname: string;
  /** The task definition's; the image's own comes beneath it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly entryPoint?: readonly string[] | undefined;
  readonly command?: readonly string[] | undefined;
  /** The machine's, to which an image of another kind is an `exec format error`. */
  readonly architecture: Image["architecture"];
  /** In MiB: a container that holds more is killed, and so is one of a task whose containers hold more together. */
  readonly memory?: { readonly own: number; readonly task: MemoryLimit };
  /** Whether an init process is process 1, as `docker run --init`. */
  readonly init: boolean;
  /** A line of standard output or standard error, without its end. */
  onLine(line: string): void;
}

/** Why a container could not be started, in runc's words, which follow `CannotStartContainerError: `. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** The account, and the file in which its network tells processes where names lead. */
type Machine = Aws & { readonly hostsFile: string };

/** From build/local/edge/containers to the repository, where the images are. */
const ROOT = join(import.meta.dirname, "..", "..", "..", "..");
const PRELOADS = [join(import.meta.dirname, "container.cjs"), join(import.meta.dirname, "..", "hosts.cjs")];

/** A Node process needs this long to answer what it has begun, however fast the clock runs. */
const LEAST_STOP_MS = 2000;

/**
 * Runs containers as child processes: Node programs from a folder, with a network of their own (`container.cts`) and
 * nothing of the host's environment.
 *
 * Not here: ECS's container metadata endpoint (ECS_CONTAINER_METADATA_URI_V4), task role credentials, file system and
 * process isolation, cpu limits, and any program but `node`.
 */
export class ContainerRuntime {
  readonly #aws: Machine;
  readonly #running = new Set<Container>();
  #images: ImageRegistry | undefined;

  constructor(aws: Machine) {
    this.#aws = aws;
  }

  /** The registries that images are pulled from. */
  get images(): ImageRegistry {
    const { accountId, region } = this.#aws;
    this.#images ??= new ImageRegistry({
      file: join(ROOT, "local", "images", "registry.json"),
      root: ROOT,
      ownEcr: `${accountId}.dkr.ecr.${region}.amazonaws.com`,
    });
    return this.#images;
  }

  /** Starts a container. Throws `StartError`. */
  run(spec: ContainerSpec): Container {
    const [program, ...args] = commandLine(spec);
    if (program === undefined) {
      throw new StartError("failed to create task for container: no command specified");
    }
    if (program !== "node" && program !== "/usr/local/bin/node") {
      throw new StartError(
        `failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "${program}": executable file not found in $PATH: unknown`,
      );
    }
    // A program for another processor ends as one that says so: the kernel refuses to execute it.
    const argv =
      spec.image.architecture === spec.architecture
        ? args
        : ["--eval", `process.stderr.write("exec /usr/local/bin/node: exec format error\\n"); process.exitCode = 1`];
    const child = spawn(process.execPath, argv, {
      cwd: spec.image.folder,
      env: this.#environment(spec),
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const container = new Container(child, this.#aws, spec);
    const { memory } = spec;
    if (memory !== undefined) memory.task.watch(child, memory.own, () => container.markOutOfMemory());
    this.#running.add(container);
    void container.exited.then(() => this.#running.delete(container));
    return container;
  }

  /** Kills every container and waits until they are gone. */
  async close(): Promise<void> {
    await Promise.all([...this.#running].map((container) => container.stop(0)));
  }

  #environment({ image, environment, hostname, init }: ContainerSpec): NodeJS.ProcessEnv {
    const { authority, hostsFile, region } = this.#aws;
    const own = {
      PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      HOSTNAME: hostname,
      HOME: "/root",
      AWS_EXECUTION_ENV: "AWS_ECS_FARGATE",
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      ...image.environment,
      ...environment,
    };
    const preloads = PRELOADS.map((file) => `--require ${JSON.stringify(file)}`).join(" ");
    const wanted = "NODE_OPTIONS" in own ? ` ${own.NODE_OPTIONS}` : "";
    return {
      ...own,
      // The machine's part: names resolve, and the local authority is one of the public ones.
      NODE_OPTIONS: `${preloads}${wanted}`,
      NODE_EXTRA_CA_CERTS: authority.certificateFile,
      LOCAL_AWS_HOSTS: hostsFile,
      ...(init && { LOCAL_AWS_CONTAINER_INIT: "1" }),
    };
  }
}

/** As Docker combines them: an entry point of one's own drops the image's command. */
function commandLine({ image, entryPoint, command }: ContainerSpec): string[] {
  const start = entryPoint !== undefined && entryPoint.length > 0 ? entryPoint : image.entryPoint;
  const rest = command !== undefined && command.length > 0 ? command : start === image.entryPoint ? image.command : [];
  return [...start, ...rest];
}

/** A running container. */
export class Container {
  /** The exit code, 128 and the signal's number if a signal ended it: 137 after SIGKILL. All lines have been given. */
  readonly exited: Promise<number>;
  /** Resolves when the program first listens or has ended. */
  readonly booted: Promise<void>;
  readonly #child: ChildProcess;
  readonly #aws: Aws;
  #outOfMemory = false;
  readonly #unbind = new Map<number, () => void>();

  constructor(child: ChildProcess, aws: Aws, { networkInterfaceId, onLine }: ContainerSpec) {
    this.#child = child;
    this.#aws = aws;
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", onLine);
    }
    const { promise: booted, resolve: boot } = Promise.withResolvers<void>();
    this.booted = booted;
    child.on("message", (message) => {
      if (!isAnnouncement(message)) return;
      if ("closed" in message) return this.#close(message.closed);
      if (aws.network.dial(networkInterfaceId, message.listening) !== undefined) {
        // Another container of the task, which has the same network, was first.
        onLine(`Error: listen EADDRINUSE: address already in use :::${message.listening}`);
        child.kill("SIGKILL");
        return;
      }
      this.#unbind.set(message.listening, aws.network.bind(networkInterfaceId, message.listening, message.address));
      boot();
    });
    this.exited = new Promise((resolve) => {
      child.once("error", (error) => {
        if (child.pid !== undefined) return;
        onLine(`The process could not be started: ${error.message}`);
        boot();
        resolve(127);
      });
      child.once("close", (code, signal) => {
        for (const port of [...this.#unbind.keys()]) this.#close(port);
        boot();
        resolve(signal === null ? (code ?? 0) : 128 + constants.signals[signal]);
      });
    });
  }

  /** Whether it was killed for holding more memory than it may. */
  get outOfMemory(): boolean {
    return this.#outOfMemory;
  }

  markOutOfMemory(): void {
    this.#outOfMemory = true;
  }

  /** Sends SIGTERM and, if that was not enough for `timeoutSeconds` of AWS's time, SIGKILL. The exit code. */
  async stop(timeoutSeconds: number): Promise<number> {
    this.#child.kill("SIGTERM");
    const milliseconds = timeoutSeconds * 1000;
    const patience = Math.max(milliseconds / this.#aws.clock.speed, Math.min(milliseconds, LEAST_STOP_MS));
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), patience);
    try {
      return await this.exited;
    } finally {
      clearTimeout(timer);
    }
  }

  #close(port: number): void {
    this.#unbind.get(port)?.();
    this.#unbind.delete(port);
  }
}

type Announcement = { listening: number; address: { host: string; port: number } } | { closed: number };

function isAnnouncement(message: unknown): message is Announcement {
  return typeof message === "object" && message !== null && ("listening" in message || "closed" in message);
}
