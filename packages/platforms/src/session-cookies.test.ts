import type { Cookie } from "@genie/browser-client";
import { expect, it } from "vitest";
import { cookiesOf, hasSession, sessionExpiresAt } from "./session-cookies.ts";

const cookie = (name: string, domain: string, expires = -1): Cookie => ({
  name,
  value: "v",
  domain,
  path: "/",
  expires,
  httpOnly: true,
  secure: true,
  sameSite: "Lax",
});

it("takes the cookies that the platform's hosts see, and nobody else's", () => {
  const platform = { hosts: ["fans.example", "*.cdn.example:8443"] };
  const own = [
    cookie("a", "fans.example"),
    cookie("b", ".fans.example"),
    cookie("c", "www.fans.example"),
    cookie("d", "img.cdn.example"),
  ];
  const others = [
    cookie("e", "fans.example.evil.test"),
    cookie("f", "otherfans.example"),
    cookie("g", "captcha.example"),
  ];
  expect(cookiesOf(platform, [...own, ...others])).toEqual(own);
});

it("knows a session by all of its cookies, and its end by the first that ends", () => {
  const platform = { sessionCookies: ["sess", "auth"] };
  const cookies = [cookie("sess", "x.test", 2000), cookie("auth", "x.test", 1000)];
  expect(hasSession(platform, cookies)).toBe(true);
  expect(hasSession(platform, cookies.slice(1))).toBe(false);
  expect(sessionExpiresAt(platform, [...cookies, cookie("theme", "x.test", 5)])).toEqual(
    new Date(1_000_000),
  );
  expect(sessionExpiresAt(platform, [cookie("sess", "x.test")])).toBeNull();
});
