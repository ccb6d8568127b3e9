import type {
  AssumeRoleRequest,
  AssumeRoleResponse,
  GetCallerIdentityRequest,
  GetCallerIdentityResponse,
} from "@aws-sdk/client-sts";
import type { Aws, Call } from "../aws.js";
import { AwsError } from "../errors.js";
import { refuseOthers } from "../wire/supported.js";
import { administratorKeys, type Credentials } from "./credentials.js";

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
    const { RoleArn = "", RoleSessionName = "", DurationSeconds = 3600, ExternalId } = input;
    const caller = this.credentials(call?.accessKeyId ?? administratorKeys.accessKeyId);
    const role = this.#aws.iam.roleByArn(RoleArn);
    const condition: Record<string, string> = ExternalId === undefined ? {} : { "sts:ExternalId": ExternalId };
    if (
      role === undefined ||
      caller === undefined ||
      !this.#aws.iam.trusts(RoleArn, { aws: caller.arn, action: "sts:AssumeRole", condition })
    )
      throw new AwsError(
        "AccessDenied",
        `User: ${caller?.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
        { statusCode: 403 },
      );
    const longest = role.MaxSessionDuration ?? 3600;
    if (DurationSeconds > longest)
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
