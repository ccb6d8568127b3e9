import { INTERNET_CLIENT } from "../../edge/network.js";
import type { Aws } from "../aws.js";
import { notImplemented } from "../errors.js";
import type { Credentials } from "../sts/credentials.js";
import { services } from "../wire/services.js";
import type { Context } from "./conditions.js";
import { askedKeys, type Request } from "./evaluation.js";
import type { Statement } from "./policy-document.js";
import { requestTags } from "./request-tags.js";
import { resourceTags } from "./resource-tags.js";

/** One call, as condition keys look at it. */
export interface CallFacts {
  readonly caller: Credentials;
  /** The signing name. */
  readonly service: string;
  readonly input: unknown;
  /** The services that make it on the caller's behalf, the first first. */
  readonly via: readonly string[];
}

/**
 * The keys whose values are known here for every call, so that one which is not there is absent in AWS too. No other may
 * be asked for: taking it for absent would let a Deny pass.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const KNOWN: readonly RegExp[] = [
  /^aws:(CurrentTime|EpochTime|RequestedRegion|SecureTransport|SourceIp|ResourceAccount|TagKeys)$/i,
  /^aws:(Principal(Arn|Account|Type)|userid|username|FederatedProvider)$/i,
  /^aws:(CalledVia|CalledViaFirst|CalledViaLast|ViaAWSService|SourceArn|SourceAccount)$/i,
  /^aws:(PrincipalTag|RequestTag|ResourceTag)\/.+$/i,
  // Those of an organization, of a VPC's endpoint, of a source identity: there is none of them here.
  /^aws:(PrincipalOrgID|PrincipalOrgPaths|ResourceOrgID|SourceVpc|SourceVpce|VpcSourceIp|SourceIdentity)$/i,
  /^(ecs|ec2|elasticloadbalancing|iam):ResourceTag\/.+$/i,
  /^iam:(PassedToService|AWSServiceName)$/i,
  /^sts:(ExternalId|RoleSessionName|SourceIdentity)$/i,
  // An identity provider's keys: what AWS does not take from its tokens is absent there as well.
  /^[a-z0-9.-]+\.[a-z]{2,}(\/[^:]*)?:.+$/i,
];

/** @throws NotImplementedByLocalAws for a condition key of which it is not known here whether the request has it */
export function refuseUnknownKeys(statements: readonly Statement[], request: Request): void {
  const given = new Set(Object.keys(request.context ?? {}).map((key) => key.toLowerCase()));
  for (const key of askedKeys(statements, request)) {
    if (!given.has(key.toLowerCase()) && !KNOWN.some((known) => known.test(key)))
      throw notImplemented(`the condition key ${key}, which a policy about ${request.action} asks for`);
  }
}

/** A needed permission with all that conditions on it may ask for. */
export async function withContext(
  aws: Aws,
  statements: readonly Statement[],
  needed: Request,
  call: CallFacts,
): Promise<Request> {
  const asked = askedKeys(statements, needed);
  if (asked.length === 0) return needed;
  const owner = needed.resource.split(":")[4];
  const tags = asked.some((key) => /:ResourceTag\//i.test(key)) ? await resourceTags(aws, needed.resource) : {};
  const context: Context = {
    ...callContext(aws, call),
    ...requestTags(call.input),
    ...keyed(tags, "aws:ResourceTag/", `${needed.action.split(":")[0]}:ResourceTag/`),
    ...(owner ? { "aws:ResourceAccount": [owner] } : {}),
    ...needed.context,
  };
  return { ...needed, context };
}

/** What is known of whoever calls, and of the call whatever it is about. */
export function callContext(aws: Aws, { caller, service, via }: Omit<CallFacts, "input">): Context {
  const now = aws.clock.now();
  const session = /:assumed-role\/([^/]+)\//.exec(caller.arn)?.[1];
  const principal = session === undefined ? caller.arn : (aws.iam.roleArn(session) ?? caller.arn);
  const isGlobal = services.get(service)?.global === true && service !== "sts";
  return {
    "aws:CurrentTime": [now.toISOString()],
    "aws:EpochTime": [String(Math.floor(now.getTime() / 1000))],
    "aws:RequestedRegion": [isGlobal ? "us-east-1" : aws.region],
    "aws:SecureTransport": ["true"],
    "aws:PrincipalArn": [principal],
    "aws:PrincipalAccount": [aws.accountId],
    "aws:PrincipalType": [session === undefined ? "User" : "AssumedRole"],
    "aws:userid": [caller.userId],
    ...(session === undefined ? { "aws:username": [caller.arn.split("/").at(-1) ?? ""] } : {}),
    ...keyed(session === undefined ? {} : aws.iam.roleTags(session), "aws:PrincipalTag/"),
    "aws:ViaAWSService": [String(via.length > 0)],
    ...(via.length === 0
      ? { "aws:SourceIp": [INTERNET_CLIENT] }
      : {
          "aws:CalledVia": via,
          "aws:CalledViaFirst": via.slice(0, 1),
          "aws:CalledViaLast": via.slice(-1),
        }),
    ...caller.context,
  };
}

function keyed(tags: Readonly<Record<string, string>>, ...prefixes: readonly string[]): Context {
  return Object.fromEntries(
    Object.entries(tags).flatMap(([key, value]) =>
      prefixes.map((prefix): [string, string[]] => [`${prefix}${key}`, [value]]),
    ),
  );
}
