import { readFile } from "node:fs/promises";
import { readTeardown, type TeardownRequest } from "../inputs/read-teardown.js";
import type { Report } from "../report/report.js";
import { type Removed, removeAndTell } from "./farewell.js";
import type { World } from "./world.js";

/**
 * Removes the environment that is asked for, and the platform where that is asked for; or shows what would go.
 *
 * @throws InputError before any AWS call; ActionError as removeEnvironment and removePlatform
 */
export async function teardown(world: World, report: Report): Promise<void> {
  const event = world.env.GITHUB_EVENT_PATH ? await readFile(world.env.GITHUB_EVENT_PATH, "utf8") : "";
  const request = readTeardown(world.env, JSON.parse(event || "{}"));
  world.setDeadline(request.timeoutMinutes);
  const what = subject(request);
  report.headline = `${what} is not gone`;
  if (request.environment) report.environment = request.environment;
  if (request.dryRun) {
    const { showRemoval } = await import("./show-removal.js");
    await showRemoval(world, request, report);
    report.headline = `Dry run: nothing was removed. ${what} would go`;
    report.outputs.set("outcome", "dry run");
    return;
  }
  const removed: Removed[] = [];
  try {
    await removeAll(world, request, (done) => {
      removed.push(done);
      for (const line of done.lines) report.done.push([done.what, line]);
    });
  } finally {
    report.outputs.set("removed", JSON.stringify(removed.map((each) => ({ what: each.what, lines: each.lines }))));
  }
  const outcome = removed.some((each) => each.outcome === "removed") ? "removed" : "already gone";
  report.outputs.set("outcome", outcome);
  report.headline = outcome === "removed" ? `${what} is gone` : `${what} was gone already`;
  world.log.info(`${report.headline}.`);
}

async function removeAll(world: World, request: TeardownRequest, done: (removed: Removed) => void): Promise<void> {
  const { environment, platform } = request;
  if (platform) {
    const { removePlatform } = await import("./remove-platform.js");
    return await removePlatform(world, request, done);
  }
  if (environment) {
    done(await removeAndTell(world, request, { ...request, environment }));
  }
}

function subject({ app, environment, domain, platform, all }: TeardownRequest): string {
  const names = [
    ...(environment ? [`environment ${environment} of ${app}`] : []),
    ...(platform ? [`the platform of ${domain}${all ? " with all its environments" : ""}`] : []),
  ];
  const text = names.join(" and ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
