import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";

describe("contentSecurityPolicy", () => {
  const policy = contentSecurityPolicy({
    nonce: "abc",
    origin: "https://genie.example",
    dev: false,
  });

  it("runs scripts by nonce only", () => {
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain("unsafe-eval");
  });

  it("frames the admin panel and nothing else, and is framed by nobody", () => {
    expect(policy).toContain("; frame-src https://genie.example/api/directus/admin/;");
    expect(policy).toContain("; frame-ancestors 'none';");
  });

  it("asks for https where the dashboard is public by https", () => {
    expect(policy).toContain("upgrade-insecure-requests");
    const origin = "http://localhost:3100";
    expect(contentSecurityPolicy({ nonce: "abc", origin, dev: false })).not.toContain(
      "upgrade-insecure-requests",
    );
  });
});
