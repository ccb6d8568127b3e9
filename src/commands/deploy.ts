import { readFile } from "node:fs/promises";
import { readRequest } from "../inputs/read-request.js";
import type { Request } from "../inputs/request.js";
import type { Report } from "../report/report.js";
import { observe } from "./observe.js";
import type { World } from "./world.js";

/**
 * Builds what is missing, rolls the service to the image, waits until its tasks are healthy targets, and attacks the
 * front door. Fills `report` as it goes.
 *
 * @throws InputError before any AWS call; ActionError for everything that went wrong in AWS
 */
export async function deploy(world: World, report: Report): Promise<void> {
  const request = readRequest(world.env, await readEvent(world.env));
  world.setDeadline(request.timeoutMinutes);
  introduce(request, report);
  const observed = await world.timeline.measure("look", "observe", () => observe(world, request));
  // Loaded when it is needed: the less is read before the first call, the sooner that is made.
  const { carryOut } = await import("./carry-out.js");
  await carryOut(world, request, observed, report);
}

async function readEvent(env: World["env"]): Promise<unknown> {
  return env.GITHUB_EVENT_PATH ? JSON.parse((await readFile(env.GITHUB_EVENT_PATH, "utf8")) || "{}") : {};
}

function introduce(request: Request, report: Report): void {
  report.headline = `${request.app} was not deployed to ${request.environment}`;
  report.url = `https://${request.host}`;
  report.environment = request.environment;
  report.image = request.container.image;
  report.outputs.set("url", report.url);
  report.outputs.set("environment", request.environment);
}
