import { request as requestPlain } from "node:http";
import { request } from "node:https";
import { join } from "node:path";
import { runAction } from "../runner/run-action.js";
import type { LocalAws } from "../serve/spawn.js";
import { type FarNetwork, openFarNetwork } from "./far-network.js";
import { median } from "./figures.js";

export interface SmokeTestTime {
  /** Milliseconds from its first connection to its last answer: the unauthenticated part. Median of the rounds. */
  readonly wholeMs: number;
  /** Its slowest request when nothing else goes on: connect, TLS, answer. Median of the rounds. */
  readonly slowestMs: number;
  /** Which one that is. */
  readonly slowest: string;
  readonly connections: number;
}

/**
 * Runs the smoke test alone against what is deployed, as somebody `roundTripMs` away, by turns with its single requests
 * as an outsider's curl would send them: each alone and on a connection of its own.
 *
 * @param folder of the action
 * @param inputs of smoke-test/action.yml; the host and, with `domain`, its stacks
 */
export async function timeSmokeTest(
  aws: LocalAws,
  {
    folder,
    inputs,
    roundTripMs,
    rounds,
  }: {
    folder: string;
    inputs: Readonly<Record<string, string>> & { host: string };
    roundTripMs: number;
    rounds: number;
  },
): Promise<SmokeTestTime> {
  const far = await openFarNetwork(aws.env.LOCAL_AWS_HOSTS ?? "", roundTripMs);
  try {
    const wholes: number[] = [];
    const singles = new Map<string, number[]>();
    let connections = 0;
    for (let round = 0; round < rounds; round++) {
      far.take();
      const run = await runAction({
        folder: join(folder, "smoke-test"),
        inputs,
        env: { ...aws.env, ...far.env },
      });
      if (run.conclusion !== "success")
        throw new Error(`The smoke test failed:\n${run.log.split("\n").slice(-30).join("\n")}`);
      const taken = far.take();
      connections = taken.length;
      wholes.push(
        Math.max(...taken.map(({ openedAt, answeredAt = openedAt }) => answeredAt)) -
          Math.min(...taken.map(({ openedAt }) => openedAt)),
      );
      for (const [name, took] of await timeSingles(far, inputs.host))
        singles.set(name, [...(singles.get(name) ?? []), took]);
    }
    const medians = [...singles].map(([name, took]) => [name, median(took)] as const);
    const [slowest, slowestMs] = medians.reduce((a, b) => (b[1] > a[1] ? b : a));
    return { wholeMs: median(wholes), slowestMs, slowest, connections };
  } finally {
    await far.close();
  }
}

/** The kinds of requests that the smoke test sends, one after the other. */
async function timeSingles(far: FarNetwork, host: string): Promise<Map<string, number>> {
  const took = new Map<string, number>();
  const send = async (name: string, url: URL): Promise<string | undefined> => {
    const started = performance.now();
    const location = await ask(far, url);
    took.set(name, performance.now() - started);
    return location;
  };
  await send("plain HTTP", new URL(`http://${host}/`));
  const authorize = await send("the host's page", new URL(`https://${host}/`));
  if (!authorize) throw new Error(`https://${host}/ does not send an outsider to sign in`);
  const login = await send("the authorize endpoint", new URL(authorize));
  if (!login) throw new Error("The authorize endpoint does not lead to the sign-in page");
  await send("the sign-in page", new URL(login, authorize));
  return took;
}

/** One GET on a connection of its own, read to its end; gives back where it redirects to. */
function ask(far: FarNetwork, url: URL): Promise<string | undefined> {
  const isSecure = url.protocol === "https:";
  const { host, port } = far.find(url.hostname, isSecure ? 443 : 80);
  return new Promise((resolve, reject) => {
    (isSecure ? request : requestPlain)(
      {
        host,
        port,
        path: `${url.pathname}${url.search}`,
        headers: { host: url.host },
        agent: false,
        // What is measured is the way there, not the local certificate authority.
        ...(isSecure && { servername: url.hostname, rejectUnauthorized: false }),
      },
      (response) =>
        response
          .on("error", reject)
          .on("end", () => resolve(response.headers.location))
          .resume(),
    )
      .on("error", reject)
      .end();
  });
}
