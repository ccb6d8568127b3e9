import { importCertificate, letCertificateExpire, newCertificate } from "./certificates.js";
import type { Good } from "./good.js";
import { addListener, changeListener, listenerOn, removePlainListener } from "./listeners.js";
import type { Mutant } from "./mutant.js";
import { addRule, fixed, forward, hosts, paths, signInRule, type Undo } from "./rules.js";

const another = ({ aws }: Good) => `other.${aws.domain}`;

export const LISTENER_MUTANTS: readonly Mutant[] = [
  {
    name: "port 80 forwards",
    caughtBy: "http-redirect",
    verdict: "exposed",
    break: (good) => changeListener(good, 80, { DefaultActions: [forward(good)] }),
  },
  {
    name: "a rule of port 80 forwards the host",
    caughtBy: "http-redirect",
    verdict: "exposed",
    break: async (good) =>
      addRule(good, { conditions: [hosts(good.host)], listener: (await listenerOn(good, 80)).ListenerArn }),
  },
  {
    name: "a rule of port 80 forwards one path",
    caughtBy: "listener-rules",
    verdict: "exposed",
    break: async (good) =>
      addRule(good, {
        conditions: [hosts(good.host), paths("/.well-known/acme-challenge/*")],
        listener: (await listenerOn(good, 80)).ListenerArn,
      }),
  },
  {
    name: "port 80 redirects for the time being: 302",
    caughtBy: "http-redirect",
    verdict: "failed",
    break: (good) => redirectPlain(good, { StatusCode: "HTTP_302" }),
  },
  {
    name: "port 80 redirects to another host",
    caughtBy: "http-redirect",
    verdict: "failed",
    break: (good) => redirectPlain(good, { Host: another(good) }),
  },
  {
    name: "port 80 redirects to the start page, whatever was asked for",
    caughtBy: "http-redirect",
    verdict: "failed",
    break: (good) => redirectPlain(good, { Path: "/", Query: "" }),
  },
  {
    name: "port 80 redirects to another port",
    caughtBy: "http-redirect",
    verdict: "failed",
    break: (good) => redirectPlain(good, { Port: "8443" }),
  },
  {
    name: "port 80 answers by itself",
    caughtBy: "http-redirect",
    verdict: "failed",
    break: (good) => changeListener(good, 80, { DefaultActions: [fixed("404")] }),
  },
  {
    name: "port 80 is closed",
    caughtBy: "http-redirect",
    verdict: "not yet",
    leavesScar: true,
    break: removePlainListener,
  },
  {
    name: "a second listener, on 8443, forwards",
    caughtBy: "listener-rules",
    verdict: "exposed",
    break: async (good) => {
      const { remove } = await addListener(good, {
        Port: 8443,
        Protocol: "HTTPS",
        Certificates: [{ CertificateArn: good.outputs.CertificateArn }],
        DefaultActions: [forward(good)],
      });
      return remove;
    },
  },
  {
    name: "a second listener, on 8443, forwards after sign-in",
    caughtBy: "listener-rules",
    verdict: "failed",
    break: async (good) => {
      const { Actions = [] } = await signInRule(good);
      const { arn, remove } = await addListener(good, {
        Port: 8443,
        Protocol: "HTTPS",
        Certificates: [{ CertificateArn: good.outputs.CertificateArn }],
        DefaultActions: [fixed("404")],
      });
      await addRule(good, { conditions: [hosts(good.host)], actions: Actions, listener: arn });
      return remove;
    },
  },
  {
    name: "a second listener, on 8080, forwards over plain HTTP",
    caughtBy: "listener-rules",
    verdict: "exposed",
    break: async (good) => {
      const { remove } = await addListener(good, { Port: 8080, Protocol: "HTTP", DefaultActions: [forward(good)] });
      return remove;
    },
  },
  {
    name: "TLS 1.0 is allowed: the policy that the API takes by default",
    caughtBy: "tls-versions",
    verdict: "failed",
    break: (good) => changeListener(good, 443, { SslPolicy: "ELBSecurityPolicy-2016-08" }),
  },
  {
    name: "TLS 1.0 is allowed beside TLS 1.3",
    caughtBy: "tls-versions",
    verdict: "failed",
    break: (good) => changeListener(good, 443, { SslPolicy: "ELBSecurityPolicy-TLS13-1-0-2021-06" }),
  },
  {
    name: "TLS 1.1 is allowed",
    caughtBy: "tls-versions",
    verdict: "failed",
    break: (good) => changeListener(good, 443, { SslPolicy: "ELBSecurityPolicy-TLS13-1-1-2021-06" }),
  },
  {
    name: "the certificate is for another name",
    caughtBy: "certificate",
    verdict: "failed",
    break: async (good) => {
      const { arn, remove } = await newCertificate(good, another(good));
      const undo = await changeListener(good, 443, { Certificates: [{ CertificateArn: arn }] });
      return async () => {
        await undo();
        await remove();
      };
    },
  },
  {
    name: "the certificate has expired",
    caughtBy: "certificate",
    verdict: "failed",
    seen: /expired/,
    break: (good) => letCertificateExpire(good, good.host),
  },
  {
    name: "the certificate is of an authority that nobody knows",
    caughtBy: "certificate",
    verdict: "failed",
    seen: /SELF_SIGNED_CERT_IN_CHAIN/,
    break: (good) => importCertificate(good, good.host),
  },
  {
    name: "the imported certificate is for another name",
    caughtBy: "certificate",
    verdict: "failed",
    break: (good) => importCertificate(good, another(good)),
  },
];

async function redirectPlain(good: Good, change: Record<string, string>): Promise<Undo> {
  const { DefaultActions = [] } = await listenerOn(good, 80);
  const RedirectConfig = { ...DefaultActions[0]?.RedirectConfig, StatusCode: "HTTP_301" as const, ...change };
  return await changeListener(good, 80, { DefaultActions: [{ Type: "redirect", RedirectConfig }] });
}
