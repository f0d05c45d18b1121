import { createSecretKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import vectors from "../vectors/hkdf_sha256_test.json" with { type: "json" };
import { hkdfSha256 } from "./hkdf-sha256.ts";

const hex = (text: string) => Buffer.from(text, "hex");

const cases = vectors.testGroups.flatMap((group) => group.tests);
const valid = cases.filter((test) => test.result === "valid");
const invalid = cases.filter((test) => test.result === "invalid");

describe("HKDF-SHA256", () => {
  it("runs all 86 Wycheproof vectors", () => {
    expect([valid.length, invalid.length]).toEqual([83, 3]);
  });

  it.each(valid)("derives valid vector $tcId", (test) => {
    const inputKey = createSecretKey(hex(test.ikm));
    const derived = hkdfSha256(inputKey, hex(test.salt), hex(test.info), test.size);
    expect(derived.toString("hex")).toBe(test.okm);
  });

  it.each(invalid)("refuses invalid vector $tcId: $comment", (test) => {
    const inputKey = createSecretKey(hex(test.ikm));
    expect(() => hkdfSha256(inputKey, hex(test.salt), hex(test.info), test.size)).toThrow(
      RangeError,
    );
  });
});
