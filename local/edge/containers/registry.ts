import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ImageReference, parseImageReference } from "./reference.js";

/** What `docker inspect` would show of an image, as far as a container needs it. */
export interface Image {
  /** `sha256:...` over the configuration and every file. */
  readonly digest: string;
  /** The folder that is the container's working directory. */
  readonly folder: string;
  readonly entryPoint: readonly string[];
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly architecture: "amd64" | "arm64";
}

interface ImageConfiguration {
  readonly folder: string;
  readonly entryPoint: readonly string[];
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Default: images for both, as most public ones have. */
  readonly architectures?: readonly Image["architecture"][];
}

interface RegistryFile {
  readonly images: Readonly<Record<string, ImageConfiguration>>;
  /** By repository, then tag: the name of an image. `{ecr}` stands for the account's own ECR registry. */
  readonly repositories: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Why an image could not be pulled, in the words of containerd, which follow `CannotPullContainerError: `. */
export class PullError extends Error {
  override readonly name = "PullError";
}

/** Where images come from: the registries of the local AWS, read from `local/images/registry.json`. */
export class ImageRegistry {
  readonly #file: RegistryFile;
  readonly #root: string;
  readonly #ownEcr: string;
  readonly #digests = new Map<string, string>();

  /** `root` is the folder that the file's folders are relative to, `ownEcr` the host of the account's ECR registry. */
  constructor({ file, root, ownEcr }: { file: string; root: string; ownEcr: string }) {
    this.#file = JSON.parse(readFileSync(file, "utf8"));
    this.#root = root;
    this.#ownEcr = ownEcr;
  }

  /**
   * The image behind a reference for an architecture. Throws `PullError` as the registry and containerd would answer.
   * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html
   */
  pull(reference: string, architecture: Image["architecture"]): Image {
    const parsed = parseImageReference(reference);
    if (parsed === undefined) {
      throw new PullError(`pull image manifest has been retried 1 time(s): invalid reference format: ${reference}`);
    }
    const repository = this.#repository(parsed);
    if (repository === undefined) throw new PullError(missingRepository(parsed));
    const name =
      parsed.digest === undefined
        ? repository[parsed.tag ?? "latest"]
        : Object.values(repository).find((image) => this.#digest(image) === parsed.digest);
    const configuration = name === undefined ? undefined : this.#file.images[name];
    if (name === undefined || configuration === undefined) {
      throw new PullError(
        `pull image manifest has been retried 1 time(s): failed to resolve ref ${parsed.text}: ${parsed.text}: not found`,
      );
    }
    const architectures = configuration.architectures ?? ["amd64", "arm64"];
    if (architectures.length > 1 && !architectures.includes(architecture)) {
      throw new PullError(`image Manifest does not contain descriptor matching platform 'linux/${architecture}'`);
    }
    return {
      digest: this.#digest(name),
      folder: join(this.#root, configuration.folder),
      entryPoint: configuration.entryPoint,
      command: configuration.command,
      environment: configuration.environment ?? {},
      // An image made for one architecture alone is no manifest list: it is pulled, and cannot be executed.
      architecture: architectures.includes(architecture) ? architecture : (architectures[0] ?? architecture),
    };
  }

  #repository({ registry, repository }: ImageReference): Readonly<Record<string, string>> | undefined {
    const host = registry === this.#ownEcr ? "{ecr}" : registry === "index.docker.io" ? "docker.io" : registry;
    return this.#file.repositories[`${host}/${repository}`];
  }

  #digest(name: string): string {
    const known = this.#digests.get(name);
    if (known !== undefined) return known;
    const configuration = this.#file.images[name];
    if (configuration === undefined) throw new Error(`registry.json names an image ${name} that it does not describe.`);
    const hash = createHash("sha256").update(JSON.stringify(configuration));
    const folder = join(this.#root, configuration.folder);
    for (const file of filesBelow(folder)) hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
    const digest = `sha256:${hash.digest("hex")}`;
    this.#digests.set(name, digest);
    return digest;
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Docker Hub does not tell a repository that is private from one that isn't there; ECR answers 403 to strangers. */
function missingRepository({ registry, repository, text }: ImageReference): string {
  const ecr = /^(\d{12})\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com$/.exec(registry);
  if (registry === "docker.io" || registry === "index.docker.io") {
    return `pull image manifest has been retried 1 time(s): failed to resolve ref ${text}: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`;
  }
  if (ecr !== null)
    return `pull image manifest has been retried 1 time(s): failed to resolve ref ${text}: ${text}: not found`;
  return `pull image manifest has been retried 5 time(s): failed to resolve ref ${text}: failed to do request: Head "https://${registry}/v2/${repository}/manifests/${text.slice(text.lastIndexOf(":") + 1)}": dial tcp: lookup ${registry}: no such host`;
}
