import { createServer, type RequestListener, request as httpRequest, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createRequestListener } from "./create-request-listener.ts";
import { createDirectusProxy } from "./directus-proxy.ts";
import { createMcpProxy } from "./mcp-proxy.ts";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe("createRequestListener", () => {
  it("hands Directus the stripped path, our secret and nothing that the client claimed", async () => {
    const seen: { url: string | undefined; headers: Record<string, unknown> }[] = [];
    const directus = await serve((request, response) => {
      seen.push({ url: request.url, headers: request.headers });
      response.end("{}");
    });
    const dashboard = await serveDashboard(directus);
    await fetch(`${dashboard}/api/directus/items/posts?limit=1`, {
      headers: { "x-forwarded-for": "1.2.3.4", "x-genie-proxy": "guess", "x-real-ip": "1.2.3.4" },
    });
    expect(seen).toHaveLength(1);
    expect(seen[0]?.url).toBe("/items/posts?limit=1");
    expect(seen[0]?.headers).toMatchObject({
      host: "genie.example",
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-proto": "https",
      "x-genie-proxy": "the proxy secret",
    });
    expect(seen[0]?.headers).not.toHaveProperty("x-real-ip");
  });

  it("hands the MCP server the token and by which name it was called, and no session or claim", async () => {
    const seen: Record<string, unknown>[] = [];
    const mcp = await serve((request, response) => {
      seen.push({ url: request.url, ...request.headers });
      response.end("{}");
    });
    const dashboard = await serveDashboard("http://127.0.0.1:1", { mcpUrl: mcp });
    await fetch(`${dashboard}/mcp`, {
      method: "POST",
      body: "{}",
      headers: { authorization: "Bearer x", cookie: "genie=1", "x-forwarded-for": "1.2.3.4" },
    });
    const { host } = new URL(dashboard);
    expect(seen).toMatchObject([{ url: "/mcp", authorization: "Bearer x", host }]);
    expect(seen[0]).not.toHaveProperty("cookie");
    expect(seen[0]).toHaveProperty("x-forwarded-for", "127.0.0.1");
    expect(seen[0]).not.toHaveProperty("x-genie-proxy");
  });

  it("says that the MCP server is not there as an agent reads it", async () => {
    const dashboard = await serveDashboard("http://127.0.0.1:1");
    const response = await fetch(`${dashboard}/mcp`, { method: "POST", body: "{}" });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ jsonrpc: "2.0", error: { code: -32_603 } });
  });

  it("streams an upload of 32 MiB and its answer", async () => {
    const directus = await serve((request, response) => {
      let sizeBytes = 0;
      request.on("data", (chunk: Buffer) => {
        sizeBytes += chunk.length;
      });
      request.on("end", () => response.end(String(sizeBytes)));
    });
    const sizeBytes = 32 * 1024 * 1024;
    const dashboard = await serveDashboard(directus);
    const response = await fetch(`${dashboard}/api/directus/files`, {
      method: "POST",
      body: new Uint8Array(sizeBytes),
    });
    expect(await response.text()).toBe(String(sizeBytes));
  });

  it("passes the first part of an answer on before the last is there", async () => {
    const { promise: finish, resolve } = Promise.withResolvers<void>();
    const directus = await serve((_request, response) => {
      response.write("first");
      void finish.then(() => response.end("last"));
    });
    const dashboard = await serveDashboard(directus);
    const response = await fetch(`${dashboard}/api/directus/events`);
    const reader = response.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("first");
    resolve();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("last");
  });

  it("says in Directus' own shape that it is away", async () => {
    const dashboard = await serveDashboard("http://127.0.0.1:9");
    const response = await fetch(`${dashboard}/api/directus/items/posts`, { method: "POST" });
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await response.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining("Nothing was changed"),
          extensions: { code: "SERVICE_UNAVAILABLE" },
        },
      ],
    });
  });

  it("does not claim that nothing was changed when the connection broke later", async () => {
    const directus = await serve((request) => request.socket.destroy());
    const dashboard = await serveDashboard(directus);
    const response = await fetch(`${dashboard}/api/directus/items/posts`, { method: "POST" });
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain("Nothing was changed");
  });

  it("asks on no connection that was idle for so long that Directus may be closing it", async () => {
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    const asked = new Set<Socket>();
    const directus = await serve((request, response) => {
      asked.add(request.socket);
      request.socket.once("close", close);
      // Longer than a connection may be idle.
      setTimeout(() => response.end("{}"), 200);
    });
    for (const server of servers) server.keepAliveTimeout = 600_000;
    const dashboard = await serveDashboard(directus, { idleMs: 50 });
    expect((await fetch(`${dashboard}/api/directus/items/posts`)).status).toBe(200);
    await closed;
    expect((await fetch(`${dashboard}/api/directus/items/posts`)).status).toBe(200);
    expect(asked.size).toBe(2);
  });

  it("gives pages the security headers and the real address", async () => {
    const dashboard = await serveDashboard("http://127.0.0.1:9");
    const response = await fetch(`${dashboard}/login`, {
      headers: { "x-forwarded-for": "1.2.3.4" },
    });
    expect(await response.text()).toBe("page for 127.0.0.1");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("strict-transport-security")).toContain("max-age=31536000");
  });

  it.each([
    ["GET http://evil.example/ HTTP/1.1", "400"],
    ["OPTIONS * HTTP/1.1", "400"],
    ["TRACE /login HTTP/1.1", "400"],
    ["GET /api/directus/../login HTTP/1.1", "400"],
    ["GET /api/directus HTTP/1.1", "308"],
  ])("answers %s with %s", async (line, status) => {
    const dashboard = await serveDashboard("http://127.0.0.1:9");
    expect(await sendRaw(dashboard, line)).toContain(`HTTP/1.1 ${status} `);
  });

  it("tells Directus when the client has gone", async () => {
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const directus = await serve((request) => {
      request.on("close", resolve);
      arrive();
    });
    const dashboard = await serveDashboard(directus);
    const client = httpRequest(`${dashboard}/api/directus/slow`);
    client.on("error", () => {});
    client.end();
    await arrived;
    client.destroy();
    await expect(gone).resolves.toBeUndefined();
  });
});

async function serveDashboard(
  directusUrl: string,
  { idleMs = 5_000, mcpUrl = "http://127.0.0.1:1" }: { idleMs?: number; mcpUrl?: string } = {},
): Promise<string> {
  return serve(
    createRequestListener({
      probes: () => false,
      clientAddress: (request) => request.socket.remoteAddress ?? "",
      publicOrigin: "https://genie.example",
      toDirectus: createDirectusProxy({
        directusUrl,
        proxySecret: "the proxy secret",
        timeoutMs: 5_000,
        idleMs,
        onError: () => {},
      }),
      toMcp: createMcpProxy({ mcpUrl, timeoutMs: 5_000, idleMs, onError: () => {} }),
      toPage: (request, response) => {
        response.end(`page for ${String(request.headers["x-forwarded-for"])}`);
        return Promise.resolve();
      },
      onError: () => {},
    }),
  );
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

async function sendRaw(url: string, line: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${line}\r\nHost: genie.example\r\nConnection: close\r\n\r\n`);
    });
    socket.on("data", (chunk) => {
      answer += chunk.toString();
    });
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
  });
}
