import { describeError } from "../lib/errors.js";
import type { StackState } from "../plan/stacks.js";
import type { StackResource } from "../stacks/resources.js";
import type { ValidationRecord } from "../stacks/validation-records.js";
import type { World } from "./world.js";

/** The validation records of a stack's certificate: which of them go, and why the others stay. */
export interface CertificateRecords {
  readonly go: readonly ValidationRecord[];
  readonly stay: readonly { readonly record: ValidationRecord; readonly why: string }[];
}

const NONE: CertificateRecords = { go: [], stay: [] };

/**
 * The validation records that nothing needs once the certificate of this stack is gone. They have to be known before:
 * afterwards nothing tells which they were. Doubt keeps.
 */
export async function recordsOf(
  world: World,
  stack: StackState,
  resources: readonly StackResource[],
): Promise<CertificateRecords> {
  const certificateArn = resources.find(({ type }) => type === "AWS::CertificateManager::Certificate")?.physicalId;
  const zone = stack.parameters.HostedZoneId;
  if (!certificateArn?.startsWith("arn:") || !zone) return NONE;
  const { validationRecords } = await import("../stacks/validation-records.js");
  const records = await validationRecords(await world.clients.acm(), { certificateArn, zone, signal: world.signal });
  if (records.length === 0) return NONE;
  const domains = new Set(records.map(({ domain }) => domain));
  const others = await certificatesElsewhere(world, domains, certificateArn);
  if (typeof others === "string") return { go: [], stay: records.map((record) => ({ record, why: others })) };
  const needed = new Map(others.map(({ domain, arn }) => [domain, arn]));
  return {
    go: records.filter(({ domain }) => !needed.has(domain)),
    stay: records.flatMap((record) => {
      const arn = needed.get(record.domain);
      return arn ? [{ record, why: `the certificate ${arn} needs it too` }] : [];
    }),
  };
}

/** Deletes records. @returns a line for each that was there */
export async function removeRecords(world: World, records: readonly ValidationRecord[]): Promise<string[]> {
  if (records.length === 0) return [];
  const [{ deleteRecord }, route53] = await Promise.all([
    import("../stacks/validation-records.js"),
    world.clients.route53(),
  ]);
  const lines: string[] = [];
  // One after the other: Route 53 takes one change of a zone at a time.
  for (const record of records)
    if (await deleteRecord(route53, record, world.signal)) lines.push(`validation record ${record.name}`);
  return lines;
}

/** The records that are still in their zones. */
export async function standingRecords(world: World, records: readonly ValidationRecord[]): Promise<ValidationRecord[]> {
  if (records.length === 0) return [];
  const [{ findRecord }, route53] = await Promise.all([
    import("../stacks/validation-records.js"),
    world.clients.route53(),
  ]);
  const found = await Promise.all(records.map((record) => findRecord(route53, record, world.signal)));
  return records.filter((_, index) => found[index] !== undefined);
}

/** Certificates for the same names in all regions of the account, or why that cannot be told. */
async function certificatesElsewhere(world: World, domains: ReadonlySet<string>, except: string) {
  const { clients, signal } = world;
  const { DescribeRegionsCommand } = await import("@aws-sdk/client-ec2");
  const [{ otherCertificates }, ec2] = await Promise.all([import("../stacks/validation-records.js"), clients.ec2()]);
  try {
    const [{ Regions = [] }, own] = await Promise.all([
      ec2.send(new DescribeRegionsCommand({}), { abortSignal: signal }),
      (await clients.acm()).config.region(),
    ]);
    const regions = new Set([own, ...Regions.flatMap(({ RegionName }) => RegionName ?? [])]);
    const found = await Promise.all(
      [...regions].map(async (region) =>
        otherCertificates(await clients.acm(region === own ? undefined : region), { domains, except, signal }),
      ),
    );
    return found.flat();
  } catch (error) {
    if (signal.aborted) throw error;
    return `it cannot be told whether another certificate needs it (${describeError(error)})`;
  }
}
