/**
 * Whether a value is like a pattern of a policy, in which `*` is any text and `?` any character. What follows a NUL in the
 * pattern stands for itself (see policy-variables.ts).
 */
export function like(pattern: string, value: string): boolean {
  const source = pattern.replace(/\0([\s\S])|([*?])|([\s\S])/g, (_, literal, wildcard, other) =>
    wildcard === "*" ? ".*" : wildcard === "?" ? "." : escaped(literal ?? other),
  );
  return new RegExp(`^${source}$`, "s").test(value);
}

function escaped(character: string): string {
  return /[.*?+^${}()|[\]\\]/.test(character) ? `\\${character}` : character;
}
