import { describe, expect, it } from "vitest";
import { fakeRequest } from "./fake-request.ts";
import { trustOnlyOurProxy } from "./trust-only-our-proxy.ts";

const secret = "p".repeat(32);
const claims = {
  forwarded: "for=203.0.113.9",
  "x-forwarded-for": "203.0.113.9",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-real-ip": "203.0.113.9",
  "x-client-ip": "203.0.113.9",
  "true-client-ip": "203.0.113.9",
};
const harmless = { host: "localhost", authorization: "Bearer x", "x-request-id": "1" };

function headersAfter(headers: Record<string, string | string[]>) {
  const request = fakeRequest({ headers });
  let passed = false;
  trustOnlyOurProxy(secret)(request, undefined as never, () => {
    passed = true;
  });
  expect(passed).toBe(true);
  return request.headers;
}

describe("trustOnlyOurProxy", () => {
  it.each([
    ["nothing", {}],
    ["a wrong secret", { "x-genie-proxy": "q".repeat(32) }],
    ["a shorter secret", { "x-genie-proxy": "p" }],
    ["an empty secret", { "x-genie-proxy": "" }],
    ["the secret twice", { "x-genie-proxy": [secret, secret] }],
  ])("takes away what a client claims, with %s as proof", (_what, proof) => {
    expect(headersAfter({ ...claims, ...harmless, ...proof })).toEqual(harmless);
  });

  it("leaves what our own proxy says, in the headers that it sets", () => {
    expect(headersAfter({ ...claims, ...harmless, "x-genie-proxy": secret })).toEqual({
      ...harmless,
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
    });
  });
});
