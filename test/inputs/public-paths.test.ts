import { ALL_PUBLIC, parsePublicPaths, pathMatches, perRule } from "../../src/inputs/public-paths.js";

const problems = (text: string) => parsePublicPaths(text).problems;

it("there are none unless some are given", () => {
  expect(parsePublicPaths("")).toEqual({ paths: [], problems: [] });
  expect(parsePublicPaths("\n  \n# /not-yet\n")).toEqual({ paths: [], problems: [] });
});

it("they keep their order, blanks around them are dropped", () => {
  const { paths } = parsePublicPaths(
    "/webhooks/*\r\n  # for the load balancer's neighbours\n  /healthz \n/a?c/~x.$'\"@:+&-_",
  );
  expect(paths).toEqual(["/webhooks/*", "/healthz", "/a?c/~x.$'\"@:+&-_"]);
});

it("only ALL PUBLIC, spelled exactly so and alone, opens everything", () => {
  expect(parsePublicPaths(" ALL PUBLIC\n").paths).toBe(ALL_PUBLIC);
  for (const text of ["all public", "All Public", "/healthz\nALL PUBLIC", "ALL PUBLIC\nALL PUBLIC"])
    expect(problems(text)[0]).toMatch(/must be the whole of the input, in capital letters: public-paths: ALL PUBLIC/);
  expect(parsePublicPaths("ALL  PUBLIC").problems).toHaveLength(1);
});

it.each(["*", "/*", "/", "/**", "/?*", "//*", "?", "/*/*"])("%s is refused: it would let everybody in", (path) => {
  expect(problems(path)).toEqual([expect.stringMatching(/^line 1: .* would let everybody in\. .*ALL PUBLIC$/)]);
});

it.each([
  ["healthz", /does not start with a slash/],
  ["*.css", /does not start with a slash/],
  ["https://app.example.com/a", /does not start with a slash/],
  ["/a b", /characters/],
  ["/a,/b", /characters/],
  ["/a%20b", /characters/],
  ["/caf\u00e9", /characters/],
  ["/a#b", /characters/],
  [`/${"a".repeat(128)}`, /longer than 128/],
  ["/oauth2/*", /nobody could sign in/],
  ["/oauth2/idp?esponse", /nobody could sign in/],
])("%s is refused", (path, why) => {
  expect(problems(path)).toEqual([expect.stringMatching(why)]);
});

it("a path that stands there twice is refused with both lines", () => {
  expect(problems("/a\n\n/b\n/a\n")).toEqual(['line 4: "/a" stands on line 1 already. Keep one of them.']);
});

it("eight fit, nine are refused with what to do instead", () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `/p${index}`).join("\n");
  expect(parsePublicPaths(lines(8))).toMatchObject({ paths: { length: 8 }, problems: [] });
  expect(problems(lines(9))).toEqual([expect.stringMatching(/^9 are too many: at most 8 .* \/public\/\*\.$/)]);
});

it("six wildcards fit into a rule, seven are refused", () => {
  expect(problems("/a/*/*\n/b/*/*\n/c/*/*\n/d")).toEqual([]);
  expect(problems("/a/*/*\n/b/*/*\n/c/*/*\n/d?")).toEqual([expect.stringMatching(/more than 6 wildcards/)]);
  expect(problems("/a/*/*\n/b/*/*\n/c/*/*\n/d\n/e/*")).toEqual([]);
});

it("four go into each rule", () => {
  expect(perRule([])).toEqual([]);
  expect(perRule(["/1", "/2", "/3", "/4", "/5"])).toEqual([["/1", "/2", "/3", "/4"], ["/5"]]);
});

it.each([
  ["/webhooks/*", "/webhooks/", true],
  ["/webhooks/*", "/webhooks/a/b", true],
  ["/webhooks/*", "/webhooks", false],
  ["/webhooks/*", "/x/webhooks/a", false],
  ["/a?c", "/abc", true],
  ["/a?c", "/ac", false],
  ["/a.c", "/abc", false],
  ["/a+(b)", "/a+(b)", true],
  ["/Healthz", "/healthz", false],
])("%s and %s: %s", (pattern, path, matches) => {
  expect(pathMatches(pattern, path)).toBe(matches);
});
