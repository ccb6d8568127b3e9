/** Identifiers from a seed, so that two runs of the local AWS make the same ones in the same order. */
export interface Random {
  /** A number from 0 up to but not including 1. */
  next(): number;
  /** `length` characters of `alphabet` (default: lower-case hexadecimal). */
  text(length: number, alphabet?: string): string;
  uuid(): string;
}

const HEX = "0123456789abcdef";

/** mulberry32, a small public-domain generator: good enough for names, not for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const text = (length: number, alphabet = HEX) =>
    Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join("");
  return {
    next,
    text,
    uuid: () => [text(8), text(4), `4${text(3)}`, `8${text(3)}`, text(12)].join("-"),
  };
}
