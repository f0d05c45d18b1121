import { customEndpoint, disableTwoFactor, generateTwoFactorSecret } from "@directus/sdk";
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

/** Puts the secret into force; "wrong_code" when the code does not belong to it. The gate asks for the password again. */
export async function turnOnTwoFactor(
  client: DirectusClient,
  { secret, code, password }: { secret: string; code: string; password: string },
): Promise<"on" | "wrong_code" | "wrong_password"> {
  const body = JSON.stringify({ secret, otp: code, password });
  try {
    await client.send(customEndpoint({ method: "POST", path: "/users/me/tfa/enable", body }));
    return "on";
  } catch (error) {
    if (hasDirectusCode(error, "WRONG_PASSWORD")) return "wrong_password";
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
