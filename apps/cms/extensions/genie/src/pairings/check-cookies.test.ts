import type { CapturedCookie } from "@genie/pairing";
import { describe, expect, it } from "vitest";
import { checkCookies } from "./check-cookies.ts";

const platform = {
  name: "Fans",
  hosts: ["fans.example", "*.fans.example"],
  capturedCookies: ["sid", "auth", "theme"],
  sessionCookies: ["sid", "auth"],
};
const now = Date.UTC(2026, 10, 28);
const inDays = (days: number) => now / 1000 + days * 86_400;

const cookie = (change: Partial<CapturedCookie> = {}): CapturedCookie => ({
  name: "sid",
  value: "secret-value",
  domain: ".fans.example",
  path: "/",
  expires: inDays(30),
  httpOnly: true,
  secure: true,
  sameSite: "Lax",
  ...change,
});

const check = (...cookies: CapturedCookie[]) => checkCookies(platform, cookies, now);

describe("the cookies of a session", () => {
  it("end with the first of those that it needs", () => {
    const ends = check(
      cookie(),
      cookie({ name: "auth", expires: inDays(7) }),
      cookie({ name: "theme", expires: inDays(1) }),
    );
    expect(ends).toEqual(new Date(inDays(7) * 1000));
  });

  it("that go with the browser have no end that is known", () => {
    expect(check(cookie({ expires: -1 }), cookie({ name: "auth", expires: -1 }))).toBeNull();
    expect(check(cookie({ expires: -1 }), cookie({ name: "auth" }))).toEqual(
      new Date(inDays(30) * 1000),
    );
  });

  it.each([
    ["with another name", [cookie(), cookie({ name: "auth" }), cookie({ name: "bank" })], /"bank"/],
    [
      "of another site",
      [cookie({ domain: "bank.example" }), cookie({ name: "auth" })],
      /another site, bank\.example/,
    ],
    [
      "of the domain above",
      [cookie({ domain: ".example" }), cookie({ name: "auth" })],
      /another site/,
    ],
    ["without one that it needs", [cookie()], /auth is missing/],
    [
      "with one that has run out",
      [cookie(), cookie({ name: "auth", expires: inDays(-1) })],
      /auth/,
    ],
  ])("%s are refused, in words without their values", (_what, cookies, sentence) => {
    expect(() => check(...cookies)).toThrow(sentence);
    expect(() => check(...cookies)).toThrow("Nothing was stored.");
    expect(() => check(...cookies)).not.toThrow(/secret-value/);
  });
});
