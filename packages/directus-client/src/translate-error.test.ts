import { AppError } from "@genie/errors";
import { describe, expect, it } from "vitest";
import { hasDirectusCode, isConflict, translateError } from "./translate-error.ts";

describe("translateError", () => {
  it.each([
    [400, "INVALID_PAYLOAD", "invalid_input"],
    [400, "RECORD_NOT_UNIQUE", "conflict"],
    [401, "INVALID_CREDENTIALS", "unauthenticated"],
    [401, "TOKEN_EXPIRED", "unauthenticated"],
    [401, "INVALID_OTP", "unauthenticated"],
    [403, "FORBIDDEN", "forbidden"],
    [404, "ROUTE_NOT_FOUND", "not_found"],
    [409, "CONFLICT", "conflict"],
    [413, "CONTENT_TOO_LARGE", "invalid_input"],
    [429, "REQUESTS_EXCEEDED", "rate_limited"],
    [500, "INTERNAL_SERVER_ERROR", "internal"],
    [503, "SERVICE_UNAVAILABLE", "upstream_unavailable"],
  ])("%s %s is %s", (status, code, expected) => {
    const error = translateError(failure(status, code));
    expect(error.code).toBe(expected);
    expect(hasDirectusCode(error, code)).toBe(true);
  });

  it("a network failure is upstream_unavailable", () => {
    expect(translateError(new TypeError("fetch failed")).code).toBe("upstream_unavailable");
  });

  it("shows the sentence of our own hooks", () => {
    const sentence = "The caption is 12 characters too long for Bluesky.";
    expect(translateError(failure(400, "INVALID_PAYLOAD", sentence)).message).toBe(sentence);
  });

  it.each([
    [403, "FORBIDDEN", `You don't have permission to access collection "x" or it does not exist.`],
    [400, "RECORD_NOT_UNIQUE", 'Value "a@b.c" for field "email" in collection "x" is not unique.'],
    [401, "INVALID_CREDENTIALS", "Invalid user credentials."],
    [500, "INTERNAL_SERVER_ERROR", "relation directus_secret does not exist"],
  ])("does not show Directus' own words for %s %s", (status, code, message) => {
    expect(translateError(failure(status, code, message)).message).not.toContain(message);
  });

  it("carries the delay of Retry-After", () => {
    const error = translateError(failure(429, "REQUESTS_EXCEEDED", "", { "retry-after": "90" }));
    expect(error.retry).toEqual({ afterMs: 90_000 });
  });

  it("passes an AppError through and knows a conflict", () => {
    const conflict = new AppError("conflict", "Taken.");
    expect(translateError(conflict)).toBe(conflict);
    expect(isConflict(conflict)).toBe(true);
    expect(isConflict(new Error("conflict"))).toBe(false);
  });
});

function failure(status: number, code: string, message = "", headers: Record<string, string> = {}) {
  return {
    message,
    errors: [{ message, extensions: { code } }],
    response: new Response(null, { status, headers }),
  };
}
