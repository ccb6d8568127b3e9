import type { CreateUserPoolRequest, PasswordPolicyType } from "@aws-sdk/client-cognito-identity-provider";
import { AwsError, notImplemented } from "../errors.js";
import type { Members } from "./constraints.js";
import { EMAIL_BODY, EMAIL_BODY_BY_LINK, EMAIL_SUBJECT, NAME } from "./model.js";

/** A pool's configuration with AWS's defaults filled in: what CreateUserPool and UpdateUserPool take. */
export type UserPoolSettings = Omit<CreateUserPoolRequest, "PoolName" | "Schema"> & {
  readonly PoolName: string;
  readonly passwordPolicy: Required<Omit<PasswordPolicyType, "PasswordHistorySize">>;
  readonly caseSensitive: boolean;
};

const VERIFIABLE = { type: "enum", values: ["phone_number", "email"] } as const;

export const USER_POOL: Members = {
  PoolName: NAME,
  Policies: {
    type: "structure",
    members: {
      PasswordPolicy: {
        type: "structure",
        members: {
          MinimumLength: { type: "number", min: 6, max: 99 },
          PasswordHistorySize: { type: "number", min: 0, max: 24 },
          TemporaryPasswordValidityDays: { type: "number", min: 0, max: 365 },
        },
      },
      SignInPolicy: {
        type: "structure",
        members: {
          AllowedFirstAuthFactors: {
            type: "list",
            min: 1,
            max: 4,
            of: { type: "enum", values: ["PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"] },
          },
        },
      },
    },
  },
  DeletionProtection: { type: "enum", values: ["ACTIVE", "INACTIVE"] },
  AutoVerifiedAttributes: { type: "list", of: VERIFIABLE },
  UsernameAttributes: { type: "list", of: VERIFIABLE },
  AliasAttributes: { type: "list", of: { type: "enum", values: ["phone_number", "email", "preferred_username"] } },
  EmailVerificationMessage: EMAIL_BODY,
  EmailVerificationSubject: EMAIL_SUBJECT,
  VerificationMessageTemplate: {
    type: "structure",
    members: {
      EmailMessage: EMAIL_BODY,
      EmailSubject: EMAIL_SUBJECT,
      EmailMessageByLink: EMAIL_BODY_BY_LINK,
      EmailSubjectByLink: EMAIL_SUBJECT,
      DefaultEmailOption: { type: "enum", values: ["CONFIRM_WITH_LINK", "CONFIRM_WITH_CODE"] },
    },
  },
  MfaConfiguration: { type: "enum", values: ["OFF", "ON", "OPTIONAL"] },
  UserAttributeUpdateSettings: {
    type: "structure",
    members: { AttributesRequireVerificationBeforeUpdate: { type: "list", of: VERIFIABLE } },
  },
  EmailConfiguration: {
    type: "structure",
    members: { EmailSendingAccount: { type: "enum", values: ["COGNITO_DEFAULT", "DEVELOPER"] } },
  },
  AdminCreateUserConfig: {
    type: "structure",
    members: {
      UnusedAccountValidityDays: { type: "number", min: 0, max: 365 },
      InviteMessageTemplate: {
        type: "structure",
        members: { EmailMessage: { type: "string", min: 6, max: 20000 }, EmailSubject: EMAIL_SUBJECT },
      },
    },
  },
  Schema: { type: "list", min: 1, max: 50 },
  UserPoolAddOns: {
    type: "structure",
    members: { AdvancedSecurityMode: { type: "enum", required: true, values: ["OFF", "AUDIT", "ENFORCED"] } },
  },
  UsernameConfiguration: { type: "structure", members: { CaseSensitive: { type: "string", required: true } } },
  AccountRecoverySetting: {
    type: "structure",
    members: {
      RecoveryMechanisms: {
        type: "list",
        min: 1,
        max: 2,
        of: {
          type: "structure",
          members: {
            Priority: { type: "number", required: true, min: 1, max: 2 },
            Name: { type: "enum", required: true, values: ["verified_email", "verified_phone_number", "admin_only"] },
          },
        },
      },
    },
  },
  UserPoolTier: { type: "enum", values: ["LITE", "ESSENTIALS", "PLUS"] },
};

const NO_PASSWORD_POLICY = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
};

/**
 * Fills in AWS's defaults. For an update `fixed` holds what cannot change; everything else that is not sent goes back
 * to its default: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 * Throws `InvalidParameterException`, and `NotImplementedByLocalAws` for what the local AWS could only ignore.
 */
