import { type CostEstimate, dollars } from "../plan/cost.js";
import { code, fenced, plain } from "./markdown.js";
import type { Failure } from "./report.js";

/** What there is to tell about a preview. Times are ISO 8601. */
export interface PreviewFacts {
  readonly app: string;
  readonly environment: string;
  readonly state: "deploying" | "deployed" | "failed" | "superseded" | "full" | "asleep" | "removed";
  /** Where the preview answers. */
  readonly url?: string | undefined;
  readonly image?: string | undefined;
  /** The commit that the preview shows, also while the next one is deployed, or after it failed. */
  readonly deployedSha?: string | undefined;
  /** The pull request's newest commit. */
  readonly headSha: string;
  /** How a reviewer gets in: registers at the sign-in page, is given an account, or needs none. */
  readonly signIn?: "self sign-up" | "by invitation" | "none" | undefined;
  readonly expiresAt?: string | undefined;
  /** How to make it stay longer. */
  readonly extendHint?: string | undefined;
  readonly smokeTest?:
    | { readonly verdict: "passed" | "failed" | "exposed" | "skipped"; readonly seen: string }
    | undefined;
  readonly cost?: CostEstimate | undefined;
  /** The run that has the log. */
  readonly logUrl: string;
  readonly failure?: Failure | undefined;
  /** Why it is full, superseded, asleep or removed, and what to do about it. */
  readonly reason?: string | undefined;
  readonly removedAt?: string | undefined;
}

/**
 * What a comment's text may be long: GitHub says "maximum is 65536 characters", less the room for the marker. Counted in
 * UTF-16, which is never less than GitHub's count, in code points.
 */
export const COMMENT_LIMIT = 65_536 - 512;

/** The pull request's comment about a preview, in GitHub's Markdown, COMMENT_LIMIT long at most. Pure. */
export function renderComment(facts: PreviewFacts): string {
  const { state, failure, reason, logUrl } = facts;
  const lines = [
    `### ${HEADLINE[state](`${plain(cut(facts.environment, 100))} of ${plain(cut(facts.app, 100))}`)}`,
    "",
  ];
  if (failure) lines.push("> [!CAUTION]", `> ${plain(summarize(failure.message))}`, "");
  if (reason) lines.push(plain(cut(reason, 600)), "");
  const rows = describe(facts);
  if (rows.length > 0) lines.push("| | |", "|---|---|", ...rows.map(([name, value]) => `| ${name} | ${value} |`), "");
  const end = link("Log of the run", logUrl);
  const head = lines.join("\n");
  if (!failure) return `${head}\n${end}`;
  return `${head}\n${foldFailure(failure, COMMENT_LIMIT - head.length - end.length - 2)}\n${end}`;
}

// GitHub's names for emoji: a bundle in plain ASCII is read faster than one with any other character in it.
const HEADLINE: Record<PreviewFacts["state"], (name: string) => string> = {
  deploying: (name) => `:hourglass_flowing_sand: Preview ${name} is being deployed`,
  deployed: (name) => `:white_check_mark: Preview ${name} is deployed`,
  failed: (name) => `:x: The deploy of preview ${name} failed`,
  superseded: (name) => `:fast_forward: Preview ${name}: a newer push took over`,
  full: (name) => `:no_entry: There is no room for preview ${name}`,
  asleep: (name) => `:zzz: Preview ${name} is asleep`,
  removed: (name) => `:wastebasket: Preview ${name} is removed`,
};

const SIGN_IN = {
  "self sign-up": "the page asks for it; whoever has no account makes one there",
  "by invitation": "the page asks for it; accounts are made by those who run the user pool",
  none: ":warning: nobody is asked to sign in: the whole app is public",
} as const;

const VERDICT = {
  passed: ":white_check_mark: passed",
  failed: ":x: failed",
  exposed: ":rotating_light: EXPOSED",
  skipped: ":white_circle: skipped",
} as const;

/** The table's rows; a preview that is gone or never was has few. */
function describe(facts: PreviewFacts): [name: string, value: string][] {
  const { state, url, deployedSha, image, signIn, expiresAt, extendHint, smokeTest, cost, removedAt } = facts;
  const isUnderWay = state === "deploying" || state === "deployed";
  const isThere = isUnderWay || (deployedSha !== undefined && state !== "removed" && state !== "full");
  const rows: [string, string | undefined | false][] = [
    ["Address", isThere && url && describeAddress(facts, url)],
    ["Version", describeVersion(facts)],
    // What an earlier version was made of is not known.
    ["Image", isUnderWay && image && code(cut(image, 300))],
    ["Sign-in", isThere && signIn && SIGN_IN[signIn]],
    ["Smoke test", smokeTest && `${VERDICT[smokeTest.verdict]}: ${plain(cut(smokeTest.seen, 200))}`],
    [
      "Expires",
      isThere &&
        expiresAt &&
        [`${time(expiresAt)}; each deploy renews it`, extendHint && plain(cut(extendHint, 200))]
          .filter(Boolean)
          .join(". "),
    ],
    [
      "Cost",
      isThere &&
        state !== "asleep" &&
        cost &&
        `about ${plain(dollars(cost.perDay))} a day<br><sub>estimate: ${plain(cost.assumptions.join("; "))}</sub>`,
    ],
    ["Removed", removedAt && time(removedAt)],
  ];
  return rows.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
}

