/** Something the demo says of the project, and what it measured to know. */
export interface Claim {
  readonly claim: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** The table that the demo ends with. */
export function claimsTable(claims: readonly Claim[]): string {
  const width = Math.max(...claims.map(({ claim }) => claim.length));
  return claims
    .map(({ claim, measured, holds }) => `  ${holds ? "✓" : "✗"} ${claim.padEnd(width)}  ${measured}\n`)
    .join("");
}
