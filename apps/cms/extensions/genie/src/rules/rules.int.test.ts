import { randomUUID } from "node:crypto";
import type { PostRules } from "@genie/schema";
import { call, stackUnderTest } from "@genie/testing";
import { afterEach, describe, expect, it } from "vitest";
import {
  claim,
  claimed,
  makeCreator,
  makeMedia,
  makePost,
  makeProfile,
  postRow,
  type Row,
  writeAsPublisher,
} from "../testing/post-scene.ts";
import { publishingScene } from "../testing/publishing-scene.ts";

const { database, alice } = publishingScene();
const dayS = 86_400;

afterEach(async () => {
  await database.query("delete from rule_packs where user_id = $1", [alice.id]);
});

/** A pack that is there, whatever the gate would say about it. */
async function makePack(rules: PostRules, columns: Row = {}): Promise<string> {
  const row: Row = {
    id: randomUUID(),
    user_id: alice.id,
    name: "Mine",
    kind: "house",
    is_enabled: true,
    rules: JSON.stringify(rules),
    ...columns,
  };
  const names = Object.keys(row);
  await database.query(
    `insert into rule_packs (${names.join(", ")}) values (${names.map((_name, n) => `$${n + 1}`).join(", ")})`,
    Object.values(row),
  );
  return String(row["id"]);
}

const as = (method: string, path: string, body: object) =>
  call(method, path, { token: alice.token, from: alice.address, body });
const inDays = (days: number) => new Date(Date.now() + days * dayS * 1000).toISOString();
const plan = (body: object) =>
  as("POST", "/items/scheduled_posts", {
    creator_profile_id: alice.profile,
    scheduled_for: inDays(1),
    status: "pending",
    caption: "hello",
    ...body,
  });
const sentenceOf = async (answer: ReturnType<typeof plan>) => {
  const { status, errors } = await answer;
  return [status, errors[0]?.message];
};
const ended = async (post: string) => {
  expect(await claim(post)).toEqual({ kind: "none" });
  const { status, error_message: sentence } = await postRow(database, post);
  return [status, sentence];
};
const makeOut = async (columns: Row & { inSeconds: number }) => {
  const post = await makePost(database, alice, columns);
  await writeAsPublisher(database, post, "status = 'publishing'");
  await writeAsPublisher(database, post, "status = 'published', published_at = scheduled_for");
  return post;
};

describe("a post that breaks a rule of its owner's", () => {
  const link = "see https://a.example/x";
  const cases: [string, PostRules, Row, string][] = [
    ["a banned word", { bannedWords: ["hello"] }, {}, `ban "hello". Leave it out.`],
    ["no required tag", { requiredTags: ["ad"] }, {}, "want #ad in the caption. Add it."],
    [
      "too many hashtags",
      { mostHashtags: 1 },
      { caption: "#a #b" },
      "allow one hashtag; this caption has 2. Remove some.",
    ],
    ["a web address", { noLinks: true }, { caption: link }, "allow no web addresses. Remove them."],
  ];

  it.each(cases)("%s: is not scheduled, and is not sent", async (_what, rules, post, sentence) => {
    const draft = await plan({ ...post, status: "draft" });
    await makePack(rules);
    const said = `Your rules "Mine" ${sentence}`;
    expect(await sentenceOf(plan(post))).toEqual([400, `${said} Nothing was saved.`]);
    expect((await plan({ ...post, status: "draft" })).status).toBe(200);
    const { id } = draft.data as { id: string };
    expect(
      await sentenceOf(as("PATCH", `/items/scheduled_posts/${id}`, { status: "pending" })),
    ).toEqual([400, `${said} Nothing was saved.`]);
    const waiting = await makePost(database, alice, post);
    expect(await ended(waiting)).toEqual(["failed", `${said} Nothing was sent.`]);
  });

  it("a picture without a description: likewise, until it has one", async () => {
    const { media } = await makeMedia(database, alice);
    await makePack({ needsAltText: true });
    const said = 'Your rules "Mine" want a description of each picture. Write what it shows.';
    expect(await sentenceOf(plan({ media_id: media }))).toEqual([
      400,
      `${said} Nothing was saved.`,
    ]);
    const waiting = await makePost(database, alice, { media_id: media });
    expect(await ended(waiting)).toEqual(["failed", `${said} Nothing was sent.`]);
    expect((await as("PATCH", `/items/scraped_media/${media}`, { alt_text: "A sea" })).status).toBe(
      200,
    );
    expect((await plan({ media_id: media })).status).toBe(200);
    await claimed(await makePost(database, alice, { media_id: media }));
  });

  it("is told of all rules at once, beside what its platform does not take", async () => {
    await makePack({ bannedWords: ["x"] }, { name: "A" });
    await makePack({ requiredTags: ["b"] }, { name: "B" });
    const [, sentence] = await sentenceOf(plan({ caption: `x ${"y".repeat(510)}` }));
    expect(sentence).toMatch(
      /^This caption has 512 .* rules "A" ban .* rules "B" want .* saved\.$/,
    );
  });

  it("is refused to an administrator as well", async () => {
    await makePack({ bannedWords: ["hello"] });
    const { status, text } = await call("POST", "/items/scheduled_posts", {
      token: stackUnderTest().adminToken,
      body: {
        creator_profile_id: alice.profile,
        status: "pending",
        scheduled_for: inDays(1),
        caption: "hello",
      },
    });
    expect([status, text.includes('ban \\"hello\\"')]).toEqual([400, true]);
  });
});

