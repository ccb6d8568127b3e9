/**
 * Text from elsewhere (AWS's reasons, titles, names of branches and images) as plain text in GitHub's Markdown: in a
 * paragraph, a table's cell, a quote. Addresses become code, which can be copied and is no link.
 *
 * A backslash takes the meaning from Markdown's own marks. What GitHub links afterwards, in the finished HTML (mentions,
 * references to issues, emoji), takes a space without width, which it does not see across. An ARN, an image's digest and
 * the like stay as they are, so that they can be copied too.
 */
export function plain(text: string): string {
  return visible(text)
    .split(/(\bhttps?:\/\/[^\s`|<>]*[^\s`|<>.,:;!?()'"])/i)
    .map((part, index) => (index % 2 === 1 ? `\`${part}\`` : escapeWords(part)))
    .join("")
    .replace(/^(\s*)([-+#=]|\d{1,9}(?=[.)]))/, (_, space, mark) =>
      /\d/.test(mark) ? `${space}${mark}${NO_SPACE}` : `${space}\\${mark}`,
    );
}

function escapeWords(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/(?<!\w)@|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|(?<!\w):(?=[a-z+-][\w+-]*:)|\bwww(?=\.)/g, `$&${NO_SPACE}`)
    .replace(/[\\`*_{}[\]|~]/g, "\\$&")
    .replace(/\$/g, "<span>$</span>");
}

/** U+200B. The bundle is plain ASCII, and so is what it writes of itself. */
const NO_SPACE = "&#8203;";

/** A name as it is, in the type of code: nothing in it is linked or rendered. */
export function code(text: string): string {
  const inner = visible(text).replace(/[`|]/g, " ").trim();
  return inner ? `\`${inner}\`` : "";
}

/** Lines of a log in a fence that none of them can close. */
export function fenced(lines: readonly string[]): string {
  const shown = lines.map(visible);
  const longest = Math.max(2, ...shown.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, ...shown, fence].join("\n");
}

/**
 * One line without characters that hide or reorder others: control characters, marks of direction
 * (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters), characters without width.
 */
function visible(text: string): string {
  return text
    .replace(/[\t\r\n\u2028\u2029\u0085]+/g, " ")
    .replace(/[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/gu, "");
}
