import type { Role } from "@aws-sdk/client-iam";
import type {
  AssumeRoleRequest,
  AssumeRoleResponse,
  AssumeRoleWithWebIdentityRequest,
  AssumeRoleWithWebIdentityResponse,
  GetCallerIdentityRequest,
  GetCallerIdentityResponse,
} from "@aws-sdk/client-sts";
import { INTERNET_CLIENT } from "../../edge/network.js";
import type { Aws, Call } from "../aws.js";
import { AwsError } from "../errors.js";
import { callContext } from "../iam/request-context.js";
import { refuseOthers } from "../wire/supported.js";
import { administratorKeys, type Credentials } from "./credentials.js";
import { verifyWebIdentity } from "./web-identity.js";

const KEY_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const SECRET_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Security Token Service: who a key belongs to, and temporary keys of roles. */
export class Sts {
  readonly #aws: Aws;
  readonly #temporary = new Map<string, Credentials>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  /** The key pair of this id, or undefined when there is none. */
  credentials(accessKeyId: string): Credentials | undefined {
    if (accessKeyId !== administratorKeys.accessKeyId) return this.#temporary.get(accessKeyId);
    const { partition, accountId } = this.#aws;
    return {
      ...administratorKeys,
      arn: `arn:${partition}:iam::${accountId}:user/administrator`,
      userId: "AIDACKCEVSQ6C2EXAMPLE",
    };
  }

  async GetCallerIdentity(_input: GetCallerIdentityRequest = {}, call?: Call): Promise<GetCallerIdentityResponse> {
    const caller = this.credentials(call?.accessKeyId ?? administratorKeys.accessKeyId);
    return { UserId: caller?.userId, Account: this.#aws.accountId, Arn: caller?.arn };
  }

  /**
   * Temporary keys for a role whose trust policy lets the caller in
   * (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html). Session policies, tags and MFA are
   * not implemented.
   */
  async AssumeRole(input: AssumeRoleRequest, call?: Call): Promise<AssumeRoleResponse> {
    refuseOthers("AssumeRole", input, ["RoleArn", "RoleSessionName", "DurationSeconds", "ExternalId"]);
    const { RoleArn = "", RoleSessionName = "", ExternalId } = input;
    const caller = this.credentials(call?.accessKeyId ?? administratorKeys.accessKeyId);
    const role = this.#aws.iam.roleByArn(RoleArn);
    if (
      role === undefined ||
      caller === undefined ||
      !this.#aws.iam.trusts(RoleArn, {
        aws: caller.arn,
        action: "sts:AssumeRole",
        context: {
          ...callContext(this.#aws, { caller, service: "sts", via: [] }),
          "sts:RoleSessionName": [RoleSessionName],
          ...(ExternalId === undefined ? {} : { "sts:ExternalId": [ExternalId] }),
        },
      })
    )
      throw new AwsError(
        "AccessDenied",
        `User: ${caller?.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
        { statusCode: 403 },
      );
    return this.#session(role, input);
  }

  /**
   * Temporary keys for whoever an identity provider's token says that the caller is, for a role whose trust policy lets
   * them in. It needs no keys of AWS's.
   * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
   */
  async AssumeRoleWithWebIdentity(input: AssumeRoleWithWebIdentityRequest): Promise<AssumeRoleWithWebIdentityResponse> {
    refuseOthers("AssumeRoleWithWebIdentity", input, [
      "RoleArn",
      "RoleSessionName",
      "WebIdentityToken",
      "DurationSeconds",
    ]);
    const { RoleArn = "", RoleSessionName = "", WebIdentityToken = "" } = input;
    const { provider, issuer, subject, audience, keys } = await verifyWebIdentity(this.#aws, WebIdentityToken);
    const role = this.#aws.iam.roleByArn(RoleArn);
    const now = this.#aws.clock.now();
    const context = {
      ...keys,
      "aws:CurrentTime": [now.toISOString()],
      "aws:EpochTime": [String(Math.floor(now.getTime() / 1000))],
      "aws:RequestedRegion": [this.#aws.region],
      "aws:SecureTransport": ["true"],
      "aws:SourceIp": [INTERNET_CLIENT],
      "sts:RoleSessionName": [RoleSessionName],
    };
    const action = "sts:AssumeRoleWithWebIdentity";
    // A role that is not there is refused in the same words.
    if (role === undefined || !this.#aws.iam.trusts(RoleArn, { federated: provider, action, context }))
      throw new AwsError("AccessDenied", `Not authorized to perform ${action}`, { statusCode: 403 });
    const host = issuer.slice("https://".length);
    const [sub, aud] = [`${host}:sub`, `${host}:aud`];
    const session = this.#session(role, input, {
      "aws:FederatedProvider": [provider],
      [sub]: [subject],
      [aud]: [audience],
    });
    return { ...session, SubjectFromWebIdentityToken: subject, Audience: audience, Provider: provider };
  }

  /** New keys of a role. Throws where they would be valid for longer than the role allows. */
  #session(
    role: Role,
    { RoleSessionName = "", DurationSeconds = 3600 }: SessionRequest,
    context?: Credentials["context"],
  ): Required<Pick<AssumeRoleResponse, "Credentials" | "AssumedRoleUser">> & { PackedPolicySize: number } {
    if (DurationSeconds > (role.MaxSessionDuration ?? 3600))
      throw new AwsError(
        "ValidationError",
        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
      );
    const { partition, accountId, random, clock } = this.#aws;
    const userId = `${role.RoleId}:${RoleSessionName}`;
    const arn = `arn:${partition}:sts::${accountId}:assumed-role/${role.RoleName}/${RoleSessionName}`;
    const credentials = {
      accessKeyId: `ASIA${random.text(16, KEY_ALPHABET)}`,
      secretAccessKey: random.text(40, SECRET_ALPHABET),
      sessionToken: random.text(356, SECRET_ALPHABET),
      // Keys expire after real time, not AWS's divided by the speed: clients compare it to their own clock.
      expiration: new Date(clock.now().getTime() + DurationSeconds * 1000),
      arn,
      userId,
      ...(context ? { context } : {}),
    };
    this.#temporary.set(credentials.accessKeyId, credentials);
    return {
      Credentials: {
        AccessKeyId: credentials.accessKeyId,
        SecretAccessKey: credentials.secretAccessKey,
        SessionToken: credentials.sessionToken,
        Expiration: credentials.expiration,
      },
      AssumedRoleUser: { AssumedRoleId: userId, Arn: arn },
      PackedPolicySize: 0,
    };
  }
}

type SessionRequest = Pick<AssumeRoleRequest, "RoleSessionName" | "DurationSeconds">;
