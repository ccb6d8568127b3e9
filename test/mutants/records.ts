import {
  ChangeResourceRecordSetsCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
} from "@aws-sdk/client-route-53";
import type { Good } from "./good.js";
import type { Undo } from "./rules.js";

/** Puts a record into the zone; undone by what was there, or by its removal. */
export async function putRecord({ route53, aws }: Good, record: ResourceRecordSet): Promise<Undo> {
  const HostedZoneId = aws.hostedZoneId;
  const change = (Action: "UPSERT" | "DELETE", set: ResourceRecordSet) =>
    route53.send(
      new ChangeResourceRecordSetsCommand({
        HostedZoneId,
        ChangeBatch: { Changes: [{ Action, ResourceRecordSet: set }] },
      }),
    );
  const { ResourceRecordSets = [] } = await route53.send(new ListResourceRecordSetsCommand({ HostedZoneId }));
  const before = ResourceRecordSets.find(
    ({ Name, Type }) => Type === record.Type && Name === `${record.Name?.replace(/\.$/, "")}.`,
  );
  await change("UPSERT", record);
  return () => (before ? change("UPSERT", before) : change("DELETE", record));
}

/** Takes the host's record away; undone by the same one. */
export async function removeRecord({ route53, aws: { hostedZoneId: HostedZoneId }, host }: Good): Promise<Undo> {
  const { ResourceRecordSets = [] } = await route53.send(new ListResourceRecordSetsCommand({ HostedZoneId }));
  const record = ResourceRecordSets.find(({ Name, Type }) => Name === `${host}.` && Type === "A");
  const change = (Action: "CREATE" | "DELETE") =>
    route53.send(
      new ChangeResourceRecordSetsCommand({
        HostedZoneId,
        ChangeBatch: { Changes: [{ Action, ResourceRecordSet: record }] },
      }),
    );
  await change("DELETE");
  return () => change("CREATE");
}
