import { randomBytes, randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

describe("actions", () => {
  const database = openDatabase();
  const word = `w${randomBytes(6).toString("hex")}`;
  let alice: TestUser;
  let bob: TestUser;
  let aliceProfile: string;
  let bobProfile: string;

  beforeAll(async () => {
    [alice, bob] = await Promise.all([
      createUser({ role: roles.creator.id }),
      createUser({ role: roles.creator.id }),
    ]);
    [aliceProfile, bobProfile] = await Promise.all([profileOf(alice), profileOf(bob)]);
  });
  afterAll(async () => {
    await database.end();
  });

  const audits = async ({ id }: TestUser) => {
    const { rows } = await database.query(
      "select action_slug, status, source from agent_audits where user_id = $1 order by executed_at",
      [id],
    );
    return rows as { action_slug: string; status: string; source: string }[];
  };
  const draft = { creator_profile_id: "", caption: word };

  it("run under the caller's own rights and leave one audit row", async () => {
    const { status, data } = await run(alice, "post-create", {
      ...draft,
      creator_profile_id: aliceProfile,
    });
    expect(status).toBe(200);
    const { scheduled_post_id: post } = data as { scheduled_post_id: string };
    const { rows } = await database.query(
      "select user_id, status, caption from scheduled_posts where id = $1",
      [post],
    );
    expect(rows).toEqual([{ user_id: alice.id, status: "draft", caption: word }]);
    expect(await audits(alice)).toEqual([
      { action_slug: "post-create", status: "success", source: "api" },
    ]);
  });

  it("refuse another person's rows, and say so in the audit", async () => {
    const before = await audits(bob);
    const { status } = await run(bob, "post-create", {
      ...draft,
      creator_profile_id: aliceProfile,
    });
    expect(status).toBe(403);
    const { rows } = await database.query(
      "select 1 from scheduled_posts where creator_profile_id = $1 and user_id = $2",
      [aliceProfile, bob.id],
    );
    expect(rows).toEqual([]);
    expect((await audits(bob)).slice(before.length)).toEqual([
      { action_slug: "post-create", status: "error", source: "api" },
    ]);
  });

  it("find own rows alone", async () => {
    const mine = await run(alice, "memory-recall", { query: word });
    const theirs = await run(bob, "memory-recall", { query: word });
    expect(mine.text).toContain(word);
    expect(theirs.text).not.toContain(word);
  });

  it.each([
    ["an unknown slug", "no-such-action", {}, 404, "miss"],
    ["input that is missing", "post-create", { caption: "x" }, 400, "error"],
    ["input too many", "memory-recall", { query: "x", user_id: "y" }, 400, "error"],
    ["a step that waits", "message-generate", { fan_id: randomUUID(), intent: "x" }, 409, "error"],
  ])(
    "with %s end with a sentence and an audit row",
    async (_what, slug, params, status, outcome) => {
      const before = await audits(alice);
      const answer = await run(alice, slug, params);
      expect([answer.status, answer.errors[0]?.message]).toEqual([
        status,
        expect.stringMatching(/^[A-Z"].*\.$/),
      ]);
      expect((await audits(alice)).slice(before.length)).toEqual([
        { action_slug: slug, status: outcome, source: "api" },
      ]);
    },
  );

  it("of a program that may only read write nothing", async () => {
    const made = await call("POST", "/tokens", {
      token: bob.token,
      from: bob.address,
      body: { name: "reader", scopes: ["read"], expires_in_days: 1 },
    });
    const { token } = made.data as { token: string };
    const body = { params: { ...draft, creator_profile_id: bobProfile } };
    expect((await call("POST", "/actions/post-create", { token, body })).status).toBe(403);
    const search = { params: { query: word } };
    expect((await call("POST", "/actions/memory-recall", { token, body: search })).status).toBe(
      200,
    );
  });

  it("are for creators and their programs alone", async () => {
    const viewer = await createUser({ role: roles.viewer.id });
    const { workerToken, adminToken } = stackUnderTest();
    for (const token of [viewer.token, workerToken, adminToken, undefined]) {
      const body = { params: { query: word } };
      expect((await call("POST", "/actions/memory-recall", { token, body })).status).toBe(403);
    }
  });

  it("that are switched off are not there", async () => {
    const slug = randomUUID();
    await database.query(
      `insert into action_flows (id, slug, name, steps, active)
       values (gen_random_uuid(), $1, 'off', '[{"step":"search-own-rows"}]', false)`,
      [slug],
    );
    try {
      expect((await run(alice, slug, { query: word })).status).toBe(404);
    } finally {
      await database.query("delete from action_flows where slug = $1", [slug]);
    }
  });
});

const run = ({ token, address }: TestUser, slug: string, params: object) =>
  call("POST", `/actions/${slug}`, { token, from: address, body: { params } });

async function profileOf({ token, address }: TestUser): Promise<string> {
  const made = await call("POST", "/items/creator_profiles", {
    token,
    from: address,
    body: { platform: "sandbox", username: randomUUID() },
  });
  return (made.data as { id: string }).id;
}
