import { z } from "zod";
import { normaliseEmail } from "./normalise-email.ts";

const Password = z.string().max(512);
/** 256 random bits as a letter's link has them. */
const Token = z.string().max(100);

const Email = z
  .string()
  .max(320)
  .transform((text, context) => {
    const email = normaliseEmail(text);
    // Directus keeps no longer ones.
    if (email !== undefined && email.length <= 128) return email;
    context.addIssue({ code: "custom", message: "no e-mail address" });
    return z.NEVER;
  });

/** `POST /account/register`, of the dashboard's server alone. */
export const RegisterRequest = z.strictObject({
  email: Email,
  password: Password,
  displayName: z.string().trim().max(50).optional(),
});
/** `confirm`: a letter is on its way, and nobody can sign in before its link was opened. */
export const RegisterAnswer = z.object({ state: z.enum(["active", "confirm"]) });

/** `POST /account/forgot` */
export const ForgotRequest = z.strictObject({ email: Email });

/** `POST /account/reset` */
export const ResetRequest = z.strictObject({ token: Token, password: Password });

/** `POST /account/look`, which only says what a link is for. */
export const LinkRequest = z.strictObject({ token: Token });

/** `POST /account/confirm`: that of a registration with the password that was chosen there. */
export const ConfirmRequest = z.strictObject({ token: Token, password: Password.optional() });
export const ConfirmAnswer = z.object({
  purpose: z.enum(["email", "invitation", "registration", "reset"]),
  email: z.string(),
});

/** `POST /account/email`, with the current password. */
export const EmailRequest = z.strictObject({ email: Email, password: Password });

/** `POST /account/invite`, of administrators. */
export const InviteRequest = z.strictObject({
  email: Email,
  role: z.enum(["creator", "viewer"]).default("creator"),
});
/** `link` where this installation sends no mail: for the operator, to hand over herself. */
export const InviteAnswer = z.object({ link: z.string().nullable() });

/** `POST /account/accept` */
export const AcceptRequest = z.strictObject({
  token: Token,
  password: Password,
  displayName: z.string().trim().max(50).optional(),
});

/** `GET /account/mail`, of the operator: whether letters go out; `trouble` says in a sentence why not. */
export const MailState = z.object({ isOn: z.boolean(), trouble: z.string().nullable() });