describe("a pack", () => {
  it("that is off, or another person's, keeps nothing back", async () => {
    const bob = await makeCreator(database);
    await makePack({ bannedWords: ["hello"] }, { is_enabled: false });
    await makePack({ bannedWords: ["hello"] }, { user_id: bob.id });
    expect((await plan({})).status).toBe(200);
    await claimed(await makePost(database, alice));
  });

  it("of a platform or an account holds there alone", async () => {
    const other = await makeProfile(database, alice);
    await makePack({ bannedWords: ["hello"] }, { name: "A", creator_profile_id: other });
    await makePack({ bannedWords: ["hello"] }, { name: "B", platform: "onlyfans" });
    expect((await plan({})).status).toBe(200);
    expect((await plan({ creator_profile_id: other })).status).toBe(400);
    await makePack({ bannedWords: ["hello"] }, { name: "C", platform: "sandbox" });
    expect((await plan({})).status).toBe(400);
  });

  it("that was made while a post waits counts when that is to go out", async () => {
    const post = await makePost(database, alice);
    await makePack({ bannedWords: ["hello"] });
    expect((await ended(post))[0]).toBe("failed");
  });
});

describe("what went out already", () => {
  const window = { neverRepostDays: 7 };
  const again = /let nothing go out again within 7 days; part of this goes out .* before/;
  const before = { inSeconds: -2 * dayS };
  const isHeld = async (columns: Row) => {
    const post = await makePost(database, alice, columns);
    const answer = await claim(post);
    if (answer.kind === "claimed") return false;
    expect((await postRow(database, post))["error_message"]).toMatch(again);
    return true;
  };

  it("is asked of the account, of the platform, or of all accounts", async () => {
    const [{ media }, there, elsewhere, far] = await Promise.all([
      makeMedia(database, alice),
      makeProfile(database, alice),
      makeProfile(database, alice),
      makeProfile(database, alice, "onlyfans"),
    ]);
    await makeOut({ ...before, media_id: media, creator_profile_id: there });
    const on = (profile: string) => isHeld({ media_id: media, creator_profile_id: profile });
    const ofAccounts = [there, elsewhere].map((profile) =>
      makePack(window, { name: profile, creator_profile_id: profile }),
    );
    await Promise.all(ofAccounts);
    expect([await on(there), await on(elsewhere)]).toEqual([true, false]);
    await database.query("delete from rule_packs where user_id = $1", [alice.id]);

    const { media: second } = await makeMedia(database, alice);
    await makeOut({ ...before, media_id: second, creator_profile_id: far });
    const sameElsewhere = () => isHeld({ media_id: second, creator_profile_id: elsewhere });
    const ofPlatform = await makePack(window, { platform: "sandbox" });
    expect(await sameElsewhere()).toBe(false);
    await database.query("update rule_packs set platform = null where id = $1", [ofPlatform]);
    expect(await sameElsewhere()).toBe(true);
  });

  it("counts for copies of it, and for what it is a copy of", async () => {
    const { media: original } = await makeMedia(database, alice);
    const { media: copy } = await makeMedia(database, alice);
    const { media: copyOfCopy } = await makeMedia(database, alice);
    const { media: other } = await makeMedia(database, alice);
    const derive = (made: unknown, from: unknown) =>
      database.query("update scraped_media set derived_from = $2 where id = $1", [made, from]);
    await derive(copy, original);
    await derive(copyOfCopy, copy);
    await makePack(window);
    await makeOut({ ...before, media_id: copy });
    expect(await isHeld({ media_id: original })).toBe(true);
    expect(await isHeld({ media_id: copyOfCopy })).toBe(true);
    expect(await isHeld({ media_id: other })).toBe(false);
    const listed = await makePost(database, alice);
    await database.query(
      `insert into scheduled_posts_media (id, user_id, scheduled_posts_id, scraped_media_id, sort)
       values (gen_random_uuid(), $1, $2, $3, 1), (gen_random_uuid(), $1, $2, $4, 2)`,
      [alice.id, listed, other, original],
    );
    expect((await ended(listed))[1]).toMatch(again);
  });

  it("counts from when it appeared, those that wait from their time, and what was read as well", async () => {
    const [{ media: late }, { media: read }] = await Promise.all([
      makeMedia(database, alice),
      makeMedia(database, alice),
    ]);
    await makePack(window);
    const post = await makePost(database, alice, { media_id: late, inSeconds: -20 * dayS });
    await writeAsPublisher(database, post, "status = 'publishing'");
    await writeAsPublisher(
      database,
      post,
      "status = 'published', published_at = now() - interval '2 days'",
    );
    expect(await isHeld({ media_id: late })).toBe(true);
    await database.query(
      "update scraped_media set published_at = now() - interval '2 days', creator_profile_id = $2 where id = $1",
      [read, alice.profile],
    );
    expect(await isHeld({ media_id: read })).toBe(true);
  });

  it("keeps two plans apart, whichever comes first; at its time the first goes", async () => {
    const { media } = await makeMedia(database, alice);
    await makePack(window);
    const day = (n: number) => ({ media_id: media, scheduled_for: inDays(n) });
    const first = await plan(day(10));
    expect(first.status).toBe(200);
    const { id } = first.data as { id: string };
    expect((await sentenceOf(plan(day(8))))[1]).toContain("2 days later as well");
    expect((await sentenceOf(plan(day(12))))[1]).toContain("2 days before as well");
    expect((await plan(day(18))).status).toBe(200);
    expect((await as("PATCH", `/items/scheduled_posts/${id}`, day(11))).status).toBe(200);
    await claimed(await makePost(database, alice, { media_id: media, inSeconds: -1 }));
  });

  it("is not the post itself, what was written as one with it, or what she deleted there", async () => {
    const { media } = await makeMedia(database, alice);
    await makePack(window);
    const group = { media_id: media, group_id: randomUUID() };
    await makeOut({ ...group, inSeconds: -60 });
    expect(await isHeld(group)).toBe(false);
    const { media: second } = await makeMedia(database, alice);
    const out = await makeOut({ ...before, media_id: second });
    expect(await isHeld({ media_id: second })).toBe(true);
    await writeAsPublisher(database, out, "removed_at = now()");
    expect(await isHeld({ media_id: second })).toBe(false);
  });

  it("is not another person's", async () => {
    const bob = await makeCreator(database);
    const { media } = await makeMedia(database, bob);
    await makePack(window);
    await makePost(database, bob, { media_id: media, inSeconds: -dayS });
    expect((await plan({ media_id: media })).status).toBe(403);
    const { data } = await as("POST", "/rules/check", {
      plans: [planned({ media_ids: [media] })],
    });
    expect(data).toEqual({ problems: [[]] });
  });
});

