import { describe, expect, it } from "vitest";
import { loginPath, safeNextPath } from "./safe-next-path.ts";

describe("safeNextPath", () => {
  it.each([
    "/app",
    "/admin/content/fan_profiles",
    "/app/settings/tokens",
    "/app/calendar?month=2026-05&view=week#day-3",
  ])("%s is kept", (next) => {
    expect(safeNextPath(next)).toBe(next);
  });

  it.each([
    undefined,
    null,
    "",
    ["/app", "/app"],
    "app",
    "https://evil.example/app",
    "//evil.example/app",
    "///evil.example/app",
    "/\\evil.example/app",
    "\\\\evil.example/app",
    "/\t/evil.example/app",
    "/\n/evil.example",
    "\t//evil.example",
    "/.//evil.example/app",
    "/app/..//evil.example",
    "/app/../api/directus/auth/logout",
    "/%2f/evil.example",
    "javascript:alert(1)",
    "/javascript:alert(1)",
    "/api/directus/admin",
    "/login?next=/app",
    "/application",
    "http://dashboard.invalid:80evil",
  ])("%j leads to Home", (next) => {
    expect(safeNextPath(next)).toBe("/app");
  });
});

describe("loginPath", () => {
  it("names the page to come back to, unless it is Home", () => {
    expect(loginPath("/app")).toBe("/login");
    expect(loginPath("/app/settings?a=b&c=d")).toBe(
      "/login?next=%2Fapp%2Fsettings%3Fa%3Db%26c%3Dd",
    );
  });
});
