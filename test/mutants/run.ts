import { complaints, describeCheck, type Good, type Inputs, openGood, type SmokeTest } from "./good.js";
import type { Mutant } from "./mutant.js";
import { MUTANTS } from "./mutants.js";
import { VARIATIONS, type Variation } from "./variations.js";

export interface MutantOptions {
  /** Only mutants and variations whose name this finds. */
  readonly only: RegExp;
  readonly workers: number;
  /** The folder of action.yml and dist/. */
  readonly action: string;
}

/** How a part of the run went. */
export interface Tally {
  readonly right: number;
  readonly total: number;
}

interface Case {
  readonly kind: "mutants" | "variations";
  readonly name: string;
  readonly leavesScar?: true | undefined;
  /** What is wrong with how the smoke test took it; empty if nothing. */
  run(good: Good): Promise<string>;
}

/**
 * Spoils the good architecture in one way after the other and looks what the smoke test says about it; prints a line
 * for each. Every worker has an architecture of its own, which is good again before the next case.
 */
export async function runMutants(
  { only, workers, action }: MutantOptions,
  print: (line: string) => void,
): Promise<Record<Case["kind"], Tally>> {
  const cases = [...MUTANTS.map(asMutant), ...VARIATIONS.map(asVariation)].filter(({ name }) => only.test(name));
  const waiting = cases.entries();
  const right: Case[] = [];
  let done = 0;
  const worker = async () => {
    let good: Good | undefined;
    try {
      for (const [, each] of waiting) {
        const started = performance.now();
        good ??= await openGood(action);
        const { wrong, isSpoiled } = await runCase(each, good);
        if (wrong === "") right.push(each);
        done += 1;
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        const noun = each.kind === "mutants" ? "mutant" : "variation";
        print(`${wrong ? "WRONG" : "ok   "} ${done}/${cases.length} ${noun}: ${each.name} (${seconds} s)`);
        if (wrong) print(`      ${wrong}`);
        if (!isSpoiled) continue;
        await good.close();
        good = undefined;
      }
    } finally {
      await good?.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, cases.length) }, worker));
  const tally = (kind: Case["kind"]): Tally => ({
    right: right.filter((each) => each.kind === kind).length,
    total: cases.filter((each) => each.kind === kind).length,
  });
  return { mutants: tally("mutants"), variations: tally("variations") };
}

/** The last line: what has been shown. */
export function closing({ mutants, variations }: Record<Case["kind"], Tally>): string {
  return `mutants: ${mutants.right} of ${mutants.total} caught; variations: ${variations.right} of ${variations.total} quiet`;
}

async function runCase(each: Case, good: Good): Promise<{ wrong: string; isSpoiled: boolean }> {
  try {
    const wrong = await each.run(good);
    // A case that is not undone would speak in the next one's place.
    const left = complaints(await good.attack());
    return {
      wrong: wrong || (left && `after it was undone: ${left}`),
      isSpoiled: left !== "" || each.leavesScar === true,
    };
  } catch (error) {
    return { wrong: error instanceof Error ? `${error.name}: ${error.message}` : String(error), isSpoiled: true };
  }
}

function asMutant(mutant: Mutant): Case {
  return {
    kind: "mutants",
    name: mutant.name,
    leavesScar: mutant.leavesScar,
    run: async (good) => {
      const undo = await mutant.break(good);
      // Whatever else should be seen is seen as soon as the machine gets to it.
      const short: Inputs = mutant.verdict === "not yet" ? { "patience-seconds": "3" } : {};
      const seen = await good.attack({ ...short, ...mutant.inputs });
      await undo();
      return missed(mutant, seen);
    },
  };
}

function asVariation({ name, inputs, arrange }: Variation): Case {
  return {
    kind: "variations",
    name,
    run: async (good) => {
      const undo = await arrange?.(good);
      const seen = await good.deploy(inputs);
      await undo?.();
      if (inputs) await good.deploy();
      return complaints(seen);
    },
  };
}

/** Caught is: the check that should notice says what it should say, and the run is red. Empty if so. */
function missed({ caughtBy, verdict, seen: why = /^/ }: Mutant, seen: SmokeTest): string {
  const check = seen.checks.find(({ id }) => id === caughtBy);
  if (check?.verdict === verdict && why.test(check.seen)) return seen.exitCode === 0 ? "the run is green" : "";
  return `${caughtBy} should be ${verdict}, and is ${check ? describeCheck(check) : "missing"}. ${complaints(seen) || "Nothing else notices either."}`;
}
