import { createHash } from "node:crypto";

const alphabet = "234567abcdefghijklmnopqrstuvwxyz";
const digits = 13;
const clockBits = 10n;

/**
 * The key of a post's record: a TID (https://atproto.com/specs/tid), the same each time for the same post.
 * Its time is within a second after `dueAt`; where in that second, and its clock, come from our key.
 */
export function recordKey(dueAt: Date, idempotencyKey: string): string {
  const hash = createHash("sha256").update(idempotencyKey).digest();
  const micros = BigInt(dueAt.getTime()) * 1000n + BigInt(hash.readUInt32BE(0) % 1_000_000);
  const clock = BigInt(hash.readUInt16BE(4) % 1024);
  let rest = (micros << clockBits) | clock;
  let key = "";
  for (let n = 0; n < digits; n += 1) {
    key = (alphabet[Number(rest & 31n)] ?? "") + key;
    rest >>= 5n;
  }
  return key;
}
