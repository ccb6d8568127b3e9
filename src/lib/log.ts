/** What the step's log shows. Lines only: GitHub's commands are the report's. */
export interface Log {
  /** One line; never the same one twice in a row for the same subject. */
  info(line: string): void;
  /** A change in something that is watched: printed as `[subject] line` unless that is what was printed last for `key`. */
  change(subject: string, line: string, key?: string): void;
  /** What was printed last for a subject: its last known state. */
  last(subject: string): string | undefined;
}

/**
 * A line of GitHub's log that begins with `::` or holds `##[` is a command to the runner. What we print may hold text
 * from elsewhere (an image's name, a reason from AWS), so neither survives, nor do line breaks.
 */
export function plainLine(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, " ")
    .replace(/^(\s*)::/, "$1: :")
    .replaceAll("##[", "# #[");
}

export function createLog(write: (text: string) => void): Log {
  const last = new Map<string, string>();
  const bySubject = new Map<string, string>();
  return {
    info: (line) => write(`${plainLine(line)}\n`),
    change: (subject, line, key = subject) => {
      if (last.get(key) === line) return;
      last.set(key, line);
      bySubject.set(subject, line);
      write(`${plainLine(`[${subject}] ${line}`)}\n`);
    },
    last: (subject) => bySubject.get(subject),
  };
}
