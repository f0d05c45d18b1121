import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { verifyWebhook } from "@genie/crypto";
import { afterEach, describe, expect, it } from "vitest";
import { announceUser } from "./announce-user.ts";

const secret = "r".repeat(32);
let server: Server | undefined;

/** A dashboard that answers with `status` and keeps what it was sent. */
async function dashboard(status: number) {
  const received: { request: IncomingMessage; body: string }[] = [];
  server = createServer(async (request, response) => {
    received.push({ request, body: await text(request) });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received };
}

describe("announceUser", () => {
  afterEach(() => {
    server?.close();
  });

  it("posts a webhook that the dashboard can verify, with the id and nothing else", async () => {
    const { url, received } = await dashboard(204);
    const result = await announceUser("a-user", { DASHBOARD_URL: url, RBAC_SYNC_SECRET: secret });
    expect(result).toBe("ok");
    const [first] = received;
    expect([first?.request.method, first?.request.url]).toEqual(["POST", "/api/rbacSync"]);
    expect(JSON.parse(first?.body ?? "")).toEqual({ event: "users.create", user: "a-user" });
    const signed = {
      body: first?.body ?? "",
      timestamp: String(first?.request.headers["x-genie-timestamp"]),
      signature: String(first?.request.headers["x-genie-signature"]),
    };
    const clock = { now: Date.now(), toleranceMs: 300_000 };
    expect(verifyWebhook(secret, signed, clock)).toBe(true);
    expect(verifyWebhook("q".repeat(32), signed, clock)).toBe(false);
  });

  it("says what went wrong, since it is sent again", async () => {
    const { url } = await dashboard(503);
    const env = { DASHBOARD_URL: url, RBAC_SYNC_SECRET: secret };
    expect(await announceUser("a-user", env)).toBe("status 503");
    const nobody = { ...env, DASHBOARD_URL: "http://127.0.0.1:1" };
    expect(await announceUser("a-user", nobody)).not.toBe("ok");
  });
});
