/**
 * Single values: each function takes what was written and gives back either what it means or what is wrong with
 * it, in words that say what to write instead.
 */
export type Parsed<T> = { readonly value: T } | { readonly problem: string };

const ok = <T>(value: T): Parsed<T> => ({ value });
const wrong = (problem: string): Parsed<never> => ({ problem });

/** How a value is shown in a message: quoted, on one line, not endless. */
export function show(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A host name of at least two labels (RFC 1123), in lower case. */
export function parseHostName(text: string, example: string): Parsed<string> {
  const instead = `Write the bare host name, for example ${example}.`;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return wrong(`${show(text)} has a scheme. ${instead}`);
  if (/\s/.test(text)) return wrong(`${show(text)} has blanks in it. ${instead}`);
  if (/[/?#]/.test(text)) return wrong(`${show(text)} has a path. ${instead}`);
  if (/^\[?[0-9a-f]*:[0-9a-f:.]+\]?$/i.test(text) && text.split(":").length > 2)
    return wrong(`${show(text)} is an IP address. ${instead}`);
  if (text.includes(":")) return wrong(`${show(text)} has a port. ${instead}`);
  if (text.endsWith(".")) return wrong(`${show(text)} ends with a dot. ${instead}`);
  if (text.includes("*"))
    return wrong(`${show(text)} is a wildcard; the hosts below the domain are covered without one. ${instead}`);
  if (text.includes("_")) return wrong(`${show(text)} has an underscore, which a host name cannot have. ${instead}`);
  const name = text.toLowerCase();
  if (/^\d+(\.\d+){3}$/.test(name)) return wrong(`${show(text)} is an IP address. ${instead}`);
  const labels = name.split(".");
  if (labels.length < 2) return wrong(`${show(text)} is a single label. ${instead}`);
  for (const label of labels) {
    if (label.length > 63) return wrong(`the label ${show(label)} is longer than 63 characters. ${instead}`);
    if (!LABEL.test(label))
      return wrong(
        label === ""
          ? `${show(text)} has an empty label. ${instead}`
          : `${show(label)} is not fit for a host name: letters, digits and hyphens, no hyphen at either end. ${instead}`,
      );
  }
  if (/^\d+$/.test(labels.at(-1) ?? "")) return wrong(`${show(text)} ends with a number. ${instead}`);
  if (name.length > 253) return wrong(`${show(text)} is longer than 253 characters. ${instead}`);
  return ok(name);
}

/** The platform's domain: ACM takes at most 64 characters as a certificate's name (RFC 5280's common name). */
export function parseDomain(text: string): Parsed<string> {
  const parsed = parseHostName(text, "app.example.com");
  if ("value" in parsed && parsed.value.length > 64)
    return wrong(`${show(text)} is longer than 64 characters, which is the most that a certificate can be for.`);
  return parsed;
}

/** Whether the platform's certificate, for the domain and `*.domain`, covers a host. */
export function isCovered(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !host.slice(0, -domain.length - 1).includes("."));
}

/** Route 53 shows the id with and without its `/hostedzone/` prefix. */
export function parseHostedZoneId(text: string): Parsed<string> {
  const id = text.replace(/^\/?hostedzone\//, "");
  return /^Z[A-Z0-9]{1,31}$/.test(id)
    ? ok(id)
    : wrong(
        `${show(text)} is not the id of a hosted zone. Write the id that Route 53 shows for the zone, for example Z0123456789ABCDEFGHIJ.`,
      );
}

// The reference grammar of the distribution project: [host[:port]/]path[/path][:tag][@digest].
const PATH_PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const REGISTRY =
  "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::[0-9]+)?/)?";
const IMAGE = new RegExp(
  `^${REGISTRY}${PATH_PART}(?:/${PATH_PART})*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`,
);

/** An image reference; AWS takes at most 255 characters. */
export function parseImage(text: string): Parsed<string> {
  const instead = "Write it like registry/name:tag or registry/name@sha256:digest.";
  if (/\s/.test(text)) return wrong(`${show(text)} has blanks in it. ${instead}`);
  if (text.length > 255) return wrong(`${show(text)} is longer than 255 characters. ${instead}`);
  return IMAGE.test(text) ? ok(text) : wrong(`${show(text)} is not an image reference. ${instead}`);
}

/** The name of an environment: it becomes a label of a host name. */
export function parseEnvironment(text: string): Parsed<string> {
  const instead = "Write lower-case letters, digits and single hyphens, at most 40, for example staging or pr-12.";
  if (text.length > 40) return wrong(`${show(text)} is longer than 40 characters. ${instead}`);
  // Two hyphens in a row separate the parts of a stack's name, and host names reserve them for xn-- labels.
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
    ? ok(text)
    : wrong(`${show(text)} is not fit for a host name. ${instead}`);
}

/** The name of an app: part of stack names. */
export function parseApp(text: string): Parsed<string> {
  return text.length <= 40 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
    ? ok(text)
    : wrong(
        `${show(text)} is not fit for a stack's name. Write lower-case letters, digits and single hyphens, at most 40, for example web.`,
      );
}

/** The name of an app from the name of a repository, which may hold more than a stack's name may. */
export function appFromRepository(repository: string): string {
  const name = repository.split("/").at(-1) ?? "";
  const app = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return app || "app";
}

/** A whole number in plain decimal digits. */
export function parseWholeNumber(text: string, { least, most }: { least: number; most: number }): Parsed<number> {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most
    ? ok(number)
    : wrong(`${show(text)} is not a whole number from ${least} to ${most}.`);
}

/** GitHub's inputs are text: exactly `true` or `false`. */
export function parseBoolean(text: string): Parsed<boolean> {
  if (text === "true") return ok(true);
  if (text === "false") return ok(false);
  return wrong(`${show(text)} is neither true nor false. Write true or false.`);
}

/** One of a few words, spelled exactly so. */
export function parseChoice<T extends string>(text: string, choices: readonly T[]): Parsed<T> {
  const choice = choices.find((one) => one === text);
  return choice === undefined ? wrong(`${show(text)} is not known. Write ${choices.join(" or ")}.`) : ok(choice);
}

/** A path as health checks send it: ELBv2's HealthCheckPath takes 1 to 1024 characters and starts with a slash. */
export function parsePath(text: string): Parsed<string> {
  if (!text.startsWith("/")) return wrong(`${show(text)} does not start with a slash. Write a path like /healthz.`);
  if (text.length > 1024) return wrong(`${show(text)} is longer than 1024 characters.`);
  return /^[!-~]+$/.test(text)
    ? ok(text)
    : wrong(`${show(text)} has blanks or characters that a URL cannot have. Write them percent-encoded.`);
}

/**
 * Cognito's rule for a domain prefix; the reserved words are from its guide
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html).
 */
export function parseDomainPrefix(text: string): Parsed<string> {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text))
    return wrong(
      `${show(text)} is not a domain prefix. Write lower-case letters, digits and hyphens, at most 63, for example my-team-sign-in.`,
    );
  const reserved = ["aws", "amazon", "cognito"].find((word) => text.includes(word));
  return reserved ? wrong(`${show(text)} contains the reserved word ${reserved}. Leave it out.`) : ok(text);
}

/** A container's command: a JSON array of strings. */
export function parseCommand(text: string): Parsed<readonly string[]> {
  const instead = 'Write a JSON array of strings, for example ["node", "server.js"].';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return wrong(`${show(text)} is not JSON. ${instead}`);
  }
  if (!Array.isArray(json) || json.length === 0 || !json.every((part) => typeof part === "string"))
    return wrong(`${show(text)} is not an array of strings. ${instead}`);
  return ok(json);
}

