import { randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import {
  type Answer,
  call,
  createUser,
  openDatabase,
  stackUnderTest,
  type TestUser,
} from "@genie/testing";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startAgent } from "./skill.ts";

const database = openDatabase();
const word = `w${randomUUID().slice(0, 8)}`;
const { dashboardUrl, sandboxUrl, sandboxAdminUrl, sandboxAdminToken } = stackUnderTest();
/** Longer than signing in on a busy machine takes. */
const patience = { timeout: 150_000, interval: 250 };
let alice: TestUser;
let account: { id: string; username: string };
let fan: string;
let entry: string;
let runtimeArgs: { GENIE_URL: string; GENIE_TOKEN: string };

beforeAll(async () => {
  alice = await createUser({ role: roles.creator.id });
  const { token } = dataOf(
    await asAlice("POST", "/tokens", {
      name: "AnythingLLM",
      scopes: ["read", "write"],
      expires_in_days: 1,
      asks_first: true,
    }),
  );
  runtimeArgs = { GENIE_URL: dashboardUrl ?? "", GENIE_TOKEN: token };
  account = await connectAccount();
  fan = await create("fan_profiles", {
    creator_profile_id: account.id,
    platform_fan_id: "1",
    username: "otis",
    notes: `Likes portraits, ${word}`,
  });
  const file_id = await upload();
  entry = await create("scraped_media", { media_type: "image", caption: "Golden hour", file_id });
}, 200_000);
afterAll(() => database.end());

const asAlice = (method: string, path: string, body?: object): Promise<Answer> =>
  call(method, path, { token: alice.token, from: alice.address, ...(body && { body }) });

type Data = { id: string; status: string; token: string };

function dataOf({ status, text, data }: Answer): Data {
  if (status >= 300) throw new Error(`Directus refused: ${status} ${text}`);
  return data as Data;
}

const create = async (collection: string, row: object): Promise<string> =>
  dataOf(await asAlice("POST", `/items/${collection}`, row)).id;

async function upload(): Promise<string> {
  const form = new FormData();
  const picture = Buffer.from(gradient, "base64");
  form.set("file", new Blob([picture], { type: "image/png" }), "gradient.png");
  const { token, address: from } = alice;
  return dataOf(await call("POST", "/uploads", { token, from, body: form })).id;
}

/** An account on the sandbox, signed in to and read once. */
async function connectAccount(): Promise<{ id: string; username: string }> {
  const credentials = { username: `t-${randomUUID().slice(0, 13)}`, password: randomUUID() };
  const made = await fetch(`${sandboxAdminUrl}/accounts`, {
    method: "POST",
    headers: { authorization: `Bearer ${sandboxAdminToken}`, "content-type": "application/json" },
    body: JSON.stringify({ ...credentials, posts: 1 }),
  });
  expect(made.status).toBe(201);
  const { username } = credentials;
  const id = await create("creator_profiles", { platform: "sandbox", username, credentials });
  const job = await create("media_jobs", { job_type: "scrape_profile", creator_profile_id: id });
  await vi.waitFor(async () => {
    const { status } = dataOf(await asAlice("GET", `/items/media_jobs/${job}`));
    expect(status).toBe("completed");
  }, patience);
  return { id, username };
}

async function lastAudit() {
  const { rows } = await database.query<{ action_slug: string; status: string; source: string }>(
    `select action_slug, status, source from agent_audits where user_id = $1
     order by executed_at desc limit 1`,
    [alice.id],
  );
  return rows[0];
}

