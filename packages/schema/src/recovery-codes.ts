import { z } from "zod";

const Password = z.string().min(1).max(512);
/** As somebody types it. */
const Code = z.string().min(1).max(64);

/** How many codes are made together. */
export const recoveryCodeCount = 10;

/** `GET /account/recovery-codes`: how many of the caller's are still good. */
export const RecoveryCodesLeft = z.object({ left: z.int().nonnegative() });

/** `POST /account/recovery-codes`: makes new ones, and those before are good for nothing. */
export const NewRecoveryCodes = z.strictObject({ password: Password });

/** The new codes as people see them; they are in this answer and nowhere else. */
export const MadeRecoveryCodes = z.object({ codes: z.array(z.string()) });

/** `POST /account/recover`: signs in, with a recovery code in place of the one-time code. */
export const Recovery = z.strictObject({
  email: z.string().min(1).max(320),
  password: Password,
  recovery_code: Code,
});
export type Recovery = z.infer<typeof Recovery>;

/** `POST /account/own-two-factor-off`: turns two-factor off for whoever has lost her app. */
export const RecoveredTwoFactorOff = z.strictObject({ password: Password, recovery_code: Code });
