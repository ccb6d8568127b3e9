import { show } from "./values.js";

/** What `ALL PUBLIC` asks for. */
export const ALL_PUBLIC: readonly string[] = ["/*"];

/** ELBv2: a rule takes 5 condition values, of which the host is one, and 6 wildcards. */
export const PATHS_PER_RULE = 4;
const WILDCARDS_PER_RULE = 6;

/** Rules are scarce: 100 a load balancer, which all environments share. */
const RULES = 2;

/** Where the load balancer takes visitors back from the sign-in page. */
const CALLBACK = "/oauth2/idpresponse";

/**
 * Paths that answer without sign-in: one pattern a line; blank lines and lines that begin with `#` are passed over.
 * The characters are those that ELBv2 takes
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html#path-conditions).
 *
 * @returns the patterns in their order, `ALL_PUBLIC` itself if that was asked for, and what is wrong
 */
export function parsePublicPaths(text: string): { paths: readonly string[]; problems: readonly string[] } {
  if (text.trim() === "ALL PUBLIC") return { paths: ALL_PUBLIC, problems: [] };
  const paths: string[] = [];
  const problems: string[] = [];
  const seen = new Map<string, number>();
  text.split("\n").forEach((line, index) => {
    const path = line.trim();
    if (path === "" || path.startsWith("#")) return;
    const first = seen.get(path);
    const problem =
      first === undefined ? checkPath(path) : `${show(path)} stands on line ${first} already. Keep one of them.`;
    seen.set(path, first ?? index + 1);
    if (problem) problems.push(`line ${index + 1}: ${problem}`);
    else paths.push(path);
  });
  const most = PATHS_PER_RULE * RULES;
  if (paths.length > most)
    problems.push(
      `${paths.length} are too many: at most ${most} fit into the listener's rules. Put what is public below one path, such as /public/*.`,
    );
  for (const rule of perRule(paths))
    if ((rule.join("").match(/[*?]/g) ?? []).length > WILDCARDS_PER_RULE)
      problems.push(
        `${rule.map(show).join(", ")} have more than ${WILDCARDS_PER_RULE} wildcards between them, which is the most that their listener rule takes. Use fewer.`,
      );
  return { paths, problems };
}

/** The patterns as they are shared out to rules. */
export function perRule(paths: readonly string[]): string[][] {
  const rules = Math.ceil(paths.length / PATHS_PER_RULE);
  return Array.from({ length: rules }, (_, rule) => paths.slice(rule * PATHS_PER_RULE, (rule + 1) * PATHS_PER_RULE));
}

function checkPath(path: string): string | undefined {
  if (path.toUpperCase() === "ALL PUBLIC")
    return `${show(path)} must be the whole of the input, in capital letters: public-paths: ALL PUBLIC`;
  if (/^[/*?]+$/.test(path))
    return `${show(path)} would let everybody in. Write the paths that may be public, such as /healthz or /webhooks/*; if really nobody is to sign in, write public-paths: ALL PUBLIC`;
  if (!path.startsWith("/"))
    return `${show(path)} does not start with a slash. Write a path like /healthz or /webhooks/*.`;
  if (path.length > 128)
    return `${show(path)} is longer than 128 characters, which is the most that a listener rule takes.`;
  if (!/^[A-Za-z0-9_.$/~"'@:+&*?-]+$/.test(path))
    return `${show(path)} has characters that a listener rule does not take in a path: letters, digits and _ - . $ / ~ " ' @ : + & are, * stands for any number of characters and ? for one. A query is no part of the path.`;
  if (pathMatches(path, CALLBACK))
    return `${show(path)} covers ${CALLBACK}, where the load balancer completes a sign-in: nobody could sign in any more. Choose a narrower path.`;
  return undefined;
}

/** Whether a path is covered by a pattern as ELBv2 compares them: whole, upper and lower case apart. */
export function pathMatches(pattern: string, path: string): boolean {
  const source = pattern.replace(/[^*?]/g, (mark) => mark.replace(/[\\^$.|+()[\]{}]/, "\\$&"));
  return new RegExp(`^${source.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s").test(path);
}
