import { type Answer, parseAnswer } from "../../src/smoke-test/request.js";
import {
  isLoadBalancerPage,
  judgeTry,
  mayBeFixedResponse,
  type Source,
  sourceOf,
} from "../../src/smoke-test/source.js";

const DOOR = {
  host: "app.example.com",
  signInHost: "prefix.auth.eu-west-1.amazoncognito.com",
  clientId: "client",
};
const LB = { server: "awselb/2.0" };
const answer = (status: number, headers: Answer["headers"] = {}, body = ""): Answer => ({ status, headers, body });
const page = (title: string) =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
const signIn = (changes: Record<string, string> = {}, base = `https://${DOOR.signInHost}/oauth2/authorize`) => {
  const url = new URL(base);
  const query = {
    client_id: "client",
    redirect_uri: "https://app.example.com/oauth2/idpresponse",
    state: "s",
    ...changes,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { location: url.href };
};

it.each<[string, Answer, Source]>([
  ["a redirect to sign in", answer(302, { ...LB, ...signIn() }, page("302 Found")), "sign-in"],
  ["the same without a server header", answer(302, signIn(), page("302 Found")), "sign-in"],
  ["the same for HEAD", answer(302, signIn()), "sign-in"],
  ["another client", answer(302, { ...LB, ...signIn({ client_id: "other" }) }), "other sign-in"],
  ["another pool", answer(302, { ...LB, ...signIn({}, "https://x.example.org/oauth2/authorize") }), "other sign-in"],
  ["another callback", answer(302, { ...LB, ...signIn({ redirect_uri: "https://x.example.org/" }) }), "other sign-in"],
  ["an app that sends to sign in by itself", answer(302, { server: "nginx", ...signIn() }), "app"],
  ["an app's redirect with content", answer(302, signIn(), "<p>hello</p>"), "app"],
  ["an app that redirects", answer(302, { location: "/login" }), "app"],
  ["an app's 404", answer(404, {}, "Cannot GET /"), "app"],
  ["an app's 404 with nothing in it", answer(404), "app"],
  ["nginx's own 404, signed", answer(404, { server: "nginx" }, page("404 Not Found")), "app"],
  ["the load balancer's 404", answer(404, LB, "Not found"), "load balancer"],
  ["the load balancer's 401 without its name", answer(401, {}, page("401 Authorization Required")), "load balancer"],
  [
    "the load balancer's redirect elsewhere",
    answer(301, { ...LB, location: "https://x.example.org/" }),
    "load balancer",
  ],
  ["503 of the load balancer", answer(503, LB, page("503 Service Temporarily Unavailable")), "no target"],
  ["503 of the app", answer(503, {}, "maintenance"), "app"],
  ["101", answer(101), "app"],
  ["204", answer(204), "app"],
  ["500 of the app", answer(500, { "x-powered-by": "Express" }), "app"],
])("knows whose answer it is: %s", (_, given, source) => {
  expect(sourceOf(given, DOOR)).toBe(source);
});

it("takes any pool and client where they are not known", () => {
  const elsewhere = answer(302, {
    ...LB,
    ...signIn({ client_id: "any" }, "https://login.example.org/oauth2/authorize"),
  });
  expect(sourceOf(elsewhere, { host: DOOR.host })).toBe("sign-in");
});

it.each<[string, Answer, string]>([
  ["turned away", answer(302, { ...LB, ...signIn() }), "passed"],
  ["refused", answer(405, LB), "passed"],
  ["forwarded, and nobody there", answer(502, LB), "not yet"],
  ["sent to another pool", answer(302, { ...LB, ...signIn({ client_id: "other" }) }), "failed"],
  ["let in", answer(200, {}, "hello"), "exposed"],
  ["let in to a refusal of the app", answer(403, {}, "no"), "exposed"],
])("judges a try: %s", (_, given, verdict) => {
  const judgement = judgeTry("GET /", given, DOOR);
  expect(judgement.verdict).toBe(verdict);
  expect(judgement.seen).toContain("GET /");
});

it("never repeats what the app says", () => {
  expect(judgeTry("GET /", answer(200, {}, "top secret"), DOOR).seen).not.toContain("secret");
});

it("tells the load balancer's pages from nginx's, which are signed", () => {
  const nginx = page("404 Not Found").replace("</center>", "</center>\r\n<hr><center>nginx/1.27</center>");
  expect(isLoadBalancerPage(answer(404, {}, page("404 Not Found")))).toBe(true);
  expect(isLoadBalancerPage(answer(404, {}, nginx))).toBe(false);
  expect(isLoadBalancerPage(answer(200, {}, page("404 Not Found")))).toBe(false);
});

it.each<[string, Answer, boolean]>([
  ["a refusal with nothing of its own", answer(404, { date: "", "content-type": "text/plain" }, "Not found"), true],
  ["content", answer(200, { date: "" }, "Not found"), false],
  ["a long one", answer(404, {}, "x".repeat(1025)), false],
  ["an app's header", answer(404, { "x-powered-by": "Express" }), false],
])("takes for a fixed response without a name: %s", (_, given, may) => {
  expect(mayBeFixedResponse(given)).toBe(may);
});

it("reads an answer of HTTP/1.0", () => {
  expect(parseAnswer("HTTP/1.1 302 Found\r\nServer: x\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\nbody")).toEqual({
    status: 302,
    headers: { server: "x", "set-cookie": ["a=1", "b=2"] },
    body: "body",
  });
  expect(parseAnswer("")).toBeUndefined();
  expect(parseAnswer("SSH-2.0-x\r\n\r\n")).toBeUndefined();
});
