import { parseFileCommand } from "../../../local/runner/file-commands.js";
import { createMasker } from "../../../local/runner/masker.js";
import { createConsole } from "../../../local/runner/workflow-commands.js";

function consoleOf(lines: readonly string[], { debug = false } = {}) {
  const masker = createMasker();
  const console = createConsole({ masker, debug, show: () => {} });
  for (const line of lines) console.print(line);
  return console;
}

describe("the log of a step", () => {
  it("shows groups with their lines indented", () => {
    const { log } = consoleOf(["before", "::group::Stacks", "vpc", "::endgroup::", "after"]);
    expect(log).toBe("before\n▸ Stacks\n  vpc\nafter\n");
  });

  it("shows annotations by their level and keeps where they point", () => {
    const { log, annotations } = consoleOf([
      "::error file=a%3Ab.yml,line=3,title=Bad::no%0Amatch",
      "::warning::careful",
    ]);
    expect(log).toBe("Error: no\nmatch\nWarning: careful\n");
    expect(annotations).toEqual([
      { level: "error", message: "no\nmatch", file: "a:b.yml", line: 3, title: "Bad" },
      { level: "warning", message: "careful" },
    ]);
  });

  it("keeps ten annotations of a level, as GitHub does, and shows all", () => {
    const { log, annotations } = consoleOf(Array.from({ length: 12 }, (_, n) => `::error::number ${n}`));
    expect(annotations).toHaveLength(10);
    expect(log).toContain("Error: number 11");
  });

  it("hides debug lines unless asked for", () => {
    expect(consoleOf(["::debug::inner"]).log).toBe("");
    expect(consoleOf(["::debug::inner"], { debug: true }).log).toBe("Debug: inner\n");
  });

  it("masks what was registered, in later lines, annotations, each line of it and its encoded forms", () => {
    const { log, annotations } = consoleOf([
      "::add-mask::hunter2 & co%0Asecond-secret",
      "with hunter2 & co",
      "hunter2%20%26%20co",
      "::error::second-secret",
    ]);
    expect(log).toBe("with ***\n***\nError: ***\n");
    expect(annotations[0]?.message).toBe("***");
  });

  it("prints commands as text between stop-commands and its token", () => {
    const { log } = consoleOf(["::stop-commands::tok", "::error::not one", "::tok::", "::error::one"]);
    expect(log).toBe("::error::not one\nError: one\n");
  });

  it("leaves unknown commands as text and refuses those that GitHub has disabled", () => {
    const console = consoleOf(["::nonsense::x", "::set-env name=A::b"]);
    expect(console.log).toContain("::nonsense::x\nError: The `set-env` command is disabled.");
    expect(console.failed).toBe(true);
  });
});

describe("the files of a step", () => {
  it("hold lines and delimited values", () => {
    expect(parseFileCommand("a=1\nb<<EOT\nx=y\n\nz\nEOT\nc=\n")).toEqual({ a: "1", b: "x=y\n\nz", c: "" });
  });

  it.each([
    ["x", "Invalid format 'x'"],
    ["=1", "Name must not be empty"],
    ["a<<\n", "delimiter must not be empty"],
    ["a<<EOT\n1\n", "Matching delimiter not found 'EOT'"],
  ])("are refused in GitHub's words when malformed: %j", (text, message) => {
    expect(() => parseFileCommand(text)).toThrow(message);
  });
});
