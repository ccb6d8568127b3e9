import { MARKER_ROOM, marker, readMarker } from "../../src/github/comment.js";

const writer = { startedAt: "2026-11-22T12:00:00.000Z", runId: "123" };

test("a marker tells whose text follows", () => {
  expect(readMarker(`${marker("shop", 12, writer)}\ntext`, "shop", 12)).toEqual(writer);
});

test.each([
  ["another app", marker("shop-api", 12, writer)],
  ["another pull request with a longer number", marker("shop", 123, writer)],
  ["another pull request with a shorter number", marker("shop", 1, writer)],
  ["somebody's quote", `> ${marker("shop", 12, writer)}`],
  ["nothing", "text"],
])("the marker of %s is not ours", (_, body) => {
  expect(readMarker(body, "shop", 12)).toBeUndefined();
});

test("nothing in a marker ends it, and it has room", () => {
  const hostile = { startedAt: "-->", runId: "--> <b>" };
  expect(marker("a--> @x", 12, hostile).indexOf("-->")).toBe(marker("a--> @x", 12, hostile).length - 3);
  expect(marker("a".repeat(60), 1e9, { ...writer, runId: "9".repeat(15) }).length).toBeLessThan(MARKER_ROOM);
});
