import { AppError } from "@genie/errors";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { browserRoute, guardOf } from "./guarded-route.ts";

const origin = "https://genie.example";

beforeAll(() => {
  vi.stubEnv("DASHBOARD_URL", origin);
  vi.stubEnv("DIRECTUS_URL", "http://127.0.0.1:9");
  vi.stubEnv("DIRECTUS_ADMIN_TOKEN", "no-token-of-anything");
  vi.stubEnv("PROXY_SECRET", "a secret of at least thirty-two characters");
  vi.stubEnv("RBAC_SYNC_SECRET", "a secret of at least thirty-two characters");
});

describe("browserRoute", () => {
  it.each([
    { origin },
    { origin, "sec-fetch-site": "same-origin" },
    { origin, "content-type": "Application/JSON; charset=utf-8" },
  ])("lets %j through with the parsed body", async (headers) => {
    const bodies: unknown[] = [];
    const route = browserRoute((body) => {
      bodies.push(body);
      return Promise.resolve(Response.json({ data: {} }));
    });
    expect((await route(request(headers, '{"a":1}'))).status).toBe(200);
    expect(bodies).toEqual([{ a: 1 }]);
  });

  it("says that the body is no JSON", async () => {
    const response = await browserRoute(rejectWith(new Error("never called")))(
      request({ origin }, "{"),
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: "invalid_input" } });
  });

  it("answers an AppError with its status, sentence and delay", async () => {
    const error = new AppError("rate_limited", "Wait a minute.", { retry: { afterMs: 59_001 } });
    const response = await browserRoute(rejectWith(error))(request({ origin }, "{}"));
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("60");
    expect(await response.json()).toEqual({
      error: { code: "rate_limited", message: "Wait a minute." },
    });
  });

  it("shows nothing of an unknown error", async () => {
    const route = browserRoute(rejectWith(new Error("password=hunter2")));
    const response = await route(request({ origin }, "{}"));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("hunter2");
  });

  it("marks what it has guarded", () => {
    expect(guardOf(browserRoute(rejectWith(new Error("never called"))))).toBe("browser");
    expect(guardOf(() => Promise.resolve(new Response()))).toBeUndefined();
  });
});

function rejectWith(error: Error) {
  return async () => {
    throw error;
  };
}

function request(headers: Record<string, string>, body: string): Request {
  return new Request(`${origin}/api/x`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
}
