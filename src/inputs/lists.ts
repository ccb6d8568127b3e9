import { show } from "./values.js";

/** One text a line; blanks around it are dropped, and so are blank lines. */
export function lines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/**
 * Lists: one `key=value` a line. Blank lines and lines that begin with `#` are passed over; blanks around the key
 * are dropped, the value stays as written but for a carriage return. Problems name the line.
 */
export function parsePairs(
  text: string,
  { key: checkKey, value: checkValue, form }: PairRules,
): { pairs: readonly (readonly [string, string])[]; problems: readonly string[] } {
  const pairs: [string, string][] = [];
  const problems: string[] = [];
  const seen = new Map<string, number>();
  text.split("\n").forEach((raw, index) => {
    const line = raw.replace(/\r$/, "");
    if (line.trim() === "" || line.trimStart().startsWith("#")) return;
    const at = `line ${index + 1}`;
    const equals = line.indexOf("=");
    const key = line.slice(0, equals).trim();
    // A value may be a secret that was put in the wrong place: only the key is ever shown.
    if (equals < 1 || key === "") {
      problems.push(`${at} is not of the form ${form}. Write one ${form} a line.`);
      return;
    }
    const value = line.slice(equals + 1);
    const problem = checkKey(key) ?? checkValue(value, key);
    if (problem) problems.push(`${at}: ${problem}`);
    const first = seen.get(key);
    if (first !== undefined) problems.push(`${at}: ${show(key)} stands on line ${first} already. Keep one of them.`);
    else seen.set(key, index + 1);
    pairs.push([key, value]);
  });
  return { pairs, problems };
}

export interface PairRules {
  /** What is wrong with a key, or undefined. */
  readonly key: (key: string) => string | undefined;
  /** What is wrong with a value, or undefined; must not repeat the value, which may be secret. */
  readonly value: (value: string, key: string) => string | undefined;
  /** For messages: `NAME=value`. */
  readonly form: string;
}

const variableName = (name: string) =>
  /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)
    ? undefined
    : `${show(name)} is not the name of an environment variable. Write letters, digits and underscores, not beginning with a digit.`;

export const environmentVariableRules: PairRules = {
  form: "NAME=value",
  key: variableName,
  value: () => undefined,
};

const SECRET_ARN =
  /^arn:aws[a-z-]*:(?:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@!-]+(?::[^:\s]*:[^:\s]*:[^:\s]*)?|ssm:[a-z0-9-]+:\d{12}:parameter\/?[\w./-]+)$/;

export const secretRules: PairRules = {
  form: "NAME=arn",
  key: variableName,
  value: (value, name) =>
    SECRET_ARN.test(value.trim())
      ? undefined
      : `the value of ${name} is not the ARN of a secret or parameter (it is not shown, in case it is the secret itself). Write arn:aws:secretsmanager:... or arn:aws:ssm:...:parameter/...`,
};

// What every tagged service takes: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export const tagRules: PairRules = {
  form: "key=value",
  key: (key) => {
    if (/^aws:/i.test(key)) return `${show(key)} begins with aws:, which is reserved to AWS. Choose another key.`;
    if (key.startsWith("ecs-cognito-deploy:"))
      return `${show(key)} begins with ecs-cognito-deploy:, by which this action knows what is its own. Choose another key.`;
    if (key.length > 128) return `${show(key)} is longer than 128 characters.`;
    return TAG_TEXT.test(key) ? undefined : `${show(key)} has characters that AWS does not take in a tag.`;
  },
  value: (value, key) => {
    if (value.length > 256) return `the value of ${show(key)} is longer than 256 characters.`;
    return TAG_TEXT.test(value)
      ? undefined
      : `the value of ${show(key)} has characters that AWS does not take in a tag.`;
  },
};

/** The ARN that a policy must name so that `valueFrom` can be read: a secret's without `:json-key:stage:id`. */
export function secretResource(valueFrom: string): string {
  return valueFrom.split(":").slice(0, 7).join(":");
}