export function userPoolSettings(
  sent: Partial<CreateUserPoolRequest> & { readonly UserPoolId?: string | undefined },
  fixed: Partial<Pick<UserPoolSettings, "PoolName" | "AliasAttributes" | "UsernameAttributes" | "caseSensitive">> = {},
): UserPoolSettings {
  const { UserPoolId: _, Schema: __, ...input } = { ...sent, ...fixed };
  refuseUnsupported(input);
  const { AliasAttributes = [], UsernameAttributes = [], UsernameConfiguration } = input;
  const toVerify = input.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? [];
  const unverifiable = toVerify.find((name) => !input.AutoVerifiedAttributes?.includes(name));
  if (unverifiable !== undefined) {
    throw invalid("AttributesRequireVerificationBeforeUpdate must be a subset of AutoVerifiedAttributes.");
  }
  if (AliasAttributes.length > 0 && UsernameAttributes.length > 0) {
    throw invalid("Only one of the aliasAttributes or usernameAttributes can be set in a user pool.");
  }
  const policy = input.Policies?.PasswordPolicy;
  const passwordPolicy = {
    MinimumLength: policy?.MinimumLength ?? NO_PASSWORD_POLICY.MinimumLength,
    // A policy that is sent has only the requirements that it names.
    RequireUppercase: policy ? (policy.RequireUppercase ?? false) : NO_PASSWORD_POLICY.RequireUppercase,
    RequireLowercase: policy ? (policy.RequireLowercase ?? false) : NO_PASSWORD_POLICY.RequireLowercase,
    RequireNumbers: policy ? (policy.RequireNumbers ?? false) : NO_PASSWORD_POLICY.RequireNumbers,
    RequireSymbols: policy ? (policy.RequireSymbols ?? false) : NO_PASSWORD_POLICY.RequireSymbols,
    // Zero means the default: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html
    TemporaryPasswordValidityDays:
      policy?.TemporaryPasswordValidityDays ||
      input.AdminCreateUserConfig?.UnusedAccountValidityDays ||
      NO_PASSWORD_POLICY.TemporaryPasswordValidityDays,
  };
  const template = input.VerificationMessageTemplate;
  return {
    ...input,
    PoolName: input.PoolName ?? "",
    passwordPolicy,
    caseSensitive: fixed.caseSensitive ?? UsernameConfiguration?.CaseSensitive ?? true,
    DeletionProtection: input.DeletionProtection ?? "INACTIVE",
    MfaConfiguration: input.MfaConfiguration ?? "OFF",
    UserPoolTier: input.UserPoolTier ?? "ESSENTIALS",
    EmailConfiguration: { EmailSendingAccount: "COGNITO_DEFAULT", ...input.EmailConfiguration },
    AdminCreateUserConfig: {
      AllowAdminCreateUserOnly: false,
      UnusedAccountValidityDays: passwordPolicy.TemporaryPasswordValidityDays,
      ...input.AdminCreateUserConfig,
    },
    VerificationMessageTemplate: { DefaultEmailOption: "CONFIRM_WITH_CODE", ...template },
    // The older pair of properties and the template are two names of the same thing.
    EmailVerificationMessage: template?.EmailMessage ?? input.EmailVerificationMessage,
    EmailVerificationSubject: template?.EmailSubject ?? input.EmailVerificationSubject,
    UserPoolTags: { ...input.UserPoolTags },
  };
}

function refuseUnsupported(input: Partial<CreateUserPoolRequest>): void {
  const refuse = (refused: boolean, what: string) => {
    if (refused) throw notImplemented(`${what} for user pools`);
  };
  const attributes = [input.AutoVerifiedAttributes, input.UsernameAttributes, input.AliasAttributes];
  const { LambdaConfig = {}, Policies, UserPoolAddOns, EmailConfiguration } = input;
  refuse(
    Object.values(LambdaConfig).some((trigger) => trigger !== undefined),
    "Lambda triggers",
  );
  refuse((input.MfaConfiguration ?? "OFF") !== "OFF", "multi-factor authentication");
  refuse(input.SmsConfiguration !== undefined, "text messages (SmsConfiguration)");
  refuse(
    attributes.some((names) => names?.includes("phone_number")),
    "sign-in and verification by phone_number",
  );
  refuse(input.DeviceConfiguration !== undefined, "remembered devices (DeviceConfiguration)");
  refuse((UserPoolAddOns?.AdvancedSecurityMode ?? "OFF") !== "OFF", "threat protection (AdvancedSecurityMode)");
  refuse(EmailConfiguration?.EmailSendingAccount === "DEVELOPER", "e-mail through SES (EmailSendingAccount DEVELOPER)");
  refuse((Policies?.PasswordPolicy?.PasswordHistorySize ?? 0) > 0, "PasswordHistorySize");
  refuse(
    (Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? []).some((factor) => factor !== "PASSWORD"),
    "passwordless sign-in (AllowedFirstAuthFactors)",
  );
  const invitation = input.AdminCreateUserConfig?.InviteMessageTemplate?.EmailMessage;
  if (invitation !== undefined && !(invitation.includes("{username}") && invitation.includes("{####}"))) {
    throw invalid("Invite email message must contain both {username} and {####}.");
  }
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
