import { describe, expect, it } from "vitest";
import { createRateLimit } from "./create-rate-limit.ts";

describe("createRateLimit", () => {
  it("lets the allowance through and then says how long to wait, each key by itself", async () => {
    const limit = createRateLimit({ name: "test", points: 2, seconds: 60 });
    expect([await limit("a"), await limit("a")]).toEqual([null, null]);
    const refused = await limit("a");
    expect(refused?.retryAfterMs).toBeGreaterThan(0);
    expect(refused?.retryAfterMs).toBeLessThanOrEqual(60_000);
    expect(await limit("b")).toBeNull();
  });

  it("does not count what was given back", async () => {
    const limit = createRateLimit({ name: "test", points: 1, seconds: 60 });
    for (const key of ["a", "a", "a"]) {
      expect(await limit(key)).toBeNull();
      await limit.giveBack("a");
    }
    expect([await limit("a"), await limit("a")]).toEqual([null, expect.anything()]);
  });

  it("begins anew with a key that is forgotten, and with no other", async () => {
    const limit = createRateLimit({ name: "test", points: 1, seconds: 60 });
    for (const key of ["a", "a", "b"]) await limit(key);
    await limit.forget("a");
    expect([await limit("a"), await limit("b")]).toEqual([null, expect.anything()]);
  });
});
