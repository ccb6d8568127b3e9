import type { AliasTarget, ChangeAction, ResourceRecordSet, RRType } from "@aws-sdk/client-route-53";
import { AwsError } from "../../errors.js";
import type { HandlerContext, ResourceHandler } from "../resource-handler.js";
import { present, unlessGone } from "./answers.js";

interface RecordSetProperties {
  Name: string;
  Type: RRType;
  HostedZoneId?: string;
  HostedZoneName?: string;
  TTL?: string;
  ResourceRecords?: string[];
  AliasTarget?: { DNSName: string; HostedZoneId: string; EvaluateTargetHealth?: boolean };
  Comment?: string;
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html */
export const recordSet: ResourceHandler<RecordSetProperties> = {
  supports: ["Name", "Type", "HostedZoneId", "HostedZoneName", "TTL", "ResourceRecords", "AliasTarget", "Comment"],
  async create(properties, context) {
    const zone = await zoneId(context, properties);
    const wait = await change(context, zone, [["CREATE", recordOf(properties)]], properties.Comment);
    context.started(properties.Name);
    await wait();
    return { physicalId: properties.Name, attributes: {} };
  },
  async update({ properties, attributes }, next, context) {
    const zone = await zoneId(context, next);
    // Another type is another record.
    const gone = properties.Type === next.Type ? undefined : await liveRecord(context, zone, properties);
    const changes: [ChangeAction, ResourceRecordSet][] = [["UPSERT", recordOf(next)]];
    if (gone) changes.unshift(["DELETE", gone]);
    await (await change(context, zone, changes, next.Comment))();
    return attributes;
  },
  async delete({ properties }, context) {
    // Deleted as it stands, whoever has changed it since; a zone that is gone has taken its records with it.
    await unlessGone(async () => {
      const zone = await findZone(context, properties);
      const live = zone === undefined ? undefined : await liveRecord(context, zone, properties);
      if (zone !== undefined && live) await (await change(context, zone, [["DELETE", live]]))();
    });
  },
};

/** Sends the changes. @returns waits until they have reached all name servers */
async function change(
  context: HandlerContext,
  HostedZoneId: string,
  changes: readonly (readonly [ChangeAction, ResourceRecordSet])[],
  Comment?: string,
): Promise<() => Promise<void>> {
  const { route53 } = context.aws;
  const { ChangeInfo } = await route53.ChangeResourceRecordSets({
    HostedZoneId,
    ChangeBatch: {
      Changes: changes.map(([Action, ResourceRecordSet]) => ({ Action, ResourceRecordSet })),
      ...(Comment !== undefined && { Comment }),
    },
  });
  const Id = present(ChangeInfo?.Id, "Id");
  return () => context.until(async () => (await route53.GetChange({ Id })).ChangeInfo?.Status === "INSYNC");
}

async function liveRecord({ aws }: HandlerContext, HostedZoneId: string, { Name, Type }: RecordSetProperties) {
  const { ResourceRecordSets = [] } = await aws.route53.ListResourceRecordSets({
    HostedZoneId,
    StartRecordName: Name,
    StartRecordType: Type,
    MaxItems: 1,
  });
  return ResourceRecordSets.find((record) => canonical(record.Name) === canonical(Name) && record.Type === Type);
}

async function zoneId(context: HandlerContext, properties: RecordSetProperties): Promise<string> {
  const { HostedZoneId, HostedZoneName } = properties;
  if ((HostedZoneId === undefined) === (HostedZoneName === undefined)) {
    throw new AwsError("ValidationError", "Exactly one of HostedZoneId and HostedZoneName must be specified");
  }
  const zone = await findZone(context, properties);
  if (zone === undefined) throw new AwsError("ValidationError", `No hosted zones named ${HostedZoneName} found`);
  return zone;
}

async function findZone({ aws }: HandlerContext, { HostedZoneId, HostedZoneName }: RecordSetProperties) {
  if (HostedZoneId !== undefined) return HostedZoneId;
  const { HostedZones = [] } = await aws.route53.ListHostedZonesByName({ DNSName: HostedZoneName });
  return HostedZones.find(({ Name }) => canonical(Name) === canonical(HostedZoneName))?.Id;
}

function recordOf({ Name, Type, TTL, ResourceRecords, AliasTarget: alias }: RecordSetProperties): ResourceRecordSet {
  const target: AliasTarget | undefined = alias && {
    ...alias,
    EvaluateTargetHealth: alias.EvaluateTargetHealth ?? false,
  };
  return {
    Name,
    Type,
    ...(TTL !== undefined && { TTL: Number(TTL) }),
    ...(ResourceRecords && { ResourceRecords: ResourceRecords.map((Value) => ({ Value })) }),
    ...(target && { AliasTarget: target }),
  };
}

/** Route 53 shows `*` as `\052`, and names with their final dot. */
function canonical(name = ""): string {
  return name.replace("\\052", "*").replace(/\.$/, "").toLowerCase();
}
