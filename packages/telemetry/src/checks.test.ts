import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { isReady } from "./checks.ts";

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function listen(host: string, port: number, troubles: object[]): Promise<number> {
  const server = createServer((_request, response) => {
    response.writeHead(troubles.length === 0 ? 200 : 503, { "content-type": "application/json" });
    response.end(JSON.stringify({ troubles }));
  });
  servers.push(server);
  server.listen(port, host);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

it("a name that stands for several machines is ready when each of them is", async () => {
  const port = await listen("127.0.0.1", 0, []);
  await listen("127.0.0.2", port, [{ part: "disk", sentence: "The disk is full." }]);
  const ask = (...addresses: string[]) =>
    isReady(
      "worker",
      "The worker",
      `http://worker:${port}`,
      undefined,
      async () => addresses,
    ).find();
  expect(await ask("127.0.0.1", "127.0.0.2")).toBe("The disk is full.");
  expect(await ask("127.0.0.1", "127.0.0.3")).toMatch(/^The worker does not answer\./);
  const alone = isReady("worker", "The worker", `http://127.0.0.1:${port}`, undefined);
  expect(await alone.find()).toBeNull();
});
