import { customEndpoint } from "@directus/sdk";
import { MadeRecoveryCodes, RecoveryCodesLeft } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import type { SignInResult } from "./session.ts";
import { hasDirectusCode } from "./translate-error.ts";

/** How many recovery codes of the caller's are still good. */
export async function countRecoveryCodes(client: DirectusClient): Promise<number> {
  const answer = await client.send(
    customEndpoint({ method: "GET", path: "/account/recovery-codes" }),
  );
  return RecoveryCodesLeft.parse(answer).left;
}

/** Makes new codes, which are known only now; those before are good for nothing then. */
export async function makeRecoveryCodes(
  client: DirectusClient,
  password: string,
): Promise<string[] | "wrong_password"> {
  try {
    return MadeRecoveryCodes.parse(await post(client, "recovery-codes", { password })).codes;
  } catch (error) {
    if (hasDirectusCode(error, "WRONG_PASSWORD")) return "wrong_password";
    throw error;
  }
}

/** Opens a session with a recovery code; `code_wanted` means that it is wrong or was used. */
export async function signInWithRecoveryCode(
  client: DirectusClient,
  { email, password, code }: { email: string; password: string; code: string },
): Promise<SignInResult> {
  try {
    await post(client, "recover", { email, password, recovery_code: code });
    return "signed_in";
  } catch (error) {
    if (hasDirectusCode(error, "INVALID_OTP")) return "code_wanted";
    if (hasDirectusCode(error, "INVALID_CREDENTIALS")) return "wrong_password";
    throw error;
  }
}

/** Turns two-factor off with a recovery code in place of a one-time code. */
export async function turnOffTwoFactorByRecovery(
  client: DirectusClient,
  { password, code }: { password: string; code: string },
): Promise<"off" | "wrong_code" | "wrong_password"> {
  try {
    await post(client, "own-two-factor-off", { password, recovery_code: code });
    return "off";
  } catch (error) {
    if (hasDirectusCode(error, "WRONG_PASSWORD")) return "wrong_password";
    if (hasDirectusCode(error, "INVALID_OTP")) return "wrong_code";
    throw error;
  }
}

function post(client: DirectusClient, step: string, body: object): Promise<unknown> {
  const path = `/account/${step}`;
  return client.send(customEndpoint({ method: "POST", path, body: JSON.stringify(body) }));
}
