import type { Log } from "../lib/log.js";
import type { Span } from "../lib/timeline.js";
import type { PlannedChange } from "../plan/changes.js";
import { code, fenced, plain } from "./markdown.js";

/** A check of the smoke test, as far as a report shows it. */
export interface CheckRow {
  readonly id: string;
  readonly proves: string;
  readonly verdict: keyof typeof MARK;
  readonly seen: string;
  /** Passed, but somebody should look at it. */
  readonly warning?: string;
}

/** What a dry run found for one stack: its resources, worst first, and what else there is to know. */
export interface StackChanges {
  readonly id: string;
  readonly changes: readonly PlannedChange[];
  readonly notes: readonly string[];
}

/** Why a run is red. */
export interface Failure {
  readonly message: string;
  readonly hint?: string | undefined;
  readonly evidence: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

/** What a run has to tell, filled in as it goes, so that a failure can be reported with all that came before it. */
export interface Report {
  readonly outputs: Map<string, string>;
  headline: string;
  url?: string;
  /** Whether the whole app was asked to answer without sign-in. */
  isOpen?: boolean;
  environment?: string;
  image?: string;
  /** The commit that served before this run, or serves since it rolled. */
  serving?: string | undefined;
  /** When a preview expires, ISO 8601. */
  expiresAt?: string;
  /** Whether whoever has no account can make one. */
  selfSignUp?: boolean;
  /** Why nothing was deployed although nothing is wrong, and what would change that. */
  skipped?: { readonly message: string; readonly hint?: string | undefined };
  /** Rows of what was done to each stack and to the service. */
  readonly done: [what: string, result: string][];
  checks: readonly CheckRow[];
  planLines: readonly string[];
  stackChanges: readonly StackChanges[];
  /** What a command has to show beside that. */
  readonly tables: Table[];
}

/** Cells hold text from anywhere: the summary shows it as plain text. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function createReport(): Report {
  return { outputs: new Map(), headline: "", done: [], checks: [], planLines: [], stackChanges: [], tables: [] };
}

/**
 * Writes the outputs and the job summary.
 *
 * @param started when the run began, in milliseconds of the spans' clock
 */
export async function publish(report: Report, spans: readonly Span[], failure: Failure | undefined): Promise<void> {
  const core = await import("@actions/core");
  for (const [name, value] of report.outputs) core.setOutput(name, value);
  // Without the variable we do not run on GitHub's runner, and there is nobody to read a summary.
  if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(renderSummary(report, spans, failure)).write();
}

/** One red annotation: what went wrong and what to do about it. */
export async function annotate(
  log: Log,
  failure: { code: string; message: string; hint?: string | undefined },
): Promise<void> {
  const core = await import("@actions/core");
  // The same text again, whole, for whoever reads the log: annotations are cut at 4 KB.
  if (failure.hint) log.info(`Hint: ${failure.hint}`);
  core.error([failure.message, failure.hint].filter(Boolean).join("\n"), { title: failure.code });
}

/** One notice: why nothing was deployed although nothing is wrong. */
export async function notice(
  log: Log,
  { code, message, hint }: { code: string; message: string; hint?: string | undefined },
): Promise<void> {
  const core = await import("@actions/core");
  if (hint) log.info(`Hint: ${hint}`);
  core.notice([message, hint].filter(Boolean).join("\n"), { title: code });
}

/** One yellow annotation: nothing is wrong yet, but somebody should look at it. */
export async function warn({ code, message }: { code: string; message: string }): Promise<void> {
  const core = await import("@actions/core");
  core.warning(message, { title: code });
}

/** The job summary in GitHub's Markdown. Pure. */
export function renderSummary(report: Report, spans: readonly Span[], failure: Failure | undefined): string {
  const lines: string[] = [`## ${plain(report.headline)}`, ""];
  const { skipped } = report;
  if (skipped) lines.push("> [!NOTE]", `> ${plain(skipped.message)}`, "");
  if (skipped?.hint) lines.push(`**What to do:** ${plain(skipped.hint)}`, "");
  if (failure) lines.push("> [!CAUTION]", ...failure.message.split("\n").map((line) => `> ${plain(line)}`), "");
  for (const [index, { title, lines: evidence }] of (failure?.evidence ?? []).entries())
    lines.push(
      index === 0 ? "<details open>" : "<details>",
      `<summary>${plain(title)}</summary>`,
      "",
      fenced(evidence),
      "",
      "</details>",
      "",
    );
  if (failure?.hint) lines.push(`**What to do:** ${plain(failure.hint)}`, "");
  if (report.url && !failure && !skipped && report.planLines.length === 0)
    lines.push(
      report.isOpen
        ? `**${report.url}** shows the app to everybody: nobody is asked to sign in.`
        : `**${report.url}** asks for a sign-in and then shows the app.`,
      "",
    );
  const facts: [string, string | undefined][] = [
    ["Environment", report.environment],
    ["Image", report.image],
    ["Address", skipped ? undefined : report.url],
    ["Expires", report.expiresAt],
    ["Revision", report.outputs.get("task-definition-arn")?.split("/").at(-1)],
  ];
  const known = facts.flatMap(([name, value]) => (value ? [`| ${name} | ${code(value)} |`] : []));
  if (known.length > 0) lines.push("| | |", "|---|---|", ...known, "");
  if (report.planLines.length > 0)
    lines.push("### Plan", "", ...report.planLines.map((line) => `- ${plain(line)}`), "");
  for (const stack of report.stackChanges) lines.push(...changeTable(stack));
  for (const { title, columns, rows } of report.tables)
    lines.push(
      `### ${plain(title)}`,
      "",
      `| ${columns.map(plain).join(" | ")} |`,
      `|${"---|".repeat(columns.length)}`,
      ...rows.map((row) => `| ${row.map(plain).join(" | ")} |`),
      "",
    );
  if (report.done.length > 0)
    lines.push(
      "### What was done",
      "",
      "| | |",
      "|---|---|",
      ...report.done.map(([what, result]) => `| ${plain(what)} | ${plain(result)} |`),
      "",
    );
  if (report.checks.length > 0) lines.push("### Smoke test", "", ...checkTable(report.checks), "");
  if (spans.length > 0) lines.push("### How long it took", "", ...gantt(spans), "");
  return lines.join("\n");
}

// GitHub's names for emoji: a bundle in plain ASCII is read faster than one with any other character in it.
const MARK = {
  passed: ":white_check_mark: passed",
  failed: ":x: failed",
  exposed: ":rotating_light: EXPOSED",
  "not yet": ":hourglass: not yet",
  skipped: ":white_circle: skipped",
} as const;

/** What is replaced or removed in bold, with a warning below it for what is lost. */
function changeTable({ id, changes, notes }: StackChanges): string[] {
  if (changes.length + notes.length === 0) return [];
  const row = ({ effect, resource, type, properties, causes, loss, keepsOld }: StackChanges["changes"][number]) => {
    const why = (causes.length > 0 ? causes : properties).map(plain).join(", ");
    const warnings = [
      ...(loss ? [`:warning: lost with it: ${plain(loss)}`] : []),
      ...(keepsOld ? ["the old one stays in the account, without a stack"] : []),
    ];
    const strong = (text: string) => (/replace|remove/.test(effect) ? `**${text}**` : text);
    return `| ${strong(effect)} | ${strong(plain(resource))} | ${plain(type)} | ${[why, ...warnings].filter(Boolean).join("<br>")} |`;
  };
  return [
    `### Changes of stack ${plain(id)}`,
    "",
    ...(changes.length > 0
      ? ["| | resource | type | what changes |", "|---|---|---|---|", ...changes.map(row), ""]
      : []),
    ...notes.map((note) => `- ${plain(note)}`),
    ...(notes.length > 0 ? [""] : []),
  ];
}

function checkTable(checks: readonly CheckRow[]): string[] {
  return [
    "| check | proves that | verdict | seen |",
    "|---|---|---|---|",
    ...checks.map(
      ({ id, proves, verdict, seen, warning }) =>
        `| ${id} | ${plain(proves)} | ${MARK[verdict]} | ${plain(seen)}${warning ? `<br>:warning: ${plain(warning)}` : ""} |`,
    ),
  ];
}

/** https://mermaid.js.org/syntax/gantt.html, in milliseconds since the first span. Names are ours: stack ids and phases. */
function gantt(spans: readonly Span[]): string[] {
  const first = Math.min(...spans.map(({ start }) => start));
  const sections = [...new Set(spans.map(({ section }) => section))];
  const bar = ({ name, start, end = start, failed }: Span) => {
    const length = Math.max(1, end - start);
    return `    ${name} (${seconds(end - start)}) :${failed ? "crit, " : ""}${start - first}, ${start - first + length}`;
  };
  return [
    "```mermaid",
    "gantt",
    "  dateFormat x",
    "  axisFormat %M:%S",
    ...sections.flatMap((section) => [
      `  section ${section}`,
      ...spans.filter((span) => span.section === section).map(bar),
    ]),
    "```",
  ];
}

export function seconds(milliseconds: number): string {
  const whole = Math.round(milliseconds / 100) / 10;
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${Math.round(whole % 60)} s`;
}
