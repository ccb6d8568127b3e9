import type { Endpoints } from "@octokit/types";
import { isRequestError, persist } from "./attempt.js";
import { bounded, type GitHub, paged } from "./connection.js";

type Deployment = Endpoints["GET /repos/{owner}/{repo}/deployments"]["response"]["data"][number];
type Status = Endpoints["GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"]["response"]["data"][number];

/** What a deployment record ends as. */
export interface RecordEnd {
  readonly state: "success" | "failure" | "error" | "inactive";
  /** Where the environment answers: GitHub makes a button of it. */
  readonly environmentUrl?: string | undefined;
  readonly logUrl: string;
  readonly description: string;
}

/**
 * A deployment with the status `in_progress`, visible in the pull request and on the repository's page.
 *
 * A job that names an `environment:` has one already: GitHub makes it when the job starts, for the name that the job gives,
 * moves its status with the job, and writes the last status itself when the job ends
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments). A second one would show
 * every deploy twice. So if the job's environment is ours, its deployment is taken for the record. Its last status is then
 * GitHub's, with the URL that the workflow gives (`environment: { name, url: ${{ steps.deploy.outputs.url }} }`);
 * `environment: { name, deployment: false }` leaves the record to us.
 * Nothing tells a step what its job's environment is, but GitHub's own statuses link to the run.
 *
 * Done twice by the same run, it is the same record.
 *
 * @param logUrl the run: `https://github.com/owner/name/actions/runs/1`
 * @returns the deployment's id
 * @throws RequestError
 */
export async function openRecord(
  github: GitHub,
  {
    environment,
    app,
    sha,
    logUrl,
    transient,
    production,
  }: { environment: string; app: string; sha: string; logUrl: string; transient: boolean; production: boolean },
  signal: AbortSignal,
): Promise<number> {
  return await persist(github, signal, async () => {
    const newest = await github.request("GET /repos/{owner}/{repo}/deployments", {
      ...github.at,
      environment,
      per_page: 100,
      request: { signal: bounded(signal) },
    });
    const own = newest.data.find((deployment) => isOurs(deployment, app) && readPayload(deployment)?.run === logUrl);
    const id = own ? Number(own.id) : ((await findJobsOwn(github, newest.data, logUrl, signal)) ?? (await create()));
    await post(github, id, { state: "in_progress", log_url: logUrl, description: mark(app) }, signal);
    return id;
  });

  async function create(): Promise<number> {
    const { data } = await github.request("POST /repos/{owner}/{repo}/deployments", {
      ...github.at,
      ref: sha,
      environment,
      // The defaults would merge the base branch into the ref, and refuse while any check is running: this one is.
      auto_merge: false,
      required_contexts: [],
      transient_environment: transient,
      production_environment: production,
      payload: { by: TOOL, app, run: logUrl } satisfies Payload,
      description: mark(app),
      request: { signal: bounded(signal) },
    });
    if (!("id" in data)) throw new Error("GitHub merged a branch, though auto_merge was off");
    return Number(data.id);
  }
}

/**
 * Says how it ended.
 *
 * @throws RequestError
 */
export async function closeRecord(
  github: GitHub,
  id: number,
  { state, environmentUrl, logUrl, description }: RecordEnd,
  signal: AbortSignal,
): Promise<void> {
  await persist(github, signal, () =>
    post(
      github,
      id,
      { state, log_url: logUrl, description, ...(environmentUrl ? { environment_url: environmentUrl } : {}) },
      signal,
    ),
  );
}

/**
 * Makes the earlier records of an app's environment inactive. GitHub does so by itself only for environments that are neither
 * transient nor production, and then for all apps at once.
 *
 * @param except the record of the running deploy
 * @param remove the environment is gone: its records go too, with their history
 * @throws RequestError
 */
export async function retireRecords(
  github: GitHub,
  {
    environment,
    app,
    except,
    remove = false,
    logUrl,
  }: { environment: string; app: string; except?: number | undefined; remove?: boolean; logUrl?: string | undefined },
  signal: AbortSignal,
): Promise<void> {
  await persist(github, signal, async () => {
    const deployments = paged((page) =>
      github.request("GET /repos/{owner}/{repo}/deployments", {
        ...github.at,
        environment,
        ...page,
        request: { signal: bounded(signal) },
      }),
    );
    if (remove) {
      // To the end before the first goes: what is deleted moves the pages.
      const all: Deployment[] = [];
      for await (const deployment of deployments) all.push(deployment);
      for (const deployment of all)
        if (Number(deployment.id) !== except && (await isOfApp(github, deployment, app, signal)))
          await deleteRecord(github, Number(deployment.id), logUrl, signal);
      return;
    }
    const active: number[] = [];
    for await (const deployment of deployments) {
      const id = Number(deployment.id);
      if (id === except || (except !== undefined && id > except) || !isOurs(deployment, app)) continue;
      const { state, description } = (await readStatuses(github, id, 1, signal))[0] ?? {};
      // The newest come first, and whoever retired this one had retired all before it. A deploy that ended so by itself
      // (superseded) has not, and says why.
      if (state === "inactive" && !description) break;
      if (state === "inactive") continue;
      // A failure stays one in the list.
      if (state !== "failure" && state !== "error") active.push(id);
    }
    // The oldest first, so that what was said above holds wherever this is interrupted.
    for (const id of active.reverse()) await inactivate(github, id, logUrl, signal);
  });
}

