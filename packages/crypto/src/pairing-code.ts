import { randomInt } from "node:crypto";
import { hashApiToken } from "./api-token.ts";

// Crockford's base32.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * A new code that pairs a browser: 10 characters, 50 random bits. That is enough for one that is good
 * for minutes and for one use, where guesses are limited. `hash` is stored.
 */
export function createPairingCode(): { code: string; hash: string } {
  const code = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return { code, hash: hashPairingCode(code) };
}

/** SHA-256 of the code as lower-case hex. */
export function hashPairingCode(code: string): string {
  return hashApiToken(code);
}