const planned = (body: Row = {}) => ({
  id: null,
  creator_profile_id: alice.profile,
  scheduled_for: inDays(1),
  caption: "hello",
  media_ids: [],
  group_id: null,
  ...body,
});

describe("asking before a post is saved", () => {
  it("answers for each plan what the gate would", async () => {
    const bob = await makeCreator(database);
    const { media } = await makeMedia(database, alice);
    const other = await makeProfile(database, alice);
    await makePack({ bannedWords: ["hello"] }, { creator_profile_id: alice.profile });
    await makePack({ needsAltText: true, neverRepostDays: 7 }, { name: "All" });
    await makeOut({ inSeconds: -dayS, media_id: media });
    const { data } = await as("POST", "/rules/check", {
      plans: [
        planned(),
        planned({ creator_profile_id: other }),
        planned({ creator_profile_id: other, media_ids: [media] }),
        planned({ creator_profile_id: bob.profile }),
      ],
    });
    expect((data as { problems: string[][] }).problems).toEqual([
      ['Your rules "Mine" ban "hello". Leave it out.'],
      [],
      [expect.stringContaining("description"), expect.stringContaining("2 days before")],
      [],
    ]);
  });

  it("finds the posts that wait and break a pack, hers alone, none of one that is off", async () => {
    const post = await makePost(database, alice, { inSeconds: dayS, caption: "canary" });
    await makePost(database, alice, { inSeconds: dayS, caption: "canary", status: "draft" });
    const pack = await makePack({ bannedWords: ["canary"] });
    const waiting = async () => (await as("POST", "/rules/waiting", { pack_id: pack })).data;
    expect(await waiting()).toMatchObject({
      posts: [{ id: post, problems: [expect.any(String)] }],
    });
    await database.query("update rule_packs set is_enabled = false where id = $1", [pack]);
    expect(await waiting()).toEqual({ posts: [] });
    const bob = await makeCreator(database);
    const { status } = await call("POST", "/rules/waiting", {
      token: bob.token,
      from: bob.address,
      body: { pack_id: pack },
    });
    expect(status).toBe(404);
    expect((await call("POST", "/rules/check", { body: { plans: [] } })).status).toBe(403);
  });
});
