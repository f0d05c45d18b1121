import { describe, expect, it } from "vitest";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";
import { createRegistrationLimit } from "./registration-limit.ts";

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
