import { describe, expect, it } from "vitest";
import { createApiToken, hashApiToken, isApiToken } from "./api-token.ts";

describe("createApiToken", () => {
  it("makes a token of 256 bits that hashes to the stored hash", () => {
    const { token, hash, hint } = createApiToken();
    expect(token).toMatch(/^ght_[A-Za-z0-9_-]{43}$/);
    expect(Buffer.from(token.slice(4), "base64url")).toHaveLength(32);
    expect(hash).toBe(hashApiToken(token));
    expect(token.endsWith(hint)).toBe(true);
    expect(hint).toHaveLength(4);
  });

  it("never makes the same token twice", () => {
    const tokens = Array.from({ length: 2000 }, () => createApiToken());
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(2000);
    expect(tokens.every(({ token }) => isApiToken(token))).toBe(true);
  });
});

describe("hashApiToken", () => {
  it("is SHA-256 in hex (FIPS 180-2, appendix B.1)", () => {
    expect(hashApiToken("abc")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });
});

describe("isApiToken", () => {
  const token = `ght_${"A".repeat(43)}`;

  it("knows the form of our tokens", () => {
    expect(isApiToken(token)).toBe(true);
  });

  it.each([
    "",
    "ght_",
    token.slice(0, -1),
    `${token}A`,
    `${token}\n`,
    ` ${token}`,
    token.toUpperCase(),
    token.replace("ght_", "ghp_"),
    `${token.slice(0, -1)}B`,
    `${token.slice(0, -1)}=`,
    "eyJhbGciOiJIUzI1NiJ9.e30.AAAA",
  ])("refuses %j", (text) => {
    expect(isApiToken(text)).toBe(false);
  });
});
