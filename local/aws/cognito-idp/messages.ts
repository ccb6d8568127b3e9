import { randomInt } from "node:crypto";
import { type CognitoState, domainsOf, type User, type UserPool } from "./state.js";

const CODE_VALID_MS = 24 * 60 * 60 * 1000;

/**
 * Puts the e-mail with a fresh confirmation code, or with the link that the pool's template asks for, into the
 * outbox. Codes are valid for 24 hours:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html
 */
export function sendConfirmation(state: CognitoState, pool: UserPool, user: User, clientId: string): void {
  const { VerificationMessageTemplate: template = {} } = pool.settings;
  const now = state.aws.clock.now();
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  user.confirmation = { code, expires: now.getTime() + CODE_VALID_MS, wrong: 0 };
  const { prefix, custom } = domainsOf(state, pool);
  const domain = custom ?? prefix;
  if (template.DefaultEmailOption === "CONFIRM_WITH_LINK" && domain !== undefined) {
    const query = new URLSearchParams({ client_id: clientId, user_name: user.username, confirmation_code: code });
    const url = `https://${domain.host}/confirmUser?${query}`;
    const body =
      template.EmailMessageByLink ?? "Please click the link below to verify your email address. {##Verify Email##}";
    send(state, pool, user, {
      subject: template.EmailSubjectByLink ?? "Your verification link",
      body: body.replace(/\{##(.*?)##\}/s, (_, text) => `<a href="${url.replaceAll("&", "&amp;")}">${text}</a>`),
      code,
    });
    return;
  }
  send(state, pool, user, {
    subject: pool.settings.EmailVerificationSubject ?? "Your verification code",
    body: (pool.settings.EmailVerificationMessage ?? "Your confirmation code is {####}").replaceAll("{####}", code),
    code,
  });
}

/** The e-mail with the code to reset a password. */
export function sendRecovery(state: CognitoState, pool: UserPool, user: User, code: string): void {
  const {
    VerificationMessageTemplate: template = {},
    EmailVerificationMessage,
    EmailVerificationSubject,
  } = pool.settings;
  const body = template.EmailMessage ?? EmailVerificationMessage ?? "Your password reset code is {####}";
  send(state, pool, user, {
    subject: template.EmailSubject ?? EmailVerificationSubject ?? "Your verification code",
    body: body.replaceAll("{####}", code),
    code,
  });
}

/** The e-mail that invites a user whom an administrator has made. */
export function sendInvitation(state: CognitoState, pool: UserPool, user: User, password: string): void {
  const { InviteMessageTemplate: template = {} } = pool.settings.AdminCreateUserConfig ?? {};
  const body = template.EmailMessage ?? "Your username is {username} and temporary password is {####}.";
  const name = pool.settings.UsernameAttributes?.length ? user.attributes.get("email") : user.username;
  send(state, pool, user, {
    subject: template.EmailSubject ?? "Your temporary password",
    body: body.replaceAll("{username}", () => name ?? user.username).replaceAll("{####}", () => password),
    code: password,
  });
}

/** An address as AWS shows it to whoever asked for a code: `j***@e***`. */
export function maskEmail(email: string): string {
  const [name = "", host = ""] = email.split("@");
  return `${name.charAt(0)}***@${host.charAt(0)}***`;
}

function send(
  state: CognitoState,
  pool: UserPool,
  user: User,
  { subject, body, code }: { subject: string; body: string; code: string },
): void {
  const replyTo = pool.settings.EmailConfiguration?.ReplyToEmailAddress;
  const to = user.attributes.get("email") ?? "";
  const at = state.aws.clock.now();
  state.outbox.push({ at, userPoolId: pool.id, username: user.username, to, replyTo, subject, body, code });
}
