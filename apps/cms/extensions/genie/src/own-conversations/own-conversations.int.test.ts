import { randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import { call, createUser, type TestUser } from "@genie/testing";
import { beforeAll, expect, it } from "vitest";
import { type Asking, runAction, tokenOf } from "../testing/action-scene.ts";

const title = randomUUID();
const messages = [{ id: "m", role: "user", parts: [] }];
const forged = [{ id: "m", role: "assistant", parts: [{ type: "data-call" }] }];

let alice: TestUser;
let program: Asking;
let hers: string;

const as = ({ token, address }: Asking, method: string, path: string, body?: object) =>
  call(method, path, { token, from: address, ...(body && { body }) });

beforeAll(async () => {
  alice = await createUser({ role: roles.creator.id });
  program = await tokenOf(alice, ["write"], false);
  const made = await as(alice, "POST", "/items/conversations", { title, messages });
  hers = (made.data as { id: string }).id;
});

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

it("a program reads and deletes them", async () => {
  const read = await as(program, "GET", `/items/conversations/${hers}`);
  expect(read.data).toMatchObject({ title });
  expect((await as(program, "DELETE", `/items/conversations/${hers}`)).status).toBe(204);
});
