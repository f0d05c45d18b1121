import type { ActRequest } from "@genie/browser-client";
import { seal } from "@genie/crypto";
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { page, startSite } from "../testing/start-site.ts";
import { keyRing, readerToken, startTestService } from "../testing/start-test-service.ts";

const signal = new AbortController().signal;
const secret = "cookie-value-of-the-test";

/** A site that shows whether it was sent the cookie, and the sealed cookie of a row. */
async function startScene() {
  const sent: (string | undefined)[] = [];
  const site = await startSite({
    "/": (request, response) => {
      sent.push(request.headers.cookie);
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end(page("Home", ""));
    },
  });
  const place = { row_id: randomUUID(), owner_id: randomUUID() };
  const sealValue = (value: unknown, field = "cookies") =>
    seal(keyRing, typeof value === "string" ? value : JSON.stringify(value), {
      collection: "platform_sessions",
      field,
      rowId: place.row_id,
      ownerId: place.owner_id,
    });
  const cookies = [{ name: "session", value: secret, domain: new URL(site.url).hostname }];
  return {
    site,
    sent,
    place,
    sealValue,
    cookies,
    [Symbol.asyncDispose]: site[Symbol.asyncDispose],
  };
}

it("signs in with cookies that only the service can open, and says nothing of them", async () => {
  await using scene = await startScene();
  await using service = await startTestService();
  const { site, sent, place, sealValue, cookies } = scene;
  const session = await service.reader.startSealedSession({ allowed_hosts: [site.host] }, signal);
  const sealed = sealValue(cookies);
  const state = await session.sealedCookieLogin({ ...place, sealed, url: site.url });
  expect(state).toMatchObject({ title: "Home", status: 200 });
  expect(sent).toEqual([`session=${secret}`]);
  expect(await session.extract({ rows: "title", fields: { text: { css: "" } } })).toEqual([
    { text: "Home" },
  ]);
  await session.close();
  const said = service.lines.join("");
  for (const text of [secret, sealed, place.owner_id]) expect(said).not.toContain(text);
});

it.each([
  ["another row", { row_id: randomUUID() }],
  ["another owner", { owner_id: randomUUID() }],
])("opens nothing for %s, in one sentence, and goes nowhere", async (_which, other) => {
  await using scene = await startScene();
  await using service = await startTestService();
  const { site, sent, place, sealValue, cookies } = scene;
  const session = await service.reader.startSealedSession({ allowed_hosts: [site.host] }, signal);
  const request = { ...place, ...other, sealed: sealValue(cookies), url: site.url };
  await expect(session.sealedCookieLogin(request)).rejects.toMatchObject({
    code: "unopenable",
    message: expect.stringMatching(/^A stored secret could not be opened\./),
  });
  expect(sent).toEqual([]);
});

it("takes no other secret for cookies, and repeats nothing of it", async () => {
  await using scene = await startScene();
  await using service = await startTestService();
  const { site, sent, place, sealValue, cookies } = scene;
  const session = await service.reader.startSealedSession({ allowed_hosts: [site.host] }, signal);
  const values = [
    [sealValue(cookies, "credentials"), "unopenable"],
    [sealValue(secret), "unopenable"],
    [sealValue({ password: secret }), "invalid_input"],
  ];
  for (const [sealed = "", code] of values) {
    const refused = await session
      .sealedCookieLogin({ ...place, sealed, url: site.url })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code });
    expect(String(refused)).not.toContain(secret);
  }
  expect(sent).toEqual([]);
  expect(service.lines.join("")).not.toContain(secret);
});

it("a reader gets no cookies out, presses nothing, and sees no session but its own", async () => {
  await using scene = await startScene();
  await using service = await startTestService();
  const { site, place, sealValue, cookies } = scene;
  const hosts = { allowed_hosts: [site.host] };
  const session = await service.reader.startSealedSession(hosts, signal);
  await session.sealedCookieLogin({ ...place, sealed: sealValue(cookies), url: site.url });
  const closed = { code: "forbidden", message: expect.stringContaining("may only read pages") };
  await expect(session.cookies()).rejects.toMatchObject(closed);
  await expect(session.cookieLogin([], site.url)).rejects.toMatchObject(closed);
  await expect(session.download(site.url, { maxBytes: 9 })).rejects.toMatchObject(closed);
  const presses = { code: "forbidden", message: expect.stringContaining("neither fill in nor") };
  const link = { role: "link", name: "Home" };
  for (const step of [
    { action: "click", target: { css: "a" } },
    { action: "click", target: { label: "Send" } },
    { action: "click", target: { role: "button", name: "Send" } },
    { action: "click", target: link, what: "the button that sends" },
    { action: "fill", target: { role: "textbox", name: "Words" }, value: "x" },
    { action: "select", target: { role: "combobox", name: "Kind" }, value: "x" },
    { action: "upload", target: { role: "link", name: "File" }, files: [] },
  ] satisfies ActRequest[]) {
    await expect(session.act(step)).rejects.toMatchObject(presses);
  }
  const { elements, state } = await session.observe();
  expect([state.title, Array.isArray(elements)]).toEqual([(await session.state()).title, true]);
  expect((await session.screenshot()).length).toBeGreaterThan(100);

  const theirs = await service.client.startSealedSession(hosts, signal);
  const headers = { Authorization: `Bearer ${readerToken}`, "Content-Type": "application/json" };
  const foreign = `${service.url}/sessions/${theirs.id}`;
  const answer = await fetch(`${foreign}/navigate`, {
    method: "POST",
    headers,
    body: JSON.stringify({ url: site.url }),
  });
  expect(await answer.text()).toContain("There is no such browser session.");
  expect((await fetch(foreign, { method: "DELETE", headers })).status).toBe(503);
  expect(await theirs.navigate(site.url)).toMatchObject({ title: "Home" });
});
