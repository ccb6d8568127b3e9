import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Aws } from "../../../../local/aws/aws.js";
import { checkCallsFromInside } from "../../../../local/aws/calls-from-inside.js";
import { type Clock, createClock } from "../../../../local/aws/clock.js";
import { Cognito } from "../../../../local/aws/cognito-idp/cognito.js";
import { durations } from "../../../../local/aws/durations.js";
import { createRandom } from "../../../../local/aws/random.js";
import { type CertificateAuthority, createCertificateAuthority } from "../../../../local/edge/certificate-authority.js";
import type { Address } from "../../../../local/edge/network.js";

export interface Region {
  readonly cognito: Cognito;
  readonly authority: CertificateAuthority;
  /** Where each published name is answered. */
  readonly names: ReadonlyMap<string, Address>;
  /** Lets the hours pass: what expires by the clock does. */
  advance(seconds: number): void;
  close(): Promise<void>;
}

/** A region in which there is Cognito alone, beside a real certificate authority. */
export async function createRegion({ speed = 10_000 } = {}): Promise<Region> {
  const directory = await mkdtemp(join(tmpdir(), "cognito-"));
  const authority = await createCertificateAuthority({ directory });
  const names = new Map<string, Address>();
  const stopping = new AbortController();
  const real = createClock(speed);
  let ahead = 0;
  const clock: Clock = { ...real, now: () => new Date(Date.now() + ahead) };
  const network: Pick<Aws["network"], "publish"> = {
    publish(name, _port, address) {
      names.set(name, address);
      return () => names.delete(name);
    },
  };
  const part = {
    partition: "aws",
    accountId: "123456789012",
    region: "eu-west-1",
    clock,
    random: createRandom(1),
    durations,
    stopping: stopping.signal,
    authority,
    network,
  };
  const cognito = new Cognito(part as unknown as Aws);
  checkCallsFromInside({ cognito });
  return {
    cognito,
    authority,
    names,
    advance: (seconds) => {
      ahead += seconds * 1000;
    },
    close: async () => {
      stopping.abort();
      await cognito.close();
      await rm(directory, { recursive: true });
    },
  };
}
