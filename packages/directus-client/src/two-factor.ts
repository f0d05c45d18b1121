import { disableTwoFactor, enableTwoFactor, generateTwoFactorSecret } from "@directus/sdk";
import type { DirectusClient } from "./create-directus-client.ts";
import { hasDirectusCode } from "./translate-error.ts";

export type TwoFactorSecret = { secret: string; uri: string };

/** A new secret for an authenticator app, not yet in force; "wrong_password" if that was wrong. */
export async function startTwoFactor(
  client: DirectusClient,
  password: string,
): Promise<TwoFactorSecret | "wrong_password"> {
  try {
    const { secret, otpauth_url } = await client.send(generateTwoFactorSecret(password));
    return { secret, uri: otpauth_url };
  } catch (error) {
    if (hasDirectusCode(error, "WRONG_PASSWORD")) return "wrong_password";
    throw error;
  }
}

/** Puts the secret into force; "wrong_code" when the code does not belong to it. */
export async function turnOnTwoFactor(
  client: DirectusClient,
  { secret, code }: { secret: string; code: string },
): Promise<"on" | "wrong_code"> {
  try {
    await client.send(enableTwoFactor(secret, code));
    return "on";
  } catch (error) {
    if (isWrongCode(error)) return "wrong_code";
    throw error;
  }
}

export async function turnOffTwoFactor(
  client: DirectusClient,
  code: string,
): Promise<"off" | "wrong_code"> {
  try {
    await client.send(disableTwoFactor(code));
    return "off";
  } catch (error) {
    if (isWrongCode(error)) return "wrong_code";
    throw error;
  }
}

function isWrongCode(error: unknown): boolean {
  return hasDirectusCode(error, "INVALID_OTP") || hasDirectusCode(error, "INVALID_PAYLOAD");
}
