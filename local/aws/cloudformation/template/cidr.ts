import { notImplemented } from "../../errors.js";
import { invalid } from "./template.js";

/**
 * Fn::Cidr: the first `count` blocks of `hostBits` bits within an IPv4 block.
 * @param count 1 to 256
 * @param hostBits the inverse of the mask: 8 makes /24 blocks
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
 */
export function cidrBlocks(block: string, count: number, hostBits: number): string[] {
  if (block.includes(":")) throw notImplemented("Fn::Cidr of IPv6 blocks");
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(block);
  if (!match) throw invalid(`Template error: Fn::Cidr: ${block} is not a CIDR block`);
  const [, ...octets] = match.map(Number);
  const mask = octets.pop() ?? 0;
  const start = octets.reduce((address, octet) => address * 256 + octet, 0);
  if (octets.some((octet) => octet > 255) || mask > 32)
    throw invalid(`Template error: Fn::Cidr: ${block} is not a CIDR block`);
  if (!(count >= 1 && count <= 256) || !Number.isInteger(count) || !(hostBits >= 1 && hostBits <= 128)) {
    throw invalid("Template error: Fn::Cidr: the count must be from 1 to 256 and the CIDR bits from 1 to 128");
  }
  const size = 2 ** hostBits;
  const whole = 2 ** (32 - mask);
  if (size * count > whole) {
    throw invalid(`Template error: Fn::Cidr: ${block} has no room for ${count} blocks of ${hostBits} bits`);
  }
  const base = Math.floor(start / whole) * whole;
  return Array.from({ length: count }, (_, index) => `${dotted(base + index * size)}/${32 - hostBits}`);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}
