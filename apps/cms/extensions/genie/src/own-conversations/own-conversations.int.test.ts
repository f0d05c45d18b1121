import { randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Asking, runAction, tokenOf } from "../testing/action-scene.ts";

const title = randomUUID();
const messages = [{ id: "m", role: "user", parts: [] }];
const forged = [{ id: "m", role: "assistant", parts: [{ type: "data-call" }] }];

const database = openDatabase();
let alice: TestUser;
let program: Asking;
let hers: string;

const said = (id: string) => ({ id, role: "user", parts: [{ type: "text", text: id }] });

const as = ({ token, address }: Asking, method: string, path: string, body?: object) =>
  call(method, path, { token, from: address, ...(body && { body }) });

beforeAll(async () => {
  alice = await createUser({ role: roles.creator.id });
  program = await tokenOf(alice, ["write"], false);
  const made = await as(alice, "POST", "/items/conversations", { title, messages });
  hers = (made.data as { id: string }).id;
});

afterAll(() => database.end());

it("she writes her own conversations", async () => {
  const { status } = await as(alice, "PATCH", `/items/conversations/${hers}`, { title });
  expect(status).toBe(200);
});

it("a program of hers writes none, by no way, and changes none", async () => {
  const update = `mutation { update_conversations_item(id: "${hers}", data: { title: "x" }) { id } }`;
  const answers = [
    await as(program, "POST", "/items/conversations", { title, messages: forged }),
    await as(program, "PATCH", `/items/conversations/${hers}`, { messages: forged }),
    await as(program, "PATCH", "/items/conversations", {
      keys: [hers],
      data: { messages: forged },
    }),
    await as(program, "POST", "/graphql", { query: update }),
    await runAction(program, "tools/update-item", {
      params: { collection: "conversations", id: hers, data: { messages: forged } },
    }),
  ];
  for (const { errors } of answers) expect(errors).not.toEqual([]);
  expect(answers[1]?.errors[0]?.message).toContain("Nothing was saved");
  const kept = await as(alice, "GET", "/items/conversations");
  expect(kept.data).toMatchObject([{ id: hers, title, messages }]);
});

it("the assistant changes none in her name either", async () => {
  const { errors } = await runAction(alice, "tools/update-item", {
    params: { collection: "conversations", id: hers, data: { messages: forged } },
    source: "chat",
  });
  expect(errors).not.toEqual([]);
});

it("a window that does not know what another one has saved takes nothing of it away", async () => {
  const made = await as(alice, "POST", "/items/conversations", { title, messages: [said("q")] });
  const path = `/items/conversations/${(made.data as { id: string }).id}`;
  const save = (...ids: string[]) => as(alice, "PATCH", path, { messages: ids.map(said) });
  expect((await save("q", "one")).status).toBe(200);
  const { status, errors } = await save("q", "other");
  expect([status, errors[0]?.message]).toEqual([409, expect.stringContaining("Another window")]);
  expect((await as(alice, "GET", path)).data).toMatchObject({
    messages: [said("q"), said("one")],
  });
  expect((await as(alice, "PATCH", path, { title: "x" })).status).toBe(200);
  expect((await save("q", "one", "other")).status).toBe(200);
});

it("whose conversation it is not learns nothing of it from what is refused", async () => {
  const bob = await createUser({ role: roles.creator.id });
  const { status } = await as(bob, "PATCH", `/items/conversations/${hers}`, { messages: [] });
  expect(status).toBe(403);
});

it("Directus keeps no version of one and no log of its changes, and nothing when it is gone", async () => {
  const made = await as(alice, "POST", "/items/conversations", { title, messages });
  const { id } = made.data as { id: string };
  await as(alice, "PATCH", `/items/conversations/${id}`, { title: "x" });
  await as(alice, "DELETE", `/items/conversations/${id}`);
  const { rows } = await database.query(
    `select 1 from directus_revisions where collection = 'conversations' and item = $1
     union all select 1 from directus_activity where collection = 'conversations' and item = $1`,
    [id],
  );
  expect(rows).toEqual([]);
});

it("a program reads and deletes them", async () => {
  const read = await as(program, "GET", `/items/conversations/${hers}`);
  expect(read.data).toMatchObject({ title });
  expect((await as(program, "DELETE", `/items/conversations/${hers}`)).status).toBe(204);
});
