import { describe, expect, it } from "vitest";
import { defaultLocale, messagesFor } from "#messages/messages.ts";
import { createRegistrationLimit, limitKey } from "./registration-limit.ts";

describe("createRegistrationLimit", () => {
  it("refuses the attempt after the last one, for that address only, and says when to return", async () => {
    const attempt = createRegistrationLimit(2, messagesFor(defaultLocale));
    await attempt("198.51.100.7");
    await attempt("198.51.100.7");
    await expect(attempt("198.51.100.7")).rejects.toMatchObject({
      code: "rate_limited",
      message: expect.stringContaining("Nothing was created"),
      retry: { afterMs: expect.any(Number) },
    });
    await expect(attempt("198.51.100.8")).resolves.toBeUndefined();
  });
});

describe("limitKey", () => {
  it.each([
    ["198.51.100.7", "198.51.100.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::9", "2001:db8:0:0::/64"],
    ["2001:0db8:0001:0002::", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("%s is counted as %s", (address, key) => {
    expect(limitKey(address)).toBe(key);
  });
});
