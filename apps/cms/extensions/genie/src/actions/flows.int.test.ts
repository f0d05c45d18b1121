import { randomBytes, randomUUID } from "node:crypto";
import { actionFlowSeed, roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditsOf, profileOf, resultOf, runAction } from "../testing/action-scene.ts";
import { png } from "../testing/pictures.ts";

describe("the actions that come with the product", () => {
  const database = openDatabase();
  const word = `w${randomBytes(6).toString("hex")}`;
  let alice: TestUser;
  let profile: string;
  let entry: string;
  let fan: string;

  beforeAll(async () => {
    alice = await createUser({ role: roles.creator.id });
    profile = await profileOf(alice);
    const form = new FormData();
    form.set("file", new Blob([png()], { type: "image/png" }), "shapes.png");
    const file_id = idOf(await call("POST", "/uploads", { ...as(alice), body: form }));
    entry = await create("scraped_media", {
      media_type: "image",
      caption: `Portrait ${word}`,
      file_id,
    });
    fan = await create("fan_profiles", {
      creator_profile_id: profile,
      platform_fan_id: randomUUID(),
      username: "otis",
      notes: word,
    });
  });
  afterAll(async () => {
    await database.end();
  });

  const create = async (collection: string, body: object) =>
    idOf(await call("POST", `/items/${collection}`, { ...as(alice), body }));
  const run = async (slug: string, params: object) =>
    resultOf(await runAction(alice, slug, { params }));

  it("taxonomy-tag places an entry in the six concepts, and keeps that", async () => {
    const { media_id: id, tags } = await run("taxonomy-tag", { media_id: entry });
    const { rows } = await database.query(
      "select taxonomy_concepts from scraped_media where id = $1",
      [entry],
    );
    expect([id, JSON.stringify(tags)]).toEqual([entry, expect.stringContaining("portrait")]);
    expect(JSON.stringify(rows)).toContain("portrait");
  });

  it("post-create saves a draft with its picture", async () => {
    const params = { creator_profile_id: profile, media_id: entry, caption: word };
    const answer = await run("post-create", params);
    const { rows } = await database.query(
      "select status, media_id, user_id from scheduled_posts where caption = $1",
      [word],
    );
    expect(rows).toEqual([{ status: "draft", media_id: entry, user_id: alice.id }]);
    expect(JSON.stringify(answer)).toMatch(/[0-9a-f-]{36}/);
  });

  it("message-generate drafts words for a fan, and sends none", async () => {
    const { text } = await run("message-generate", { fan_id: fan, intent: "thanks" });
    expect(text).toMatch(/\w+ \w+/);
  });

  it("memory-recall finds what she knows, and says it in short", async () => {
    const found = JSON.stringify(await run("memory-recall", { query: word }));
    for (const id of [entry, fan]) expect(found).toContain(id);
  });

  it("media-process asks the worker for a copy", async () => {
    const answer = await run("media-process", { media_id: entry, job: "strip_metadata" });
    const { rows } = await database.query(
      "select job_type, input_media_id, user_id from media_jobs where id = $1",
      [answer["media_job_id"]],
    );
    expect(rows).toEqual([
      { job_type: "strip_metadata", input_media_id: entry, user_id: alice.id },
    ]);
  });

  it("scout-analyze opens no page that is on no account of hers", async () => {
    const { status, errors } = await runAction(alice, "scout-analyze", {
      params: { url: "https://example.com/her-page" },
    });
    expect([status, errors[0]?.message]).toEqual([
      400,
      expect.stringContaining("Nothing was opened"),
    ]);
  });

  it("each left one row of the trail, with what it could have done", async () => {
    expect(
      (await auditsOf(database, alice.id)).map(({ action_slug, status, effect }) => [
        action_slug,
        status,
        effect,
      ]),
    ).toEqual([
      ["taxonomy-tag", "success", "write"],
      ["post-create", "success", "write"],
      ["message-generate", "success", "read"],
      ["memory-recall", "success", "read"],
      ["media-process", "success", "write"],
      ["scout-analyze", "error", "read"],
    ]);
  });
});

