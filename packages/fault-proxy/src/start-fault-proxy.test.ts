import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Fault } from "./fault.ts";
import { type FaultProxy, startFaultProxy } from "./start-fault-proxy.ts";

const seen: string[] = [];
const server = createServer((request, response) => void answer(request, response));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  seen.push(`${request.method} ${request.url} ${body}`);
  response.writeHead(201, { "x-said": "yes" }).end(`got ${body}`);
}

let proxy: FaultProxy;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no address");
  proxy = await startFaultProxy({
    target: `http://127.0.0.1:${address.port}`,
    adminToken: "steer",
    commits: [{ method: "POST", path: "/posts" }],
  });
});
beforeEach(() => {
  seen.length = 0;
  proxy.disarmAll();
});
afterAll(async () => {
  await proxy.close();
  server.close();
});

const arm = (fault: object) => proxy.arm(Fault.parse(fault));
const post = (body = "x", path = "/posts") =>
  fetch(`${proxy.url}${path}`, { method: "POST", body });

it("passes requests and answers on as they are", async () => {
  const answer = await post("hello", "/posts?a=1");
  expect([answer.status, answer.headers.get("x-said"), await answer.text()]).toEqual([
    201,
    "yes",
    "got hello",
  ]);
  expect(seen).toEqual(["POST /posts?a=1 hello"]);
});

describe("a fault", () => {
  it.each([
    ["error_before_commit", 500, 0],
    ["error_after_commit", 500, 1],
    ["rate_limited", 429, 0],
  ])("%s answers %i, and the server got %i", async (kind, status, got) => {
    arm({ kind });
    expect((await post()).status).toBe(status);
    expect(seen).toHaveLength(got);
    expect((await post()).status).toBe(201);
  });

  it.each([
    ["reset_before_commit", 0],
    ["reset_after_commit", 1],
    ["reset_in_upload", 0],
    ["outage", 0],
  ])("%s breaks off, and the server got %i", async (kind, got) => {
    const { id } = arm({ kind });
    await expect(post()).rejects.toThrow("fetch failed");
    expect(seen).toHaveLength(got);
    proxy.disarm(id);
    expect((await post()).status).toBe(201);
  });

  it("accept_then_hang keeps the answer back", async () => {
    arm({ kind: "accept_then_hang", ms: 50 });
    await expect(post()).rejects.toThrow("fetch failed");
    expect(seen).toHaveLength(1);
  });

  it("of a commit leaves other requests alone, and one with a path is meant for that", async () => {
    arm({ kind: "error_before_commit" });
    expect((await post("x", "/media")).status).toBe(201);
    arm({ kind: "error_before_commit", path: "/med*", method: "post" });
    expect((await post("x", "/media")).status).toBe(500);
    expect((await post("x", "/media")).status).toBe(201);
    expect((await post()).status).toBe(500);
  });

  it("is steered by HTTP with the token alone", async () => {
    const url = `${proxy.url}/-/faults`;
    const body = JSON.stringify({ kind: "error_before_commit" });
    expect((await fetch(url, { method: "POST", body })).status).toBe(401);
    const headers = { authorization: "Bearer steer" };
    const armed = await fetch(url, { method: "POST", body, headers });
    expect(await armed.json()).toMatchObject({ fault: { id: expect.any(Number) } });
    expect((await fetch(url, { method: "POST", body: "{}", headers })).status).toBe(400);
    expect((await fetch(url, { method: "DELETE", headers })).status).toBe(200);
    expect((await post()).status).toBe(201);
    expect(seen).toHaveLength(1);
  });
});
