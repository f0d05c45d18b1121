import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { signWebhook, verifyWebhook } from "./webhook-signature.ts";

const secret = "0123456789abcdef0123456789abcdef";
const body = JSON.stringify({ event: "users.create", user: "2c2f3a7e" });
const timestamp = 1_800_000_000;
const clock = { now: timestamp * 1000, toleranceMs: 300_000 };
const signed = { body, ...signWebhook(secret, body, { timestamp }) };

describe("signWebhook", () => {
  it("is the hex HMAC-SHA256 of timestamp, dot and body", () => {
    const expected = createHmac("sha256", secret).update(`1800000000.${body}`).digest("hex");
    expect(signed).toEqual({ body, timestamp: "1800000000", signature: expected });
  });

  it("refuses a short secret", () => {
    expect(() => signWebhook("short", body, { timestamp })).toThrow(
      expect.objectContaining({ code: "misconfigured" }),
    );
  });
});

describe("verifyWebhook", () => {
  it.each([0, 299_999, 300_000, -300_000])("accepts what was signed %i ms ago", (age) => {
    expect(verifyWebhook(secret, signed, { ...clock, now: clock.now + age })).toBe(true);
  });

  it.each([300_001, -300_001, 86_400_000])("refuses what was signed %i ms ago", (age) => {
    expect(verifyWebhook(secret, signed, { ...clock, now: clock.now + age })).toBe(false);
  });

  it("refuses another body, timestamp, signature or secret", () => {
    const flipped = signed.signature.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
    for (const change of [
      { body: `${body} ` },
      { timestamp: "1800000001" },
      { signature: flipped },
      { signature: "" },
      { signature: signed.signature.slice(0, -1) },
      { signature: signed.signature.toUpperCase() },
    ]) {
      expect(verifyWebhook(secret, { ...signed, ...change }, clock)).toBe(false);
    }
    expect(verifyWebhook(secret.toUpperCase(), signed, clock)).toBe(false);
  });

  it.each(["", "NaN", "Infinity", "1800000000.0", " 1800000000", "1.8e9", "-1800000000"])(
    "refuses the timestamp %j even when it is signed",
    (odd) => {
      const signature = createHmac("sha256", secret).update(`${odd}.${body}`).digest("hex");
      expect(verifyWebhook(secret, { body, timestamp: odd, signature }, clock)).toBe(false);
    },
  );
});
