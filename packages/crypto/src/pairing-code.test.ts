import { expect, it } from "vitest";
import { createPairingCode, hashPairingCode } from "./pairing-code.ts";

it("a pairing code has 50 random bits in letters and digits that are not mistaken for others", () => {
  const made = Array.from({ length: 2000 }, createPairingCode);
  expect(new Set(made.map(({ code }) => code)).size).toBe(2000);
  for (const { code, hash } of made) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(hash).toBe(hashPairingCode(code));
  }
  expect(new Set(made.flatMap(({ code }) => code.split(""))).size).toBe(32);
});
