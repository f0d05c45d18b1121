import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";

describe("contentSecurityPolicy", () => {
  const policy = contentSecurityPolicy({ nonce: "abc", https: true, dev: false });

  it("runs scripts by nonce only", () => {
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain("unsafe-eval");
  });

  it("frames and is framed by this origin only", () => {
    expect(policy).toContain("frame-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'");
  });

  it("asks for https where the dashboard is public by https", () => {
    expect(policy).toContain("upgrade-insecure-requests");
    expect(contentSecurityPolicy({ nonce: "abc", https: false, dev: false })).not.toContain(
      "upgrade-insecure-requests",
    );
  });
});
