/** Asks once for all who want to know at the same time: whoever comes while an answer is under way is given the same one. */
export function joined<T>(get: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  let coming: Promise<T> | undefined;
  return (signal) => {
    coming ??= get(signal).finally(() => {
      coming = undefined;
    });
    return coming;
  };
}
