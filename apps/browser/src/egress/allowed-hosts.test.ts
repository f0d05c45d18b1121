import { AppError } from "@genie/errors";
import { describe, expect, it } from "vitest";
import { mayReach, readAllowedHosts } from "./allowed-hosts.ts";

describe("readAllowedHosts", () => {
  const isAllowed = readAllowedHosts(["fans.example", "Sandbox.localhost:3200", "*.cdn.example"]);

  it.each([
    ["https://fans.example/", true],
    ["http://fans.example/", true],
    ["https://FANS.example/", true],
    ["https://fans.example:8443/", false],
    ["https://www.fans.example/", false],
    ["https://fans.example.evil.example/", false],
    ["https://evilfans.example/", false],
    ["https://fans.example./", false],
    ["http://sandbox.localhost:3200/@demo", true],
    ["http://sandbox.localhost:3100/", false],
    ["http://localhost:3200/", false],
    ["http://127.0.0.1:3200/", false],
    ["https://a.cdn.example/x.jpg", true],
    ["https://a.b.cdn.example/x.jpg", true],
    ["https://cdn.example/x.jpg", false],
    ["https://evilcdn.example/x.jpg", false],
    ["https://user:fans.example@evil.example/", false],
    ["file:///etc/passwd", false],
    ["ftp://fans.example/", false],
    ["data:text/html,x", false],
  ])("%s: %s", (url, allowed) => {
    expect(mayReach(isAllowed, new URL(url))).toBe(allowed);
  });

  it.each([
    "localhost",
    "localhost:3100",
    "127.0.0.1",
    "127.0.0.1:8055",
    "127.1",
    "[::1]:8055",
    "2130706433",
    "*",
    "*.localhost",
    "*.com",
    "a*.example.com",
    "https://example.com",
    "example.com/path",
    "example.com:x",
    "",
  ])("%j is refused as a host to let a session to", (host) => {
    expect(() => readAllowedHosts([host])).toThrow(AppError);
  });
});
