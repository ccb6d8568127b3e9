import type { Clients } from "../lib/clients.js";
import type { FrontDoor } from "./check.js";

/** Learns of a sign-in host that the stacks do not know, if it is the pool's. */
export type Meet = (host: string) => Promise<void>;

/** Whether a host shows this pool's sign-in pages; where none is known, any may. */
export function isSignInHost(host: string, door: Pick<FrontDoor, "signInHost" | "poolDomains">): boolean {
  return door.signInHost === undefined || host === door.signInHost || (door.poolDomains?.has(host) ?? false);
}

/**
 * A pool may have a domain of its own beside the prefix, and one is as good as the other. It is asked for only when an
 * answer leads to a host that is not known; a role that may not ask knows the prefix alone.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
 *
 * @param domains what was learned is added to it
 */
export function learnPoolDomain(
  { clients, userPoolArn }: { clients: Pick<Clients, "cognito">; userPoolArn: string },
  door: Pick<FrontDoor, "signInHost">,
  domains: Set<string>,
  signal: AbortSignal,
): Meet {
  let learned: Promise<void> | undefined;
  const learn = async () => {
    const { DescribeUserPoolCommand } = await import("@aws-sdk/client-cognito-identity-provider");
    const command = new DescribeUserPoolCommand({ UserPoolId: userPoolArn.split("/").at(-1) });
    const { UserPool } = await (await clients.cognito()).send(command, { abortSignal: signal });
    if (UserPool?.CustomDomain) domains.add(UserPool.CustomDomain.toLowerCase());
  };
  return async (host) => {
    if (isSignInHost(host, { ...door, poolDomains: domains })) return;
    learned ??= learn().catch(() => {}); // the check that met the host says that it is not known
    await learned;
  };
}
