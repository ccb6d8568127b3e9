import type { Good, Inputs } from "./good.js";
import type { Undo } from "./rules.js";

/** A mistake that somebody could make in the console or in a template. */
export interface Mutant {
  readonly name: string;
  /** The check that should notice, and what it should say. */
  readonly caughtBy: string;
  readonly verdict: "failed" | "exposed" | "not yet";
  /** What it should have seen, where another mistake would give the same verdict. */
  readonly seen?: RegExp;
  /** Inputs of the smoke test that are different. */
  readonly inputs?: Inputs;
  /** What mends it is not what the stack made, so that the architecture is good for no other case. */
  readonly leavesScar?: true;
  /** Makes the mistake; what it gives back mends it. */
  break(good: Good): Promise<Undo>;
}
