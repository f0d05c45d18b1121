import { afterEach, describe, expect, it, vi } from "vitest";
import { keepSession, markSessionFresh, whileUsed } from "./keep-session.ts";

const hourMs = 60 * 60 * 1000;
const start = Date.parse("2026-03-01T12:00:00Z");

describe("keepSession", () => {
  it("refreshes at most once a day", async () => {
    const device = fakeDevice();
    await keepSession({ ...device, now: start });
    await keepSession({ ...device, now: start + 23 * hourMs });
    expect(device.refreshes()).toBe(1);
    await keepSession({ ...device, now: start + 25 * hourMs });
    expect(device.refreshes()).toBe(2);
  });

  it("refreshes once when several tabs open together", async () => {
    const device = fakeDevice();
    await Promise.all([1, 2, 3].map(() => keepSession({ ...device, now: start })));
    expect(device.refreshes()).toBe(1);
  });

  it("tries once more, and again next time when both failed", async () => {
    const device = fakeDevice({ failures: 2 });
    await expect(keepSession({ ...device, now: start })).rejects.toThrow("away");
    expect(device.refreshes()).toBe(2);
    await keepSession({ ...device, now: start });
    expect(device.refreshes()).toBe(3);
  });

  it("leaves a session alone that has just begun", async () => {
    const device = fakeDevice();
    markSessionFresh(device.storage, start);
    await keepSession({ ...device, now: start + hourMs });
    expect(device.refreshes()).toBe(0);
  });

  it("is not fooled by a clock that was ahead", async () => {
    const device = fakeDevice();
    markSessionFresh(device.storage, start + 1000 * hourMs);
    await keepSession({ ...device, now: start });
    expect(device.refreshes()).toBe(1);
  });
});

describe("whileUsed", () => {
  afterEach(() => void vi.useRealTimers());

  it("works at once, each hour in view, and when she comes back to the page, until it ends", () => {
    vi.useFakeTimers();
    const look: { visibilityState: DocumentVisibilityState } = { visibilityState: "visible" };
    const page = Object.assign(new EventTarget(), look);
    const come = (state: DocumentVisibilityState) => {
      page.visibilityState = state;
      page.dispatchEvent(new Event("visibilitychange"));
    };
    let count = 0;
    const end = whileUsed(page, () => void (count += 1));
    expect(count).toBe(1);
    vi.advanceTimersByTime(3 * hourMs);
    expect(count).toBe(4);
    come("hidden");
    vi.advanceTimersByTime(3 * hourMs);
    expect(count).toBe(4);
    come("visible");
    expect(count).toBe(5);
    end();
    come("visible");
    vi.advanceTimersByTime(3 * hourMs);
    expect(count).toBe(5);
  });
});

function fakeDevice({ failures = 0 } = {}) {
  const entries = new Map<string, string>();
  let refreshes = 0;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    refreshes: () => refreshes,
    storage: {
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => void entries.set(key, value),
    },
    locks: {
      request: (_name: string, callback: unknown) => {
        const run = callback as () => Promise<unknown>;
        queue = queue.then(run, run);
        return queue;
      },
    } as Pick<LockManager, "request">,
    refresh: () => {
      refreshes += 1;
      return refreshes <= failures ? Promise.reject(new Error("away")) : Promise.resolve();
    },
  };
}
