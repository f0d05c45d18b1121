import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { guardedFetch } from "./guarded-fetch.ts";
import type { AskResolver } from "./internet-lookup.ts";
import { spellings } from "./testing/spellings.ts";

let connections = 0;
const canary = createServer((_request, response) => void response.end("reached"));
canary.on("connection", () => (connections += 1));
const named = createServer((request, response) => {
  if (request.url === "/away") {
    response.writeHead(302, { location: `http://127.0.0.1:${portOf(canary)}/` });
  }
  response.end("named");
});

beforeAll(() => Promise.all([canary, named].map(listen)));
beforeEach(() => (connections = 0));
afterAll(() => {
  canary.close();
  named.close();
});

const address = () => `http://sandbox.localhost:${portOf(named)}`;
const refusal = { name: "AppError", code: "forbidden" };

it("reaches no spelling of an inside address", async () => {
  const fetch = guardedFetch({ allowedOrigins: [address()] });
  for (const url of spellings("http://other.localhost:1", portOf(canary))) {
    await expect(fetch(url)).rejects.toThrow(/address|fetch failed|URL/i);
  }
  expect(connections).toBe(0);
  await expect(fetch("http://127.0.0.1/")).rejects.toMatchObject(refusal);
  await expect(fetch("file:///etc/passwd")).rejects.toMatchObject(refusal);
  expect(await (await globalThis.fetch(`http://127.0.0.1:${portOf(canary)}`)).text()).toBe(
    "reached",
  );
  expect(connections).toBe(1);
});

describe("a name", () => {
  it.each([["127.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["10.0.0.1"], ["169.254.169.254"]])(
    "that leads to %s is not reached",
    async (inside) => {
      const fetch = guardedFetch({ allowedOrigins: [], ask: answering(inside) });
      const going = fetch(`http://fans.example:${portOf(canary)}/`);
      await expect(going).rejects.toMatchObject(refusal);
      expect(connections).toBe(0);
    },
  );

  it("that is bound anew between two requests is not reached", async () => {
    let asked = 0;
    const ask: AskResolver = (hostname, options, answer) => {
      asked += 1;
      return answering(asked === 1 ? "192.88.98.1" : "127.0.0.1")(hostname, options, answer);
    };
    const fetch = guardedFetch({ allowedOrigins: [], ask });
    const url = `http://fans.example:${portOf(canary)}/`;
    await expect(fetch(url, { signal: AbortSignal.timeout(100) })).rejects.toThrow(
      /timeout|failed/,
    );
    await expect(fetch(url)).rejects.toMatchObject(refusal);
    expect([asked, connections]).toEqual([2, 0]);
  });
});

it("reaches an origin that was named, by its name's address too, and follows it nowhere", async () => {
  const fetch = guardedFetch({ allowedOrigins: [address()] });
  const direct = `http://127.0.0.1:${portOf(named)}`;
  expect(await (await fetch(direct)).text()).toBe("named");
  await expect(fetch(`${direct}/away`)).rejects.toThrow("fetch failed");
  await expect(fetch(`${direct}/away`, { redirect: "follow" })).rejects.toThrow("fetch failed");
  expect((await fetch(`${direct}/away`, { redirect: "manual" })).status).toBe(302);
  expect(connections).toBe(0);
});

const answering =
  (...addresses: string[]): AskResolver =>
  (_hostname, _options, answer) =>
    answer(
      null,
      addresses.map((one) => ({ address: one, family: one.includes(":") ? 6 : 4 })),
    );

async function listen(server: Server): Promise<void> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}

function portOf(server: Server): number {
  const at = server.address();
  if (typeof at !== "object" || at === null) throw new Error("There is no address.");
  return at.port;
}
