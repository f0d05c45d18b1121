import { describe, expect, it } from "vitest";
import { fakeRequest } from "./fake-request.ts";
import { refuseForeignWrites } from "./foreign-writes.ts";

const ours = "https://genie.example";
const handler = refuseForeignWrites({
  origin: ours,
  SESSION_COOKIE_NAME: "session",
  REFRESH_TOKEN_COOKIE_NAME: "refresh",
});

function isRefused(parts: {
  method?: string;
  headers?: Record<string, string>;
  cookies?: Record<string, string>;
}): boolean {
  let refused: unknown;
  handler(fakeRequest({ method: "POST", ...parts }), undefined as never, (error) => {
    refused = error;
  });
  return refused !== undefined;
}

describe("a write that a cookie vouches for", () => {
  it.each(["session", "refresh"])("must come from our own pages: %s", (name) => {
    const cookies = { [name]: "x" };
    expect(isRefused({ cookies, headers: { origin: ours } })).toBe(false);
    expect(isRefused({ cookies, headers: { origin: ours, "sec-fetch-site": "same-origin" } })).toBe(
      false,
    );
    expect(isRefused({ cookies })).toBe(true);
    expect(isRefused({ cookies, headers: { origin: "null" } })).toBe(true);
    expect(isRefused({ cookies, headers: { "sec-fetch-site": "same-origin" } })).toBe(true);
    for (const site of ["same-site", "cross-site", "none", ""]) {
      expect(isRefused({ cookies, headers: { origin: ours, "sec-fetch-site": site } })).toBe(true);
    }
    for (const origin of [
      "http://genie.example",
      "https://genie.example:8443",
      "https://genie.example.evil.example",
      "https://evil.example",
      "https://GENIE.example",
      `${ours}/`,
      "",
    ]) {
      expect([origin, isRefused({ cookies, headers: { origin } })]).toEqual([origin, true]);
    }
  });

  it.each(["Basic eDp5", "Bearer", "Bearer ", "Bearer a b", "x", "bearer\ta"])(
    "is not excused by an Authorization header that Directus takes no token from: %s",
    (authorization) => {
      const headers = { authorization, origin: "https://evil.example" };
      expect(isRefused({ cookies: { session: "x" }, headers })).toBe(true);
    },
  );
});

describe("other requests", () => {
  it("pass with a bearer token, which no other site can send", () => {
    const headers = { authorization: "Bearer x", origin: "https://evil.example" };
    expect(isRefused({ headers })).toBe(false);
    expect(isRefused({ headers, cookies: { session: "x" } })).toBe(false);
  });

  it.each(["GET", "HEAD", "OPTIONS", "SEARCH"])("pass when they only read: %s", (method) => {
    const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect(isRefused({ method, headers, cookies: { session: "x" } })).toBe(false);
  });

  it("of strangers pass from programs and our pages, not from other sites", () => {
    expect(isRefused({})).toBe(false);
    expect(isRefused({ headers: { origin: ours } })).toBe(false);
    expect(isRefused({ headers: { origin: "https://evil.example" } })).toBe(true);
    expect(isRefused({ headers: { "sec-fetch-site": "cross-site" } })).toBe(true);
  });
});
