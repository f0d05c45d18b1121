import type { LibraryOuting } from "@genie/schema";
import { call, openDatabase } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Creator,
  dismiss,
  makeCreator,
  makeMedia,
  makePost,
  writeAsPublisher,
} from "../testing/post-scene.ts";

const database = openDatabase();
let alice: Creator;
let bob: Creator;

beforeAll(async () => {
  [alice, bob] = [await makeCreator(database), await makeCreator(database)];
});
afterAll(async () => {
  await dismiss(database, alice, bob);
  await database.end();
});

describe("what looks the same", () => {
  it("is the owner's within 8 bits, the nearest first, and not in the bin", async () => {
    const asked = await withLook(alice, "f0f0f0f0f0f0f0f0");
    const near = await withLook(alice, "f0f0f0f0f0f0f0ff");
    const nearest = await withLook(alice, "f0f0f0f0f0f0f0f1");
    await withLook(alice, "0f0f0f0ff0f0f0f0");
    await withLook(bob, "f0f0f0f0f0f0f0f0");
    const binned = await withLook(alice, "f0f0f0f0f0f0f0f0");
    await database.query("update scraped_media set trashed_at = now() where id = $1", [binned]);
    const { entries } = await ask<{ entries: { row: { id: string }; distance: number }[] }>(
      "similar",
      { id: asked },
    );
    expect(entries.map(({ row, distance }) => [row.id, distance])).toEqual([
      [nearest, 1],
      [near, 4],
    ]);
  });

  it("is nothing for a picture of one colour, or one that is not prepared", async () => {
    for (const look of ["0000000000000000", null]) {
      const [one] = [await withLook(alice, look), await withLook(alice, look)];
      expect(await ask("similar", { id: one })).toEqual({ entries: [] });
    }
  });

  it("of another's entry says nothing", async () => {
    const id = await withLook(bob, "123456789abcdef0");
    const answer = await call("POST", "/library/similar", { ...caller(alice), body: { id } });
    expect(answer.status).toBe(404);
    expect(await outingsOf(id)).toEqual([]);
  });
});

describe("outings", () => {
  it("are an entry's own, those of originals and copies both ways, and of look-alikes", async () => {
    const look = "a5a5a5a55a5a5a5a";
    const [original, copy, sibling, twin] = [
      await withLook(alice, look),
      await withLook(alice, null),
      await withLook(alice, null),
      await withLook(alice, "a5a5a5a55a5a5a5b"),
    ];
    await database.query("update scraped_media set derived_from = $1 where id = any($2)", [
      original,
      [copy, sibling],
    ]);
    const posts = [
      await makePost(database, alice, { media_id: original, inSeconds: 400 }),
      await makePost(database, alice, { media_id: copy, inSeconds: 300 }),
      await makePost(database, alice, { media_id: sibling, inSeconds: 200 }),
      await makePost(database, alice, { media_id: twin, inSeconds: 100 }),
      await makePost(database, alice, { media_id: original, status: "draft", inSeconds: 50 }),
    ];
    expect((await outingsOf(original)).map(briefly)).toEqual([
      ["same", original, posts[0]],
      ["copy", copy, posts[1]],
      ["copy", sibling, posts[2]],
      ["similar", twin, posts[3]],
    ]);
    expect((await outingsOf(copy)).map(briefly)).toEqual([
      ["copy", original, posts[0]],
      ["same", copy, posts[1]],
      ["copy", sibling, posts[2]],
    ]);
  });

  it("count what was read from a platform, once where a post of ours is what was read", async () => {
    const { media } = await makeMedia(database, alice);
    await database.query(
      `update scraped_media set creator_profile_id = $2, platform_post_id = 'there', source = 'scraped',
              published_at = '2026-01-02T03:04:05Z', permalink = 'https://example.com/p' where id = $1`,
      [media, alice.profile],
    );
    expect(await outingsOf(media)).toEqual([
      {
        media_id: media,
        used_media_id: media,
        relation: "same",
        creator_profile_id: alice.profile,
        platform: "sandbox",
        post_id: null,
        status: "published",
        at: "2026-01-02T03:04:05.000Z",
        permalink: "https://example.com/p",
      },
    ]);
    const post = await makePost(database, alice, {
      media_id: media,
      creator_profile_id: alice.profile,
      inSeconds: 600,
    });
    await writeAsPublisher(database, post, "platform_post_id = 'there'");
    expect((await outingsOf(media)).map(briefly)).toEqual([["same", media, post]]);
  });

  it("end when a post is called off, and then the entry is not used any more", async () => {
    const { media } = await makeMedia(database, alice);
    const used = () => isUsed(media);
    expect(await used()).toBe(false);
    const post = await makePost(database, alice, { media_id: media, inSeconds: 900 });
    expect(await used()).toBe(true);
    await call("PATCH", `/items/scheduled_posts/${post}`, {
      ...caller(alice),
      body: { status: "cancelled" },
    });
    expect([await used(), await outingsOf(media)]).toEqual([false, []]);
    const listing = await makePost(database, alice, { inSeconds: 900 });
    await database.query(
      "insert into scheduled_posts_media (id, user_id, scheduled_posts_id, scraped_media_id) values (gen_random_uuid(), $1, $2, $3)",
      [alice.id, listing, media],
    );
    expect(await used()).toBe(true);
    await database.query("delete from scheduled_posts where id = $1", [listing]);
    expect(await used()).toBe(false);
  });
});

describe("figures by the day", () => {
  it("are kept once a day, whenever one changes, with the last of the day", async () => {
    const { media } = await makeMedia(database, alice);
    const write = (values: string) =>
      database.query(`update scraped_media set ${values} where id = $1`, [media]);
    await write("caption = 'nothing counted'");
    expect(await snapshotsOf(media)).toEqual([]);
    await write("likes = 3, earnings = 1.5");
    await write("likes = 4");
    expect(await snapshotsOf(media)).toMatchObject([{ likes: 4, views: null, earnings: "1.50" }]);
    await database.query(
      "update media_snapshots set taken_on = taken_on - interval '1 day' where scraped_media_id = $1",
      [media],
    );
    await write("caption = 'nothing counted again'");
    expect(await snapshotsOf(media)).toHaveLength(1);
    await write("views = 9");
    expect(await snapshotsOf(media)).toMatchObject([
      { likes: 4, views: null },
      { likes: 4, views: 9 },
    ]);
  });
});

async function withLook(user: Creator, look: string | null): Promise<string> {
  const { media } = await makeMedia(database, user);
  await database.query("update scraped_media set perceptual_hash = $2 where id = $1", [
    media,
    look,
  ]);
  return media;
}

async function isUsed(id: string): Promise<boolean | undefined> {
  const { rows } = await database.query<{ used: boolean }>(
    "select used from library_entries where id = $1",
    [id],
  );
  return rows[0]?.used;
}

async function snapshotsOf(media: string): Promise<unknown[]> {
  const { data } = await call(
    "GET",
    `/items/media_snapshots?filter[scraped_media_id][_eq]=${media}&sort=taken_on`,
    caller(alice),
  );
  return data as unknown[];
}

const outingsOf = async (id: string) =>
  (await ask<{ outings: LibraryOuting[] }>("outings", { ids: [id] })).outings;

const briefly = ({ relation, used_media_id: used, post_id: post }: LibraryOuting) => [
  relation,
  used,
  post,
];

async function ask<Answer>(step: string, body: object): Promise<Answer> {
  const answer = await call("POST", `/library/${step}`, { ...caller(alice), body });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.data as Answer;
}

const caller = ({ token, address }: Creator) => ({ token, from: address });
