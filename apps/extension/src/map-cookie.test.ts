import { CapturedCookie } from "@genie/pairing";
import { describe, expect, it } from "vitest";
import { type BrowserCookie, mapCookie } from "./map-cookie.ts";

const cookie: BrowserCookie = {
  name: "sid",
  value: "v",
  domain: "fans.example",
  hostOnly: true,
  path: "/",
  httpOnly: true,
  secure: true,
  sameSite: "lax",
  session: false,
  expirationDate: 1_800_000_000.75,
};

describe("a cookie", () => {
  it("is handed over whole, with its end in whole seconds", () => {
    const mapped = mapCookie(cookie);
    expect(mapped).toEqual({
      name: "sid",
      value: "v",
      domain: "fans.example",
      path: "/",
      expires: 1_800_000_000,
      httpOnly: true,
      secure: true,
      sameSite: "Lax",
    });
    expect(CapturedCookie.parse(mapped)).toEqual(mapped);
  });

  it("of one host stays with that host, and one of a domain has its dot", () => {
    expect(mapCookie(cookie).domain).toBe("fans.example");
    expect(mapCookie({ ...cookie, hostOnly: false, domain: ".fans.example" }).domain).toBe(
      ".fans.example",
    );
    // As Firefox writes the domain of some.
    expect(mapCookie({ ...cookie, hostOnly: false }).domain).toBe(".fans.example");
  });

  it("that goes with the browser has no end", () => {
    const { expirationDate: _none, ...session } = { ...cookie, session: true };
    expect(mapCookie(session).expires).toBe(-1);
    expect(mapCookie({ ...cookie, session: true }).expires).toBe(-1);
  });

  it.each([
    ["strict", true, "Strict"],
    ["lax", true, "Lax"],
    ["unspecified", true, "Lax"],
    ["no_restriction", true, "None"],
    ["no_restriction", false, "Lax"],
  ] as const)("with sameSite %s, secure %s, is %s", (sameSite, secure, expected) => {
    expect(mapCookie({ ...cookie, sameSite, secure }).sameSite).toBe(expected);
  });
});
