import { randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import {
  call,
  createFlowScene,
  type FlowScene,
  openDatabase,
  stackUnderTest,
} from "@genie/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startAgent } from "./skill.ts";

const database = openDatabase();
let scene: FlowScene;
let runtimeArgs: { GENIE_URL: string; GENIE_TOKEN: string };

beforeAll(async () => {
  scene = await createFlowScene(roles.creator.id);
  const made = await asHer("POST", "/tokens", {
    name: "AnythingLLM",
    scopes: ["read", "write"],
    expires_in_days: 1,
    asks_first: true,
  });
  const { token } = made.data as { token: string };
  runtimeArgs = { GENIE_URL: stackUnderTest().dashboardUrl ?? "", GENIE_TOKEN: token };
});
afterAll(() => database.end());

const asHer = (method: string, path: string, body: object) =>
  call(method, path, { token: scene.user.token, from: scene.user.address, body });

async function lastAudit() {
  const { rows } = await database.query<{ action_slug: string; status: string; source: string }>(
    `select action_slug, status, source from agent_audits where user_id = $1
     order by executed_at desc limit 1`,
    [scene.user.id],
  );
  return rows[0];
}

const draftsWith = async (caption: string) => {
  const { rows } = await database.query<{ status: string }>(
    "select status from scheduled_posts where caption = $1",
    [caption],
  );
  return rows.map(({ status }) => status);
};

it.each([
  ["scout-analyze", "is done", /Thank you/],
  ["taxonomy-tag", "waits for her yes", /golden hour/],
  ["post-create", "waits for her yes", /"[0-9a-f-]{36}"/],
  ["message-generate", "is done", /Thank you/],
  ["memory-recall", "is done", /Likes portraits, w/],
  ["media-process", "waits for her yes", /"[0-9a-f-]{36}"/],
])("%s %s, in the name of the token's person", async (action, how, says) => {
  const { call: ask } = startAgent(runtimeArgs);
  const said = await ask({ action, params: JSON.stringify(scene.inputs[action]) });
  expect(said).toMatch(how === "is done" ? /: done\./ : /nothing was done yet/);
  expect(how === "is done" ? said : await confirm(said)).toMatch(says);
  expect(await lastAudit()).toEqual({
    action_slug: action,
    status: "success",
    source: "anythingllm",
  });
});

it("a draft that was asked for by a tag is there once she said yes, at the link", async () => {
  const caption = randomUUID();
  const input = JSON.stringify({ creator_profile_id: scene.account.id, caption });
  const said = await startAgent(runtimeArgs).call({ text: `Sure! [ACTION:post-create:${input}]` });
  expect(said).toContain(caption);
  expect(await draftsWith(caption)).toEqual([]);
  await confirm(said);
  expect(await draftsWith(caption)).toEqual(["draft"]);
});

/** Says yes to what waits by the skill's words, and answers what came of it. */
async function confirm(said: string): Promise<string> {
  const [, id] = /\/app\/actions\?confirm=([0-9a-f-]{36})/.exec(said) ?? [];
  const body = { answer: "confirm" };
  const { status, text } = await asHer("POST", `/actions/confirmations/${id}`, body);
  expect([status, text]).toEqual([200, expect.stringContaining('"done"')]);
  return text;
}

it("an unknown action is said to be none, and leaves a miss", async () => {
  const said = await startAgent(runtimeArgs).call({ action: "no-such-action" });
  expect(said).toMatch(/There is no action/);
  expect(await lastAudit()).toMatchObject({ action_slug: "no-such-action", status: "miss" });
});

it("with a token that is none nothing is done", async () => {
  const said = await startAgent({ ...runtimeArgs, GENIE_TOKEN: `ght_${"x".repeat(43)}` }).call({
    action: "memory-recall",
    params: { query: scene.word },
  });
  expect(said).not.toMatch(/done/);
  expect(said).toMatch(/^memory-recall: [A-Z"].*\.$/);
});