function describeAddress({ state, deployedSha, headSha }: PreviewFacts, url: string): string {
  const address = link(url, url);
  if (state === "deployed") return `**${address}**`;
  if (state === "asleep") return `${address} (answers again after the next deploy)`;
  if (deployedSha === undefined) return `${address} (not yet)`;
  return deployedSha === headSha ? address : `${address} (the version before)`;
}

function describeVersion({ state, deployedSha, headSha }: PreviewFacts): string {
  const [shown, head] = [deployedSha && commit(deployedSha), commit(headSha)];
  if (state === "removed") return shown ? `${shown} was the last` : "";
  if (deployedSha === headSha) return `${head}, the pull request's head`;
  const next = {
    deploying: `${head} is on its way`,
    // By then it is no head any more.
    superseded: `${head} was not deployed`,
    deployed: `the pull request's head, ${head}, is newer`,
    failed: `the pull request's head, ${head}, is not deployed`,
    full: `the pull request's head, ${head}, is not deployed`,
    asleep: `the pull request's head, ${head}, is not deployed`,
  }[state];
  return shown ? `${shown} answers; ${next}` : next;
}

/** The whole cause, what to do, and all the evidence there is room for: the last lines of each, where logs tell most. */
function foldFailure({ message, hint, evidence }: Failure, room: number): string {
  const isSaid = message === summarize(message);
  const cause = [
    "<details>",
    `<summary>${isSaid ? "What to do, and the evidence" : "Cause and evidence"}</summary>`,
    "",
    ...(isSaid
      ? []
      : cut(message, 1000)
          .split("\n")
          .flatMap((line) => [plain(line), ""])),
    ...(hint ? [`**What to do:** ${plain(cut(hint, 1000))}`, ""] : []),
  ];
  const end = "</details>\n";
  let left = room - cause.join("\n").length - end.length - NOTE.length - 10;
  const blocks: string[] = [];
  let isCut = false;
  for (const [index, { title, lines }] of evidence.entries()) {
    const heading = `**${plain(cut(title, 200))}**\n`;
    // What the first ones leave is for the others.
    const share = Math.floor(left / (evidence.length - index)) - heading.length - 20;
    const kept = lastLines(lines, share);
    isCut ||= kept.length < lines.length;
    if (kept.length === 0) continue;
    const block = `${heading}\n${fenced(kept)}\n`;
    blocks.push(block);
    left -= block.length + 1;
  }
  return [...cause, ...blocks, ...(isCut ? [NOTE, ""] : []), end].join("\n");
}

const NOTE = "_The beginning of the evidence is left out: the log of the run has all of it._";

/** As many of the last lines as fit, fence included. */
function lastLines(lines: readonly string[], room: number): readonly string[] {
  const kept: string[] = [];
  let [size, longest] = [0, 3];
  for (const line of lines.toReversed()) {
    const shown = cut(line, 2000);
    longest = Math.max(longest, ...(shown.match(/`+/g) ?? []).map((run) => run.length + 1));
    size += shown.length + 1;
    if (size + 2 * longest + "text\n\n".length > room) break;
    kept.unshift(shown);
  }
  return kept;
}

function summarize(message: string): string {
  return cut(message.split("\n", 1)[0] ?? "", 300);
}

/**
 * Before it is escaped, which may make one character fourteen: all that is cut by this stays below COMMENT_LIMIT together.
 */
function cut(text: string, most: number): string {
  // Not through the middle of a character outside the first plane.
  return text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")} ...` : text;
}

/** Only for addresses that are ours or GitHub's; what would leave the link's brackets does not become one. */
function link(text: string, url: string): string {
  return /^https?:\/\/[\w.:/?=&%~-]{1,500}$/.test(url)
    ? `[${text === url ? url.replace(/^https?:\/\//, "") : text}](${url})`
    : plain(cut(url, 300));
}

/** GitHub shortens and links a whole SHA by itself. */
function commit(sha: string): string {
  return /^[0-9a-f]{40}$/.test(sha) ? sha : code(cut(sha, 64));
}

/** `2026-11-25 12:00 UTC` */
function time(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? plain(cut(iso, 40))
    : `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
