import { type FrontDoor, type Judgement, passed, worst } from "./check.js";
import { NotOffered } from "./connection.js";
import { judgeError } from "./engine.js";
import type { Answer, Asking } from "./request.js";
import { judgeTry } from "./source.js";

/** A try to get in, and what to call it. */
export interface Try {
  readonly what: string;
  readonly asking: Partial<Asking>;
}

/** Sends them all at once; one that fails is a judgement, not the end of the others. */
export async function judgeEach<T>(items: readonly T[], judge: (item: T) => Promise<Judgement>): Promise<Judgement[]> {
  return await Promise.all(items.map((item) => judge(item).catch(judgeError)));
}

/** None of the tries may be answered by the app. */
export async function tryAll(
  tries: readonly Try[],
  door: FrontDoor,
  send: (asking: Partial<Asking>) => Promise<Answer>,
  judge: (what: string, answer: Answer, door: FrontDoor) => Judgement = judgeTry,
): Promise<Judgement> {
  const notOffered: string[] = [];
  const judgements = await judgeEach(tries, async ({ what, asking }) => {
    try {
      return judge(what, await send(asking), door);
    } catch (error) {
      if (!(error instanceof NotOffered)) throw error;
      notOffered.push(error.message);
      return passed(error.message);
    }
  });
  return worst(judgements, [`${tries.length} tries, none reached the app`, ...notOffered].join("; "));
}
