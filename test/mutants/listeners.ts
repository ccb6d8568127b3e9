import { DeleteCertificateCommand, DescribeCertificateCommand, RequestCertificateCommand } from "@aws-sdk/client-acm";
import {
  type Action,
  CreateListenerCommand,
  type CreateListenerCommandInput,
  DeleteListenerCommand,
  DescribeListenersCommand,
  type Listener,
  ModifyListenerAttributesCommand,
  ModifyListenerCommand,
  ModifyLoadBalancerAttributesCommand,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { ChangeResourceRecordSetsCommand } from "@aws-sdk/client-route-53";
import type { Good } from "./good.js";
import type { Undo } from "./rules.js";

export async function listenerOn({ elb, outputs }: Good, port: number): Promise<Listener> {
  const { Listeners = [] } = await elb.send(new DescribeListenersCommand({ LoadBalancerArn: outputs.LoadBalancerArn }));
  const found = Listeners.find(({ Port }) => Port === port);
  if (!found) throw new Error(`no listener on port ${port}`);
  return found;
}

/** Changes a listener; undone by what it was. */
export async function changeListener(
  good: Good,
  port: number,
  change: { DefaultActions?: Action[]; SslPolicy?: string; Certificates?: { CertificateArn: string }[] },
): Promise<Undo> {
  const { ListenerArn, DefaultActions, SslPolicy, Certificates } = await listenerOn(good, port);
  await good.elb.send(new ModifyListenerCommand({ ListenerArn, ...change }));
  const before = { DefaultActions, ...(SslPolicy && { SslPolicy }), ...(Certificates && { Certificates }) };
  return () => good.elb.send(new ModifyListenerCommand({ ListenerArn, ...before }));
}

/** Adds a listener; undone by its removal. `arn` is for rules on it. */
export async function addListener(
  { elb, outputs }: Good,
  input: Pick<CreateListenerCommandInput, "Port" | "Protocol" | "DefaultActions" | "Certificates" | "SslPolicy">,
): Promise<{ arn: string; remove: Undo }> {
  const { Listeners = [] } = await elb.send(
    new CreateListenerCommand({ LoadBalancerArn: outputs.LoadBalancerArn, ...input }),
  );
  const arn = Listeners[0]?.ListenerArn ?? "";
  return { arn, remove: () => elb.send(new DeleteListenerCommand({ ListenerArn: arn })) };
}

/** Takes the listener of port 80 away; undone by one of the same kind. */
export async function removePlainListener(good: Good): Promise<Undo> {
  const { ListenerArn, DefaultActions } = await listenerOn(good, 80);
  await good.elb.send(new DeleteListenerCommand({ ListenerArn }));
  return () => addListener(good, { Port: 80, Protocol: "HTTP", DefaultActions });
}

/** Sets attributes of the HTTPS listener; undone by the values given as `before`. */
export async function setListenerAttribute(good: Good, Key: string, Value: string, before: string): Promise<Undo> {
  const set = (value: string) =>
    good.elb.send(
      new ModifyListenerAttributesCommand({
        ListenerArn: good.outputs.HttpsListenerArn,
        Attributes: [{ Key, Value: value }],
      }),
    );
  await set(Value);
  return () => set(before);
}

export async function setLoadBalancerAttribute(good: Good, Key: string, Value: string, before: string): Promise<Undo> {
  const set = (value: string) =>
    good.elb.send(
      new ModifyLoadBalancerAttributesCommand({
        LoadBalancerArn: good.outputs.LoadBalancerArn,
        Attributes: [{ Key, Value: value }],
      }),
    );
  await set(Value);
  return () => set(before);
}

/** An issued certificate for a name in the zone, for a while. */
export async function newCertificate(
  { acm, route53, aws }: Good,
  name: string,
): Promise<{ arn: string; remove: Undo }> {
  const { CertificateArn } = await acm.send(
    new RequestCertificateCommand({ DomainName: name, ValidationMethod: "DNS" }),
  );
  const describe = async () => (await acm.send(new DescribeCertificateCommand({ CertificateArn }))).Certificate;
  const record = (await describe())?.DomainValidationOptions?.[0]?.ResourceRecord;
  const change = (Action: "UPSERT" | "DELETE") =>
    route53.send(
      new ChangeResourceRecordSetsCommand({
        HostedZoneId: aws.hostedZoneId,
        ChangeBatch: {
          Changes: [
            {
              Action,
              ResourceRecordSet: {
                Name: record?.Name,
                Type: "CNAME",
                TTL: 60,
                ResourceRecords: [{ Value: record?.Value }],
              },
            },
          ],
        },
      }),
    );
  await change("UPSERT");
  while ((await describe())?.Status !== "ISSUED") await new Promise((resolve) => setTimeout(resolve, 50));
  const remove = async () => {
    await acm.send(new DeleteCertificateCommand({ CertificateArn }));
    await change("DELETE");
  };
  return { arn: CertificateArn ?? "", remove };
}
