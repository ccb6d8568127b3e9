import type { CreateUserPoolRequest, PasswordPolicyType } from "@aws-sdk/client-cognito-identity-provider";
import { AwsError, notImplemented } from "../errors.js";

/** A pool's configuration with AWS's defaults filled in: what CreateUserPool and UpdateUserPool take. */
export type UserPoolSettings = Omit<CreateUserPoolRequest, "PoolName" | "Schema"> & {
  readonly PoolName: string;
  readonly passwordPolicy: Required<Omit<PasswordPolicyType, "PasswordHistorySize">>;
  readonly caseSensitive: boolean;
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
