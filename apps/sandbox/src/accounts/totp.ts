import { Secret, TOTP } from "otpauth";

/** A new secret for an authenticator app, in base32. */
export function createTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The code that an authenticator app shows at `at` (milliseconds). */
export function totpCode(secret: string, at: number): string {
  return totp(secret).generate({ timestamp: at });
}

/** True for the code of now, of half a minute ago and of half a minute ahead (RFC 6238 §5.2). */
export function isTotpCode(secret: string, code: string, at: number): boolean {
  return totp(secret).validate({ token: code, timestamp: at, window: 1 }) !== null;
}

/** The address that a QR code for an authenticator app holds. */
export function totpAddress(secret: string, username: string): string {
  return totp(secret, username).toString();
}

function totp(secret: string, label = "account"): TOTP {
  return new TOTP({ issuer: "Sandbox", label, secret: Secret.fromBase32(secret) });
}
