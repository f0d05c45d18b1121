import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isCurrent, navItemsFor } from "./nav-items.ts";

const routes = join(import.meta.dirname, "../../app/(shell)");

const isPage = (href: string) =>
  ["page.tsx", "(home)/page.tsx", "[[...path]]/page.tsx"].some((file) =>
    existsSync(join(routes, href, file)),
  );

describe("navItemsFor", () => {
  it("leads only to pages that exist", () => {
    const dead = navItemsFor({ isAdmin: true }).filter(({ href }) => !isPage(href));
    expect(dead).toEqual([]);
  });

  it.each(["admin", "operations"])("shows %s to administrators only", (label) => {
    expect(navItemsFor({ isAdmin: true }).map((item) => item.label)).toContain(label);
    expect(navItemsFor({ isAdmin: false }).map((item) => item.label)).not.toContain(label);
  });
});

describe("isCurrent", () => {
  it.each([
    ["/app", "/app", true],
    ["/app", "/app/settings", false],
    ["/app/settings", "/app/settings/tokens", true],
    ["/app/settings", "/app/settingsx", false],
  ])("%s on %s: %s", (href, pathname, expected) => {
    expect(isCurrent({ href }, pathname)).toBe(expected);
  });
});
