/** Where the demo writes: what it is about to do, and beneath it what happens. */
export interface Screen {
  /** A chapter of the demo. */
  chapter(title: string): void;
  /** A line of what happens in it. */
  line(text: string): void;
  /** A line from the action's own log, cut to the width of the screen. */
  quote(text: string): void;
}

/** A screen of plain lines of `width` characters; `write` takes text to show. */
export function createScreen(write: (text: string) => void, width = 120): Screen {
  const started = performance.now();
  let chapters = 0;
  return {
    chapter: (title) => {
      chapters++;
      const at = `${((performance.now() - started) / 1000).toFixed(0).padStart(3)} s`;
      write(`\n${at}  ${chapters}. ${title}\n`);
    },
    line: (text) => write(`       ${text}\n`),
    quote: (text) => write(`       │ ${text.length > width - 9 ? `${text.slice(0, width - 10)}…` : text}\n`),
  };
}
