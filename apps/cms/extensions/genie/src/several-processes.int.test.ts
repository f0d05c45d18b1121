import { randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import {
  call,
  createUser,
  openDatabase,
  someAddress,
  stackUnderTest,
  type TestUser,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OwnDirectus, startDirectus } from "../../../src/testing/start-directus.ts";
import { wrongLogIns } from "./account/counted-log-ins.ts";
import { limits } from "./harden/limit-requests.ts";
import { profileOf, runAction } from "./testing/action-scene.ts";
import { mp4 } from "./testing/pictures.ts";
import { announce, askOffset, sendPart, uploadOf } from "./testing/tus-client.ts";

// Two processes of Directus on one database and one Redis, as several instances run.

const { adminToken: admin, redisUrl } = stackUnderTest();
const database = openDatabase();
/** One tells the other by Redis, which may take a moment on a busy machine. */
const patient = { timeout: 60_000 };
let running: OwnDirectus[] = [];
let one: string;
let two: string;

beforeAll(async () => {
  const settings = { DIRECTUS_INSTANCES: "2", REDIS_URL: redisUrl, PASSWORDS: "weak" };
  running = await Promise.all([startDirectus(settings), startDirectus(settings)]);
  [one, two] = running.map(({ url }) => url) as [string, string];
});

afterAll(async () => {
  await Promise.all(running.map(({ stop }) => stop()));
  await database.end();
});

/** Her token, as both of them take it. */
async function signedIn(user: TestUser): Promise<TestUser> {
  const { email, password, address: from } = user;
  const answer = await call("POST", "/auth/login", { to: one, from, body: { email, password } });
  return { ...user, token: (answer.data as { access_token: string }).access_token };
}

const creator = async () => signedIn(await createUser({ role: roles.creator.id }));
const askFirst = (method: string, path: string, body?: object) =>
  call(method, path, { to: one, token: admin, ...(body && { body }) });
/** Makes something at the first one and answers its id. */
const make = async (path: string, body: object) =>
  ((await askFirst("POST", path, body)).data as { id: string }).id;
const inTurn = (index: number) => (index % 2 === 0 ? one : two);

it("a person's day holds 500 runs that change something, whichever of them is asked", async () => {
  const person = await createUser({ role: roles.creator.id });
  const profile = await profileOf(person);
  const alice = await signedIn(person);
  await database.query(
    `insert into agent_audits (id, user_id, action_slug, source, status, effect, executed_at)
     select gen_random_uuid(), $1, 'x', 'api', 'success', 'write', now() from generate_series(1, 490)`,
    [alice.id],
  );
  const draft = (index: number) => {
    const params = { creator_profile_id: profile, caption: randomUUID() };
    return runAction(alice, "post-create", { params }, inTurn(index));
  };
  const answers = await Promise.all(Array.from({ length: 24 }, (_none, index) => draft(index)));
  const counted = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
  expect([counted(200), counted(429)]).toEqual([10, 14]);
  const { rows } = await database.query("select changes from action_days where user_id = $1", [
    alice.id,
  ]);
  expect(rows).toEqual([{ changes: 500 }]);
});

it("an address has 30 tries to sign in a minute, whichever of them it asks", async () => {
  const { address: from } = await createUser({ role: roles.creator.id });
  // One was the log-in itself, at a third process, which counts alone.
  const answers = await Promise.all(
    Array.from({ length: limits.signIn + 10 }, (_none, index) =>
      call("POST", "/auth/login", {
        to: inTurn(index),
        from,
        // Of one account fewer are looked at.
        body: { email: `${index}-${from}@example.com`, password: "wrong" },
      }),
    ),
  );
  const tried = answers.filter(({ status }) => status === 401);
  expect(tried).toHaveLength(limits.signIn);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
});

it("an account has 10 wrong passwords of an address, whichever of them it asks", async () => {
  const { email } = await createUser({ role: roles.creator.id });
  const from = someAddress();
  const answers = await Promise.all(
    Array.from({ length: wrongLogIns.here.points + 4 }, (_none, index) =>
      call("POST", "/auth/login", {
        to: inTurn(index),
        from,
        body: { email, password: `wrong-${index}` },
      }),
    ),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(wrongLogIns.here.points);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
});

it("an upload goes on at the other one, which also knows what it has become", async () => {
  const { token } = await creator();
  const content = mp4(20_000);
  const upload = uploadOf(await announce(token, content.length, undefined, {}, one));
  const first = await sendPart(token, upload, 0, content.subarray(0, 9000), {}, one);
  expect(first.status).toBe(204);
  expect((await askOffset(token, upload, two)).headers.get("upload-offset")).toBe("9000");
  const last = await sendPart(token, upload, 9000, content.subarray(9000), {}, two);
  const file = last.headers.get("directus-file-id");
  expect([last.status, file]).toEqual([204, expect.any(String)]);
  const told = await askOffset(token, upload, one);
  expect([told.status, told.headers.get("directus-file-id")]).toEqual([200, file]);
});

describe("what one has changed", () => {
  it("is a row that the other one shows at once, also when SQL has written it, and to nobody else", async () => {
    const [alice, bob] = [await creator(), await creator()];
    const name = randomUUID();
    const made = await call("POST", "/items/saved_views", {
      to: one,
      token: alice.token,
      from: alice.address,
      body: { page: "library", name, query: {} },
    });
    const { id } = made.data as { id: string };
    const seenBy = async ({ token, address: from }: TestUser) => {
      const path = `/items/saved_views?fields=id,name&filter[id][_eq]=${id}`;
      return (await call("GET", path, { to: two, token, from })).data;
    };
    expect(await seenBy(alice)).toEqual([{ id, name }]);
    expect(await seenBy(bob)).toEqual([]);
    const other = randomUUID();
    await database.query("update saved_views set name = $2 where id = $1", [id, other]);
    expect(await seenBy(alice)).toEqual([{ id, name: other }]);
    const from = alice.address;
    await call("DELETE", `/items/saved_views/${id}`, { to: one, token: alice.token, from });
    expect([await seenBy(alice), await seenBy(bob)]).toEqual([[], []]);
  });

  it("is a right that holds at the other one, and is gone there, with the answer", async () => {
    const policy = await make("/policies", { name: "two processes", app_access: false });
    const role = await make("/roles", { name: "two processes" });
    await make("/access", { role, policy });
    try {
      const bob = await signedIn(await createUser({ role }));
      const mayRead = async () => {
        const { token, address: from } = bob;
        const path = "/items/taxonomy_dimensions?limit=1&fields=id";
        const statuses = [one, two].map(
          async (to) => (await call("GET", path, { to, token, from })).status,
        );
        return Promise.all(statuses);
      };
      expect(await mayRead()).toEqual([403, 403]);
      for (let times = 0; times < 3; times += 1) {
        const permission = await make("/permissions", {
          policy,
          collection: "taxonomy_dimensions",
          action: "read",
          fields: ["id"],
        });
        await expect.poll(mayRead, patient).toEqual([200, 200]);
        await askFirst("DELETE", `/permissions/${permission}`);
        await expect.poll(mayRead, patient).toEqual([403, 403]);
      }
      await call("DELETE", `/users/${bob.id}`, { token: admin });
    } finally {
      await askFirst("DELETE", `/roles/${role}`);
      await askFirst("DELETE", `/policies/${policy}`);
    }
  });

  it("is a collection that the other one knows, and knows no longer", async () => {
    const collection = "two_processes";
    const rows = async () =>
      (await call("GET", `/items/${collection}`, { to: two, token: admin })).status;
    expect(await rows()).toBe(403);
    await call("POST", "/collections", {
      to: one,
      token: admin,
      body: { collection, schema: {}, meta: {} },
    });
    try {
      await expect.poll(rows, patient).toBe(200);
    } finally {
      await call("DELETE", `/collections/${collection}`, { to: one, token: admin });
    }
    await expect.poll(rows, patient).toBe(403);
  });
});
