import { invalid, isObject } from "./template.js";

/** An `Fn::ForEach::Name: [Identifier, Collection, Fragment]`. */
export interface Loop {
  readonly name: string;
  readonly identifier: string;
  /** A list, or a function that gives one. */
  readonly collection: unknown;
  readonly fragment: Readonly<Record<string, unknown>>;
}

const PREFIX = "Fn::ForEach";
const SECTIONS = ["Conditions", "Resources", "Outputs"];
const WITHOUT_LOOPS = ["Metadata", "Parameters", "Mappings", "Rules"];

/** Whether a member's name is that of a loop, such as `Fn::ForEach::Buckets`. */
export function isLoop(key: string): boolean {
  return key === PREFIX || key.startsWith(`${PREFIX}::`);
}

/**
 * A loop by the member that it is.
 * @throws AwsError ValidationError for another form
 */
export function readLoop(key: string, value: unknown): Loop {
  const name = key.slice(PREFIX.length + 2);
  const [identifier, collection, fragment] = Array.isArray(value) ? value : [];
  const isWhole = Array.isArray(value) && value.length === 3 && typeof identifier === "string" && identifier !== "";
  const iterable = Array.isArray(collection) || isObject(collection);
  if (!/^[A-Za-z0-9]+$/.test(name) || !isWhole || !iterable || !isObject(fragment)) {
    throw invalid(`${PREFIX} layout is incorrect: ${key}`);
  }
  return { name, identifier, collection, fragment };
}

/**
 * Checks where a template's loops stand and what they are called, before any is expanded.
 * @see https://github.com/aws-cloudformation/cfn-language-discussion/blob/main/RFCs/0009-Fn%3A%3AForEach.md
 * @throws AwsError ValidationError
 */
export function checkLoops(root: Readonly<Record<string, unknown>>): void {
  const taken = [root.Parameters, root.Resources].flatMap((section) => (isObject(section) ? Object.keys(section) : []));
  const names = new Set<string>();
  for (const section of WITHOUT_LOOPS) {
    visit(root[section], [], ({ name }) => {
      throw invalid(`${PREFIX} is not supported in the ${section} section: ${name}`);
    });
  }
  for (const section of SECTIONS) {
    visit(root[section], [], ({ name, identifier }, outer) => {
      if (names.has(name)) throw invalid(`${PREFIX} loop name ${name} is used more than once`);
      names.add(name);
      const conflict = [name, identifier].find((used) => taken.includes(used));
      if (conflict !== undefined) {
        throw invalid(`${PREFIX} name ${conflict} conflicts with a parameter or resource of that name`);
      }
      if (outer.includes(identifier)) throw invalid(`${PREFIX} identifier ${identifier} is that of an outer loop`);
    });
  }
}

/** The members of a section with those of its loops, under their names as they are written. */
export function unexpandedMembers(section: unknown): [string, unknown][] {
  if (!isObject(section)) return [];
  return Object.entries(section).flatMap(([key, value]) =>
    isLoop(key) ? unexpandedMembers(readLoop(key, value).fragment) : [[key, value] as [string, unknown]],
  );
}

function visit(value: unknown, outer: readonly string[], found: (loop: Loop, outer: readonly string[]) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, outer, found);
  if (!isObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (isLoop(key)) {
      const loop = readLoop(key, member);
      found(loop, outer);
      visit(loop.fragment, [...outer, loop.identifier], found);
    } else visit(member, outer, found);
  }
}
