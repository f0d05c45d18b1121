import { createHash, randomBytes } from "node:crypto";

/** `token` is shown once, `hash` is stored, `hint` (last 4 characters) tells tokens apart in a list. */
export type ApiToken = { token: string; hash: string; hint: string };

const prefix = "ght_";
const secretBytes = 32;
const hintLength = 4;

/** A new token: `ght_` and 256 random bits as base64url. The hint leaves 234 of them unknown. */
export function createApiToken(): ApiToken {
  const token = prefix + randomBytes(secretBytes).toString("base64url");
  return { token, hash: hashApiToken(token), hint: token.slice(-hintLength) };
}

/**
 * SHA-256 of the token as lower-case hex. The token is random and long, so it needs neither salt nor
 * a slow hash, and can be looked up by its hash.
 */
export function hashApiToken(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}

/** Whether the text has the form of our tokens. It says nothing about whether the token exists. */
export function isApiToken(text: string): boolean {
  return /^ght_[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(text);
}
