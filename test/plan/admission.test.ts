import type { PullRequestEvent } from "../../src/inputs/read-event.js";
import type { PreviewsFor } from "../../src/inputs/values.js";
import {
  expiresAt,
  isLaterRun,
  judgeStanding,
  latestState,
  pinLabel,
  previewsAmong,
  refuseEvent,
  refuseState,
} from "../../src/plan/admission.js";
import { TAG } from "../../src/plan/names.js";

const HEAD = "a".repeat(40);
const OTHER = "b".repeat(40);

function event(changed: Partial<PullRequestEvent> = {}): PullRequestEvent {
  return {
    number: 12,
    action: "synchronize",
    headSha: HEAD,
    headRef: "topic",
    isFork: false,
    isDependabot: false,
    onTarget: true,
    closed: false,
    draft: false,
    labels: [],
    updatedAt: "2026-11-22T12:00:00Z",
    ...changed,
  };
}

describe("what the event alone decides", () => {
  it.each<[string, Partial<PullRequestEvent>, string | undefined]>([
    ["an open pull request of the repository goes on", {}, undefined],
    ["so does one of an unknown action", { action: "milestoned" }, undefined],
    ["a closed one does not", { closed: true, action: "closed" }, "Closed"],
    ["a fork's does not", { isFork: true }, "Fork"],
    ["nor with a label for another commit", { isFork: true, labels: [pinLabel(OTHER)] }, "Fork"],
    ["nor with a label for a part of the commit", { isFork: true, labels: [pinLabel(HEAD.slice(0, 12))] }, "Fork"],
    ["with the label for this very commit it goes on", { isFork: true, labels: ["x", pinLabel(HEAD)] }, undefined],
    [
      "but on pull_request, where it gets no credentials, it does not",
      { isFork: true, onTarget: false, labels: [pinLabel(HEAD)] },
      "Fork",
    ],
    ["one without a commit has no label that allows it", { isFork: true, headSha: "", labels: ["preview-"] }, "Fork"],
    ["Dependabot's run does not", { isDependabot: true }, "Dependabot"],
    ["unless its commit is allowed", { isDependabot: true, labels: [pinLabel(HEAD)] }, undefined],
    ["closed is closed, whatever its labels", { closed: true, labels: [pinLabel(HEAD)] }, "Closed"],
  ])("%s", (_, changed, code) => {
    expect(refuseEvent({ pullRequest: event(changed) })?.code).toBe(code);
  });

  it("fits the label into the 50 characters that GitHub takes", () => {
    expect(pinLabel(HEAD).length).toBeLessThanOrEqual(50);
  });
});

it.each<[PreviewsFor, Partial<PullRequestEvent>, string | undefined]>([
  [{ kind: "all" }, { draft: true }, undefined],
  [{ kind: "ready" }, { draft: true }, "Draft"],
  [{ kind: "ready" }, {}, undefined],
  [{ kind: "labeled", label: "preview" }, {}, "NotLabeled"],
  [{ kind: "labeled", label: "preview" }, { labels: ["preview please"] }, "NotLabeled"],
  [{ kind: "labeled", label: "preview" }, { labels: ["bug", "preview"], draft: true }, undefined],
  [{ kind: "all" }, { closed: true }, "Closed"],
])("previews-for %j with %j: %s", (previewsFor, changed, code) => {
  const refusal = refuseState(12, event(changed), previewsFor);
  expect(refusal?.code).toBe(code);
  if (refusal) expect(refusal.hint).not.toBe("");
});

describe("where a run stands with its pull request", () => {
  const now = {
    state: "open" as const,
    merged: false,
    draft: false,
    headSha: HEAD,
    labels: ["keep-preview"],
    updatedAt: "2026-11-22T12:00:00Z",
  };
  it.each([
    ["unknown where it cannot be read", undefined, event(), "unknown"],
    ["current with its own head", now, event(), "current"],
    ["closed", { ...now, state: "closed" as const }, event(), "closed"],
    ["superseded by another head", { ...now, headSha: OTHER }, event(), "superseded"],
    ["closed rather than superseded", { ...now, state: "closed" as const, headSha: OTHER }, event(), "closed"],
    [
      "unknown while GitHub answers with what was before the event",
      { ...now, headSha: OTHER, updatedAt: "2026-11-22T11:59:59Z" },
      event(),
      "unknown",
    ],
    [
      "unknown while it still shows what was reopened as closed",
      { ...now, state: "closed" as const, updatedAt: "2026-11-22T11:59:59Z" },
      event(),
      "unknown",
    ],
    [
      "judged by the head alone where the event has no time",
      { ...now, headSha: OTHER },
      event({ updatedAt: "" }),
      "superseded",
    ],
    ["unknown where the event has no commit", now, event({ headSha: "" }), "unknown"],
  ])("%s", (_, seen, started, standing) => {
    expect(judgeStanding(started, seen)).toBe(standing);
  });

  it("takes labels and draft from what GitHub shows now, unless that is older than the event", () => {
    expect(latestState(event({ draft: true }), now)).toEqual({ closed: false, draft: false, labels: ["keep-preview"] });
    expect(latestState(event({ draft: true }), { ...now, updatedAt: "2026-11-22T11:00:00Z" })).toMatchObject({
      draft: true,
      labels: [],
    });
    expect(latestState(event({ labels: ["a"] }), undefined)).toMatchObject({ labels: ["a"] });
  });
});

it.each([
  [72, [], "2026-11-25T12:00:00.000Z"],
  [72, ["keep-preview"], "2026-12-06T12:00:00.000Z"],
  [24 * 30, ["keep-preview"], "2026-12-22T12:00:00.000Z"],
  [1, ["keep-previews"], "2026-11-22T13:00:00.000Z"],
])("expires %d hours after the deploy with the labels %j: %s", (hours, labels, at) => {
  expect(expiresAt(Date.parse("2026-11-22T12:00:00Z"), hours * 3_600_000, labels)).toBe(at);
});

it.each([
  ["a run that began later", { commit: OTHER, startedAt: "2" }, "unknown" as const, true],
  ["but not one that began earlier", { commit: OTHER, startedAt: "0" }, "unknown" as const, false],
  ["nor one for an older commit, however late it began", { commit: OTHER, startedAt: "2" }, "current" as const, false],
  ["a later one for the same commit", { commit: HEAD, startedAt: "2" }, "current" as const, true],
  ["not one that nothing is known of", { commit: undefined, startedAt: undefined }, "unknown" as const, false],
])("gives way to %s", (_, other, standing, expected) => {
  expect(isLaterRun(other, { commit: HEAD, startedAt: "1" }, standing)).toBe(expected);
});

it("counts previews by exact tags, each once, and nobody else's", () => {
  const rule = (environment: string, changed: Record<string, string> = {}) => ({
    [TAG.app]: "web",
    [TAG.repositoryId]: "7",
    [TAG.pullRequest]: "1",
    [TAG.environment]: environment,
    ...changed,
  });
  const { [TAG.pullRequest]: _, ...production } = rule("production");
  const rules = [
    rule("pr-1"),
    rule("pr-1"),
    rule("pr-12"),
    rule("pr-3", { [TAG.repositoryId]: "77" }),
    rule("pr-4", { [TAG.app]: "web-2" }),
    production,
    {},
  ];
  expect(previewsAmong(rules, { app: "web", repositoryId: "7" })).toEqual(["pr-1", "pr-12"]);
});
