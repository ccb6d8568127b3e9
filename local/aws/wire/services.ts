import type { Aws } from "../aws.js";
import { awsJson, awsJson10 } from "./json.js";
import type { Protocol } from "./message.js";
import { awsQuery, ec2Query } from "./query.js";
import { restXml } from "./rest-xml.js";

/** How a service is spoken to. */
export interface Service {
  /** The name in a signature's credential scope, and in `_local/calls` and `_local/faults`. */
  readonly signingName: string;
  /** The member of `Aws` that implements it. */
  readonly member: keyof Pick<
    Aws,
    | "cloudformation"
    | "cloudwatch"
    | "ecs"
    | "elbv2"
    | "cognito"
    | "acm"
    | "route53"
    | "logs"
    | "ec2"
    | "iam"
    | "sts"
    | "autoscaling"
    | "secretsManager"
    | "ssm"
  >;
  readonly protocolName: "awsJson" | "awsQuery" | "ec2Query" | "restXml";
  readonly protocol: Protocol;
  /** Of the requests: `X-Amz-Target` is this, a dot, and the operation. */
  readonly target?: string;
  readonly version: string;
  readonly xmlNamespace: string;
  /** The code under which the service reports input that violates a constraint. */
  readonly invalidInput: string;
  /** Operations that need no signature. */
  readonly publicOperations?: ReadonlySet<string>;
  /** Signed for us-east-1 by clients in every region of the partition. */
  readonly global: boolean;
  /** Regions in which it answers beside the account's own. */
  readonly alsoIn?: readonly string[];
  /** The SDK client package, for its schemas. Loaded at the first call: EC2's alone takes a quarter of a second. */
  load(): Promise<object>;
}

const json = (
  member: Service["member"],
  signingName: string,
  target: string,
  version: string,
  invalidInput: string,
) => ({
  member,
  signingName,
  target,
  version,
  invalidInput,
  protocolName: "awsJson" as const,
  protocol: awsJson,
  xmlNamespace: "",
  global: false,
});

const query = (member: Service["member"], signingName: string, version: string, scheme = "http") => ({
  member,
  signingName,
  version,
  invalidInput: "ValidationError",
  protocolName: "awsQuery" as const,
  protocol: awsQuery,
  xmlNamespace: `${scheme}://${signingName}.amazonaws.com/doc/${version}/`,
  global: false,
});

/**
 * What an app calls for its user, who has no AWS keys: the operations with `smithy.api#noAuth` in AWS's model.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
 */
const COGNITO_PUBLIC: ReadonlySet<string> = new Set([
  ...["AssociateSoftwareToken", "ChangePassword", "CompleteWebAuthnRegistration", "ConfirmDevice"],
  ...["ConfirmForgotPassword", "ConfirmSignUp", "DeleteUser", "DeleteUserAttributes"],
  ...["DeleteWebAuthnCredential", "ForgetDevice", "ForgotPassword", "GetDevice", "GetTokensFromRefreshToken"],
  ...["GetUser", "GetUserAttributeVerificationCode", "GetUserAuthFactors", "GlobalSignOut", "InitiateAuth"],
  ...["ListDevices", "ListUserSessions", "ListWebAuthnCredentials", "ResendConfirmationCode"],
  ...["RespondToAuthChallenge", "RevokeToken", "RevokeUserSession", "SetUserMFAPreference", "SetUserSettings"],
  ...["SignUp", "StartWebAuthnRegistration", "UpdateAuthEventFeedback", "UpdateDeviceStatus"],
  ...["UpdateUserAttributes", "VerifySoftwareToken", "VerifyUserAttribute"],
]);

/** STS's operations with `smithy.api#noAuth`: a token of somebody else's proves who calls. */
const STS_PUBLIC: ReadonlySet<string> = new Set(["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"]);

/**
 * The services by signing name. Target prefixes, versions and namespaces are those of AWS's service models
 * (the SDK's `runtimeConfig.shared`, botocore's `metadata`).
 */
export const services: ReadonlyMap<string, Service> = new Map(
  (
    [
      {
        ...query("cloudformation", "cloudformation", "2010-05-15"),
        load: () => import("@aws-sdk/client-cloudformation"),
      },
      {
        ...query("elbv2", "elasticloadbalancing", "2015-12-01"),
        load: () => import("@aws-sdk/client-elastic-load-balancing-v2"),
      },
      { ...query("iam", "iam", "2010-05-08", "https"), global: true, load: () => import("@aws-sdk/client-iam") },
      {
        ...query("sts", "sts", "2011-06-15", "https"),
        publicOperations: STS_PUBLIC,
        global: true,
        load: () => import("@aws-sdk/client-sts"),
      },
      {
        ...query("ec2", "ec2", "2016-11-15"),
        protocolName: "ec2Query",
        protocol: ec2Query,
        load: () => import("@aws-sdk/client-ec2"),
      },
      {
        ...query("route53", "route53", "2013-04-01", "https"),
        protocolName: "restXml",
        protocol: restXml,
        invalidInput: "InvalidInput",
        global: true,
        load: () => import("@aws-sdk/client-route-53"),
      },
      {
        ...json("ecs", "ecs", "AmazonEC2ContainerServiceV20141113", "2014-11-13", "InvalidParameterException"),
        load: () => import("@aws-sdk/client-ecs"),
      },
      {
        ...json("acm", "acm", "CertificateManager", "2015-12-08", "ValidationException"),
        // Where CloudFront takes its certificates from.
        alsoIn: ["us-east-1"],
        load: () => import("@aws-sdk/client-acm"),
      },
      {
        ...json("logs", "logs", "Logs_20140328", "2014-03-28", "InvalidParameterException"),
        load: () => import("@aws-sdk/client-cloudwatch-logs"),
      },
      {
        ...json(
          "cognito",
          "cognito-idp",
          "AWSCognitoIdentityProviderService",
          "2016-04-18",
          "InvalidParameterException",
        ),
        publicOperations: COGNITO_PUBLIC,
        load: () => import("@aws-sdk/client-cognito-identity-provider"),
      },
      {
        ...json("cloudwatch", "monitoring", "GraniteServiceVersion20100801", "2010-08-01", "ValidationError"),
        protocol: awsJson10,
        load: () => import("@aws-sdk/client-cloudwatch"),
      },
      {
        ...json(
          "autoscaling",
          "application-autoscaling",
          "AnyScaleFrontendService",
          "2016-02-06",
          "ValidationException",
        ),
        load: () => import("@aws-sdk/client-application-auto-scaling"),
      },
      {
        ...json("secretsManager", "secretsmanager", "secretsmanager", "2017-10-17", "ValidationException"),
        load: () => import("@aws-sdk/client-secrets-manager"),
      },
      {
        ...json("ssm", "ssm", "AmazonSSM", "2014-11-06", "ValidationException"),
        load: () => import("@aws-sdk/client-ssm"),
      },
    ] satisfies Service[]
  ).map((service) => [service.signingName, service]),
);
