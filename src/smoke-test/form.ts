/** A form of an HTML page: where it goes and what it would send as it stands. */
export interface Form {
  readonly action: URL;
  readonly method: "GET" | "POST";
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The first form of a page that has a field of that name and shows it, or undefined. Reads what sign-in pages are
 * made of: `<form>`, `<input>` and `<button>` with their attributes, not HTML at large.
 */
export function findForm(html: string, page: URL, field: string): Form | undefined {
  for (const [, formTag = "", content = ""] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gis)) {
    const form = attributes(formTag);
    const fields: Record<string, string> = {};
    for (const [, inputTag = ""] of content.matchAll(/<input\b([^>]*)>/gi)) {
      const { name, value = "", type = "text" } = attributes(inputTag);
      if (name && type.toLowerCase() !== "submit") fields[name] = value;
    }
    if (!(field in fields)) continue;
    return {
      action: new URL(form.action ?? "", page),
      method: form.method?.toUpperCase() === "POST" ? "POST" : "GET",
      fields,
    };
  }
  return undefined;
}

function attributes(tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", double, single, bare] of tag.matchAll(
    /([a-z][\w-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi,
  )) {
    found[name.toLowerCase()] = decodeEntities(double ?? single ?? bare ?? "");
  }
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The entities that stand in attributes and short texts: the five of XML, and numbers. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name ?? ""] ?? whole;
  });
}
