import { readFile } from "node:fs/promises";
import { readRequest } from "../inputs/read-request.js";
import type { Request } from "../inputs/request.js";
import { failureOf } from "../lib/aws-errors.js";
import type { Report } from "../report/report.js";
import { openConversation } from "./conversation.js";
import { observe } from "./observe.js";
import { watchPreview } from "./preview-watch.js";
import type { World } from "./world.js";

/**
 * Builds what is missing, rolls the service to the image, waits until its tasks are healthy targets, and attacks the
 * front door. Fills `report` as it goes, and tells GitHub.
 *
 * @throws InputError before any AWS call; Skipped where a pull request gets no preview; ActionError for everything that
 *   went wrong in AWS
 */
export async function deploy(world: World, report: Report): Promise<void> {
  const request = readRequest(world.env, await readEvent(world.env));
  world.setDeadline(request.timeoutMinutes);
  introduce(request, report);
  const { preview } = request;
  const conversation = openConversation(world, request, report);
  const watch = preview && watchPreview(world, { ...request, preview }, conversation.pullRequest);
  try {
    await watch?.refuseEarly();
    // Loading what talks to GitHub would hold up the first call to AWS.
    const answered = Promise.withResolvers<void>();
    const looking = world.timeline.measure("look", "observe", () => observe(world, request, answered.resolve));
    const [observed] = await Promise.all([looking, watch && answered.promise.then(watch.admit)]);
    // Loaded when it is needed: the less is read before the first call, the sooner that is made.
    const { carryOut } = await import("./carry-out.js");
    await carryOut(world, request, observed, report, { conversation, watch });
  } catch (error) {
    const failure = failureOf(watch ? await watch.explain(error) : error, world.signal);
    await conversation.end(failure);
    throw failure;
  }
  await conversation.end(undefined);
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
  report.outputs.set("skipped", "");
}
