/** An expression of GitHub's, taken apart. */
export type Node =
  | { readonly kind: "literal"; readonly value: null | boolean | number | string }
  | { readonly kind: "context"; readonly name: string }
  | { readonly kind: "member"; readonly object: Node; readonly name: Node }
  /** `.*`: what an array or an object holds. */
  | { readonly kind: "every"; readonly object: Node }
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Node[] }
  | { readonly kind: "not"; readonly operand: Node }
  | { readonly kind: "and" | "or"; readonly left: Node; readonly right: Node }
  | { readonly kind: "compare"; readonly operator: Comparison; readonly left: Node; readonly right: Node };

type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** Throws on what is no expression, saying where. */
export function parseExpression(text: string): Node {
  const tokens = tokenize(text);
  const parser = new Parser(tokens);
  const node = parser.or();
  parser.end();
  return node;
}

type Token = { readonly kind: "text" | "number" | "name" | "sign"; readonly text: string };

const TOKEN =
  /\s*(?:'((?:[^']|'')*)'|(-?(?:0x[0-9a-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?))|([a-z_][\w-]*)|(&&|\|\||[=!<>]=|[!<>()[\].,*]))/giy;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const trimmed = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const at = TOKEN.lastIndex;
    const [, string, number, name, sign] = TOKEN.exec(trimmed) ?? [];
    if (string !== undefined) tokens.push({ kind: "text", text: string.replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else throw new Error(`not understood: ${trimmed.slice(at)}`);
  }
  return tokens;
}

const COMPARISONS: readonly string[] = ["==", "!=", "<", "<=", ">", ">="];

/** By precedence, the loosest first: ||, &&, comparisons, !, members and calls. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  or(): Node {
    let left = this.#and();
    while (this.#takes("||")) left = { kind: "or", left, right: this.#and() };
    return left;
  }

  end(): void {
    if (this.#at < this.#tokens.length) throw new Error(`nothing should follow before ${this.#tokens[this.#at]?.text}`);
  }

  #and(): Node {
    let left = this.#comparison();
    while (this.#takes("&&")) left = { kind: "and", left, right: this.#comparison() };
    return left;
  }

  #comparison(): Node {
    let left = this.#not();
    for (let next = this.#peek(); next?.kind === "sign" && COMPARISONS.includes(next.text); next = this.#peek()) {
      this.#at += 1;
      left = { kind: "compare", operator: next.text as Comparison, left, right: this.#not() };
    }
    return left;
  }

  #not(): Node {
    return this.#takes("!") ? { kind: "not", operand: this.#not() } : this.#members();
  }

  #members(): Node {
    let node = this.#primary();
    for (;;) {
      if (this.#takes(".")) {
        if (this.#takes("*")) node = { kind: "every", object: node };
        else node = { kind: "member", object: node, name: { kind: "literal", value: this.#name() } };
      } else if (this.#takes("[")) {
        node = { kind: "member", object: node, name: this.or() };
        this.#require("]");
      } else return node;
    }
  }

  #primary(): Node {
    const token = this.#peek();
    if (token === undefined) throw new Error("it ends too early");
    this.#at += 1;
    if (token.kind === "text") return { kind: "literal", value: token.text };
    if (token.kind === "number") return { kind: "literal", value: Number(token.text) };
    if (token.text === "(") {
      const node = this.or();
      this.#require(")");
      return node;
    }
    if (token.kind !== "name") throw new Error(`unexpected ${token.text}`);
    if (this.#takes("(")) return { kind: "call", name: token.text, arguments: this.#arguments() };
    const literal = { true: true, false: false, null: null }[token.text];
    return literal === undefined ? { kind: "context", name: token.text } : { kind: "literal", value: literal };
  }

  #arguments(): Node[] {
    const found: Node[] = [];
    if (this.#takes(")")) return found;
    do found.push(this.or());
    while (this.#takes(","));
    this.#require(")");
    return found;
  }

  #name(): string {
    const token = this.#peek();
    if (token?.kind !== "name") throw new Error("a name must follow a dot");
    this.#at += 1;
    return token.text;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #takes(sign: string): boolean {
    const token = this.#peek();
    const takes = token?.kind === "sign" && token.text === sign;
    if (takes) this.#at += 1;
    return takes;
  }

  #require(sign: string): void {
    if (!this.#takes(sign)) throw new Error(`${sign} is missing`);
  }
}
