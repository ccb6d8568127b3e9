import { isIPv4, isIPv6 } from "node:net";
import { invalid } from "./template.js";

/**
 * Fn::Cidr: the first `count` blocks of `hostBits` bits within an IPv4 or IPv6 block.
 * @param count 1 to 256
 * @param hostBits the inverse of the mask: 8 makes /24 blocks, and 64 IPv6 blocks of /64
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
 */
export function cidrBlocks(block: string, count: number, hostBits: number): string[] {
  const [address = "", mask = "", ...rest] = block.split("/");
  const isV6 = isIPv6(address);
  const bits = isV6 ? 128 : 32;
  if (
    !(isV6 || isIPv4(address)) ||
    address.includes(".") === isV6 ||
    !/^\d{1,3}$/.test(mask) ||
    Number(mask) > bits ||
    rest.length > 0
  ) {
    throw invalid(`Template error: Fn::Cidr: ${block} is not a CIDR block`);
  }
  const isCount = Number.isInteger(count) && count >= 1 && count <= 256;
  if (!isCount || !(Number.isInteger(hostBits) && hostBits >= 1 && hostBits <= 128)) {
    throw invalid("Template error: Fn::Cidr: the count must be from 1 to 256 and the CIDR bits from 1 to 128");
  }
  const size = 2n ** BigInt(hostBits);
  const whole = 2n ** BigInt(bits - Number(mask));
  if (size * BigInt(count) > whole) {
    throw invalid(`Template error: Fn::Cidr: ${block} has no room for ${count} blocks of ${hostBits} bits`);
  }
  const start = isV6 ? fromV6(address) : fromV4(address);
  const base = start - (start % whole);
  const shown = isV6 ? toV6 : toV4;
  return Array.from({ length: count }, (_, index) => `${shown(base + BigInt(index) * size)}/${bits - hostBits}`);
}

function fromV4(address: string): bigint {
  return address.split(".").reduce((number, octet) => number * 256n + BigInt(octet), 0n);
}

function toV4(number: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join(".");
}

function fromV6(address: string): bigint {
  const [head = "", tail] = address.split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const zeros = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(zeros).fill("0"), ...groups(tail ?? "")];
  return all.reduce((number, group) => number * 65536n + BigInt(`0x${group}`), 0n);
}

/** In its shortest form, which is how URLs are written. */
function toV6(number: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((number >> BigInt(112 - 16 * index)) & 65535n).toString(16));
  return new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1);
}
