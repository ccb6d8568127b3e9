import { isIPv4 } from "node:net";

/** An IPv4 block: its first address as a number, and its length in bits. */
export interface Cidr {
  readonly first: number;
  readonly bits: number;
}

/** `10.0.0.1/16` as its block (host bits are dropped, as EC2 does), or undefined when it is none. */
export function parseCidr(text: string): Cidr | undefined {
  const [address = "", length = "", ...rest] = text.split("/");
  const bits = Number(length);
  if (rest.length > 0 || !isIPv4(address) || !/^\d{1,2}$/.test(length) || bits > 32) return undefined;
  const size = 2 ** (32 - bits);
  return { first: Math.floor(toNumber(address) / size) * size, bits };
}

export function formatCidr({ first, bits }: Cidr): string {
  return `${toAddress(first)}/${bits}`;
}

export function cidrSize({ bits }: Cidr): number {
  return 2 ** (32 - bits);
}

export function contains(outer: Cidr, inner: Cidr): boolean {
  return inner.bits >= outer.bits && inner.first >= outer.first && inner.first < outer.first + cidrSize(outer);
}

export function overlap(a: Cidr, b: Cidr): boolean {
  return contains(a, b) || contains(b, a);
}

export function containsAddress(cidr: Cidr, address: string): boolean {
  return isIPv4(address) && contains(cidr, { first: toNumber(address), bits: 32 });
}

export function toNumber(address: string): number {
  return address.split(".").reduce((number, byte) => number * 256 + Number(byte), 0);
}

export function toAddress(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}
