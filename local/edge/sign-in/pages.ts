import type { Reply } from "./http.js";
import { attributeFields, field, form, newPasswordFields, type PageContext, page, policyHint } from "./layout.js";
import { type Markup, markup } from "./markup.js";

/** What the page that people sign in on depends on. */
export interface LoginOptions {
  /** Usernames are e-mail addresses. */
  readonly byEmail: boolean;
  /** Filled in already. */
  readonly username: string;
  readonly selfSignUp: boolean;
  /** Whoever has forgotten the password can reset it. */
  readonly recovery: boolean;
}

/** The classic sign-in page. */
export function loginPage(context: PageContext, { byEmail, username, selfSignUp, recovery }: LoginOptions): Reply {
  const name = byEmail ? "Email" : "Username";
  const signUpLink = markup`<p>Need an account? <a href="/signup?${context.query}">Sign up</a></p>`;
  return page(context, "Sign in", [
    markup`<h1>Sign in with your ${byEmail ? "email" : "username"} and password</h1>`,
    form(context, "/login", [
      markup`<input type="hidden" name="cognitoAsfData" value="">`,
      field("signInFormUsername", name, {
        name: "username",
        type: byEmail ? "email" : "text",
        autocomplete: "username",
        value: username,
        autofocus: username === "",
      }),
      field("signInFormPassword", "Password", {
        name: "password",
        type: "password",
        autocomplete: "current-password",
        autofocus: username !== "",
      }),
      markup`<button type="submit" name="signInSubmitButton" value="Sign in">Sign in</button>`,
    ]),
    recovery ? forgotLink(context) : "",
    selfSignUp ? signUpLink : "",
  ]);
}

/** Managed login's first page, which asks for the name alone. */
export function managedLoginPage(context: PageContext, { byEmail, username, selfSignUp }: LoginOptions): Reply {
  return page(context, "Sign in", [
    markup`<h1>Sign in to your account</h1>`,
    form(context, "/login", [
      field("username", byEmail ? "Email address" : "Username", {
        name: "username",
        type: byEmail ? "email" : "text",
        autocomplete: "username",
        value: username,
        autofocus: true,
      }),
      markup`<button type="submit" name="next" value="Next">Next</button>`,
    ]),
    selfSignUp ? markup`<p>New user? <a href="/signup?${context.query}">Create an account</a></p>` : "",
  ]);
}

/** Managed login's second page, which asks for the password of the name given before. */
export function managedPasswordPage(
  context: PageContext,
  { username, recovery }: Pick<LoginOptions, "username" | "recovery">,
): Reply {
  return page(context, "Sign in", [
    markup`<h1>Enter your password</h1><p class="hint">${username}</p>`,
    form(context, "/login", [
      markup`<input type="hidden" name="username" value="${username}">`,
      field("password", "Password", {
        name: "password",
        type: "password",
        autocomplete: "current-password",
        autofocus: true,
      }),
      markup`<button type="submit" name="continue" value="Continue">Continue</button>`,
    ]),
    recovery ? forgotLink(context) : "",
    markup`<p><a href="/login?${context.query}">Back</a></p>`,
  ]);
}

/** The page where people make an account of their own. */
export function signUpPage(
  context: PageContext,
  {
    byEmail,
    username,
    attributes,
    policy,
  }: { byEmail: boolean; username: string; attributes: ReadonlyMap<string, string>; policy: readonly string[] },
): Reply {
  const name = byEmail ? "Email" : "Username";
  return page(context, "Sign up", [
    markup`<h1>Sign up with a new account</h1>`,
    form(context, "/signup", [
      markup`<input type="hidden" name="cognitoAsfData" value="">`,
      field("signUpFormUsername", name, {
        name: "username",
        type: byEmail ? "email" : "text",
        autocomplete: "username",
        value: username,
        autofocus: true,
      }),
      ...attributeFields(attributes),
      field("signUpFormPassword", "Password", { name: "password", type: "password", autocomplete: "new-password" }),
      policyHint(policy),
      markup`<button type="submit" name="signUpButton" value="Sign up">Sign up</button>`,
    ]),
    markup`<p>Already have an account? <a href="/login?${context.query}">Sign in</a></p>`,
  ]);
}

