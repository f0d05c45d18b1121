import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { closeGracefully } from "./close-gracefully.ts";
import { listen } from "./listen.ts";

it("says which port is taken and what to do", async () => {
  const first = createServer();
  await listen(first, "127.0.0.1", 0);
  const { port } = first.address() as AddressInfo;
  await expect(listen(createServer(), "127.0.0.1", port)).rejects.toMatchObject({
    code: "misconfigured",
    message: `The dashboard cannot start: port ${port} on 127.0.0.1 is taken. Stop what uses it, or set DASHBOARD_PORT to a free port.`,
  });
  await closeGracefully(first, 1_000);
});

it("lets a request under way finish, and cuts one that does not", async () => {
  const { promise: release, resolve } = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    if (request.url === "/finishes") void release.then(() => response.end("done"));
  });
  await listen(server, "127.0.0.1", 0);
  const { port } = server.address() as AddressInfo;
  const finishes = fetch(`http://127.0.0.1:${port}/finishes`).then((response) => response.text());
  const hangs = fetch(`http://127.0.0.1:${port}/hangs`).catch(() => "cut");
  await expect.poll(async () => countConnections(server)).toBe(2);
  const closed = closeGracefully(server, 300);
  resolve();
  expect(await finishes).toBe("done");
  expect(await hangs).toBe("cut");
  await closed;
});

async function countConnections(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}
