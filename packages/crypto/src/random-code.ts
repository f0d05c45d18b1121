import { randomInt } from "node:crypto";

// Crockford's base32: no I, L, O or U, so that what is read out loud is typed right.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 10;

/** A code that people type: 10 characters, 50 random bits. */
export function randomCode(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}
