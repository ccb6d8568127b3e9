import { evaluateCondition, evaluateExpressions, evaluateValue, type Value } from "../../../local/runner/expression.js";

const CONTEXT: Record<string, Value> = {
  github: {
    event_name: "pull_request",
    repository: "octo-org/sample-app",
    event: {
      action: "labeled",
      number: 12,
      label: { name: "Preview" },
      pull_request: { draft: false, labels: [{ name: "a" }, { name: "b" }] },
    },
  },
  needs: { build: { result: "success", outputs: { image: "web:1" } } },
  vars: {},
};

describe("an expression", () => {
  // https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
  it.each<[string, Value]>([
    ["github.event.number", 12],
    ["github['event'].NUMBER", 12],
    ["needs.build.outputs.image", "web:1"],
    ["vars.AWS_REGION", null],
    ["github.event.nothing.at.all", null],
    ["github.event.pull_request.labels.*.name", ["a", "b"]],
    ["contains(github.event.pull_request.labels.*.name, 'B')", true],
    ["contains('Hello world', 'llo')", true],
    ["github.event.label.name == 'preview'", true],
    ["github.event.number == '12'", true],
    ["null == ''", true],
    ["'' == false", true],
    ["'abc' == 0", false],
    ["!github.event.pull_request.draft && 'yes' || 'no'", "yes"],
    ["github.event.pull_request.draft && 'yes' || 'no'", "no"],
    ["vars.A || vars.B || 'default'", "default"],
    ["1 < 2 && 2 <= 2 && 3 > 2 && 3 >= 3 && 1 != 2", true],
    ["(1 == 2 || true) && true", true],
    ["format('{0} of {1}, {{braces}}', 'one', 2)", "one of 2, {braces}"],
    ["fromJSON('[\"preview\", 1]')[0]", "preview"],
    ["join(fromJSON('[1, 2]'), '-')", "1-2"],
    ["startsWith('Refs/heads', 'refs/')", true],
    ["endsWith(github.repository, '-APP')", true],
    ["toJSON(needs.build.result)", '"success"'],
    ["'it''s }} here'", "it's }} here"],
    ["-1.5", -1.5],
  ])("%s is %j", (expression, value) => {
    expect(evaluateValue(`\${{ ${expression} }}`, CONTEXT)).toEqual(value);
  });

  it("keeps its type alone, and becomes text beside another", () => {
    const one = "${" + "{ github.event.number }}";
    expect([evaluateValue(` ${one} `, CONTEXT), evaluateValue(one + one, CONTEXT)]).toEqual([12, "1212"]);
  });

  it("becomes text within a text", () => {
    const within = (inner: string) => `\${{ ${inner} }}`;
    const text = `pr-${within("github.event.number")} ${within("github.event.pull_request.draft")}${within("vars.none")} ${within("'a}}b'")}`;
    expect(evaluateExpressions(text, CONTEXT)).toBe("pr-12 false a}}b");
  });

  it.each([
    ["nothing.here", "there is no context nothing here"],
    ["hashFiles('**')", "there is no function hashFiles here"],
    ["always()", "always() is for conditions alone"],
    ["1 +", "not understood"],
    ["(1", ") is missing"],
    ["1 2", "nothing should follow"],
    ["github.", "a name must follow"],
    ["", "it ends too early"],
  ])("that makes no sense is refused: %s", (expression, message) => {
    expect(() => evaluateExpressions(`\${{${expression}}}`, CONTEXT)).toThrow(message);
  });
});

describe("a condition", () => {
  it.each([
    ["always()", true, true, true],
    ["success()", true, false, false],
    ["failure()", false, true, false],
    ["cancelled()", false, false, true],
    ["!cancelled()", true, true, false],
    [`\${{ !failure() && !cancelled() }}`, true, false, false],
    // Without a status function GitHub asks success() too.
    ["github.event.number == 12", true, false, false],
    ["github.event.number == 13", false, false, false],
    ["always() && github.event.number == 13", false, false, false],
    ["true || always()", true, true, true],
  ])("%s holds after success, failure, cancellation: %s, %s, %s", (condition, success, failure, cancelled) => {
    const holds = (["success", "failure", "cancelled"] as const).map((status) =>
      evaluateCondition(condition, status, CONTEXT),
    );
    expect(holds).toEqual([success, failure, cancelled]);
  });
});
