import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type ScalarTag, type Tags } from "yaml";
import { AwsError } from "../../errors.js";

/** The intrinsic functions with a short form in YAML, by tag. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["Ref", "Condition"].map((name) => [`!${name}`, name])),
  ...Object.fromEntries(
    [
      ...["And", "Base64", "Cidr", "Contains", "EachMemberEquals", "EachMemberIn", "Equals", "FindInMap", "ForEach"],
      ...["GetAtt", "GetAZs", "GetStackOutput", "If", "ImportValue", "Join", "Length", "Not", "Or", "RefAll"],
      ...["Select", "Split", "Sub", "ToJsonString", "Transform", "ValueOf", "ValueOfAll"],
    ].map((name) => [`!${name}`, `Fn::${name}`]),
  ),
};

/** YAML 1.1 types that CloudFormation does not support; a date such as 2010-09-09 stays a string. */
const UNSUPPORTED_TAGS = ["timestamp", "binary", "omap", "pairs", "set"];

/** YAML 1.1's booleans without the single letters `y` and `n`, which AWS's parser takes for strings. */
const BOOLEAN: ScalarTag = {
  identify: (value) => typeof value === "boolean",
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  resolve: (text) => /^(?:yes|true|on)$/i.test(text),
};

/**
 * Reads a template in YAML or JSON into plain data; short forms (`!Ref X`) become long ones (`{ Ref: X }`).
 * YAML is read as version 1.1, as CloudFormation does, without merge keys.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 * @throws AwsError ValidationError `Template format error: ...`
 */
export function parseTemplateBody(body: string): unknown {
  if (/^\s*\{/.test(body)) return parseJson(body);
  const lineCounter = new LineCounter();
  const document = parseDocument(body, {
    version: "1.1",
    merge: false,
    lineCounter,
    customTags: (tags: Tags) => [
      BOOLEAN,
      ...tags.filter(
        (tag) => typeof tag === "string" || !["bool", ...UNSUPPORTED_TAGS].some((name) => isNamed(tag.tag, name)),
      ),
      ...Object.entries(SHORT_FORMS).flatMap(([tag, name]) => shortForm(tag, name)),
    ],
  });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem?.code === "TAG_RESOLVE_FAILED") {
    throw formatError(`Template format error: ${problem.message.split("\n")[0]}`);
  }
  if (problem?.code === "DUPLICATE_KEY") {
    const { line, col } = lineCounter.linePos(problem.pos[0]);
    throw formatError(`Template format error: YAML not well-formed. (line ${line}, column ${col}): duplicate key`);
  }
  if (problem) {
    const { line, col } = lineCounter.linePos(problem.pos[0]);
    throw formatError(`Template format error: YAML not well-formed. (line ${line}, column ${col})`);
  }
  return document.toJS({ maxAliasCount: 100 });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Node does not always say where; YAML, of which JSON is a part, does.
    const lineCounter = new LineCounter();
    const [problem] = parseDocument(body, { lineCounter }).errors;
    const { line, col } = lineCounter.linePos(problem?.pos[0] ?? body.length);
    throw formatError(`Template format error: JSON not well-formed. (line ${line}, column ${col})`);
  }
}

function isNamed(tag: string, name: string): boolean {
  return tag === `tag:yaml.org,2002:${name}`;
}

function shortForm(tag: string, name: string) {
  const wrap = (value: unknown) => ({ [name]: name === "Fn::GetAtt" ? splitAttribute(value) : value });
  const scalar: ScalarTag = { tag, identify: () => false, resolve: wrap };
  const toPlain = (node: unknown): unknown => {
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map(toPlain);
    if (isMap(node))
      return Object.fromEntries(node.items.map((pair) => [String(toPlain(pair.key)), toPlain(pair.value)]));
    if (isAlias(node)) throw formatError("Template format error: YAML aliases are not allowed in short form functions");
    return node;
  };
  return [
    scalar,
    { tag, collection: "seq" as const, identify: () => false, resolve: (node: unknown) => wrap(toPlain(node)) },
    { tag, collection: "map" as const, identify: () => false, resolve: (node: unknown) => wrap(toPlain(node)) },
  ] as ScalarTag[];
}

/** `!GetAtt Resource.Attribute`: the attribute may have dots of its own. */
function splitAttribute(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const dot = value.indexOf(".");
  return dot < 0 ? value : [value.slice(0, dot), value.slice(dot + 1)];
}

function formatError(message: string): AwsError {
  return new AwsError("ValidationError", message);
}
