import { randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import {
  createFlowScene,
  createUser,
  openDatabase,
  stackUnderTest,
  type TestUser,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const { dashboardUrl } = stackUnderTest();
const origin = dashboardUrl ?? "";
const path = `${origin}/api/assistant`;
const database = openDatabase();
let alice: TestUser;
let cookie: string;

beforeAll(async () => {
  alice = await createUser({ role: roles.creator.id });
  cookie = await sessionOf(alice);
});
afterAll(() => database.end());

/** Signs in as her browser does. */
async function sessionOf({ email, password }: TestUser): Promise<string> {
  const answer = await fetch(`${origin}/api/directus/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ email, password, mode: "session" }),
  });
  return answer.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
}

const ask = (text: string, headers: Record<string, string> = { cookie, origin }) =>
  fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({
      messages: [{ id: randomUUID(), role: "user", parts: [{ type: "text", text }] }],
    }),
  });

/** The chunks of an answer, as a page reads them. */
async function chunksOf(answer: Response): Promise<Record<string, unknown>[]> {
  const lines = (await answer.text()).split("\n").filter((line) => line.startsWith("data: {"));
  return lines.map((line) => JSON.parse(line.slice("data: ".length)));
}

const noteOf = async (fan: string) => {
  const { rows } = await database.query("select notes from fan_profiles where id = $1", [fan]);
  return rows[0]?.notes;
};

async function addFan(notes: string): Promise<{ account: string; fan: string }> {
  const [account, fan] = [randomUUID(), randomUUID()];
  await database.query(
    `insert into creator_profiles (id, user_id, platform, username) values ($1, $2, 'sandbox', $3)`,
    [account, alice.id, account],
  );
  await database.query(
    `insert into fan_profiles (id, user_id, creator_profile_id, platform_fan_id, notes)
     values ($1, $2, $3, '1', $4)`,
    [fan, alice.id, account, notes],
  );
  return { account, fan };
}

describe("the assistant", () => {
  it("says which model it is, and no host of one on this machine, to who is signed in", async () => {
    const answer = await fetch(path, { headers: { cookie } });
    expect(await answer.json()).toEqual({ data: { model: "scripted", host: null } });
    expect((await fetch(path)).status).toBe(401);
  });

  it("answers nobody without a session, from elsewhere, or with one that is none", async () => {
    expect((await ask("Hello", { origin })).status).toBe(401);
    expect((await ask("Hello", { cookie })).status).toBe(403);
    expect((await ask("Hello", { cookie, origin: "https://evil.example" })).status).toBe(403);
    const forged = cookie.replace(/=.*/, "=ey.J.x");
    expect((await ask("Hello", { cookie: forged, origin })).status).toBe(401);
  });

  it("does what she asks for in her name, step by step, and leaves a trail", async () => {
    const { account } = await addFan("");
    const caption = randomUUID();
    const input = JSON.stringify({ creator_profile_id: account, caption });
    const answer = await ask(`post-create ${input}`);
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const chunks = await chunksOf(answer);
    const calls = chunks.filter(({ type }) => type === "data-call");
    expect(calls.at(0)).toMatchObject({ data: { name: "post-create", status: "running" } });
    expect(calls.at(-1)).toMatchObject({
      data: {
        status: "done",
        steps: [{ key: "draft", status: "done" }],
        made: [{ kind: "post", id: expect.any(String) }],
        foreign: false,
      },
    });
    expect(chunks.at(-1)).toEqual({ type: "finish" });
    const { rows } = await database.query(
      `select p.status, a.source, a.status as ended from scheduled_posts p
       join agent_audits a on a.user_id = p.user_id and a.action_slug = 'post-create'
       where p.caption = $1`,
      [caption],
    );
    expect(rows).toEqual([{ status: "draft", source: "chat", ended: "success" }]);
  });

  it("has her confirm what it comes to want after it has read what others wrote", async () => {
    const { fan } = await addFan("Likes portraits");
    const look = `read-item ${JSON.stringify({ collection: "fan_profiles", id: fan })}`;
    const change = `update-item ${JSON.stringify({ collection: "fan_profiles", id: fan, data: { notes: "x" } })}`;
    const chunks = await chunksOf(await ask(`${look}\n${change}`));
    expect(chunks.findLast(({ type }) => type === "data-call")).toMatchObject({
      data: {
        name: "update-item",
        status: "waiting",
        confirmation: { preview: { lines: expect.any(Array) } },
      },
    });
    expect(await noteOf(fan)).toBe("Likes portraits");
  });

  it("can do no more than she: another creator's rows are not there", async () => {
    const { fan } = await addFan("Hers");
    const bob = await createUser({ role: roles.creator.id });
    const asBob = { origin, cookie: await sessionOf(bob) };
    const input = JSON.stringify({ collection: "fan_profiles", id: fan, data: { notes: "x" } });
    const chunks = await chunksOf(await ask(`update-item ${input}`, asBob));
    expect(chunks.findLast(({ type }) => type === "data-call")).toMatchObject({
      data: { status: "failed", message: expect.stringMatching(/\.$/) },
    });
    expect(await noteOf(fan)).toBe("Hers");
  });
});

it("each of the six flows runs in a chat, on real rows", async () => {
  const { user, inputs } = await createFlowScene(roles.creator.id);
  const headers = { origin, cookie: await sessionOf(user) };
  const ended = [];
  for (const [slug, input] of Object.entries(inputs)) {
    const chunks = await chunksOf(await ask(`${slug} ${JSON.stringify(input)}`, headers));
    ended.push(chunks.findLast(({ type }) => type === "data-call")?.["data"]);
  }
  expect(ended).toEqual(
    Object.keys(inputs).map((name) => expect.objectContaining({ name, status: "done" })),
  );
  const { rows } = await database.query(
    `select action_slug from agent_audits
     where user_id = $1 and source = 'chat' and status = 'success' order by executed_at`,
    [user.id],
  );
  expect(rows.map((row) => row.action_slug)).toEqual(Object.keys(inputs));
});
