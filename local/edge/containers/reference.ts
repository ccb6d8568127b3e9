/** The parts of an image reference, as `docker pull` reads them. */
export interface ImageReference {
  /** `docker.io` when the reference names none. */
  readonly registry: string;
  /** `library/nginx` for `nginx`. */
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:` and 64 hexadecimal digits; wins over the tag. */
  readonly digest?: string;
  /** As containerd writes it in its messages: `docker.io/library/nginx:latest`. */
  readonly text: string;
}

const COMPONENT = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const REGISTRY = /^(?:localhost|(?=.*[.:])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)(?::[0-9]+)?$/;

/**
 * Reads `[registry/]repository[:tag][@digest]`; undefined if it is no such thing.
 * https://github.com/distribution/reference (the grammar that Docker and containerd share)
 */
export function parseImageReference(reference: string): ImageReference | undefined {
  const at = reference.indexOf("@");
  const digest = at === -1 ? undefined : reference.slice(at + 1);
  const rest = at === -1 ? reference : reference.slice(0, at);
  const slash = rest.indexOf("/");
  const first = slash === -1 ? "" : rest.slice(0, slash);
  const hasRegistry = first === "localhost" || /[.:]/.test(first);
  const registry = hasRegistry ? first : "docker.io";
  const path = hasRegistry ? rest.slice(slash + 1) : rest;
  const colon = path.lastIndexOf(":");
  const tag = colon === -1 ? undefined : path.slice(colon + 1);
  const name = colon === -1 ? path : path.slice(0, colon);
  const repository = registry === "docker.io" && !name.includes("/") ? `library/${name}` : name;

  const valid =
    REGISTRY.test(registry) &&
    REPOSITORY.test(repository) &&
    (tag === undefined || TAG.test(tag)) &&
    (digest === undefined || DIGEST.test(digest));
  if (!valid) return undefined;

  const effectiveTag = tag ?? (digest === undefined ? "latest" : undefined);
  const text = `${registry}/${repository}${effectiveTag === undefined ? "" : `:${effectiveTag}`}${digest === undefined ? "" : `@${digest}`}`;
  return {
    registry,
    repository,
    text,
    ...(effectiveTag !== undefined && { tag: effectiveTag }),
    ...(digest !== undefined && { digest }),
  };
}
