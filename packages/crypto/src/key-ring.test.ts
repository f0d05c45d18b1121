import { randomBytes } from "node:crypto";
import { AppError } from "@genie/errors";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateKey, parseKeyRing } from "./key-ring.ts";

const a = generateKey();
const b = generateKey();

function refusal(keys: string, primary: string): AppError {
  try {
    parseKeyRing(keys, primary);
  } catch (error) {
    if (error instanceof AppError) {
      return error;
    }
    throw error;
  }
  throw new Error("The key ring was accepted.");
}

describe("parseKeyRing", () => {
  it("reads every key and the primary id", () => {
    const ring = parseKeyRing(`2:${a}, 1:${b}`, " 2 ");
    expect(ring.primaryId).toBe(2);
    expect([...ring.masters.keys()]).toEqual([2, 1]);
    expect(ring.masters.get(2)?.export().toString("base64")).toBe(a);
    expect(ring.masters.get(1)?.export().toString("base64")).toBe(b);
  });

  it("takes ids up to the largest integer of PostgreSQL", () => {
    expect(parseKeyRing(`2147483647:${a}`, "2147483647").primaryId).toBe(2_147_483_647);
  });

  it.each([
    ["nothing", "", "1", /SEALING_KEYS is empty.*openssl rand -base64 32/],
    ["blanks", "  ", "1", /SEALING_KEYS is empty/],
    ["a key without an id", a, "1", /Entry 1 .*not of the form/],
    ["a comma too many", `1:${a},`, "1", /Entry 2 .*not of the form/],
    ["id 0", `0:${a}`, "0", /Entry 1 .*no valid id/],
    ["an id beyond that", `2147483648:${a}`, "2147483648", /Entry 1 .*no valid id/],
    ["a negative id", `-1:${a}`, "-1", /Entry 1 .*no valid id/],
    ["an id with a leading zero", `01:${a}`, "1", /Entry 1 .*no valid id/],
    ["a word as id", `1:${a},new:${b}`, "1", /Entry 2 .*no valid id/],
    ["a repeated id", `1:${a},1:${b}`, "1", /key 1 twice/],
    ["an empty key", "7:", "7", /Key 7 .*has 0 bytes and needs 32.*openssl rand -base64 32/],
    [
      "a short key",
      `1:${randomBytes(16).toString("base64")}`,
      "1",
      /Key 1 .*has 16 bytes and needs 32.*openssl rand -base64 32/,
    ],
    ["a long key", `1:${randomBytes(33).toString("base64")}`, "1", /has 33 bytes/],
    ["an all-zero key", `1:${Buffer.alloc(32).toString("base64")}`, "1", /all zeros/],
    ["a key without its padding", `1:${a.replace("=", "")}`, "1", /not plain base64/],
    ["base64url", `1:${Buffer.alloc(32, 0xff).toString("base64url")}=`, "1", /not plain base64/],
    ["a hex key", `1:${"0g".repeat(32)}`, "1", /has 48 bytes/],
    ["a key with a blank inside", `1:${a.slice(0, 9)} ${a.slice(9)}`, "1", /not plain base64/],
    ["stray bits after the key", `1:${"A".repeat(42)}B=`, "1", /not plain base64/],
    ["one key under two ids", `1:${a},2:${a}`, "1", /Keys 1 and 2 in SEALING_KEYS are one and the/],
    ["no primary", `1:${a}`, "", /SEALING_PRIMARY_KEY is empty/],
    ["a primary outside the ring", `2:${a},1:${b}`, "3", /names no key.*ids: 2, 1\./],
    ["a primary that is no id", `1:${a}`, "one", /names no key/],
  ])("refuses %s and says what to do", (_case, keys, primary, sentence) => {
    const error = refusal(keys, primary);
    expect(error.code).toBe("misconfigured");
    expect(error.message).toMatch(sentence);
  });

  it("never repeats key bytes in its refusal, wherever the key was put", () => {
    const secret = fc.uint8Array({ minLength: 24, maxLength: 40 }).map(toBase64);
    const layout = fc.constantFrom<(key: string) => [keys: string, primary: string]>(
      (key) => [`1:${key}`, "2"],
      (key) => [key, "1"],
      (key) => [`${key}:1`, "1"],
      (key) => [`1:${a},${key}`, key],
      (key) => [`1:${a}`, key],
      (key) => [`1:!${key}`, "1"],
    );
    fc.assert(
      fc.property(secret, layout, (key, place) => {
        const error = refusal(...place(key));
        for (let start = 0; start + 6 <= key.length; start++) {
          expect(error.message).not.toContain(key.slice(start, start + 6));
        }
        expect(error.cause).toBeUndefined();
      }),
    );
  });
});

describe("generateKey", () => {
  it("makes keys that the ring accepts, each another", () => {
    expect(a).not.toBe(b);
    expect(parseKeyRing(`1:${generateKey()}`, "1").primaryId).toBe(1);
  });
});

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
