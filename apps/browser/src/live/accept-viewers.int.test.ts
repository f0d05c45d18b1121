import { liveViewAddress } from "@genie/browser-client";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { openLive } from "../testing/open-live.ts";
import { page, startSite, type TestSite } from "../testing/start-site.ts";
import {
  readerToken,
  startTestService,
  token,
  viewerToken,
} from "../testing/start-test-service.ts";

const signal = new AbortController().signal;
let service: Awaited<ReturnType<typeof startTestService>>;
let site: TestSite;
beforeAll(async () => {
  service = await startTestService();
  site = await startSite({ "/": page("Home", "") });
});
afterAll(async () => {
  await service.close();
  await site[Symbol.asyncDispose]();
});
const start = () => service.client.startSession({ allowed_hosts: [site.host] }, signal);
const watch = (id: string) => openLive(service.url, id, { token: viewerToken });

it.each([
  ["no token", undefined, 401],
  ["a wrong token", "Bearer x", 401],
  ["the token of who acts", `Bearer ${token}`, 403],
  ["the token of who reads", `Bearer ${readerToken}`, 403],
])("%s opens no live view", async (_which, authorization, status) => {
  const driver = await start();
  const headers = authorization === undefined ? {} : { authorization };
  const socket = new WebSocket(liveViewAddress(service.url, driver.id), { headers });
  const [, answer] = await once(socket, "unexpected-response");
  expect(answer.statusCode).toBe(status);
  await driver.close();
});

it("the viewer's token opens nothing but live views", async () => {
  const driver = await start();
  const headers = { authorization: `Bearer ${viewerToken}` };
  for (const path of ["", "/state", "/cookies", "/screenshot", "/live"]) {
    const answer = await fetch(`${service.url}/sessions/${driver.id}${path}`, { headers });
    expect(answer.status).toBe(403);
  }
  const address = liveViewAddress(service.url, driver.id).replace("/live", "/state");
  const [, answer] = await once(new WebSocket(address, { headers }), "unexpected-response");
  expect(answer.statusCode).toBe(404);
  await driver.close();
});

it("a session that is none, or that a reader holds, is said to be none", async () => {
  const theirs = await service.reader.startSealedSession({ allowed_hosts: [site.host] }, signal);
  for (const id of [randomUUID(), theirs.id, "../x"]) {
    const viewer = await watch(id);
    await viewer.closed;
    const sentence = expect.stringContaining("There is no such browser session");
    expect(viewer.said).toEqual([{ type: "end", sentence }]);
  }
  await theirs.close();
});

it.each([
  ["no JSON", "{", 1008],
  ["an unknown message", JSON.stringify({ type: "navigate", url: "http://a.example" }), 1008],
  ["a field too many", JSON.stringify({ type: "copy", all: true }), 1008],
  ["bytes", Buffer.from("x"), 1008],
  ["more than 64 KiB", JSON.stringify({ type: "text", text: "x".repeat(70_000) }), 1009],
])("%s ends the view and does nothing", async (_what, message, code) => {
  const driver = await start();
  const viewer = await watch(driver.id);
  viewer.socket.send(message);
  const reason = code === 1008 ? "This is no message of a live view." : "";
  expect(await viewer.closed).toEqual({ code, reason });
  expect(await driver.state()).toMatchObject({ url: "about:blank" });
  await driver.close();
});

it("more messages than a person makes end the view", async () => {
  const driver = await start();
  const viewer = await watch(driver.id);
  for (let n = 0; n < 1300; n += 1) viewer.say({ type: "shown" });
  expect(await viewer.closed).toMatchObject({
    code: 1008,
    reason: expect.stringContaining("too many"),
  });
  await driver.close();
});
