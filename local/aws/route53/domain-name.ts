import { AwsError } from "../errors.js";

/**
 * A domain name as Route 53 keeps it: in lower case, with the final dot, `*` as `\052`
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html).
 * Throws InvalidDomainName for one that is too long or has an empty or too long label.
 */
export function normalizeName(name: string): string {
  const lower = name.toLowerCase().replace(/\*/g, "\\052").replace(/\.$/, "");
  const labels = lower.split(".");
  if (lower === "" || lower.length > 255 || labels.some((label) => label === "" || label.length > 63))
    throw new AwsError("InvalidDomainName", `${name} is not a valid domain name`);
  return `${lower}.`;
}

/** Whether `name` is `zone` or below it; both normalized. */
export function isWithin(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

/** Route 53's order: by labels from the last to the first. Both normalized. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [reversed(a), reversed(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function reversed(name: string): string {
  return name.split(".").reverse().join(".");
}
