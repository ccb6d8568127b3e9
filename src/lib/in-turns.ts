/** How many calls are under way at once: AWS takes a burst of some 20 of most operations, and refills it slowly. */
const AT_ONCE = 8;

/** Works on all items, a few at a time, and gives back what came of each in their order. The first error ends it. */
export async function inTurns<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<readonly R[]>,
  atOnce = AT_ONCE,
): Promise<R[]> {
  const results: (readonly R[])[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results.flat();
}
