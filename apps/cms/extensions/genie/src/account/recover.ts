import type { Recovery } from "@genie/schema";
import { Secret, TOTP } from "otpauth";
import { notifyPerson } from "../actions/step-tools/notify-person.ts";
import type { Accountability, Context, OpenedSession } from "../directus.ts";
import { hasCode } from "../refusals.ts";
import {
  countRecoveryCodes,
  findRecoveryCode,
  useUpRecoveryCode,
  wrongRecoveryCode,
} from "./recovery-codes.ts";

type Owner = { id: string; tfa_secret: string };

/**
 * Opens a session for who has the password and a recovery code. It is Directus' own log-in, with all that
 * belongs to it: wrong codes count as wrong one-time codes do. A good code gives it the one-time code of
 * this moment. Throws what Directus throws, INVALID_OTP for a code that is wrong or used.
 */
export async function recover(
  context: Context,
  accountability: Accountability | null,
  { email, password, recovery_code: typed }: Recovery,
): Promise<OpenedSession> {
  const { database, services, getSchema, logger } = context;
  const owner = await database("directus_users")
    .whereRaw("lower(email) = lower(?)", [email])
    .whereNotNull("tfa_secret")
    .first<Owner | undefined>("id", "tfa_secret");
  const code = await findRecoveryCode(database, owner?.id, typed);

  const authentication = new services.AuthenticationService({
    schema: await getSchema(),
    accountability,
  });
  const logIn = (otp: string | undefined) =>
    authentication.login("default", { email, password }, { session: true, ...(otp && { otp }) });
  const secret = code === null ? null : (owner?.tfa_secret ?? null);
  const session = await logIn(secret === null ? undefined : oneTimeCode(secret)).catch(
    (error: unknown) => {
      // The half minute of the one-time code may have ended meanwhile.
      if (secret !== null && hasCode(error, "INVALID_OTP")) return logIn(oneTimeCode(secret));
      throw error;
    },
  );
  // The session was told to nobody yet, so of two with the same code one has it.
  if (owner === undefined || code === null || !(await useUpRecoveryCode(database, code))) {
    await authentication.logout(session.refreshToken);
    throw wrongRecoveryCode();
  }
  logger.info({ user: owner.id }, "signed in with a recovery code");
  await tell(context, owner.id, accountability?.ip ?? null);
  return session;
}

/** The code that the authenticator app shows now (RFC 6238). */
const oneTimeCode = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate();

/** Also when it was not she. */
async function tell(context: Context, user: string, ip: string | null): Promise<void> {
  const left = await countRecoveryCodes(context.database, user);
  await notifyPerson(context, user, {
    subject: "A recovery code was used",
    message: `Somebody logged in with your password and one of your recovery codes${ip === null ? "" : `, from ${ip}`}. ${left} of your codes are left. If it was not you, change your password, log out everywhere else and make new codes.`,
    link: "/app/settings/security",
  });
}
