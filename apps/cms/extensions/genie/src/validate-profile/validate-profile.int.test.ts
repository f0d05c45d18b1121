import { randomUUID } from "node:crypto";
import { open, parseKeyRing } from "@genie/crypto";
import { listPlatforms } from "@genie/platforms";
import { call, openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Creator, dismiss, makeCreator } from "../testing/post-scene.ts";

const database = openDatabase();
const { adminToken, sandboxUrl, sealingKeys, sealingPrimaryKey } = stackUnderTest();
const known = listPlatforms({ sandboxUrl, sandboxApis: true })
  .map(({ id }) => id)
  .join(", ");
let alice: Creator;
let bob: Creator;

beforeAll(async () => {
  [alice, bob] = await Promise.all([makeCreator(database), makeCreator(database)]);
});
afterAll(async () => {
  await dismiss(database, alice, bob);
  await database.end();
});

const log = { username: "alice", password: "secret-canary" };

const create = (body: object) =>
  as("POST", "/items/creator_profiles", { platform: "sandbox", username: randomUUID(), ...body });
const change = (body: object) => as("PATCH", `/items/creator_profiles/${alice.profile}`, body);
const countRows = async () =>
  (await database.query("select 1 from creator_profiles where user_id = $1", [alice.id])).rowCount;
const as = (method: string, path: string, body: object) =>
  call(method, path, { token: alice.token, from: alice.address, body });

describe("an account", () => {
  const refusals: [string, object, string][] = [
    [
      "an unknown platform",
      { platform: "atlantis" },
      `There is no platform called "atlantis"; this installation can connect: ${known}.`,
    ],
    [
      "no username in the log-in",
      { credentials: { ...log, username: "  " } },
      "Enter your username on the Sandbox.",
    ],
    [
      "an empty password",
      { credentials: { ...log, password: "" } },
      "Enter your password on the Sandbox.",
    ],
    [
      "a log-in of another shape",
      { credentials: { email: "secret-canary" } },
      "A log-in for Sandbox has these fields: username, password.",
    ],
    [
      "a field too many in the log-in",
      { credentials: { ...log, pin: "secret-canary" } },
      "A log-in for Sandbox has these fields: username, password.",
    ],
    [
      "a log-in that is text",
      { credentials: "secret-canary" },
      "A log-in for Sandbox has these fields: username, password.",
    ],
    [
      "a schedule that is none",
      { scrape_frequency: "every day" },
      "This is no schedule. Use a cron expression such as 0 */6 * * *, which is every six hours.",
    ],
    [
      "a schedule that comes due too often",
      { scrape_frequency: "*/5 * * * *" },
      "An account is looked at every 15 minutes at most. Choose a longer interval.",
    ],
    [
      "an unknown time zone",
      { timezone: "Mars/Olympus" },
      "There is no such time zone. Use a name like Europe/Berlin.",
    ],
    [
      "an offset for a time zone",
      { timezone: "+01:00" },
      "There is no such time zone. Use a name like Europe/Berlin.",
    ],
  ];

  it.each(refusals)("with %s is refused, and nothing is saved", async (_what, body, sentence) => {
    const before = await countRows();
    const { status, errors, text } = await create(body);
    expect([status, errors[0]?.message]).toEqual([400, `${sentence} Nothing was saved.`]);
    expect(text).not.toContain("secret-canary");
    expect(await countRows()).toBe(before);
  });

  it.each(refusals.slice(1))("can't be changed to %s", async (_what, body, sentence) => {
    const { status, errors } = await change(body);
    expect([status, errors[0]?.message]).toEqual([400, `${sentence} Nothing was saved.`]);
  });

  it("is refused without a platform, and by an administrator too", async () => {
    const { status, errors } = await call("POST", "/items/creator_profiles", {
      token: adminToken,
      body: { user_id: alice.id, platform: 5, username: "x" },
    });
    expect([status, errors[0]?.message]).toEqual([
      400,
      `There is no platform without a name; this installation can connect: ${known}. Nothing was saved.`,
    ]);
  });

  it("keeps its log-in as the platform takes it, sealed", async () => {
    const made = await create({
      credentials: { ...log, username: " alice " },
      scrape_frequency: "*/15 * * * *",
      timezone: "America/New_York",
    });
    expect([made.status, made.text]).toEqual([200, made.text]);
    const { id } = made.data as { id: string };
    const { rows } = await database.query<{ credentials: { sealed: string } }>(
      "select credentials from creator_profiles where id = $1",
      [id],
    );
    const sealed = rows[0]?.credentials.sealed ?? "";
    const ring = parseKeyRing(sealingKeys, sealingPrimaryKey);
    const context = {
      collection: "creator_profiles",
      field: "credentials",
      rowId: id,
      ownerId: alice.id,
    };
    expect(JSON.parse(open(ring, sealed, context))).toEqual(log);
  });

  it("is disconnected with null", async () => {
    expect((await change({ credentials: null })).status).toBe(200);
  });

  it("of another person tells nothing of itself", async () => {
    const path = `/items/creator_profiles/${bob.profile}`;
    const { status, text } = await as("PATCH", path, { credentials: { email: "x" } });
    expect(status).toBe(403);
    expect(text).not.toContain("Sandbox");
  });
});

it("is named on another server only while it has no log-in, or together with a new one", async () => {
  const made = await create({});
  const { id } = made.data as { id: string };
  const rename = async (body: object) => {
    const { status, errors } = await as("PATCH", `/items/creator_profiles/${id}`, body);
    return [status, errors[0]?.message];
  };
  const done = [200, undefined];
  const refused = [409, expect.stringContaining("so the name was not changed")];
  expect(await rename({ username: "@first@one.example" })).toEqual(done);
  expect(await rename({ username: "second@two.example", credentials: log })).toEqual(done);
  expect(await rename({ username: "second@elsewhere.example" })).toEqual(refused);
  expect(await rename({ username: "second", credentials: null })).toEqual(refused);
  expect(await rename({ username: "@Third@TWO.example", timezone: "Europe/Berlin" })).toEqual(done);
  expect(await rename({ username: "second@elsewhere.example", credentials: log })).toEqual(done);
});
