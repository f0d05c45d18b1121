import { describe, expect, it } from "vitest";
import { fromPanel, isPanelLogin, toPanel } from "./panel-address.ts";

describe("the address of the panel", () => {
  it.each([
    ["/admin", "/api/directus/admin/content"],
    ["/admin/", "/api/directus/admin/content"],
    ["/admin/content/scheduled_posts/7", "/api/directus/admin/content/scheduled_posts/7"],
    ["/admin/content/a?bookmark=3#x", "/api/directus/admin/content/a?bookmark=3#x"],
    ["/admin/users?compose=new&post=1", "/api/directus/admin/users"],
    // Leads nowhere else, however it is written.
    ["/admin/../api/directus/users/me", "/api/directus/admin/content"],
    ["/admin/%2e%2e/%2e%2e/app", "/api/directus/admin/content"],
    ["/admin//evil.example/x", "/api/directus/admin//evil.example/x"],
  ])("%s is %s", (ours, panel) => {
    expect(toPanel(ours)).toBe(panel);
  });

  it.each([
    ["http://localhost:3100/api/directus/admin/content", "/admin"],
    ["http://localhost:3100/api/directus/admin/content/scheduled_posts/7", undefined],
    ["http://localhost:3100/api/directus/admin/settings/flows?x=1#y", undefined],
  ])("comes back from %s", (panel, expected) => {
    const ours = fromPanel(panel);
    expect(ours).toBe(expected ?? panel.replace("http://localhost:3100/api/directus", ""));
    expect(toPanel(ours ?? "")).toBe(panel.replace("http://localhost:3100", ""));
  });

  it.each([
    "/api/directus/admin/login?reason=SESSION_EXPIRED",
    "/api/directus/admin/logout",
    "/app",
    "about:blank",
  ])("%s is no page of the panel", (panel) => {
    expect(fromPanel(panel)).toBeNull();
    expect(isPanelLogin(panel)).toBe(panel.includes("/login"));
  });
});
