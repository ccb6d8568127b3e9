import { code, fenced, plain } from "../../src/report/markdown.js";

test.each([
  ["@octocat", "@&#8203;octocat", "a mention"],
  ["fixes #12", "fixes #&#8203;12", "a reference to an issue"],
  ["GH-12", "GH-&#8203;12", "the older form of a reference"],
  ["see https://evil.example/a?b=@c.", "see `https://evil.example/a?b=@c`.", "an address"],
  ["`https://a.example`", "\\``https://a.example`\\`", "an address in somebody's code"],
  ["ftp://evil.example", "ftp:&#8203;//evil.example", "an address of another kind"],
  ["arn:aws:iam::123456789012:role/x_y", "arn:aws:iam::123456789012:role/x\\_y", "an ARN"],
  ["web@sha256:12ab AWS::ECS::Service", "web@sha256:12ab AWS::ECS::Service", "a digest and a type"],
  ["www.evil.example", "www&#8203;.evil.example", "an address without a scheme"],
  [":white_check_mark: passed", ":&#8203;white\\_check\\_mark: passed", "an emoji that looks like a verdict"],
  ["<img src=x onerror=y>", "&lt;img src=x onerror=y&gt;", "HTML"],
  ["&#64;octocat", "&amp;#&#8203;64;octocat", "a mention as an entity"],
  ["a --> b", "a --&gt; b", "the end of an HTML comment"],
  ["[click](https://evil.example)", "\\[click\\](`https://evil.example`)", "a link"],
  ["`a` | **b** ~~c~~ _d_", "\\`a\\` \\| \\*\\*b\\*\\* \\~\\~c\\~\\~ \\_d\\_", "marks of Markdown and of its tables"],
  ["a\r\n\r\n# b\u2028c", "a # b c", "line breaks"],
  ["# heading", "\\# heading", "a heading"],
  ["- item", "\\- item", "an item of a list"],
  ["1. item", "1&#8203;. item", "an item of a numbered list"],
  ["$x$", "<span>$</span>x<span>$</span>", "mathematics"],
  ["user\u202egnp.exe", "usergnp.exe", "a mark that turns the direction of writing"],
  ["a\u200bb\ufeffc\u0000d\u001b[31m", "abcd\\[31m", "characters that nobody sees"],
])("shows %j as text: %j (%s)", (text, expected) => {
  expect(plain(text)).toBe(expected);
});

test("a name in the type of code cannot leave it, nor the table that it is in", () => {
  expect(code("a`b|c\nd <img> @x #1 \u202e")).toBe("`a b c d <img> @x #1`");
  expect(code("\n")).toBe("");
});

test("no line closes the fence around it", () => {
  expect(fenced(["one", "````", "two\n```"])).toBe("`````text\none\n````\ntwo ```\n`````");
});
