import { randomBytes, randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  auditsOf,
  eventsIn,
  profileOf,
  resultOf,
  runAction,
  tokenOf,
} from "../testing/action-scene.ts";

describe("actions", () => {
  const database = openDatabase();
  const word = `w${randomBytes(6).toString("hex")}`;
  const flows: string[] = [];
  let alice: TestUser;
  let bob: TestUser;
  let profile: string;

  beforeAll(async () => {
    [alice, bob] = await Promise.all([
      createUser({ role: roles.creator.id }),
      createUser({ role: roles.creator.id }),
    ]);
    profile = await profileOf(alice);
  });
  afterAll(async () => {
    await database.query("delete from action_flows where id = any($1)", [flows]);
    await database.end();
  });

  /** A flow of the test's own, past all checks. */
  async function flow(steps: object[], columns: { active?: boolean } = {}): Promise<string> {
    const id = randomUUID();
    flows.push(id);
    await database.query(
      `insert into action_flows (id, slug, name, steps, active, confirm)
       values ($1, $2, 'A flow of the test', $3, $4, 'never')`,
      [id, id, JSON.stringify(steps), columns.active ?? true],
    );
    return id;
  }
  const draftOf = (caption: string) => ({ creator_profile_id: profile, caption });
  const draft = () => ({ params: draftOf(word) });
  const newAudits = async (user: TestUser, work: () => Promise<unknown>) => {
    const before = await auditsOf(database, user.id);
    await work();
    return (await auditsOf(database, user.id)).slice(before.length);
  };
  const postsWith = async (caption: string) => {
    const { rows } = await database.query<{ user_id: string; status: string }>(
      "select user_id, status from scheduled_posts where caption = $1",
      [caption],
    );
    return rows;
  };

  it("run under the caller's own rights and leave one audit row, with its steps", async () => {
    const made = await newAudits(alice, async () => {
      const answer = await runAction(alice, "post-create", draft());
      expect(answer.status).toBe(200);
      expect(answer.data).toMatchObject({ status: "done", steps: [{ status: "done" }] });
    });
    expect(await postsWith(word)).toEqual([{ user_id: alice.id, status: "draft" }]);
    expect(made).toMatchObject([
      {
        action_slug: "post-create",
        status: "success",
        source: "api",
        effect: "write",
        params: draftOf(word),
        steps: [{ key: "draft", status: "done" }],
      },
    ]);
  });

  it("refuse another person's rows, and say so in the audit", async () => {
    const caption = `${word} of another`;
    const made = await newAudits(bob, async () => {
      const answer = await runAction(bob, "post-create", { params: draftOf(caption) });
      expect([answer.status, answer.errors.length]).toEqual([403, 1]);
    });
    expect(await postsWith(caption)).toEqual([]);
    expect(made).toMatchObject([{ status: "error", steps: [{ status: "failed" }] }]);
  });

  it("take lists of new links and of a row's own, and move none from another row", async () => {
    const as = { token: alice.token, from: alice.address };
    const made = await call("POST", "/items/scraped_media", {
      ...as,
      body: { media_type: "image", caption: word },
    });
    const { id: entry } = made.data as { id: string };
    const link = { scraped_media_id: entry, sort: 1 };
    const create = (media: unknown) =>
      runAction(alice, "tools/create-item", {
        params: { collection: "scheduled_posts", data: { ...draftOf(`${word} linked`), media } },
      });
    const { id } = resultOf(await create([link])) as { id: string };
    const { rows } = await database.query<{ id: string }>(
      "select id from scheduled_posts_media where scheduled_posts_id = $1",
      [id],
    );
    const own = rows[0]?.id;
    for (const media of [[own], [{ id: own, sort: 2 }]]) {
      const { status, errors } = await create(media);
      expect([status, errors[0]?.message]).toEqual([
        400,
        expect.stringContaining("not this row's"),
      ]);
    }
    const other = resultOf(await create([link])) as { id: string };
    const update = (post: string) =>
      runAction(alice, "tools/update-item", {
        params: {
          collection: "scheduled_posts",
          id: post,
          data: { media: [{ id: own, sort: 3 }] },
        },
      });
    expect((await update(other.id)).status).toBe(400);
    expect((await update(id)).status).toBe(200);
  });

  it("find own rows alone", async () => {
    const search = { params: { query: word } };
    expect((await runAction(alice, "memory-recall", search)).text).toContain(word);
    const theirs = await runAction(bob, "memory-recall", search);
    expect([theirs.status, theirs.text.includes(profile)]).toEqual([200, false]);
  });

  it("tell each step as it goes, and then how it ended", async () => {
    const good = await stream(alice, "post-create", draftOf(word));
    expect(good.headers.get("content-type")).toContain("text/event-stream");
    expect(eventsIn(good.text)).toMatchObject([
      { event: "step", data: { key: "draft", status: "running" } },
      { event: "step", data: { key: "draft", status: "done" } },
      { event: "end", data: { status: "done" } },
    ]);
    const bad = await stream(alice, "post-create", {
      ...draftOf(word),
      creator_profile_id: randomUUID(),
    });
    expect(eventsIn(bad.text).at(-1)).toMatchObject({
      event: "end",
      data: { status: "failed", code: expect.any(String), steps: [{ status: "failed" }] },
    });
    expect(eventsIn((await stream(alice, "no-such-action", {})).text)).toMatchObject([
      { event: "end", data: { status: "failed", code: "NOT_FOUND" } },
    ]);
  });

  it.each([
    ["an unknown slug", "no-such-action", {}, 404, "miss"],
    ["a slug that is none", "%00.%2fx%22", {}, 404, "miss"],
    ["an unknown tool", "tools/read-items", {}, 404, "miss"],
    ["input that is missing", "post-create", { caption: "x" }, 400, "error"],
    ["input too many", "memory-recall", { query: "x", user_id: "y" }, 400, "error"],
    [
      "a collection that is closed",
      "tools/create-item",
      { collection: "api_tokens", data: {} },
      400,
      "error",
    ],
  ])(
    "with %s end with a sentence and an audit row",
    async (_what, slug, params, status, outcome) => {
      const made = await newAudits(alice, async () => {
        const answer = await runAction(alice, slug, { params });
        expect([answer.status, answer.errors[0]?.message]).toEqual([
          status,
          expect.stringMatching(/^[A-Z"].*\.$/),
        ]);
      });
      expect(made).toMatchObject([{ status: outcome, source: "api" }]);
    },
  );

  it.each([
    ["too large", JSON.stringify({ x: "y".repeat(300_000) })],
    ["too deep", `{"x":${"[".repeat(5000)}${"]".repeat(5000)}}`],
    ["with a character that no database keeps", JSON.stringify({ query: "a\0b" })],
  ])("%s are refused before anything runs", async (_what, params) => {
    const made = await newAudits(alice, async () => {
      const { status, errors } = await call("POST", "/actions/memory-recall", {
        token: alice.token,
        from: alice.address,
        headers: { "content-type": "application/json" },
        body: `{"params":${params}}`,
      });
      expect([status, errors[0]?.message]).toEqual([
        400,
        expect.stringContaining("Nothing was done"),
      ]);
    });
    expect(made).toEqual([]);
  });

  it("keep no secret in the trail, and of what connects nothing but the names", async () => {
    const [secret, token] = [`s${randomUUID()}`, `ght_${"A".repeat(43)}`];
    const made = await newAudits(alice, async () => {
      await runAction(alice, "post-create", { params: { ...draftOf(token), password: secret } });
      await runAction(alice, "tools/update-item", {
        params: { collection: "creator_profiles", id: profile, data: { credentials: { secret } } },
      });
    });
    expect(made.map(({ effect }) => effect)).toEqual([null, "connect"]);
    expect(JSON.stringify(made)).not.toMatch(new RegExp(`${secret}|${token}`));
    expect(made[1]?.params).toEqual({
      collection: "(not kept)",
      id: "(not kept)",
      data: "(not kept)",
    });
  });

  it("that may only read change nothing, whoever sends them", async () => {
    const viewer = await createUser({ role: roles.viewer.id });
    const readers = [
      viewer,
      await tokenOf(alice, ["read"], false),
      await tokenOf(viewer, ["read"], false),
    ];
    const caption = `${word} by a reader`;
    for (const reader of readers) {
      const written = await runAction(reader, "post-create", { params: draftOf(caption) });
      expect([written.status, written.errors[0]?.message]).toEqual([
        403,
        expect.stringContaining("Nothing was done"),
      ]);
      const read = await runAction(reader, "memory-recall", { params: { query: word } });
      expect(read.errors[0]?.message ?? "").not.toContain("only read");
    }
    expect(await postsWith(caption)).toEqual([]);
  });

  it("are for people and their programs alone", async () => {
    const { workerToken, adminToken } = stackUnderTest();
    for (const token of [workerToken, adminToken, undefined]) {
      const body = { params: { query: word } };
      const { status, errors } = await call("POST", "/actions/memory-recall", { token, body });
      expect([status, errors[0]?.message]).toEqual([
        403,
        "Actions run in the name of a person. Nothing was done; sign in, or send a token of hers.",
      ]);
    }
  });

  it("that are switched off are not there", async () => {
    const slug = await flow([{ key: "x", step: "search-own", with: { query: "x" } }], {
      active: false,
    });
    expect((await runAction(alice, slug)).status).toBe(404);
  });

  it("write no rows of another collection on the way", async () => {
    const made = await call("POST", "/items/fan_profiles", {
      token: alice.token,
      from: alice.address,
      body: { creator_profile_id: profile, platform_fan_id: randomUUID(), username: "fan" },
    });
    const { id } = made.data as { id: string };
    const nested = { id: profile, timezone: "Europe/Berlin" };
    for (const [slug, params] of [
      [
        "create-item",
        {
          collection: "fan_profiles",
          data: { creator_profile_id: nested, platform_fan_id: "x", username: "y" },
        },
      ],
      [
        "create-item",
        { collection: "scheduled_posts", data: { creator_profile_id: nested, caption: word } },
      ],
      [
        "create-item",
        {
          collection: "scheduled_posts",
          data: { creator_profile_id: profile, media: { create: [] } },
        },
      ],
    ] as const) {
      const answer = await runAction(alice, `tools/${slug}`, { params });
      expect([answer.status, answer.errors[0]?.message]).toEqual([
        400,
        expect.stringContaining("takes ids of rows"),
      ]);
    }
    const { rows } = await database.query("select timezone from creator_profiles where id = $1", [
      profile,
    ]);
    expect(rows).toEqual([{ timezone: "UTC" }]);
    const changed = await runAction(alice, "tools/update-item", {
      params: { collection: "fan_profiles", id, data: { notes: word } },
    });
    expect(resultOf(changed)).toEqual({ collection: "fan_profiles", id });
  });

  it("that wait too long end, with a right audit and no half work", async () => {
    const caption = `${word} too late`;
    const slug = await flow([
      { key: "before", step: "search-own", with: { query: "x" } },
      { key: "draft", step: "create-draft", with: draftOf(caption), timeout_ms: 300 },
      { key: "after", step: "notify", with: { subject: caption } },
    ]);
    // Whoever holds the account keeps the draft waiting: a row that refers to it takes a share of its lock.
    const blocker = await database.connect();
    try {
      await blocker.query("begin");
      await blocker.query("select 1 from creator_profiles where id = $1 for update", [profile]);
      const made = await newAudits(alice, async () => {
        const answer = await runAction(alice, slug);
        expect([answer.status, answer.errors[0]?.message]).toEqual([
          503,
          expect.stringContaining('The step "draft" took longer than 300 milliseconds'),
        ]);
      });
      expect(made).toMatchObject([
        {
          status: "error",
          steps: [
            { key: "before", status: "done" },
            { key: "draft", status: "failed" },
          ],
        },
      ]);
    } finally {
      await blocker.query("rollback");
      blocker.release();
    }
    // The write that waited has its lock by now, and is taken back: another one after it would see it.
    await runAction(alice, "post-create", draft());
    expect(await postsWith(caption)).toEqual([]);
    const { rows } = await database.query(
      "select 1 from directus_notifications where subject = $1",
      [caption],
    );
    expect(rows).toEqual([]);
  });

  it("end when whoever asked goes away, and are written down", async () => {
    const caption = `${word} gone`;
    const slug = await flow([
      { key: "draft", step: "create-draft", with: draftOf(caption) },
      { key: "after", step: "notify", with: { subject: caption } },
    ]);
    const blocker = await database.connect();
    const before = (await auditsOf(database, alice.id)).length;
    const { directusUrl } = stackUnderTest();
    const gone = new AbortController();
    try {
      await blocker.query("begin");
      await blocker.query("select 1 from creator_profiles where id = $1 for update", [profile]);
      const asked = fetch(`${directusUrl}/actions/${slug}`, {
        method: "POST",
        headers: { authorization: `Bearer ${alice.token}`, "content-type": "application/json" },
        body: "{}",
        signal: gone.signal,
      });
      await expect.poll(() => waitingForLocks()).toBeGreaterThan(0);
      // Should its process end now, this is what stays.
      const left = (await auditsOf(database, alice.id)).slice(before);
      expect(left).toMatchObject([{ error_message: expect.stringContaining("was broken off") }]);
      gone.abort();
      await expect(asked).rejects.toThrow(/abort/i);
      await expect
        .poll(async () => (await auditsOf(database, alice.id)).at(-1)?.error_message)
        .toContain("stopped");
    } finally {
      await blocker.query("rollback");
      blocker.release();
    }
    expect((await auditsOf(database, alice.id)).slice(before)).toMatchObject([
      { status: "error", steps: [{ key: "draft", status: "failed" }] },
    ]);
    await runAction(alice, "post-create", draft());
    expect(await postsWith(caption)).toEqual([]);
  });

  async function waitingForLocks(): Promise<number> {
    const { rows } = await database.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
        where wait_event_type = 'Lock' and query ilike '%scheduled_posts%'`,
    );
    return rows[0]?.count ?? 0;
  }
});

const stream = ({ token, address }: TestUser, slug: string, params: object) =>
  call("POST", `/actions/${slug}`, {
    token,
    from: address,
    headers: { accept: "text/event-stream" },
    body: { params },
  });
