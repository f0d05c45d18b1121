import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits for a cookie or a form. */
export function createSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token, so that a copy of the database signs nobody in. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Compares two secrets in a time that tells nothing about them. */
export function equalTokens(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(a)), Buffer.from(hashToken(b)));
}
