/** Keeps secrets out of what is shown, as GitHub's runner does: every registered value becomes `***`. */
export interface Masker {
  /** Registers a value, each of its lines, and the forms in which it is likely to be printed. */
  add(value: string): void;
  mask(text: string): string;
  /** The values registered, as given. */
  values(): string[];
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#masking-a-value-in-a-log */
export function createMasker(): Masker {
  const given = new Set<string>();
  let hidden: string[] = [];
  return {
    add(value) {
      if (value.trim() === "") return;
      given.add(value);
      const forms = [...given].flatMap((each) => [each, ...each.split(/[\r\n]+/)]).flatMap(encodings);
      // The longest first: a value that contains another must not be left half visible.
      hidden = [...new Set(forms.filter((form) => form.trim() !== ""))].sort((a, b) => b.length - a.length);
    },
    mask: (text) => hidden.reduce((result, secret) => result.replaceAll(secret, "***"), text),
    values: () => [...given],
  };
}

/** The runner masks a secret's encoded forms too (actions/runner, HostContext: the masker's value encoders). */
function encodings(value: string): string[] {
  return [
    value,
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    value.replace(/^"(.*)"$/, "$1"),
    ...[0, 1, 2].map((offset) => base64Within(value, offset)),
  ];
}

/** What a base64 text holds of `value` whatever stands around it, when `offset` of its bytes fall into an earlier group. */
function base64Within(value: string, offset: number): string {
  const bytes = Buffer.from(value).subarray(offset);
  const text = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
  return text.length < 8 ? "" : text;
}
