import { describe, expect, it } from "vitest";
import { fetchWithRetryAfter, retryAfterMs } from "./fetch-with-retry-after.ts";

describe("retryAfterMs", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");

  it.each([
    ["3", 3000],
    ["0", 0],
    ["Thu, 01 Jan 2026 00:00:05 GMT", 5000],
    ["Wed, 31 Dec 2025 23:00:00 GMT", 0],
    ["soon", undefined],
    [null, undefined],
  ])("%s is %s ms", (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });
});

describe("fetchWithRetryAfter", () => {
  it("waits as told and asks once more", async () => {
    const { fetch, waits, calls } = scripted([limited("2"), new Response("ok")]);
    expect(await (await fetch("http://directus/items")).text()).toBe("ok");
    expect(waits).toEqual([2000]);
    expect(calls()).toBe(2);
  });

  it("asks only once more", async () => {
    const { fetch, calls } = scripted([limited("1"), limited("1"), new Response("never")]);
    expect((await fetch("http://directus/items")).status).toBe(429);
    expect(calls()).toBe(2);
  });

  it.each(["60", null])("does not wait for Retry-After %s", async (header) => {
    const { fetch, waits } = scripted([limited(header)]);
    expect((await fetch("http://directus/items")).status).toBe(429);
    expect(waits).toEqual([]);
  });
});

function limited(retryAfter: string | null): Response {
  return new Response(null, {
    status: 429,
    headers: retryAfter === null ? {} : { "retry-after": retryAfter },
  });
}

function scripted(responses: Response[]) {
  const waits: number[] = [];
  const total = responses.length;
  const fetch = fetchWithRetryAfter({
    fetch: () => {
      const response = responses.shift();
      return response ? Promise.resolve(response) : Promise.reject(new Error("one call too many"));
    },
    maxWaitMs: 5000,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  return { fetch, waits, calls: () => total - responses.length };
}