/** A span of time such as 30m, 12h or 3d, in milliseconds. At least 10 minutes, at most a year. */
export function parseSpan(text: string): Parsed<number> {
  const [, number, unit] = text.match(/^(\d{1,6})([mhd])$/) ?? [];
  const span = Number(number) * ({ m: 60_000, h: 3_600_000, d: 86_400_000 }[unit ?? ""] ?? Number.NaN);
  if (span >= 10 * 60_000 && span <= 365 * 86_400_000) return ok(span);
  return wrong(
    `${show(text)} is not a span of time from 10 minutes to 365 days. Write minutes, hours or days, for example 90m, 72h or 14d.`,
  );
}

/** Which pull requests get a preview. */
export type PreviewsFor = { readonly kind: "all" | "ready" } | { readonly kind: "labeled"; readonly label: string };

/** `all`, `ready` (no drafts) or `labeled:<name>`. GitHub's labels have at most 50 characters. */
export function parsePreviewsFor(text: string): Parsed<PreviewsFor> {
  if (text === "all" || text === "ready") return ok({ kind: text });
  const label = text.match(/^labeled:(.*)$/s)?.[1]?.trim();
  if (label !== undefined && label !== "" && label.length <= 50) return ok({ kind: "labeled", label });
  return wrong(
    `${show(text)} is not known. Write all, ready or labeled:<name of a label>, for example labeled:preview.`,
  );
}

/** How long CloudWatch Logs can keep log lines; LogRetentionInDays in ecs-service.yml takes the same. */
export const LOG_RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export function parseLogRetention(text: string): Parsed<number> {
  const days = LOG_RETENTION_DAYS.find((one) => String(one) === text);
  return days === undefined
    ? wrong(
        `${show(text)} is not a number of days that CloudWatch Logs offers. Write one of ${LOG_RETENTION_DAYS.join(", ")}.`,
      )
    : ok(days);
}

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html: MiB from, to, step.
const FARGATE: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024, 2048],
  512: steps(1024, 4096, 1024),
  1024: steps(2048, 8192, 1024),
  2048: steps(4096, 16384, 1024),
  4096: steps(8192, 30720, 1024),
  8192: steps(16384, 61440, 4096),
  16384: steps(32768, 122880, 8192),
};

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}

/** What is wrong with `cpu`, or else with `memory` at that cpu. */
export function checkFargateSize(cpu: string, memory: string): { cpu?: string; memory?: string } {
  const sizes = /^\d+$/.test(cpu) ? FARGATE[Number(cpu)] : undefined;
  if (!sizes)
    return { cpu: `${show(cpu)} is not a size that Fargate offers. Write ${Object.keys(FARGATE).join(", ")}.` };
  if (/^\d+$/.test(memory) && sizes.includes(Number(memory))) return {};
  const range =
    sizes.length > 3
      ? `${sizes[0]} to ${sizes.at(-1)} in steps of ${Number(sizes[1]) - Number(sizes[0])}`
      : sizes.join(", ");
  return { memory: `${show(memory)} does not go with cpu ${cpu} on Fargate. Write ${range}.` };
}

/** A member of what was read from JSON, of which nothing is known. */
export function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
