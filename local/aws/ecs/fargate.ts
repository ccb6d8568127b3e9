import { AwsError } from "../errors.js";

/**
 * The memory, in MiB, that Fargate has for each cpu (1024 units are a vCPU): least, most, step.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
 */
const MEMORY_BY_CPU: Readonly<Record<number, { least: number; most: number; step: number } | readonly number[]>> = {
  256: [512, 1024, 2048],
  512: { least: 1024, most: 4096, step: 1024 },
  1024: { least: 2048, most: 8192, step: 1024 },
  2048: { least: 4096, most: 16384, step: 1024 },
  4096: { least: 8192, most: 30720, step: 1024 },
  8192: { least: 16384, most: 61440, step: 4096 },
  16384: { least: 32768, most: 122880, step: 8192 },
};

/**
 * A task's size for Fargate, from `256` or `.25 vCPU` and `512` or `0.5 GB`, as units and MiB.
 * Throws ClientException if Fargate does not pair them.
 */
export function fargateSize(cpu: string | undefined, memory: string | undefined): { cpu: string; memory: string } {
  if (cpu === undefined || cpu === "") {
    throw client("Fargate requires that 'cpu' be defined at the task level.");
  }
  if (memory === undefined || memory === "") {
    throw client("Fargate requires that 'memory' be defined at the task level.");
  }
  const units = quantity(cpu, "vcpu");
  const mebibytes = quantity(memory, "gb");
  if (units === undefined) throw client("Invalid 'cpu' setting for task.");
  if (mebibytes === undefined) throw client("Invalid 'memory' setting for task.");
  const allowed = MEMORY_BY_CPU[units];
  const paired =
    allowed !== undefined &&
    ("step" in allowed
      ? mebibytes >= allowed.least && mebibytes <= allowed.most && mebibytes % allowed.step === 0
      : allowed.includes(mebibytes));
  if (!paired) {
    throw client(
      `No Fargate configuration exists for given values: ${units} CPU, ${mebibytes} memory. See the Amazon ECS documentation for the valid values.`,
    );
  }
  return { cpu: String(units), memory: String(mebibytes) };
}

function quantity(text: string, unit: string): number | undefined {
  const match = /^\s*(\d*\.?\d+)\s*([a-z]*)\s*$/i.exec(text);
  if (match === null) return undefined;
  const [, number = "", suffix = ""] = match;
  if (suffix === "") return /^\d+$/.test(number) ? Number(number) : undefined;
  return suffix.toLowerCase() === unit ? Number(number) * 1024 : undefined;
}

function client(message: string): AwsError {
  return new AwsError("ClientException", message);
}
