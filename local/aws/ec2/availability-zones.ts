import type * as sdk from "@aws-sdk/client-ec2";
import { AwsError } from "../errors.js";
import { filterAndPage } from "./describe.js";
import { accept, type State } from "./state.js";

/** The letters of a region's zones, where they are not a, b and c. */
const LETTERS: Record<string, string> = {
  "us-east-1": "abcdef",
  "us-west-1": "ac",
  "us-west-2": "abcd",
  "ca-central-1": "abd",
  "ap-northeast-1": "acd",
  "ap-northeast-2": "abcd",
};

/** A region's zones: `eu-west-1a` with the id `euw1-az1`, and so on. */
export function availabilityZones(region: string): { name: string; id: string }[] {
  const [area = "", direction = "", number = ""] = region.split("-");
  const short = direction.replace(/^(north|south)(east|west)$/, (_, ns: string, ew: string) => `${ns[0]}${ew[0]}`);
  const prefix = `${area}${short.length > 2 ? short[0] : short}${number}`;
  return [...(LETTERS[region] ?? "abc")].map((letter, i) => ({
    name: `${region}${letter}`,
    id: `${prefix}-az${i + 1}`,
  }));
}

/** The only region that there is here. */
export function describeRegions(state: State, input: sdk.DescribeRegionsRequest): sdk.DescribeRegionsResult {
  accept("DescribeRegions", input, ["RegionNames", "Filters", "AllRegions"]);
  const { region } = state.aws;
  const unknown = (input.RegionNames ?? []).filter((name) => name !== region);
  if (unknown.length > 0) throw new AwsError("InvalidParameterValue", `Invalid value '${unknown[0]}' for regionName.`);
  const own: sdk.Region = {
    RegionName: region,
    Endpoint: `ec2.${region}.amazonaws.com`,
    OptInStatus: "opt-in-not-required",
  };
  const { items } = filterAndPage(
    "DescribeRegions",
    [own],
    { Filters: input.Filters },
    {
      "region-name": ({ RegionName }) => [RegionName],
      endpoint: ({ Endpoint }) => [Endpoint],
      "opt-in-status": ({ OptInStatus }) => [OptInStatus],
    },
  );
  return { Regions: items };
}

export function describeAvailabilityZones(
  state: State,
  input: sdk.DescribeAvailabilityZonesRequest,
): sdk.DescribeAvailabilityZonesResult {
  accept("DescribeAvailabilityZones", input, ["ZoneNames", "ZoneIds", "Filters", "AllAvailabilityZones"]);
  const { region } = state.aws;
  const zones = availabilityZones(region).map(
    ({ name, id }): sdk.AvailabilityZone => ({
      State: "available",
      OptInStatus: "opt-in-not-required",
      Messages: [],
      RegionName: region,
      ZoneName: name,
      ZoneId: id,
      GroupName: region,
      NetworkBorderGroup: region,
      ZoneType: "availability-zone",
    }),
  );
  const { ZoneNames = [], ZoneIds = [] } = input;
  for (const name of ZoneNames)
    if (!zones.some(({ ZoneName }) => ZoneName === name))
      throw new AwsError("InvalidParameterValue", `Invalid availability zone: [${name}]`);
  for (const id of ZoneIds)
    if (!zones.some(({ ZoneId }) => ZoneId === id))
      throw new AwsError("InvalidParameterValue", `Invalid availability zone-id: [${id}]`);
  const wanted = zones.filter(
    ({ ZoneName = "", ZoneId = "" }) =>
      (ZoneNames.length === 0 || ZoneNames.includes(ZoneName)) && (ZoneIds.length === 0 || ZoneIds.includes(ZoneId)),
  );
  const { items } = filterAndPage(
    "DescribeAvailabilityZones",
    wanted,
    { Filters: input.Filters },
    {
      "zone-name": ({ ZoneName }) => [ZoneName],
      "zone-id": ({ ZoneId }) => [ZoneId],
      "zone-type": ({ ZoneType }) => [ZoneType],
      "region-name": ({ RegionName }) => [RegionName],
      "group-name": ({ GroupName }) => [GroupName],
      "opt-in-status": ({ OptInStatus }) => [OptInStatus],
      state: ({ State }) => [State],
    },
  );
  return { AvailabilityZones: items };
}
