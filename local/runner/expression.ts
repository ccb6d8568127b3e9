/** What expressions may refer to: `github.*` and `runner.*`, values as strings. */
export type ExpressionContext = Readonly<Record<string, Readonly<Record<string, string>>>>;

export type JobStatus = "success" | "failure" | "cancelled";

/**
 * Replaces each `${{ context.name }}` in `text` by its value. Everything else GitHub can evaluate (operators,
 * functions, other contexts) throws an error that quotes the expression, for it must not pass as text.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
 */
export function evaluateExpressions(text: string, context: ExpressionContext): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (whole, inner: string) => {
    const literal = /^\s*'((?:[^']|'')*)'\s*$/.exec(inner);
    if (literal) return (literal[1] ?? "").replaceAll("''", "'");
    const [, name, member] = /^\s*([a-z]+)\.([a-z_]+)\s*$/i.exec(inner) ?? [];
    const value = name && member ? context[name.toLowerCase()]?.[member.toLowerCase()] : undefined;
    if (value === undefined) throw new Error(`This runner cannot evaluate the expression ${whole}`);
    return value;
  });
}

/** Whether a `pre-if` or `post-if` lets its step run when the job stands at `status`. Throws on what it cannot read. */
export function evaluateCondition(condition: string, status: JobStatus): boolean {
  const inner = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1").trim();
  const [, not, name] = /^(!?)\s*(always|success|failure|cancelled)\(\s*\)$/.exec(inner) ?? [];
  if (name === undefined) throw new Error(`This runner cannot evaluate the condition ${condition}`);
  return (name === "always" || name === status) !== (not === "!");
}
