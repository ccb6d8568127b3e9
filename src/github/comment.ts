import { isRequestError, persist } from "./attempt.js";
import { bounded, type GitHub, paged } from "./connection.js";

/** The run that a comment's text is from: of two, the later one's text stays. */
export interface Writer {
  /** When the step began, ISO 8601. */
  readonly startedAt: string;
  readonly runId: string;
}

/** A comment of ours: its id, its text, and whose text it is. */
interface Found {
  readonly id: number;
  readonly body: string;
  readonly writer: Writer;
}

/** What is kept free for the marker in a comment's 65,536 characters. */
export const MARKER_ROOM = 512;

/**
 * Writes the pull request's one comment for an app: updates it where it is, or makes it.
 * It is found by a marker that nobody sees, and by its author: anybody can copy a marker.
 *
 * Runs at the same time may each make one. GitHub cannot be asked to make just one, so everyone looks again afterwards, and
 * the one with the lowest id stays, with the text of the latest run; the others are deleted by whoever sees them.
 *
 * @param body Markdown, at most 65,536 characters less MARKER_ROOM
 * @param createIfMissing false: only what is there is updated
 * @returns whether there is now a comment with this text
 * @throws RequestError
 */
export async function keepComment(
  github: GitHub,
  {
    pullRequest,
    app,
    body,
    writer,
    createIfMissing,
  }: { pullRequest: number; app: string; body: string; writer: Writer; createIfMissing: boolean },
  signal: AbortSignal,
): Promise<boolean> {
  const text = `${marker(app, pullRequest, writer)}\n${body}`;
  const mine: Omit<Found, "id"> = { body: text, writer };
  return await persist(github, signal, async () => {
    const found = await findComments(github, { pullRequest, app }, signal);
    if (found.length === 0) {
      if (!createIfMissing) return false;
      await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        ...github.at,
        issue_number: pullRequest,
        body: text,
        request: { signal: bounded(signal) },
      });
      found.push(...(await findComments(github, { pullRequest, app }, signal)));
    }
    const latest = found.reduce<Omit<Found, "id">>(
      (late, one) => (compareWriters(one.writer, late.writer) > 0 ? one : late),
      mine,
    );
    const [first, ...others] = found;
    if (first && first.body !== latest.body)
      await github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        ...github.at,
        comment_id: first.id,
        body: latest.body,
        request: { signal: bounded(signal) },
      });
    for (const { id } of others) await deleteComment(github, id, signal);
    return latest === mine;
  });
}

async function findComments(
  github: GitHub,
  { pullRequest, app }: { pullRequest: number; app: string },
  signal: AbortSignal,
): Promise<Found[]> {
  const author = await github.viewer(signal);
  const comments = paged((page) =>
    github.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...github.at,
      issue_number: pullRequest,
      ...page,
      request: { signal: bounded(signal) },
    }),
  );
  const found: Found[] = [];
  for await (const { id, body = "", user } of comments) {
    const writer = user?.login === author ? readMarker(body, app, pullRequest) : undefined;
    if (writer) found.push({ id: Number(id), body, writer });
  }
  return found.sort((a, b) => a.id - b.id);
}

async function deleteComment(github: GitHub, id: number, signal: AbortSignal): Promise<void> {
  try {
    await github.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
      ...github.at,
      comment_id: id,
      request: { signal: bounded(signal) },
    });
  } catch (error) {
    // Another run saw it too.
    if (!isRequestError(error) || error.status !== 404) throw error;
  }
}

/** The comment's first line: an HTML comment, which GitHub does not show. */
export function marker(app: string, pullRequest: number, { startedAt, runId }: Writer): string {
  const value = (text: string) => encodeURIComponent(text).replaceAll("-", "%2D");
  return `<!-- ecs-cognito-deploy app=${value(app)} pull-request=${pullRequest} started-at=${value(startedAt)} run=${value(runId)} -->`;
}

/** Whose text it is, if the text begins with the marker of this app and pull request. */
export function readMarker(body: string, app: string, pullRequest: number): Writer | undefined {
  const [, startedAt = "", runId = ""] =
    body.match(/^<!-- ecs-cognito-deploy app=\S+ pull-request=\d+ started-at=(\S+) run=(\S*) -->/) ?? [];
  if (!startedAt) return undefined;
  const writer = { startedAt: decodeURIComponent(startedAt), runId: decodeURIComponent(runId) };
  return body.startsWith(marker(app, pullRequest, writer)) ? writer : undefined;
}

/** Above 0: `a` began after `b`. Ids of runs grow, so they settle what began in the same millisecond. */
function compareWriters(a: Writer, b: Writer): number {
  return Date.parse(a.startedAt) - Date.parse(b.startedAt) || Number(a.runId) - Number(b.runId) || 0;
}
