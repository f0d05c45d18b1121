import { scryptSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createRecoveryCode, createSalt, hashRecoveryCode } from "./recovery-code.ts";

describe("a recovery code", () => {
  it("has 50 random bits in letters and digits that are not mistaken for others", () => {
    const codes = Array.from({ length: 2000 }, createRecoveryCode);
    expect(new Set(codes).size).toBe(2000);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  });

  it("is hashed with scrypt and a salt of 128 bits", async () => {
    const [code, salt] = [createRecoveryCode(), createSalt()];
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
    const expected = scryptSync(code, Buffer.from(salt, "hex"), 32, { N: 16384, r: 8, p: 1 });
    expect(await hashRecoveryCode(code, salt)).toBe(expected.toString("hex"));
    expect(await hashRecoveryCode(code, createSalt())).not.toBe(expected.toString("hex"));
  });
});
