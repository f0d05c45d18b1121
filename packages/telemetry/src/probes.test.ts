import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { counter, gauge } from "./metrics.ts";
import { createProbes } from "./probes.ts";
import { type Check, createReadiness } from "./readiness.ts";

const token = "t".repeat(32);
const well: Check = { part: "queues", find: async () => null };
const ill: Check = { part: "disk", find: async () => "The disk is full. Make room." };
const mayReadSentences = async ({ headers }: IncomingMessage) => headers.cookie === "admin=1";
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(checks: Check[], options: Partial<Parameters<typeof createProbes>[0]> = {}) {
  const probes = createProbes({ ready: createReadiness(checks), token, ...options });
  const server = createServer((request, response) => {
    if (!probes(request, response)) response.writeHead(418).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return async (path: string, bearer?: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { ...headers, ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) },
    });
    return { status: answer.status, text: await answer.text() };
  };
}

describe("health", () => {
  it("says that the process lives, whatever it lacks", async () => {
    const ask = await serve([ill]);
    expect(await ask("/health")).toEqual({ status: 200, text: '{"status":"ok"}' });
    expect((await ask("/healthy")).status).toBe(418);
  });
});

describe("readiness", () => {
  it("names the parts to everybody, and tells what is wrong to who has the token", async () => {
    const ask = await serve([well, ill]);
    const parts = { queues: "ok", disk: "trouble" };
    const open = { status: "not_ready", parts };
    for (const bearer of [undefined, "", "t".repeat(31), `${token}t`]) {
      const { status, text } = await ask("/ready", bearer);
      expect([status, JSON.parse(text)]).toEqual([503, open]);
    }
    const troubles = [{ part: "disk", sentence: "The disk is full. Make room." }];
    expect(JSON.parse((await ask("/ready", token)).text)).toEqual({ ...open, troubles });
  });

  it("is 200 when every part is well, and one that throws is not", async () => {
    expect((await (await serve([well]))("/ready")).status).toBe(200);
    const broken = { part: "keys", find: () => Promise.reject(new Error("postgresql://secret")) };
    const { status, text } = await (await serve([well, broken]))("/ready", token);
    expect([status, JSON.parse(text)]).toEqual([
      503,
      expect.objectContaining({ parts: { queues: "ok", keys: "trouble" } }),
    ]);
    expect(text).not.toContain("cache.example");
  });

  it("asks each part once for all who ask at the same time", async () => {
    let asked = 0;
    const find = async () => {
      asked += 1;
      return null;
    };
    const ask = await serve([{ part: "queues", find }]);
    await Promise.all([ask("/ready"), ask("/ready"), ask("/ready")]);
    expect(asked).toBe(1);
  });

  it("tells what is wrong to whoever else may read it", async () => {
    const ask = await serve([ill], { mayReadSentences });
    expect((await ask("/ready", undefined, { cookie: "admin=1" })).text).toContain("Make room");
    expect((await ask("/ready", undefined, { cookie: "admin=2" })).text).not.toContain("Make room");
  });
});

describe("metrics", () => {
  it("are there for who has the token, and for nobody else", async () => {
    counter({ name: "genie_tests_total", help: "Of this test" }).inc();
    const ask = await serve([]);
    expect((await ask("/metrics", token)).text).toMatch(/^genie_tests_total\b.* 1$/m);
    for (const bearer of [undefined, "guess"]) {
      expect(await ask("/metrics", bearer)).toEqual({ status: 404, text: '{"status":"unknown"}' });
    }
  });

  it("stay when one of them can't be read, which is counted", async () => {
    counter({ name: "genie_tests_other_total", help: "Of this test" }).inc();
    let isAway = false;
    gauge({
      name: "genie_tests_waiting",
      help: "Of this test",
      labels: ["queue"],
      collect: async (metric) => {
        if (isAway) throw new Error("redis://cache.example");
        metric.set({ queue: "media" }, 3);
      },
    });
    const value = /^genie_tests_waiting\{.*queue="media".*\} 3$/m;
    const ask = await serve([]);
    expect((await ask("/metrics", token)).text).toMatch(value);
    isAway = true;
    await ask("/metrics", token);
    const { status, text } = await ask("/metrics", token);
    expect([status, text]).toEqual([200, expect.not.stringMatching(value)]);
    expect(text).not.toContain("cache.example");
    expect(text).toMatch(/^genie_tests_other_total\b.* 1$/m);
    expect(text).toMatch(/^genie_gauges_failed_total\{.*gauge="genie_tests_waiting".*\} [12]$/m);
    isAway = false;
    expect((await ask("/metrics", token)).text).toMatch(value);
  });

  it("are nobody's where there is no token, nor what came from outside", async () => {
    const without = await serve([], { token: undefined });
    expect((await without("/metrics", "")).status).toBe(404);
    expect((await without("/metrics", "undefined")).status).toBe(404);
    const outside = await serve([], { isInside: () => false });
    expect((await outside("/metrics", token)).status).toBe(404);
  });
});