async function inactivate(github: GitHub, id: number, logUrl: string | undefined, signal: AbortSignal): Promise<void> {
  await post(github, id, { state: "inactive", ...(logUrl ? { log_url: logUrl } : {}), description: "" }, signal);
}

/**
 * One that is active cannot be deleted; those that are not, nearly all, take one call instead of three.
 * https://docs.github.com/en/rest/deployments/deployments#delete-a-deployment
 */
async function deleteRecord(github: GitHub, id: number, logUrl: string | undefined, signal: AbortSignal) {
  const drop = () =>
    github.request("DELETE /repos/{owner}/{repo}/deployments/{deployment_id}", {
      ...github.at,
      deployment_id: id,
      request: { signal: bounded(signal) },
    });
  try {
    await drop().catch(async (error) => {
      if (!isRequestError(error) || error.status !== 422) throw error;
      await inactivate(github, id, logUrl, signal);
      await drop();
    });
  } catch (error) {
    // Somebody else's teardown was quicker.
    if (!isRequestError(error) || error.status !== 404) throw error;
  }
}

const TOOL = "ecs-cognito-deploy";

interface Payload {
  readonly by: typeof TOOL;
  readonly app: string;
  /** The run that made it, by its URL. */
  readonly run: string;
  readonly [key: string]: unknown;
}

/** Says in a description of GitHub's own record which app it is about. */
function mark(app: string): string {
  return `${app}, by ${TOOL}`;
}

function isOurs(deployment: Deployment, app: string): boolean {
  const payload = readPayload(deployment);
  return payload?.by === TOOL && payload.app === app;
}

/** Whether a record is of this app: made by us, or the job's own that we wrote to. */
async function isOfApp(github: GitHub, deployment: Deployment, app: string, signal: AbortSignal): Promise<boolean> {
  if (readPayload(deployment)?.by === TOOL) return isOurs(deployment, app);
  const statuses = await readStatuses(github, Number(deployment.id), 100, signal);
  return statuses.some(({ description }) => description === mark(app));
}

/** An object, or on older servers the same as a string. */
function readPayload({ payload }: Deployment): Partial<Payload> | undefined {
  try {
    const read: unknown = typeof payload === "string" ? JSON.parse(payload) : payload;
    return typeof read === "object" && read !== null ? read : undefined;
  } catch {
    // Somebody else's text.
    return undefined;
  }
}

/** The deployment that GitHub made for this run's job, if that names this environment. */
async function findJobsOwn(
  github: GitHub,
  newest: readonly Deployment[],
  logUrl: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  // It is as old as the job, so one of the last; those of others have other runs' links.
  for (const { id } of newest.filter((deployment) => readPayload(deployment)?.by !== TOOL).slice(0, 5)) {
    const statuses = await readStatuses(github, Number(id), 100, signal);
    if (statuses.some((status) => isOfRun(status, logUrl))) return Number(id);
  }
  return undefined;
}

/** GitHub's own statuses link to the job: `<run>/job/<id>`. */
function isOfRun({ log_url, target_url }: Status, logUrl: string): boolean {
  const run = logUrl.match(/^(.*\/actions\/runs\/\d+)(?:\/|$)/)?.[1];
  return run !== undefined && [log_url, target_url].some((link) => link === run || link?.startsWith(`${run}/`));
}

/** The newest first. */
async function readStatuses(github: GitHub, id: number, most: number, signal: AbortSignal): Promise<readonly Status[]> {
  const { data } = await github.request("GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
    ...github.at,
    deployment_id: id,
    per_page: most,
    request: { signal: bounded(signal) },
  });
  return data;
}

async function post(
  github: GitHub,
  id: number,
  status: {
    state: RecordEnd["state"] | "in_progress";
    log_url?: string;
    environment_url?: string;
    description: string;
  },
  signal: AbortSignal,
): Promise<void> {
  await github.request("POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
    ...github.at,
    deployment_id: id,
    ...status,
    // 140 characters are what GitHub takes.
    description: status.description.replace(/\s+/g, " ").slice(0, 140),
    // It would silence the records of other apps in the environment.
    auto_inactive: false,
    request: { signal: bounded(signal) },
  });
}
