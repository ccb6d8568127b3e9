import { type LocalAws, startLocalAws } from "../local-aws.js";
import { Boto, type BotoAnswer, type Endpoint } from "./boto.js";
import { callsOfTheAction } from "./calls-of-the-action.js";
import type { Referee, Verdict } from "./referee.js";
import { play, type Step, scenario, title } from "./scenario.js";

/** So that a load balancer is there in a few milliseconds. */
const SPEED = 5000;

/** The region in which everything is called; its zones are eu-west-1a and so on. */
const REGION = "eu-west-1";

/** boto3 calls every service that the action calls; each answer is compared with the service's model, strictly. */
export const boto3: Referee = {
  name: "boto3",
  missing: async () => Boto.missing(),
  run: (found) =>
    withBoto(async (boto, aws) => {
      await checkCompleteness(boto, found);
      await play(
        scenario,
        ({ service, operation }, parameters) => boto.call(endpointOf(aws), service, operation, parameters),
        (step, { violations, code, message }) => {
          const check = `boto3 ${title(step)}`;
          if (step.about === undefined && code !== "") found({ check, difference: `refused: ${code}: ${message}` });
          else if (violations.length === 0) found({ check });
          for (const difference of new Set(violations)) found({ check, difference });
        },
      );
    }),
};

/** The scenario has to hold every operation that the action calls and botocore knows. */
async function checkCompleteness(boto: Boto, found: (verdict: Verdict) => void): Promise<void> {
  const played = new Set(scenario.map(({ service, operation }) => `${service}:${operation}`));
  for (const call of callsOfTheAction()) {
    const [service = "", operation = ""] = call.split(":");
    const known = (await boto.operations(service)).includes(operation);
    const check = `the action's ${call}`;
    if (known) found(played.has(call) ? { check } : { check, difference: "is not in the scenario" });
  }
}

/** moto is asked the same, in the same order. */
export const moto: Referee = {
  name: "moto",
  missing: async () => Boto.missing("moto.server"),
  run: (found) =>
    withBoto(async (boto, aws) => {
      const url = await boto.startMoto();
      const theirs: Endpoint = { endpoint: url, region: REGION, keys: ["referee", "referee"] };
      const answers = new Map<Step, BotoAnswer>();
      const call = (to: Endpoint) => (step: Step, parameters: unknown) =>
        boto.call(to, step.service, step.operation, parameters);
      const asked = scenario.filter(({ isMissingInMoto }) => !isMissingInMoto);
      await play(asked, call(theirs), (step, answer) => answers.set(step, answer));
      await play(asked, call(endpointOf(aws)), (step, ours) => {
        const other = answers.get(step);
        for (const verdict of other ? compare(title(step), ours, other) : []) found(verdict);
      });
    }),
};

async function withBoto(use: (boto: Boto, aws: LocalAws) => Promise<void>): Promise<void> {
  const boto = new Boto();
  try {
    const aws = await startLocalAws({ speed: SPEED, region: REGION });
    try {
      await use(boto, aws);
    } finally {
      await aws.close();
    }
  } finally {
    await boto.close();
  }
}

export function endpointOf({ endpoint, region, env }: LocalAws): Endpoint {
  return { endpoint, region, keys: [env.AWS_ACCESS_KEY_ID ?? "", env.AWS_SECRET_ACCESS_KEY ?? ""] };
}

/** Whether both refuse a call with the same code, or else answer with the same members of the same types. */
function compare(step: string, ours: BotoAnswer, theirs: BotoAnswer): Verdict[] {
  const check = `moto ${step}`;
  if (ours.code !== theirs.code)
    return [{ check, difference: `code ${ours.code || "none"}, there ${theirs.code || "none"}` }];
  const found: string[] = [];
  compareShapes(ours.output, theirs.output, "", found);
  return found.length === 0 ? [{ check }] : [...new Set(found)].map((difference) => ({ check, difference }));
}

/** Notes members that one side alone has, and types that differ. Of lists the items, taken together. */
export function compareShapes(ours: unknown, theirs: unknown, path: string, found: string[]): void {
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    if (ours.length > 0 && theirs.length > 0) compareShapes(together(ours), together(theirs), `${path}[]`, found);
  } else if (isStructure(ours) && isStructure(theirs)) {
    for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const below = path === "" ? name : `${path}.${name}`;
      if (isEmpty(ours[name]) && isEmpty(theirs[name])) continue;
      if (isEmpty(theirs[name])) found.push(`only here: ${below}`);
      else if (isEmpty(ours[name])) found.push(`only there: ${below}`);
      else compareShapes(ours[name], theirs[name], below, found);
    }
  } else if (kind(ours) !== kind(theirs)) found.push(`${path} is ${kind(ours)}, there ${kind(theirs)}`);
}

/** One item with all the members that any item has. */
function together(items: readonly unknown[]): unknown {
  return items.every(isStructure) ? Object.assign({}, ...items) : items[0];
}

/** botocore gives an empty list where there is none. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (typeof value === "object" && Object.keys(value ?? {}).length === 0);
}

function isStructure(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kind(value: unknown): string {
  return Array.isArray(value) ? "list" : value === null ? "null" : typeof value;
}
