import { isLeftover, NICKNAME } from "../../src/smoke-test/leftovers.js";
import { judgeExpected, namesOf, proofOf } from "../../src/smoke-test/whose-page.js";

const visitor = {
  email: "smoke-test-0123456789abcdef@app.example.com",
  sub: "5d0c9a52-1fb4-4c79-a3a7-4b4dcb5e7a11",
  password: "not shown",
};

describe("whose page it is", () => {
  it.each([
    ["holds the address", `<h1>Hello, ${visitor.email}</h1>`, ["Hello, {email}"], []],
    ["holds it with its characters escaped", `Hello, ${visitor.email.replace("@", "&#64;")}`, ["Hello, {email}"], []],
    ["holds both", `${visitor.email} ${visitor.sub}`, ["{email}", "{sub}"], []],
    ["is somebody else's", "Hello, ada@example.com", ["Hello, {email}"], ["Hello, {email}"]],
    ["lacks one text of two", `Hello, ${visitor.email}`, ["{email}", "was verified"], ["was verified"]],
    ["holds other braces as they stand", "{ name }", ["{ name }", "{name}"], ["{name}"]],
  ])("a page that %s", (_, body, expect_, missing) => {
    const judgements = judgeExpected(body, visitor, expect_);
    expect(judgements.map(({ verdict }) => verdict)).toEqual(missing.map(() => "failed"));
    for (const [index, text] of missing.entries()) expect(judgements[index]?.seen).toContain(text);
    for (const { seen } of judgements) expect(seen).not.toContain(visitor.email);
  });

  it("is proven by texts with the user's own, and what is weaker is called so", () => {
    const named = `Hello, ${visitor.email}`;
    expect(proofOf(named, visitor, ["{email}"])).toMatch(/^proven for exactly this user: .* own email$/);
    expect(proofOf(named, visitor, ["Hello"])).toMatch(/^the page names exactly this user \(email\); /);
    expect(proofOf("Hello", visitor, ["Hello"])).toMatch(/which user it is for is not proven/);
    expect(namesOf(visitor.sub, visitor)).toEqual(["sub"]);
  });
});

describe("a user whom a killed smoke test left", () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const hours = (count: number) => new Date(now - count * 60 * 60 * 1000);
  const user = ({ email = visitor.email, nickname = NICKNAME, age = 3 } = {}) => ({
    Attributes: [
      { Name: "email", Value: email },
      { Name: "nickname", Value: nickname },
    ],
    UserCreateDate: hours(age),
  });

  it("is known by address, nickname and age", () => {
    expect(isLeftover(user(), now)).toBe(true);
  });

  it.each([
    ["is an hour old, and may be at work", user({ age: 1 })],
    ["has another nickname", user({ nickname: "smoke test" })],
    ["has another address", user({ email: "smoke-test-ada@app.example.com" })],
    ["only begins like one", user({ email: "smoke-test-0123456789abcdef0@app.example.com" })],
    ["has no date", { ...user(), UserCreateDate: undefined }],
    ["has nothing", {}],
  ])("is nobody who %s", (_, somebody) => {
    expect(isLeftover(somebody as Parameters<typeof isLeftover>[0], now)).toBe(false);
  });
});
