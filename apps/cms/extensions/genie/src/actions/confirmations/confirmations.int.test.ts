import { randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  answer,
  type Asking,
  auditsOf,
  profileOf,
  resultOf,
  runAction,
  tokenOf,
  waitingIn,
} from "../../testing/action-scene.ts";

const changed = expect.stringContaining("has changed since it was shown");
const answered = expect.stringContaining("was answered already");

describe("what waits for its person", () => {
  const database = openDatabase();
  const flows: string[] = [];
  let alice: TestUser;
  let bob: TestUser;
  let program: Asking;
  let profile: string;

  beforeAll(async () => {
    [alice, bob] = await Promise.all([
      createUser({ role: roles.creator.id }),
      createUser({ role: roles.creator.id }),
    ]);
    profile = await profileOf(alice);
    program = await tokenOf(alice, ["write"], true);
  });
  afterAll(async () => {
    await database.query("delete from action_flows where id = any($1)", [flows]);
    await database.end();
  });

  const fan = async (notes = "kind") => {
    const made = await call("POST", "/items/fan_profiles", {
      token: alice.token,
      from: alice.address,
      body: { creator_profile_id: profile, platform_fan_id: randomUUID(), username: "fan", notes },
    });
    return (made.data as { id: string }).id;
  };
  const isThere = async (id: string) => {
    const { rowCount } = await database.query("select 1 from fan_profiles where id = $1", [id]);
    return rowCount === 1;
  };
  const asked = async (id: string) =>
    waitingIn(await runAction(program, "tools/delete-item", deletion(id)));
  const rowOf = async (id: string) => {
    const { rows } = await database.query("select * from confirmations where id = $1", [id]);
    return rows[0] as Record<string, unknown>;
  };

  const told = async () => {
    const { rows } = await database.query<{ subject: string; message: string; item: string }>(
      "select subject, message, item from directus_notifications where recipient = $1 and collection = 'confirmations' order by id",
      [alice.id],
    );
    return rows;
  };

  it("is not done before she says yes, then once, and written down", async () => {
    const id = await fan();
    const before = await auditsOf(database, alice.id);
    const first = await runAction(program, "tools/delete-item", deletion(id));
    expect(first.data).toMatchObject({
      status: "confirm",
      confirmation: { preview: { title: "Delete a row", effect: "delete" } },
    });
    const waiting = waitingIn(first);
    expect([await isThere(id), await auditsOf(database, alice.id)]).toEqual([true, before]);
    const said = await Promise.all([1, 2, 3].map(() => answer(alice, waiting, "confirm")));
    expect(said.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect(await isThere(id)).toBe(false);
    const runs = (await auditsOf(database, alice.id)).slice(before.length);
    expect(runs).toMatchObject([
      { action_slug: "tools/delete-item", status: "success", source: "mcp", effect: "delete" },
    ]);
    expect(await rowOf(waiting)).toMatchObject({
      status: "confirmed",
      agent_audit_id: runs[0]?.id,
      params: {},
      preview: { title: "Delete a row", effect: "delete", lines: [] },
    });
  });

  it("is not done after her no, nor by a later yes", async () => {
    const id = await fan();
    const waiting = await asked(id);
    const said = await answer(alice, waiting, "decline");
    expect(said.data).toEqual({ status: "declined" });
    const late = await answer(alice, waiting, "confirm");
    expect([late.status, late.errors[0]?.message, await isThere(id)]).toEqual([
      409,
      answered,
      true,
    ]);
  });

  it("is hers to answer alone, signed in: no program, no other person, no administrator", async () => {
    const id = await fan();
    const waiting = await asked(id);
    const others = [
      program,
      await tokenOf(alice, ["write"], false),
      { token: stackUnderTest().adminToken },
      { token: stackUnderTest().workerToken },
    ];
    for (const other of others) {
      const { status, errors } = await answer(other, waiting, "confirm");
      expect([status, errors[0]?.message]).toEqual([
        403,
        expect.stringContaining("a program can't"),
      ]);
    }
    expect((await answer(bob, waiting, "confirm")).status).toBe(404);
    expect((await answer(alice, randomUUID(), "confirm")).status).toBe(404);
    expect((await answer(alice, "%00", "confirm")).status).toBe(404);
    expect(await isThere(id)).toBe(true);
    const seen = await call("GET", `/items/confirmations/${waiting}`, { token: bob.token });
    expect(seen.status).toBe(403);
    const mine = await call("GET", `/items/confirmations/${waiting}`, { token: alice.token });
    expect(mine.data).not.toHaveProperty("params");
  });

  it("is off after five minutes, and says so", async () => {
    const id = await fan();
    const waiting = await asked(id);
    const { rows } = await database.query(
      `update confirmations set expires_at = expires_at - interval '5 minutes' where id = $1
       returning extract(epoch from clock_timestamp() - expires_at) between 0 and 60 as is_just_over`,
      [waiting],
    );
    expect(rows).toEqual([{ is_just_over: true }]);
    for (const said of ["confirm", "decline"] as const) {
      const { status, errors } = await answer(alice, waiting, said);
      expect([status, errors[0]?.message]).toEqual([409, expect.stringContaining("five minutes")]);
    }
    expect(await isThere(id)).toBe(true);
    await expect.poll(async () => (await rowOf(waiting))["status"]).toBe("expired");
    expect((await rowOf(waiting))["params"]).toEqual({});
  });

  it("is not done when it would do something else by now", async () => {
    const id = await fan("kind");
    const waiting = await asked(id);
    await call("PATCH", `/items/fan_profiles/${id}`, {
      token: alice.token,
      from: alice.address,
      body: { notes: "not the one that was shown" },
    });
    await database.query("update fan_profiles set username = 'another' where id = $1", [id]);
    const { status, errors } = await answer(alice, waiting, "confirm");
    expect([status, errors[0]?.message, await isThere(id)]).toEqual([409, changed, true]);
    expect(await rowOf(waiting)).toMatchObject({ status: "expired" });
  });

  it.each([
    ["as it was shown", {}, 200, "pending"],
    ["with other words at the end", { caption: `${"Words ".repeat(50)}and others` }, 409, "draft"],
    ["with another rating", { rating: "explicit" }, 409, "draft"],
  ])("plans a post %s or not at all", async (_how, edit, status, state) => {
    const as = { token: alice.token, from: alice.address };
    const caption = `${"Words ".repeat(50)}to the end`;
    const body = { creator_profile_id: profile, caption };
    const made = await call("POST", "/items/scheduled_posts", { ...as, body });
    const { id } = made.data as { id: string };
    const data = { status: "pending", scheduled_for: "2099-01-01T10:00:00Z" };
    const params = { collection: "scheduled_posts", id, data };
    const first = await runAction(program, "tools/update-item", { params, source: "mcp" });
    expect(first.text).toContain("to the end");
    if (Object.keys(edit).length > 0) {
      await call("PATCH", `/items/scheduled_posts/${id}`, { ...as, body: edit });
    }
    expect((await answer(alice, waitingIn(first), "confirm")).status).toBe(status);
    const { rows } = await database.query("select status from scheduled_posts where id = $1", [id]);
    expect(rows).toEqual([{ status: state }]);
  });

  it("is not done when the flow behind its name is another by now", async () => {
    const slug = randomUUID();
    flows.push(slug);
    await database.query(
      `insert into action_flows (id, slug, name, steps, confirm) values ($1, $2, 'Tell me', $3, 'always')`,
      [slug, slug, JSON.stringify([{ key: "a", step: "notify", with: { subject: "one" } }])],
    );
    const waiting = waitingIn(await runAction(alice, slug));
    await database.query("update action_flows set steps = $2 where id = $1", [
      slug,
      JSON.stringify([{ key: "a", step: "notify", with: { subject: "one", message: "more" } }]),
    ]);
    const { status, errors } = await answer(alice, waiting, "confirm");
    expect([status, errors[0]?.message]).toEqual([409, changed]);
    const again = waitingIn(await runAction(alice, slug));
    expect((await answer(alice, again, "confirm")).status).toBe(200);
  });

  it("is due in a chat, for tokens that ask first and after foreign text, and not by her own hand", async () => {
    const free = await tokenOf(alice, ["write"], false);
    const cases: [Asking, string, object, "confirm" | "done"][] = [
      [alice, "delete-item", deletion(await fan()), "done"],
      [free, "delete-item", deletion(await fan()), "done"],
      [alice, "delete-item", { ...deletion(await fan()), source: "chat" }, "confirm"],
      [free, "delete-item", { ...deletion(await fan()), source: "chat" }, "confirm"],
      [free, "delete-item", { ...deletion(await fan()), after_foreign_text: true }, "confirm"],
      [alice, "update-item", { ...note(await fan()), source: "chat" }, "done"],
      [program, "update-item", note(await fan()), "done"],
      [alice, "update-item", { ...note(await fan()), after_foreign_text: true }, "confirm"],
    ];
    for (const [who, tool, request, status] of cases) {
      const { data, text } = await runAction(who, `tools/${tool}`, request);
      expect([tool, request, data, text]).toEqual([
        tool,
        request,
        expect.objectContaining({ status }),
        text,
      ]);
    }
    const read = await runAction(alice, "memory-recall", {
      params: { query: "x" },
      source: "chat",
      after_foreign_text: true,
    });
    expect(read.data).toMatchObject({ status: "done" });
  });

  it("is told to her in neutral words where a program asks, and not where she is looking", async () => {
    await database.query("delete from confirmations where user_id = $1", [alice.id]);
    const before = (await told()).length;
    const waiting = await asked(await fan("a secret note"));
    await runAction(program, "tools/delete-item", { ...deletion(await fan()), source: "chat" });
    // One line while she has not read it and something waits.
    await asked(await fan());
    const rows = (await told()).slice(before);
    expect(rows).toMatchObject([{ subject: "Something waits for your yes", item: waiting }]);
    expect(rows[0]?.message).toContain(`/app/actions?confirm=${waiting}`);
    expect(rows[0]?.message).not.toMatch(/secret|fan|delete/i);
  });

  it("is kept sealed, and no more is done than whoever asked might do", async () => {
    const secret = randomUUID();
    const params = {
      collection: "creator_profiles",
      id: profile,
      data: { credentials: { username: "her", password: secret } },
    };
    const waiting = waitingIn(await runAction(program, "tools/update-item", { params }));
    expect(JSON.stringify(await rowOf(waiting))).not.toContain(secret);
    const sealed = (await rowOf(waiting))["params"] as { sealed: string };
    expect(sealed.sealed).toMatch(/^cb1\./);
    const said = await answer(alice, waiting, "confirm");
    expect(resultOf(said)).toMatchObject({ id: profile });
    expect(JSON.stringify(await auditsOf(database, alice.id))).not.toContain(secret);
    const { rows } = await database.query(
      "select credentials from creator_profiles where id = $1",
      [profile],
    );
    expect(JSON.stringify(rows)).toContain("cb1.");

    const theirs = await fan();
    const late = await asked(theirs);
    await call("PATCH", `/users/${alice.id}`, {
      token: stackUnderTest().adminToken,
      body: { role: roles.viewer.id },
    });
    const viewer = await call("POST", "/auth/login", {
      body: { email: alice.email, password: alice.password },
      from: alice.address,
    });
    const { access_token: token } = viewer.data as { access_token: string };
    const refused = await answer({ token, address: alice.address }, late, "confirm");
    expect([refused.status, refused.errors[0]?.message, await isThere(theirs)]).toEqual([
      409,
      expect.stringContaining("rights that you don't have any more"),
      true,
    ]);
    await call("PATCH", `/users/${alice.id}`, {
      token: stackUnderTest().adminToken,
      body: { role: roles.creator.id },
    });
    alice = { ...alice, token: await signedIn() };
  });

  it("is at most fifty things at once", async () => {
    const id = await fan();
    await database.query(
      `insert into confirmations (id, user_id, action_slug, source, params, params_hash, preview, status, expires_at)
       select gen_random_uuid(), $1, 'x', 'mcp', '{}', 'x', '{}', 'pending', now() + interval '5 minutes'
         from generate_series(1, 50)`,
      [alice.id],
    );
    const { status, errors } = await runAction(program, "tools/delete-item", deletion(id));
    expect([status, errors[0]?.message]).toEqual([409, expect.stringContaining("50 things wait")]);
    await database.query("delete from confirmations where user_id = $1", [alice.id]);
  });

  async function signedIn(): Promise<string> {
    const { email, password, address: from } = alice;
    const { data } = await call("POST", "/auth/login", { body: { email, password }, from });
    return (data as { access_token: string }).access_token;
  }
});

const deletion = (id: string) => ({ params: { collection: "fan_profiles", id }, source: "mcp" });

const note = (id: string) => ({
  params: { collection: "fan_profiles", id, data: { notes: randomUUID() } },
});
