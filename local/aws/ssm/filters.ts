import type { ParameterStringFilter } from "@aws-sdk/client-ssm";
import { AwsError, notImplemented } from "../errors.js";
import type { Parameter } from "./parameter.js";

/**
 * Whether a parameter is what all filters of DescribeParameters ask for, each by any of its values.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html
 * @throws AwsError InvalidFilterOption; NotImplementedByLocalAws for the keys KeyId, Label and DataType
 */
export function matchesFilters(parameter: Parameter, filters: readonly ParameterStringFilter[]): boolean {
  return filters.every(({ Key: key = "", Option: option, Values: values = [] }) => {
    if (key === "Path") return values.some((path) => isBelow(parameter.name, path, option === "Recursive"));
    const texts = textsOf(parameter, key);
    const compare = COMPARISONS[option ?? "Equals"];
    if (compare === undefined || (option === "Contains" && key !== "Name")) {
      throw new AwsError(
        "InvalidFilterOption",
        `The following filter option is not valid: ${option}. Valid options include: [BeginsWith, Equals].`,
      );
    }
    if (values.length === 0) return texts.length > 0;
    return values.some((value) => texts.some((text) => compare(text, value)));
  });
}

/** Whether a parameter is in a hierarchy: directly, or at any depth. */
export function isBelow(name: string, path: string, recursive: boolean): boolean {
  const level = path.endsWith("/") ? path : `${path}/`;
  // A name without any slash stands at the root.
  const full = name.startsWith("/") ? name : `/${name}`;
  return full.startsWith(level) && (recursive || !full.slice(level.length).includes("/"));
}

const COMPARISONS: Readonly<Record<string, (text: string, value: string) => boolean>> = {
  Equals: (text, value) => text === value,
  BeginsWith: (text, value) => text.startsWith(value),
  Contains: (text, value) => text.includes(value),
};

function textsOf({ name, type, tags, versions }: Parameter, key: string): readonly string[] {
  if (key.startsWith("tag:")) return [tags.get(key.slice("tag:".length)) ?? []].flat();
  switch (key) {
    case "Name":
      return [name];
    case "Type":
      return [type];
    case "Tier":
      return [versions.at(-1)?.tier ?? "Standard"];
    default:
      throw notImplemented(`the filter ${key} of DescribeParameters`);
  }
}
