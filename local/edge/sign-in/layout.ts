import { createHash } from "node:crypto";
import { html, type Reply } from "./http.js";
import { Markup, markup } from "./markup.js";

const STYLE = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:#fafafa;color:#16191f;font:16px/1.5 "Helvetica Neue",Helvetica,Arial,sans-serif}
main{max-width:26rem;margin:3rem auto;background:#fff;border:1px solid #d5dbdb;border-radius:8px;overflow:hidden;box-shadow:0 4px 16px #0001}
.banner{background:#f2f3f3;height:4.5rem;border-bottom:1px solid #d5dbdb}
.content{padding:1.5rem 2rem 2rem}
h1{font-size:1.05rem;font-weight:400;margin:0 0 1.25rem}
label{display:block;font-size:.9rem;margin:0 0 .25rem}
input{width:100%;font:inherit;padding:.5rem .65rem;margin:0 0 1rem;border:1px solid #879596;border-radius:4px;background:#fff}
input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #7ab4ff;outline-offset:1px}
button{width:100%;font:inherit;font-weight:700;padding:.6rem;border:0;border-radius:4px;background:#2d6fb5;color:#fff;cursor:pointer}
button:hover{background:#245a94}
button.link{width:auto;padding:0;background:none;color:#1f5fa3;font-weight:400;text-decoration:underline}
a{color:#1f5fa3}
p{margin:1rem 0 0}
.hint{font-size:.85rem;color:#545b64;margin:-.5rem 0 1rem}
.hint ul{margin:.25rem 0 0;padding-left:1.25rem}
.error,.notice{margin:0 0 1.25rem;padding:.6rem .8rem;border-radius:4px;border:1px solid;font-size:.95rem}
.error{color:#8a1f11;background:#fdf3f1;border-color:#d13212}
.notice{color:#0b4a2b;background:#f2f8f0;border-color:#1d8102}
footer{max-width:26rem;margin:-2rem auto 2rem;font-size:.8rem;color:#545b64;text-align:center}
@media(max-width:28rem){main{margin:0 0 3rem;border-width:0 0 1px;border-radius:0;box-shadow:none}}
`;

/**
 * No scripts, nothing from elsewhere, no framing. There is no `form-action`: browsers apply it to the redirects that
 * follow a form too, and those lead to the client's callback URL and on to wherever the client wants.
 */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; frame-ancestors 'none'`;

/** What every page of a flow needs: the query that goes through it unchanged, the form token and its cookie. */
export interface PageContext {
  readonly query: string;
  readonly csrf: { readonly token: string; readonly cookie: string };
  /** Shown above the form, on a page that is given again. */
  readonly error?: string | undefined;
  readonly notice?: string | undefined;
}

/** A whole page around its content; its form token goes along as a cookie. */
export function page(context: PageContext, title: string, content: readonly (Markup | string)[], status = 200): Reply {
  const { error, notice, csrf } = context;
  const body = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<div class="banner"></div>
<div class="content">
${error ? markup`<div class="error" id="loginErrorMessage" role="alert">${error}</div>` : ""}${notice ? markup`<div class="notice" role="status">${notice}</div>` : ""}
${content}
</div>
</main>
<footer>Local AWS, standing in for Amazon Cognito. It sends no e-mail: codes are in its outbox.</footer>
</body>
</html>
`;
  return html(status, body.html, POLICY, csrf.cookie === "" ? [] : [csrf.cookie]);
}

/** The query goes into the form's address, so that nothing of the flow depends on what a browser remembers. */
export function form(context: PageContext, path: string, content: readonly Markup[]): Markup {
  return markup`<form method="POST" action="${path}?${context.query}">
<input type="hidden" name="_csrf" value="${context.csrf.token}">
${content}
</form>`;
}

/** A labelled input that must be filled in. */
export function field(
  id: string,
  label: string,
  input: { name: string; type: string; autocomplete: string; value?: string; autofocus?: boolean },
): Markup {
  return markup`<label for="${id}">${label}</label>
<input id="${id}" name="${input.name}" type="${input.type}" value="${input.value ?? ""}" autocomplete="${input.autocomplete}" autocapitalize="none" spellcheck="false" required${input.autofocus ? new Markup(" autofocus") : ""}>
`;
}

/** The new password, twice. */
export function newPasswordFields({ autofocus = false } = {}): Markup[] {
  const input = { type: "password", autocomplete: "new-password" };
  return [
    field("new_password", "New Password", { ...input, name: "new_password", autofocus }),
    field("confirm_password", "Enter New Password Again", { ...input, name: "confirm_password" }),
  ];
}

/** An input for each of a user's attributes, by name, as filled in so far. */
export function attributeFields(attributes: ReadonlyMap<string, string>): Markup[] {
  return [...attributes].map(([name, value]) =>
    field(
      `attribute-${name}`,
      name.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase()),
      {
        name: `requiredAttributes[${name}]`,
        type: name === "email" ? "email" : "text",
        autocomplete: name === "email" ? "email" : "on",
        value,
      },
    ),
  );
}

/** What a new password needs. */
export function policyHint(policy: readonly string[]): Markup {
  return markup`<div class="hint">The password needs<ul>${policy.map((line) => markup`<li>${line}</li>`)}</ul></div>`;
}
