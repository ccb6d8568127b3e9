import { createLog, plainLine } from "../../src/lib/log.js";

it("prints a change once, until it changes again", () => {
  const lines: string[] = [];
  const log = createLog((text) => lines.push(text));
  log.change("vpc", "CREATE_IN_PROGRESS");
  log.change("vpc", "CREATE_IN_PROGRESS");
  log.change("alb", "CREATE_IN_PROGRESS");
  log.change("vpc", "CREATE_COMPLETE");
  expect(lines).toEqual(["[vpc] CREATE_IN_PROGRESS\n", "[alb] CREATE_IN_PROGRESS\n", "[vpc] CREATE_COMPLETE\n"]);
});

it.each([
  ["::set-output name=x::y", ": :set-output name=x::y"],
  ["  ::error::x", "  : :error::x"],
  ["a\n::add-mask::b", "a ::add-mask::b"],
  ["##[group]x", "# #[group]x"],
])("does not let text from elsewhere command the runner: %j", (text, plain) => {
  expect(plainLine(text)).toBe(plain);
});
