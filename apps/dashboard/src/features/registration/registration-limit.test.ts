import { describe, expect, it } from "vitest";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";
import { limitRegistrations } from "./registration-limit.ts";

const options = { perHour: 2, messages: messagesFor(defaultLocale) };
/** A gate that answers this to whatever is counted. */
const gateWith = (retry_after_ms: number | null) => ({
  send: () => Promise.resolve({ retry_after_ms } as never),
});

describe("limitRegistrations", () => {
  it("lets an attempt within the allowance pass", async () => {
    await expect(
      limitRegistrations(gateWith(null), "198.51.100.7", options),
    ).resolves.toBeUndefined();
  });

  it("refuses the attempt after the last one, and says when to return", async () => {
    await expect(
      limitRegistrations(gateWith(90_000), "198.51.100.7", options),
    ).rejects.toMatchObject({
      code: "rate_limited",
      message: options.messages.registration.tooMany(2),
      retry: { afterMs: 90_000 },
    });
  });
});
