import { createHash } from "node:crypto";

const STYLE = `
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; color: #222; }
h1 { font-size: 1.6rem; }
.good { color: #17652f; } .bad { color: #9b1c1c; }
footer { margin-top: 3rem; color: #666; font-size: 0.9rem; }
`;

/** Nothing may be loaded or run on these pages but their own style. */
export const CONTENT_SECURITY_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The page that greets. */
export function greeting({ identity, version }) {
  const title = identity.verified ? `Hello, ${identity.email}` : "Hello, whoever you are";
  const proof = identity.verified
    ? `<p class="good" id="identity">Your identity was verified: the load balancer's signature is right.</p>
<p>In the user pool you are <code id="sub">${escapeHtml(identity.claims.sub ?? "nobody")}</code>.</p>${unchecked(identity)}`
    : `<p class="bad" id="identity">Your identity was not verified: ${escapeHtml(identity.reason)}.</p>`;
  return page(title, version, `${proof}\n<p><a href="/sign-out">Sign out</a></p>`);
}

/** A page that says one thing. */
export function notice(title, text) {
  return page(title, undefined, `<p>${escapeHtml(text)}</p>\n<p><a href="/">Back</a></p>`);
}

function unchecked({ unchecked: names }) {
  return names.length === 0
    ? ""
    : `\n<p>Not held against it, because not set: ${names.map(escapeHtml).join(", ")}.</p>`;
}

function page(title, version, body) {
  const footer = version === undefined ? "" : `\n<footer id="version">Version ${escapeHtml(version)}</footer>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${body}${footer}
</body>
</html>
`;
}

function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