/** The page that asks for the code from the e-mail; `destination` is undefined where no code could be sent. */
export function confirmPage(context: PageContext, { destination }: { destination: string | undefined }): Reply {
  if (destination === undefined) {
    return page(context, "Confirm your account", [
      markup`<h1>Your account has been created</h1><p>An administrator has to confirm it before you can sign in.</p>`,
    ]);
  }
  return page(context, "Confirm your account", [
    markup`<h1>Confirm your account</h1>`,
    markup`<p class="hint">We have sent a code by email to ${destination}. Enter it below to confirm your account.</p>`,
    form(context, "/confirm", [
      field("verification_code", "Verification Code", {
        name: "code",
        type: "text",
        autocomplete: "one-time-code",
        autofocus: true,
      }),
      markup`<button type="submit" name="confirm" value="Confirm Account">Confirm Account</button>`,
    ]),
    form(context, "/resendcode", [
      markup`<p>Didn't receive a code? <button class="link" type="submit" name="resend" value="Resend it">Resend it</button></p>`,
    ]),
  ]);
}

/** The page that asks whose password is forgotten. */
export function forgotPasswordPage(
  context: PageContext,
  { byEmail, username }: { byEmail: boolean; username: string },
): Reply {
  const name = byEmail ? "Email" : "Username";
  return page(context, "Forgot password", [
    markup`<h1>Forgot your password?</h1>`,
    markup`<p class="hint">Enter your ${name} below and we will send a message to reset your password</p>`,
    form(context, "/forgotPassword", [
      field("username", name, {
        name: "username",
        type: byEmail ? "email" : "text",
        autocomplete: "username",
        value: username,
        autofocus: true,
      }),
      markup`<button type="submit" name="reset_my_password" value="Reset my password">Reset my password</button>`,
    ]),
  ]);
}

/** The page that takes the code of a forgotten password, and the new one. */
export function resetPasswordPage(
  context: PageContext,
  { username, policy }: { username: string; policy: readonly string[] },
): Reply {
  return page(context, "Reset password", [
    markup`<h1>Reset your password</h1>`,
    form(context, "/confirmForgotPassword", [
      field("username", "Username", { name: "username", type: "text", autocomplete: "username", value: username }),
      field("forgot_password_code", "Code", {
        name: "code",
        type: "text",
        autocomplete: "one-time-code",
        autofocus: true,
      }),
      ...newPasswordFields(),
      policyHint(policy),
      markup`<button type="submit" name="reset_password" value="Change Password">Change Password</button>`,
    ]),
  ]);
}

/** The page for those whose password was given to them by an administrator. */
export function changePasswordPage(
  context: PageContext,
  { missing, policy }: { missing: ReadonlyMap<string, string>; policy: readonly string[] },
): Reply {
  return page(context, "Change password", [
    markup`<h1>Change Password</h1><p class="hint">Please enter your new password below.</p>`,
    form(context, "/changePassword", [
      ...attributeFields(missing),
      ...newPasswordFields({ autofocus: true }),
      policyHint(policy),
      markup`<button type="submit" name="reset_password" value="Send">Send</button>`,
    ]),
  ]);
}

/** A page with nothing to do on it but read. */
export function messagePage(status: number, title: string, message: string, detail = ""): Reply {
  const context = { query: "", csrf: { token: "", cookie: "" } };
  const body = [markup`<h1>${title}</h1>`, markup`<p>${message}</p>`, detail ? markup`<p>${detail}</p>` : ""];
  return page(context, title, body, status);
}

function forgotLink({ query }: PageContext): Markup {
  return markup`<p><a href="/forgotPassword?${query}">Forgot your password?</a></p>`;
}
