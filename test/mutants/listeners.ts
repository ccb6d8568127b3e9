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
