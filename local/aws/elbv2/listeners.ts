import type {
  Certificate,
  CreateListenerInput,
  DescribeListenersInput,
  Listener,
  ModifyListenerInput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError, notImplemented } from "../errors.js";
import { completeActions } from "./actions.js";
import { initialAttributes, LISTENER_ATTRIBUTES } from "./attributes.js";
import { arnOf, type Context, newId } from "./context.js";
import { LIMITS } from "./limits.js";
import { page } from "./paging.js";
import { DEFAULT_SSL_POLICY, securityPolicy } from "./ssl-policies.js";
import {
  type ListenerRecord,
  listener,
  listenersOf,
  loadBalancer,
  type RuleRecord,
  rulesOf,
  type State,
} from "./state.js";
import { newTags } from "./tags.js";
import { checkRequired, translating, validationError } from "./validation.js";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html */
export async function createListener(context: Context, input: CreateListenerInput): Promise<Listener> {
  const { state } = context;
  const owner = loadBalancer(state, input.LoadBalancerArn);
  refuseUnsupported(input);
  const port = checkRequired("port", input.Port);
  checkPortFree(state, owner, port);
  const security = await checkSecurity(context, checkRequired("protocol", input.Protocol), input);
  const actions = await completeActions(context, { ...security, loadBalancer: owner }, input.DefaultActions);
  if (listenersOf(state, owner).length >= LIMITS["listeners-per-application-load-balancer"]) {
    throw new AwsError("TooManyListeners", "The maximum number of listeners has been reached");
  }
  const [, path = ""] = owner.arn.split("loadbalancer/");
  const id = newId(context);
  const record: ListenerRecord = {
    arn: arnOf(context, `listener/${path}/${id}`),
    loadBalancer: owner,
    attributes: initialAttributes(LISTENER_ATTRIBUTES),
    tags: newTags(input.Tags),
    port,
    ...security,
  };
  const rule: RuleRecord = {
    arn: arnOf(context, `listener-rule/${path}/${id}/${newId(context)}`),
    listener: record,
    priority: "default",
    conditions: [],
    actions,
    tags: new Map(),
  };
  state.listeners.set(record.arn, record);
  state.rules.set(rule.arn, rule);
  await context.reconcile();
  return describe(state, record);
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyListener.html */
export async function modifyListener(context: Context, input: ModifyListenerInput): Promise<Listener> {
  const { state } = context;
  const record = listener(state, input.ListenerArn);
  refuseUnsupported(input);
  const port = input.Port ?? record.port;
  if (port !== record.port) checkPortFree(state, record.loadBalancer, port);
  const protocol = input.Protocol ?? record.protocol;
  const current = protocol === record.protocol ? record : undefined;
  const security = await checkSecurity(context, protocol, {
    SslPolicy: input.SslPolicy ?? current?.sslPolicy,
    Certificates: input.Certificates ?? current?.certificates.slice(0, 1).map((CertificateArn) => ({ CertificateArn })),
  });
  const rule = rulesOf(state, record).find((each) => each.priority === "default");
  if (protocol === "HTTP" && rulesOf(state, record).some(needsHttps)) {
    throw new AwsError("InvalidConfigurationRequest", "A rule of the listener has an action that needs HTTPS");
  }
  const actions =
    input.DefaultActions === undefined
      ? rule?.actions
      : await completeActions(
          context,
          { protocol: security.protocol, loadBalancer: record.loadBalancer },
          input.DefaultActions,
        );
  // The new default certificate takes the old one's place; the rest of the list stays.
  const others = protocol === "HTTPS" ? record.certificates.slice(1) : [];
  const [first] = security.certificates;
  Object.assign(record, security, {
    port,
    certificates: first === undefined ? [] : [first, ...others.filter((arn) => arn !== first)],
  });
  if (rule !== undefined && actions !== undefined) rule.actions = actions;
  await context.reconcile();
  return describe(state, record);
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteListener.html */
export async function deleteListener({ state, reconcile }: Context, arn: string | undefined): Promise<void> {
  const record = listener(state, arn);
  for (const rule of rulesOf(state, record)) state.rules.delete(rule.arn);
  state.listeners.delete(record.arn);
  await reconcile();
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeListeners.html */
export function describeListeners(
  { state }: Context,
  input: DescribeListenersInput,
): { Listeners: Listener[]; NextMarker: string | undefined } {
  const { LoadBalancerArn, ListenerArns: arns = [] } = input;
  if (LoadBalancerArn === undefined && arns.length === 0) {
    throw validationError("You must specify either listener ARNs or a load balancer ARN");
  }
  if (LoadBalancerArn !== undefined && arns.length > 0) {
    throw validationError("Listener ARNs and a load balancer ARN cannot be specified at the same time");
  }
  const chosen =
    LoadBalancerArn === undefined
      ? arns.map((arn) => listener(state, arn))
      : listenersOf(state, loadBalancer(state, LoadBalancerArn));
  const { items, NextMarker } = page(chosen, input);
  return { Listeners: items.map((each) => describe(state, each)), NextMarker };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AddListenerCertificates.html */
export async function addCertificates(
  { aws, state }: Context,
  arn: string | undefined,
  certificates: readonly Certificate[] | undefined,
): Promise<Certificate[]> {
  const record = httpsListener(state, arn);
  const CertificateArn = onlyCertificate(certificates);
  await checkCertificate(aws, CertificateArn);
  const used = listenersOf(state, record.loadBalancer).flatMap((each) => each.certificates.slice(1));
  if (!record.certificates.includes(CertificateArn)) {
    if (used.length >= LIMITS["certificates-per-application-load-balancer"]) {
      throw new AwsError("TooManyCertificates", "The maximum number of certificates has been reached");
    }
    record.certificates.push(CertificateArn);
  }
  return [{ CertificateArn, IsDefault: false }];
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RemoveListenerCertificates.html */
export function removeCertificates(
  { state }: Context,
  arn: string | undefined,
  certificates: readonly Certificate[] | undefined,
): void {
  const record = httpsListener(state, arn);
  const removed = onlyCertificate(certificates);
  if (record.certificates[0] === removed) {
    throw new AwsError("OperationNotPermitted", `Default certificate '${removed}' cannot be removed`);
  }
  record.certificates = record.certificates.filter((each) => each !== removed);
}

export function describeCertificates(
  { state }: Context,
  input: { ListenerArn?: string | undefined; Marker?: string | undefined; PageSize?: number | undefined },
): { Certificates: Certificate[]; NextMarker: string | undefined } {
  const all = listener(state, input.ListenerArn).certificates;
  const { items, NextMarker } = page(all, input);
  return {
    Certificates: items.map((CertificateArn) => ({ CertificateArn, IsDefault: CertificateArn === all[0] })),
    NextMarker,
  };
}

function describe(state: State, record: ListenerRecord): Listener {
  const rule = rulesOf(state, record).find((each) => each.priority === "default");
  const [CertificateArn] = record.certificates;
  return {
    ListenerArn: record.arn,
    LoadBalancerArn: record.loadBalancer.arn,
    Port: record.port,
    Protocol: record.protocol,
    ...(record.protocol === "HTTPS"
      ? {
          Certificates: [{ CertificateArn }],
          SslPolicy: record.sslPolicy,
          MutualAuthentication: { Mode: "off" },
        }
      : {}),
    DefaultActions: structuredClone(rule?.actions ?? []),
  };
}

type Security = Pick<ListenerRecord, "protocol" | "sslPolicy" | "certificates">;

async function checkSecurity(
  { aws }: Context,
  given: string,
  { SslPolicy, Certificates }: Pick<CreateListenerInput, "SslPolicy" | "Certificates">,
): Promise<Security> {
  if (given !== "HTTP" && given !== "HTTPS") {
    throw validationError(`Listener protocol '${given}' must be one of 'HTTPS, HTTP'`);
  }
  if (given === "HTTP") {
    if (Certificates !== undefined && Certificates.length > 0) {
      throw validationError("Certificates cannot be specified for HTTP listeners");
    }
    if (SslPolicy !== undefined) throw validationError("An SSL policy cannot be specified for HTTP listeners");
    return { protocol: "HTTP", sslPolicy: undefined, certificates: [] };
  }
  if (Certificates === undefined || Certificates.length === 0) {
    throw validationError("A certificate must be specified for HTTPS listeners");
  }
  const sslPolicy = SslPolicy ?? DEFAULT_SSL_POLICY;
  securityPolicy(sslPolicy);
  const certificate = onlyCertificate(Certificates);
  await checkCertificate(aws, certificate);
  return { protocol: "HTTPS", sslPolicy, certificates: [certificate] };
}

/** It must exist in this region, have been issued, and not have ended. */
async function checkCertificate(aws: Context["aws"], arn: string): Promise<void> {
  if (aws.acm.isUsable(arn, aws.region)) return;
  await translating(
    () => aws.acm.DescribeCertificate({ CertificateArn: arn }),
    () => new AwsError("CertificateNotFound", `Certificate '${arn}' not found`),
  );
  throw new AwsError(
    "UnsupportedCertificate",
    `The certificate '${arn}' must have a fully-qualified domain name, a supported signature, and a supported key size.`,
  );
}

function onlyCertificate(certificates: readonly Certificate[] | undefined): string {
  const [only, ...more] = certificates ?? [];
  if (only?.CertificateArn === undefined) throw validationError("A certificate ARN must be specified");
  if (more.length > 0) throw validationError("You can specify only one certificate per call");
  if (only.IsDefault !== undefined) throw validationError("IsDefault cannot be specified for a certificate");
  return only.CertificateArn;
}

function httpsListener(state: State, arn: string | undefined): ListenerRecord {
  const record = listener(state, arn);
  if (record.protocol !== "HTTPS") throw validationError("Certificates are supported only for HTTPS listeners");
  return record;
}

function needsHttps(rule: RuleRecord): boolean {
  return rule.actions.some((action) => action.Type === "authenticate-cognito");
}

function checkPortFree(state: State, owner: ListenerRecord["loadBalancer"], port: number): void {
  if (listenersOf(state, owner).some((each) => each.port === port)) {
    throw new AwsError(
      "DuplicateListener",
      `A listener already exists on this port for this load balancer '${owner.arn}'`,
    );
  }
}

function refuseUnsupported(input: Pick<CreateListenerInput, "AlpnPolicy" | "MutualAuthentication">): void {
  if (input.AlpnPolicy !== undefined && input.AlpnPolicy.length > 0) {
    throw new AwsError("ALPNPolicyNotFound", "ALPN policies are not supported for this load balancer type");
  }
  const mode = input.MutualAuthentication?.Mode ?? "off";
  if (mode !== "off") throw notImplemented(`mutual authentication in mode ${mode}`);
}