/** 16 by 16 points, PNG. */
const gradient =
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAABlklEQVR42hXRURVEIQhFUSMYgQhGMAIRiGCEE8EIRiACEYhABCLMG7/ZrMt1jMEcyGAN9kAHNjgDBnfwBj6IQQ5q0IMxJnMikzXZE53Y5EyY3Mmb+CQmOalJzw8IUxBhCVtQwYQjIFzhCS6EkEIJLR9YzIUs1mIvdGGLs2BxF2/hi1jkoha9PrCZG9mszd7oxjZnw+Zu3sY3sclNbXp/QJmKKEvZiiqmHAXlKk9xJZRUSmn9gDENMZaxDTXMOAbGNZ7hRhhplNH2gcM8yGEd9kEPdjgHDvfwDn6IQx7q0OcD/wK/Sr4jv9hfkG/1N/x/Fx44BCQU9Pc94zIvclmXfdGLXc79j9/Lu/glLnmpS98PPOZDHuuxH/qwx3n/5ffxHv6IRz7q0e8DznTEWc521DHn+D/KdZ7jTjjplNP+gWAGEqxgBxpYcOIf/AYv8CCCDCro+EAyE0lWshNNLDn5P/MmL/Ekkkwq6fxAMQspVrELLaw49S/lFq/wIoosquj6QDMbaVazG22sOf2v8Dav8SaabKrp5geIAnAQC3NfwAAAAABJRU5ErkJggg==";

const flows: [string, () => object, RegExp][] = [
  ["scout-analyze", () => ({ url: `${sandboxUrl}/@${account.username}` }), /Thank you/],
  ["taxonomy-tag", () => ({ media_id: entry }), /golden hour/],
  ["post-create", () => ({ creator_profile_id: account.id, caption: word }), /"[0-9a-f-]{36}"/],
  ["message-generate", () => ({ fan_id: fan, intent: "thanks" }), /Thank you/],
  ["memory-recall", () => ({ query: word }), new RegExp(word)],
  ["media-process", () => ({ media_id: entry, job: "strip_metadata" }), /"[0-9a-f-]{36}"/],
];

it.each(flows)("%s runs, in the name of the token's person", async (action, input, says) => {
  const { call: ask } = startAgent(runtimeArgs);
  const said = await ask({ action, params: JSON.stringify(input()) });
  expect(said).toMatch(/: done\./);
  expect(said).toMatch(says);
  expect(await lastAudit()).toEqual({
    action_slug: action,
    status: "success",
    source: "anythingllm",
  });
});

it("a draft that was asked for by a tag is there", async () => {
  const caption = `${word} by tag`;
  const input = JSON.stringify({ creator_profile_id: account.id, caption });
  const said = await startAgent(runtimeArgs).call({ text: `Sure! [ACTION:post-create:${input}]` });
  expect(said).toMatch(/^post-create: done\./);
  const { rows } = await database.query("select status from scheduled_posts where caption = $1", [
    caption,
  ]);
  expect(rows).toEqual([{ status: "draft" }]);
});

it("an unknown action is said to be none, and leaves a miss", async () => {
  const said = await startAgent(runtimeArgs).call({ action: "no-such-action" });
  expect(said).toMatch(/There is no action/);
  expect(await lastAudit()).toMatchObject({ action_slug: "no-such-action", status: "miss" });
});

it("after it has read what others wrote, a change waits for her yes, with a link", async () => {
  const caption = `${word} after reading`;
  const agent = startAgent(runtimeArgs);
  await agent.call({ action: "memory-recall", params: { query: word } });
  const said = await agent.call({
    action: "post-create",
    params: { creator_profile_id: account.id, caption },
  });
  const [, id] = /\/app\/actions\?confirm=([0-9a-f-]{36})/.exec(said) ?? [];
  expect(said).toContain("nothing was done yet");
  expect(said).toContain(caption);
  const answered = await asAlice("POST", `/actions/confirmations/${id}`, { answer: "confirm" });
  expect(answered.status).toBe(200);
  const { rows } = await database.query("select 1 from scheduled_posts where caption = $1", [
    caption,
  ]);
  expect(rows).toHaveLength(1);
});

it("with a token that was revoked nothing is done", async () => {
  const said = await startAgent({ ...runtimeArgs, GENIE_TOKEN: `ght_${"x".repeat(43)}` }).call({
    action: "memory-recall",
    params: { query: word },
  });
  expect(said).not.toMatch(/done/);
  expect(said).toMatch(/^memory-recall: [A-Z"].*\.$/);
});
