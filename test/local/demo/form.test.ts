import { findForm } from "../../../local/demo/form.js";

const page = new URL("https://pool.auth.eu-west-1.amazoncognito.com/login?client_id=1");

describe("a form of a page", () => {
  it("is found by a field, with its hidden values and where it goes", () => {
    const html = `
      <form action="/search"><input name=q></form>
      <form name="f" method="post" action="/login?client_id=1&amp;state=a%20b">
        <input type="hidden" name="_csrf" value="t&quot;&#x2f;&#47;"/>
        <input name="username" placeholder="Username"><input name='password' type='password'>
        <input name="go" type="submit" value="Sign in">
      </form>`;
    expect(findForm(html, page, "password")).toEqual({
      action: new URL("https://pool.auth.eu-west-1.amazoncognito.com/login?client_id=1&state=a%20b"),
      method: "POST",
      fields: { _csrf: `t"//`, username: "", password: "" },
    });
  });

  it("goes to its own page when it has no action", () => {
    expect(findForm(`<form><input name="code"></form>`, page, "code")).toEqual({
      action: page,
      method: "GET",
      fields: { code: "" },
    });
  });

  it("is not there when none has the field", () => {
    expect(findForm(`<form><input name="a"></form>`, page, "b")).toBeUndefined();
  });
});
