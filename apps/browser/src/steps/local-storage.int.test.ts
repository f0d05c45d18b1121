import { sealedSession } from "@genie/browser-client";
import { seal } from "@genie/crypto";
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { page, startSite } from "../testing/start-site.ts";
import { keyRing, startTestService } from "../testing/start-test-service.ts";

const signal = new AbortController().signal;
const secret = "storage-value-of-the-test";

/** What the first page of the site finds in its local storage, before anything else runs. */
const found = page(
  "Home",
  `<output></output><script>
     document.querySelector("output").textContent = String(localStorage.getItem("session"));
     localStorage.setItem("session", "changed by the site");
   </script>`,
);

it("is there for the first page, once, and is read out again", async () => {
  await using site = await startSite({ "/": found });
  await using service = await startTestService();
  const session = await service.client.startSession({ allowed_hosts: [site.host] }, signal);
  const shown = async () => session.extract({ rows: "output", fields: { text: { css: "" } } });
  const entries = [{ origin: site.url, name: "session", value: secret }];
  await session.cookieLogin([], `${site.url}/`, entries);
  expect(await shown()).toEqual([{ text: secret }]);
  // The empty page on which it is put in is never asked of the site.
  expect(site.requests).toEqual(["GET /"]);
  await session.navigate(`${site.url}/`);
  expect(await shown()).toEqual([{ text: "changed by the site" }]);
  expect(await session.localStorage(["session", "other"])).toEqual([
    { origin: site.url, name: "session", value: "changed by the site" },
  ]);
  await session.close();
  expect(service.lines.join("")).not.toContain(secret);
});

it("is put in nowhere but on hosts that the session may reach", async () => {
  await using site = await startSite({ "/": found });
  await using service = await startTestService();
  const session = await service.client.startSession({ allowed_hosts: [site.host] }, signal);
  const entries = [{ origin: "http://elsewhere.localhost", name: "session", value: secret }];
  const refused = session.cookieLogin([], `${site.url}/`, entries);
  await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  expect(site.requests).toEqual([]);
  await session.close();
});

it("is opened with the cookies of a stored session", async () => {
  await using site = await startSite({ "/": found });
  await using service = await startTestService();
  const place = { row_id: randomUUID(), owner_id: randomUUID() };
  const stored = sealedSession({
    cookies: [],
    local_storage: [{ origin: site.url, name: "session", value: secret }],
  });
  const sealed = seal(keyRing, JSON.stringify(stored), {
    collection: "platform_sessions",
    field: "cookies",
    rowId: place.row_id,
    ownerId: place.owner_id,
  });
  const session = await service.reader.startSealedSession({ allowed_hosts: [site.host] }, signal);
  await session.sealedCookieLogin({ ...place, sealed, url: `${site.url}/` });
  expect(await session.extract({ rows: "output", fields: { text: { css: "" } } })).toEqual([
    { text: secret },
  ]);
  await session.close();
});
