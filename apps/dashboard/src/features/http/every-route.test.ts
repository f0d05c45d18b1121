import { globSync } from "node:fs";
import { join } from "node:path";
import { signWebhook } from "@genie/crypto";
import { originHeaders, requestOrigins } from "@genie/testing";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { guardOf } from "./guarded-route.ts";

type Handler = (request: Request) => Promise<Response>;

const routes = join(import.meta.dirname, "../../app");
const files = globSync("**/route.{ts,tsx}", { cwd: routes });
const writes = ["POST", "PUT", "PATCH", "DELETE"] as const;
const origin = "https://genie.example";
const secret = "a secret of at least thirty-two characters";

const foreign = requestOrigins(origin).filter(
  ({ name, site }) => name !== "ours" || (site !== "same-origin" && site !== undefined),
);

beforeAll(() => {
  vi.stubEnv("DASHBOARD_URL", origin);
  // Nothing listens there: a request that passes the guard fails, and shows that it has passed.
  vi.stubEnv("DIRECTUS_URL", "http://127.0.0.1:9");
  vi.stubEnv("DIRECTUS_ADMIN_TOKEN", "no-token-of-anything");
  vi.stubEnv("PROXY_SECRET", secret);
  vi.stubEnv("RBAC_SYNC_SECRET", secret);
});

describe.each(files)("%s", (file) => {
  it("guards everything that writes", async () => {
    for (const [, handler] of await writingHandlers(file)) {
      expect(guardOf(handler)).toMatch(/^(browser|webhook)$/);
    }
  });

  it.each(foreign)(
    "refuses a browser's write from $name, Sec-Fetch-Site $site, whatever vouches for it",
    async (from) => {
      for (const [method, handler] of await browserHandlers(file)) {
        for (const proof of [{}, { cookie: "session=x" }, { authorization: "Bearer x" }]) {
          const headers = { ...originHeaders(from), ...proof };
          expect((await handler(jsonRequest(method, headers))).status).toBe(403);
        }
      }
    },
  );

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])(
    "refuses the content type %j",
    async (type) => {
      for (const [method, handler] of await browserHandlers(file)) {
        const response = await handler(jsonRequest(method, { origin, "content-type": type }));
        expect(response.status).toBe(415);
      }
    },
  );

  it("refuses a body that is too large", async () => {
    for (const [method, handler] of await writingHandlers(file)) {
      const body = JSON.stringify({ filler: "x".repeat(20_000) });
      const response = await handler(jsonRequest(method, { origin }, body));
      expect(response.status).toBe(400);
    }
  });

  it("refuses a webhook with a wrong, stale or missing signature", async () => {
    const body = JSON.stringify({ event: "users.create", user: crypto.randomUUID() });
    const now = Math.floor(Date.now() / 1000);
    for (const [method, handler] of await writingHandlers(file)) {
      if (guardOf(handler) !== "webhook") continue;
      const attempts = [
        {},
        signatureHeaders(signWebhook("x".repeat(32), body, { timestamp: now })),
        signatureHeaders(signWebhook(secret, `${body} `, { timestamp: now })),
        signatureHeaders(signWebhook(secret, body, { timestamp: now - 301 })),
        signatureHeaders(signWebhook(secret, body, { timestamp: now + 302 })),
      ];
      for (const headers of attempts) {
        const response = await handler(jsonRequest(method, headers, body));
        expect(response.status).toBe(401);
      }
      const genuine = signatureHeaders(signWebhook(secret, body, { timestamp: now }));
      expect((await handler(jsonRequest(method, genuine, body))).status).toBe(503);
    }
  });
});

it("finds the routes at all", () => {
  expect(files).toEqual(expect.arrayContaining(["api/register/route.ts", "api/rbacSync/route.ts"]));
});

async function writingHandlers(file: string): Promise<[string, Handler][]> {
  const route = (await import(join(routes, file))) as Record<string, Handler>;
  return writes.flatMap<[string, Handler]>((method) => {
    const handler = route[method];
    return handler === undefined ? [] : [[method, handler]];
  });
}

async function browserHandlers(file: string): Promise<[string, Handler][]> {
  const handlers = await writingHandlers(file);
  return handlers.filter(([, handler]) => guardOf(handler) !== "webhook");
}

function jsonRequest(method: string, headers: Record<string, string>, body = "{}"): Request {
  return new Request(`${origin}/api/x`, {
    method,
    body,
    headers: { "content-type": "application/json", ...headers },
  });
}

function signatureHeaders({ timestamp, signature }: { timestamp: string; signature: string }) {
  return { "x-genie-timestamp": timestamp, "x-genie-signature": signature };
}