describe("the actions of an administrator, who sees everybody's rows", () => {
  const database = openDatabase();
  const word = `w${randomBytes(6).toString("hex")}`;
  const flows: string[] = [];
  type Rows = { account: string; entry: string; fan: string };
  let anna: TestUser;
  let bea: TestUser;
  let hers: Rows;
  let theirs: Rows;

  beforeAll(async () => {
    const { rows } = await database.query<{ id: string }>(
      "select id from directus_roles where name = 'Administrator'",
    );
    // Bea's rows are there first.
    bea = await createUser({ role: roles.creator.id });
    theirs = await fill(bea, "bea");
    anna = await createUser({ role: String(rows[0]?.id) });
  });
  afterAll(async () => {
    await database.query("delete from action_flows where id = any($1)", [flows]);
    await database.end();
  });

  const add = (statement: string, values: unknown[]) => database.query(statement, values);
  /** A row of each kind that the actions read, past all rights. */
  async function fill({ id: owner }: TestUser, name: string): Promise<Rows> {
    const [account, entry, fan] = [randomUUID(), randomUUID(), randomUUID()];
    await add(
      `insert into creator_profiles (id, user_id, platform, username, connection_status, date_created)
       values ($1, $2, 'sandbox', $3, 'connected', clock_timestamp())`,
      [account, owner, `${name}-${account.slice(0, 8)}`],
    );
    await add(
      `insert into scraped_media (id, user_id, media_type, caption) values ($1, $2, 'image', $3)`,
      [entry, owner, `${name} ${word}`],
    );
    await add(
      `insert into scheduled_posts (id, user_id, creator_profile_id, caption, status)
       values (gen_random_uuid(), $1, $2, $3, 'draft')`,
      [owner, account, `${name} ${word}`],
    );
    await add(
      `insert into fan_profiles (id, user_id, creator_profile_id, platform_fan_id, notes)
       values ($1, $2, $3, '1', $4)`,
      [fan, owner, account, `${name} ${word}`],
    );
    await add(
      `insert into media_presets (id, user_id, name, job_type, options, is_default)
       values (gen_random_uuid(), $1, $2, 'strip_metadata', '{}', true)`,
      [owner, name],
    );
    await add(
      `insert into user_personas (id, user_id, timezone, brand_voice) values (gen_random_uuid(), $1, 'UTC', $2)
       on conflict (user_id) do update set brand_voice = excluded.brand_voice`,
      [owner, name],
    );
    return { account, entry, fan };
  }
  /** What one step answers, as it stands in a flow or is given. */
  async function stepOf(step: object, params: object = {}) {
    const id = randomUUID();
    flows.push(id);
    await database.query(
      `insert into action_flows (id, slug, name, steps, active, confirm)
       values ($1, $2, 'A flow of the test', $3, true, 'never')`,
      [id, id, JSON.stringify([step])],
    );
    return runAction(anna, id, { params });
  }
  const persona = () => stepOf(seeded("message-generate", "persona"));
  const preset = () => stepOf(seeded("media-process", "preset"), { job: "strip_metadata" });
  const scout = () => {
    const params = { url: `${stackUnderTest().sandboxUrl}/@somebody` };
    return runAction(anna, "scout-analyze", { params });
  };
  const recall = () => runAction(anna, "memory-recall", { params: { query: word } });

  it("find nothing while nothing is her own", async () => {
    await database.query("delete from user_personas where user_id = $1", [anna.id]);
    expect(resultOf(await persona())).toEqual({ items: [] });
    expect(resultOf(await preset())).toEqual({ items: [] });
    expect(resultOf(await recall())).toMatchObject({
      found: { scraped_media: [], scheduled_posts: [], fan_profiles: [] },
    });
    const { status, errors } = await scout();
    expect([status, errors[0]?.message]).toEqual([
      404,
      expect.stringMatching(/no connected account .* Nothing was opened/),
    ]);
  });

  it("find her own rows, and none of another's", async () => {
    hers = await fill(anna, "anna");
    expect(resultOf(await persona())).toMatchObject({ items: [{ brand_voice: "anna" }] });
    expect(resultOf(await preset())).toMatchObject({ items: [{ name: "anna" }] });
    const found = (await recall()).text;
    for (const id of [hers.entry, hers.fan]) expect(found).toContain(id);
    expect(found).toContain(`anna ${word}`);
    for (const foreign of [`bea ${word}`, ...Object.values(theirs)]) {
      expect(found).not.toContain(foreign);
    }
    const url = `${stackUnderTest().sandboxUrl}/@bea-${theirs.account.slice(0, 8)}`;
    const account = await stepOf({ key: "account", step: "find-account", with: { url } });
    expect(resultOf(account)).toMatchObject({ account_id: hers.account });
    const drafted = await runAction(anna, "message-generate", { params: { fan_id: hers.fan } });
    expect(drafted.status).toBe(200);
    const tagged = await runAction(anna, "taxonomy-tag", { params: { media_id: theirs.entry } });
    expect(tagged.status).toBe(404);
  });

  it("open no browser on another's account", async () => {
    const step = { key: "open", step: "browser-start", with: { account_id: theirs.account } };
    const { status, errors } = await stepOf(step);
    expect([status, errors[0]?.message]).toEqual([403, expect.stringContaining("is not yours")]);
  });
});

const seeded = (slug: string, key: string) =>
  actionFlowSeed.find((flow) => flow.slug === slug)?.steps.find((step) => step.key === key) ?? {};

const as = ({ token, address: from }: TestUser) => ({ token, from });

function idOf({ data, text }: { data: unknown; text: string }): string {
  const { id } = (data ?? {}) as { id?: string };
  if (id === undefined) throw new Error(text);
  return id;
}
