import { createBrowserClient } from "@genie/browser-client";
import { createAdapters } from "@genie/platforms/adapters";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findReading, forgetReading, keepReading, type Reading } from "./readings.ts";

describe("a reading", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("that no step ends is ended after five minutes, with a sentence", async () => {
    const { reading, ends } = await startReading();
    keepReading(reading);
    await vi.advanceTimersByTimeAsync(5 * 60_000 - 1);
    expect(ends).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ends).toEqual([expect.stringMatching(/^Reading took more than 5 minutes/)]);
  });

  it("that was ended is not ended again", async () => {
    const { reading, ends } = await startReading();
    keepReading(reading);
    forgetReading(reading);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(ends).toEqual([]);
    expect(findReading(reading.session.id)).toBeUndefined();
  });

  it("is found by its session, and for its own account alone", async () => {
    const { reading } = await startReading();
    keepReading(reading);
    const { id } = reading.session;
    expect(findReading(id)).toBe(reading);
    expect(findReading(id, "account-1")).toBe(reading);
    expect(findReading(id, "account-2")).toBeUndefined();
    expect(findReading(`${id}x`)).toBeUndefined();
    forgetReading(reading);
  });
});

/** A reading whose browser nobody asks for anything. */
async function startReading() {
  const { signal } = new AbortController();
  const started = { session_id: "session-1", user_agent: "UA" };
  const client = createBrowserClient({
    url: "http://127.0.0.1:1",
    token: "t",
    fetch: async () => Response.json(started, { status: 201 }),
  });
  const session = await client.startSealedSession({ allowed_hosts: ["a.example"] }, signal);
  const adapter = createAdapters({ sandboxUrl: "http://sandbox.example" }).get("sandbox");
  if (!adapter) throw new Error("There is no sandbox.");
  const ends: (string | null)[] = [];
  const reading: Reading = {
    account: {
      id: "account-1",
      ownerId: "owner-1",
      platform: "sandbox",
      username: "demo",
      timezone: "UTC",
      connection: "connected",
      scraping: "idle",
      hasPassword: false,
    },
    adapter,
    session,
    storedSessionId: "stored-1",
    context: { username: "demo", cookies: [], openPage: async () => session, fetch, signal },
    end: async (failure) => void ends.push(failure),
  };
  return { reading, ends };
}
