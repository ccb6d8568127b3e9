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
 * Runs at the same time may each make one, or write over one another. GitHub can neither be asked to make just one nor to
 * update only what is still as it was read, so everyone looks again after each change until nothing is left to do: the
 * comment with the lowest id stays, with the text of the latest run, and whoever sees others deletes them. What remains
 * possible is that an older run's text, read and decided earlier, arrives after the newer run has looked for the last time;
 * the newer run's next text puts it right.
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
  const mine: Omit<Found, "id"> = { body: `${marker(app, pullRequest, writer)}\n${body}`, writer };
  return await persist(github, signal, async () => {
    let latest = mine;
    let isWritten = false;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const found = await findComments(github, { pullRequest, app }, signal);
      // What was seen once counts, also when its comment is gone by now.
      for (const one of found) if (compareWriters(one.writer, latest.writer) > 0) latest = one;
      const [first, ...others] = found;
      if (first === undefined) {
        if (!createIfMissing) return false;
        await createComment(github, pullRequest, latest.body, signal);
        isWritten = true;
        continue;
      }
      // Once written it is known by its marker: nothing says that GitHub gives every text back as it was.
      const isRight = first.body === latest.body || (isWritten && compareWriters(first.writer, latest.writer) === 0);
      if (isRight && others.length === 0) break;
      if (!isRight) await updateComment(github, first.id, latest.body, signal);
      isWritten = true;
      for (const { id } of others) await deleteComment(github, id, signal);
    }
    return latest === mine;
  });
}

/** Each round that is not the last answers to something that another run did meanwhile. */
const MOST_ROUNDS = 5;

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

/** https://docs.github.com/en/rest/issues/comments#create-an-issue-comment: every pull request is an issue */
async function createComment(github: GitHub, pullRequest: number, body: string, signal: AbortSignal): Promise<void> {
  await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    ...github.at,
    issue_number: pullRequest,
    body,
    request: { signal: bounded(signal) },
  });
}

async function updateComment(github: GitHub, id: number, body: string, signal: AbortSignal): Promise<void> {
  try {
    await github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
      ...github.at,
      comment_id: id,
      body,
      request: { signal: bounded(signal) },
    });
  } catch (error) {
    // Somebody has deleted it meanwhile: the next look says what is there instead.
    if (!isRequestError(error) || error.status !== 404) throw error;
  }
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
