import { DeleteStackCommand, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { app, complaints, type Good, type Inputs } from "./good.js";
import { changeListener, setListenerAttribute, setLoadBalancerAttribute } from "./listeners.js";
import { admit, tcp } from "./network.js";
import { putRecord } from "./records.js";
import { addRule, changeSignIn, fixed, hosts, newTargetGroup, paths, signInRule, type Undo } from "./rules.js";
import { addBranding, changeClient, newClient, ownDomain, useManagedLogin } from "./sign-in.js";

/** Something that is different and yet as good: no check may complain. */
export interface Variation {
  readonly name: string;
  /** Inputs of the run that are different. */
  readonly inputs?: Inputs;
  /** Done by hand before it; what it gives back undoes it. */
  arrange?(good: Good): Promise<Undo>;
}

const lines = (...text: string[]) => text.join("\n");

const BY_INPUTS: readonly Variation[] = [
  { name: "as it is" },
  {
    name: "somebody signs in and is greeted",
    inputs: { "smoke-test-sign-in": "true", "smoke-test-expect": "was verified" },
  },
  {
    name: "somebody signs in, and the page names exactly them",
    inputs: { "smoke-test-sign-in": "true", "smoke-test-expect": lines("Hello, {email}", "was verified", ">{sub}<") },
  },
  {
    name: "somebody signs in to an app that names nobody",
    inputs: { "smoke-test-sign-in": "true", ...app(`s.end("hello")`) },
  },
  { name: "another path is asked for", inputs: { "smoke-test-path": "/reports?year=2026" } },
  { name: "no public paths", inputs: { "public-paths": "" } },
  {
    name: "eight public paths",
    inputs: { "public-paths": lines("/1", "/2/*", "/3", "/4", "/5", "/6", "/7/*.css", "/8") },
  },
  { name: "the health check path is public", inputs: { "public-paths": lines("/healthz", "/webhooks/*") } },
  { name: "a public path with wildcards", inputs: { "public-paths": "/static/*/img?.png" } },
  { name: "all public, in so many words", inputs: { "public-paths": "ALL PUBLIC" } },
  { name: "sign-up open as declared", inputs: { "self-sign-up": "true" } },
  { name: "two tasks", inputs: { "desired-count": "2" } },
  { name: "health checks at /", inputs: { "health-check-path": "/" } },
  { name: "an app that redirects to a page of its own", inputs: app(`s.writeHead(302, { location: "/login" }).end()`) },
  {
    name: "an app that redirects to somebody else's sign-in",
    inputs: app(`s.writeHead(302, { location: "https://accounts.example.com/authorize?state=1" }).end()`),
  },
  { name: "a slow app", inputs: app(`setTimeout(() => s.end("at last"), 1500)`) },
  { name: "an app that asks for a password itself", inputs: app(`s.writeHead(401).end("who are you?")`) },
  { name: "an app that refuses everybody", inputs: app(`s.writeHead(403).end("no")`) },
  { name: "an app with nothing to show", inputs: app(`s.writeHead(204).end()`) },
  { name: "an app whose pages fail", inputs: app(`s.writeHead(500).end("sorry")`) },
  {
    name: "an app that sets cookies and HSTS",
    inputs: app(
      `s.writeHead(200, { "set-cookie": "sid=1; Path=/", "strict-transport-security": "max-age=63072000" }).end("hello")`,
    ),
  },
];

const BY_HAND: readonly Variation[] = [
  {
    name: "another environment beside it",
    arrange: (good) => beside(good, { environment: "staging" }),
  },
  {
    name: "another environment beside it, open to everybody",
    arrange: (good) => beside(good, { environment: "docs", "public-paths": "ALL PUBLIC", "smoke-test": "false" }),
  },
  {
    name: "another app at a host with a certificate of its own",
    arrange: (good) => beside(good, { app: "wiki", environment: "deep", host: `a.b.${good.host}` }),
  },
  { name: "TLS 1.3 alone", arrange: (good) => changeListener(good, 443, { SslPolicy: ONLY_13 }) },
  { name: "HSTS from the load balancer", arrange: (good) => setListenerAttribute(good, HSTS, "max-age=63072000", "") },
  {
    name: "no server header",
    arrange: (good) => setListenerAttribute(good, "routing.http.response.server.enabled", "false", "true"),
  },
  {
    name: "no HTTP/2",
    arrange: (good) => setLoadBalancerAttribute(good, "routing.http2.enabled", "false", "true"),
  },
  {
    name: "the strictest defence against request smuggling",
    arrange: (good) => setLoadBalancerAttribute(good, "routing.http.desync_mitigation_mode", "strictest", "defensive"),
  },
  {
    name: "a session of eight hours",
    arrange: (good) => changeSignIn(good, { SessionTimeout: 28800 }),
  },
  {
    name: "a session cookie of another name",
    arrange: (good) => changeSignIn(good, { SessionCookieName: "__Host-session" }),
  },
  {
    name: "more scopes",
    arrange: async (good) => {
      const restore = await changeClient(good, { AllowedOAuthScopes: ["openid", "email", "profile"] });
      const undo = await changeSignIn(good, { Scope: "openid email profile" });
      return async () => {
        await undo();
        await restore();
      };
    },
  },
  {
    name: "managed login",
    arrange: async (good) => {
      const unbrand = await addBranding(good);
      const undo = await useManagedLogin(good);
      return async () => {
        await undo();
        await unbrand();
      };
    },
  },
  {
    name: "a domain of the pool's own, and somebody signs in there",
    inputs: { "smoke-test-sign-in": "true", "smoke-test-expect": "Hello, {email}" },
    arrange: (good) => ownDomain(good, `auth.${good.host}`),
  },
  {
    name: "a CDN in front: the host's record leads elsewhere",
    arrange: (good) =>
      putRecord(good, { Name: good.host, Type: "A", TTL: 60, ResourceRecords: [{ Value: "192.0.2.7" }] }),
  },
  {
    name: "another client in the pool",
    arrange: async (good) => (await newClient(good)).remove,
  },
  {
    name: "a page of the load balancer's own for one path",
    arrange: (good) =>
      addRule(good, {
        conditions: [hosts(good.host), paths("/robots.txt")],
        actions: [fixed("200", "User-agent: *\nDisallow: /")],
      }),
  },
  {
    name: "an old path is redirected to a new one",
    arrange: (good) =>
      addRule(good, {
        conditions: [hosts(good.host), paths("/old")],
        actions: [{ Type: "redirect", RedirectConfig: { Path: "/new", StatusCode: "HTTP_301" } }],
      }),
  },
  {
    name: "another host, whose targets are somebody else's and open",
    arrange: async (good) => {
      const group = await newTargetGroup(good);
      const remove = await addRule(good, {
        conditions: [hosts(`blog.${good.host}`)],
        actions: [{ Type: "forward", TargetGroupArn: group.arn }],
      });
      return async () => {
        await remove();
        await group.remove();
      };
    },
  },
  {
    name: "an extra host for the app, after sign-in",
    arrange: (good) => extraHost(good, `extra.${good.host}`),
  },
  {
    name: "the load balancer's group is admitted once more, for one port",
    arrange: (good) =>
      admit(good, good.outputs.TaskSecurityGroupId, {
        ...tcp(80),
        UserIdGroupPairs: [{ GroupId: good.outputs.LoadBalancerSecurityGroupId }],
      }),
  },
];

export const VARIATIONS: readonly Variation[] = [...BY_INPUTS, ...BY_HAND];

const ONLY_13 = "ELBSecurityPolicy-TLS13-1-3-2021-06";
const HSTS = "routing.http.response.strict_transport_security.header_value";

/** Deploys another environment, which must be quiet as well; undone by the deletion of its stack. */
async function beside(good: Good, inputs: Inputs): Promise<Undo> {
  const before = await stackArns(good);
  const seen = await good.deploy(inputs);
  const [StackName] = (await stackArns(good)).filter((arn) => !before.includes(arn));
  const undo = async () => {
    await good.cloudFormation.send(new DeleteStackCommand({ StackName }));
    while ((await stackArns(good)).length > before.length) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const loud = inputs["smoke-test"] === "false" && seen.exitCode === 0 ? "" : complaints(seen);
  if (loud === "") return undo;
  await undo();
  throw new Error(`the environment beside it: ${loud}`);
}

async function stackArns({ cloudFormation }: Good): Promise<string[]> {
  const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({}));
  return Stacks.map(({ StackId = "" }) => StackId);
}

async function extraHost(good: Good, host: string): Promise<Undo> {
  const { Actions = [] } = await signInRule(good);
  const callbacks = [good.host, host].map((each) => `https://${each}/oauth2/idpresponse`);
  const restore = await changeClient(good, { CallbackURLs: callbacks });
  const remove = await addRule(good, { conditions: [hosts(host)], actions: Actions });
  return async () => {
    await remove();
    await restore();
  };
}
