import type { CreatedStack } from "./stacks.js";

interface Bar {
  readonly label: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

const WIDTH = 60;

/**
 * What was created when, as bars of text: each stack, beneath it each resource that took more than a moment.
 * `speed` turns milliseconds that passed here into AWS's seconds.
 */
export function timeline(stacks: readonly CreatedStack[], others: readonly Bar[], speed: number): string {
  const bars = [
    ...stacks.flatMap((stack) => [
      { ...stack, label: stack.name },
      ...stack.resources.filter((resource) => resource.endedAt > resource.startedAt).map(resourceBar),
    ]),
    ...others,
  ];
  const begin = Math.min(...bars.map(({ startedAt }) => startedAt));
  const end = Math.max(...bars.map(({ endedAt }) => endedAt));
  const column = (at: number) => Math.round(((at - begin) / Math.max(1, end - begin)) * WIDTH);
  const seconds = (ms: number) => `${Math.round((ms / 1000) * speed)}`.padStart(4);
  const labelWidth = Math.max(...bars.map(({ label }) => label.length));
  const lines = bars.map(({ label, startedAt, endedAt }) => {
    const bar = "█".repeat(Math.max(1, column(endedAt) - column(startedAt)));
    return `${label.padEnd(labelWidth)} ${seconds(startedAt - begin)} s ${seconds(endedAt - startedAt)} s  ${" ".repeat(column(startedAt))}${bar}`;
  });
  return [`${"".padEnd(labelWidth)}  from   took`, ...lines].join("\n");
}

function resourceBar({ name, type, startedAt, endedAt }: CreatedStack["resources"][number]): Bar {
  return { label: `  ${name} (${type.replace(/^AWS::/, "")})`, startedAt, endedAt };
}
