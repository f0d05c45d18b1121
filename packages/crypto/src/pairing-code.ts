import { hashApiToken } from "./api-token.ts";
import { randomCode } from "./random-code.ts";

/**
 * A new code that pairs a browser. Its 50 random bits are enough for one that is good for minutes and for
 * one use, where guesses are limited. `hash` is stored.
 */
export function createPairingCode(): { code: string; hash: string } {
  const code = randomCode();
  return { code, hash: hashPairingCode(code) };
}

/** SHA-256 of the code as lower-case hex. */
export function hashPairingCode(code: string): string {
  return hashApiToken(code);
}
