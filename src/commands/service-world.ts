import type { ServiceState } from "../plan/plan.js";
import type { Rollout, ServiceWorld } from "../service/rollout.js";
import type { World } from "./world.js";

/** What the work on a service needs. */
export async function serviceWorld({ clients, log, clock, signal }: World): Promise<ServiceWorld> {
  const [ecs, loadBalancing] = await Promise.all([clients.ecs(), clients.loadBalancing()]);
  return { ecs, loadBalancing, logs: clients.logs, log, clock, signal };
}

/** The service as it is now, not as it was observed. */
export async function lookAgain(world: World, { cluster, service }: Rollout): Promise<ServiceState | undefined> {
  const { observeService } = await import("../service/describe.js");
  return await observeService(await world.clients.ecs(), { cluster, service, signal: world.signal });
}
