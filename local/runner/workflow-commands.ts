import type { Masker } from "./masker.js";

/** A notice, warning or error as GitHub attaches it to a run, and to a line of a file when it names one. */
export interface Annotation {
  readonly level: "notice" | "warning" | "error";
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

/** The console of one job: what its steps print goes in line by line, what people see in GitHub's log comes out. */
export interface Console {
  /** One line as the action printed it, without its line end. */
  print(line: string): void;
  /** An annotation of the runner's own. */
  annotate(annotation: Annotation): void;
  /** The first ten of each level, as GitHub keeps them for a step. */
  readonly annotations: readonly Annotation[];
  /** From `::set-output::` and `::save-state::`, which GitHub still obeys. */
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
  /** Commands that GitHub no longer obeys have failed the step. */
  readonly failed: boolean;
  /** Everything shown so far. */
  readonly log: string;
  /** Between steps: an open group or a stopped command processing does not reach into the next step. */
  endStep(): void;
}

const ANNOTATIONS_OF_A_LEVEL = 10;

/**
 * Interprets workflow commands as GitHub's runner does and shows the rest. `show` gets each visible line, masked.
 * `debug`: whether `::debug::` is shown (RUNNER_DEBUG=1).
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function createConsole({
  masker,
  debug,
  show,
}: {
  masker: Masker;
  debug: boolean;
  show: (line: string) => void;
}): Console {
  const shown: string[] = [];
  const annotations: Annotation[] = [];
  const outputs: Record<string, string> = {};
  const state: Record<string, string> = {};
  let grouped = false;
  let stoppedUntil: string | undefined;
  let failed = false;

  const put = (text: string) => {
    for (const line of masker.mask(text).split(/\r?\n/)) {
      shown.push(line);
      show(line);
    }
  };
  const annotate = (annotation: Annotation) => {
    put(`${LABELS[annotation.level]}: ${annotation.message}`);
    if (annotations.filter(({ level }) => level === annotation.level).length < ANNOTATIONS_OF_A_LEVEL) {
      annotations.push({ ...annotation, message: masker.mask(annotation.message) });
    }
  };
  const obey = ({ name, properties, data }: WorkflowCommand): boolean => {
    switch (name) {
      case "group":
        grouped = false;
        put(`▸ ${data}`);
        grouped = true;
        return true;
      case "endgroup":
        grouped = false;
        return true;
      case "notice":
      case "warning":
      case "error":
        annotate(annotation(name, properties, data));
        return true;
      case "debug":
        if (debug) put(`Debug: ${data}`);
        return true;
      case "add-mask":
        if (data.trim() === "") annotate({ level: "warning", message: "Can't add secret mask for empty string." });
        masker.add(data);
        return true;
      case "stop-commands":
        stoppedUntil = data;
        return true;
      case "set-output":
      case "save-state":
        (name === "set-output" ? outputs : state)[properties.name ?? ""] = data;
        annotate({
          level: "warning",
          message: `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files.`,
        });
        return true;
      case "set-env":
      case "add-path":
        failed = true;
        annotate({
          level: "error",
          message: `The \`${name}\` command is disabled. Please upgrade to using Environment Files.`,
        });
        return true;
      case "echo":
      case "add-matcher":
      case "remove-matcher":
        return true;
      default:
        return false;
    }
  };

  return {
    print(line) {
      if (stoppedUntil !== undefined) {
        if (line.trim() === `::${stoppedUntil}::`) stoppedUntil = undefined;
        else put(grouped ? `  ${line}` : line);
        return;
      }
      const command = parseWorkflowCommand(line);
      if (command && obey(command)) return;
      put(grouped ? `  ${line}` : line);
    },
    annotate,
    annotations,
    outputs,
    state,
    get failed() {
      return failed;
    },
    get log() {
      return shown.map((line) => `${line}\n`).join("");
    },
    endStep() {
      grouped = false;
      stoppedUntil = undefined;
    },
  };
}

const LABELS = { notice: "Notice", warning: "Warning", error: "Error" } as const;

export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** `::name key=value,key=value::data`, unescaped; undefined when the line is no command. */
export function parseWorkflowCommand(line: string): WorkflowCommand | undefined {
  const [, name, list, data] = /^\s*::([A-Za-z-]+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === undefined || data === undefined) return undefined;
  const properties: Record<string, string> = {};
  for (const pair of (list ?? "").split(",")) {
    const equals = pair.indexOf("=");
    if (equals > 0) properties[pair.slice(0, equals).trim()] = unescapeProperty(pair.slice(equals + 1));
  }
  return { name: name.toLowerCase(), properties, data: unescapeData(data) };
}

function annotation(level: Annotation["level"], properties: Readonly<Record<string, string>>, message: string) {
  const number = (name: string) => (properties[name] ? Number(properties[name]) : undefined);
  const members = {
    title: properties.title,
    file: properties.file,
    line: number("line"),
    endLine: number("endLine"),
    column: number("col"),
    endColumn: number("endColumn"),
  };
  return {
    level,
    message,
    ...Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)),
  } satisfies Annotation;
}

function unescapeData(value: string): string {
  return value.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function unescapeProperty(value: string): string {
  return unescapeData(value.replaceAll("%3A", ":").replaceAll("%2C", ","));
}
