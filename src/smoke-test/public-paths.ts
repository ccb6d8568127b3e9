/** Whether a path is covered by one of the patterns, as the load balancer compares them: whole, case told apart. */
export function isPublic(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => like(pattern, path));
}

/** `*` is any number of characters, `?` exactly one. */
export function like(pattern: string, value: string, flags = ""): boolean {
  const source = pattern
    .replace(/[\\^$.|+()[\]{}]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, `s${flags}`).test(value);
}
