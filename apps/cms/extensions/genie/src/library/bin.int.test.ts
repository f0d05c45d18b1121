import { randomUUID } from "node:crypto";
import { binDays } from "@genie/schema";
import { call, openDatabase } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  asWorker,
  claim,
  type Creator,
  dismiss,
  makeCreator,
  makeMedia,
  makePost,
  makeProfile,
  postRow,
  type Row,
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

describe("the bin of the library", () => {
  it("takes entries in and gives them back, all of them", async () => {
    const [one, two] = [
      (await makeMedia(database, alice)).media,
      (await makeMedia(database, alice)).media,
    ];
    expect((await as(alice, "delete", { ids: [one, two, one] })).status).toBe(200);
    expect(await idsOf({ deleted: true })).toEqual(expect.arrayContaining([one, two]));
    expect(await idsOf({})).not.toContain(one);
    expect((await as(alice, "restore", { ids: [one, two] })).status).toBe(200);
    expect(await idsOf({ deleted: true })).toEqual([]);
    expect(await idsOf({})).toEqual(expect.arrayContaining([one, two]));
  });

  it.each(["delete", "restore", "tag"])(
    "%s changes nothing when one is another's",
    async (step) => {
      const [own, others] = [
        (await makeMedia(database, alice)).media,
        (await makeMedia(database, bob)).media,
      ];
      const answer = await as(alice, step, {
        ids: [own, others],
        ...(step === "tag" && { add: ["x"] }),
      });
      expect([answer.status, answer.errors[0]?.message]).toEqual([
        404,
        "Something of this is not in your library any more. Nothing was changed; load the page again.",
      ]);
      expect(await rowOf(own)).toMatchObject({ trashed_at: null, tags: null });
    },
  );

  it("keeps what a planned post needs, by either way of deleting", async () => {
    const [{ media }, listed, free] = [
      await makeMedia(database, alice),
      await makeMedia(database, alice),
      await makeMedia(database, alice),
    ];
    const post = await makePost(database, alice, { media_id: media, inSeconds: 3600 });
    await database.query(
      "insert into scheduled_posts_media (id, user_id, scheduled_posts_id, scraped_media_id) values (gen_random_uuid(), $1, $2, $3)",
      [alice.id, post, listed.media],
    );
    for (const needed of [media, listed.media]) {
      const binned = await as(alice, "delete", { ids: [free.media, needed] });
      const gone = await call("DELETE", `/items/scraped_media/${needed}`, caller(alice));
      for (const { status, errors } of [binned, gone]) {
        expect([status, errors[0]?.message]).toEqual([
          409,
          expect.stringMatching(
            /^A post that is planned for .* UTC needs this\. Nothing was deleted; take it out of what is planned first, or cancel that\.$/,
          ),
        ]);
      }
    }
    expect(await rowOf(free.media)).toMatchObject({ trashed_at: null });
    await call("PATCH", `/items/scheduled_posts/${post}`, {
      ...caller(alice),
      body: { status: "cancelled" },
    });
    expect((await as(alice, "delete", { ids: [media] })).status).toBe(200);
  });

  it("keeps a post from being planned or sent with what is in it", async () => {
    const { media } = await makeMedia(database, alice);
    const due = await makePost(database, alice, { media_id: media });
    await database.query("update scraped_media set trashed_at = now() where id = $1", [media]);
    const planned = await call("POST", "/items/scheduled_posts", {
      ...caller(alice),
      body: {
        creator_profile_id: alice.profile,
        status: "pending",
        scheduled_for: "2040-01-01T00:00:00Z",
        media_id: media,
      },
    });
    expect([planned.status, planned.errors[0]?.message]).toEqual([
      400,
      "Something of this post is in the bin. Take it out of there, or choose something else. Nothing was saved.",
    ]);
    expect(await claim(due)).toMatchObject({ kind: "none" });
    expect(await postRow(database, due)).toMatchObject({
      status: "failed",
      error_message:
        "Something of this post is in the bin. Take it out of there, or choose something else. Nothing was sent.",
    });
  });

  it(`is emptied after ${binDays} days, with the files that nothing else has`, async () => {
    const [old, shared, fresh] = [
      await makeMedia(database, alice),
      await makeMedia(database, alice),
      await makeMedia(database, alice),
    ];
    const heir = (await makeMedia(database, alice)).media;
    await database.query("update scraped_media set file_id = $2 where id = $1", [
      heir,
      shared.file,
    ]);
    const bin = (days: number, ...ids: string[]) =>
      database.query(
        "update scraped_media set trashed_at = now() - $1 * interval '1 day' where id = any($2)",
        [days, ids],
      );
    await bin(binDays + 1, old.media, shared.media);
    await bin(binDays - 1, fresh.media);
    await expect
      .poll(
        async () => {
          await asWorker("/jobs/sweep");
          return [await rowOf(old.media), await rowOf(shared.media)];
        },
        { timeout: 60_000 },
      )
      .toEqual([undefined, undefined]);
    expect(await rowOf(fresh.media)).toBeDefined();
    await expect.poll(() => filesOf(old.file, shared.file)).toEqual([shared.file]);
  });

  it("keeps what is taken out of it in the moment that it would be emptied", async () => {
    const { media, file } = await makeMedia(database, alice);
    await database.query(
      "update scraped_media set trashed_at = now() - $1 * interval '1 day' where id = $2",
      [binDays + 1, media],
    );
    const other = await database.connect();
    try {
      await other.query("begin");
      await other.query("update scraped_media set trashed_at = null where id = $1", [media]);
      const sweeping = asWorker("/jobs/sweep");
      const waiting = "select 1 from pg_locks where not granted and locktype = 'transactionid'";
      await expect.poll(async () => (await database.query(waiting)).rowCount).toBeGreaterThan(0);
      await other.query("commit");
      await sweeping;
    } finally {
      await other.query("rollback");
      other.release();
    }
    expect(await rowOf(media)).toMatchObject({ trashed_at: null });
    expect(await filesOf(file)).toEqual([file]);
  });

  it.each([
    ["when it is emptied", (media: string) => emptied(media)],
    [
      "when they are deleted at once",
      (media: string) => call("DELETE", `/items/scraped_media/${media}`, caller(alice)),
    ],
  ])("remembers posts of a platform %s, so that none comes back", async (_when, remove) => {
    const { media } = await makeMedia(database, alice);
    const post = randomUUID();
    await database.query(
      "update scraped_media set platform_post_id = $2, creator_profile_id = $3 where id = $1",
      [media, post, alice.profile],
    );
    const body = { account: alice.profile, posts: [post, "another"] };
    expect((await asWorker("/library/forgotten", body)).data).toEqual({ posts: [] });
    await remove(media);
    expect(await rowOf(media)).toBeUndefined();
    expect((await asWorker("/library/forgotten", body)).data).toEqual({ posts: [post] });
    const asked = await call("POST", "/library/forgotten", { ...caller(alice), body });
    expect(asked.status).toBe(403);
  });

  it("forgets them with their account", async () => {
    const account = await makeProfile(database, alice);
    const { media } = await makeMedia(database, alice);
    await database.query(
      "update scraped_media set platform_post_id = '1', creator_profile_id = $2 where id = $1",
      [media, account],
    );
    await database.query("delete from creator_profiles where id = $1", [account]);
    const { rows } = await database.query(
      "select from forgotten_posts where creator_profile_id = $1",
      [account],
    );
    expect(rows).toEqual([]);
  });

  it("is not for programs that may only read", async () => {
    const { media } = await makeMedia(database, alice);
    const made = await call("POST", "/tokens", {
      ...caller(alice),
      body: { name: "reader", scopes: ["read"], expires_in_days: 1, asks_first: false },
    });
    const { token } = made.data as { token: string };
    const ask = (step: string, body: object) => call("POST", `/library/${step}`, { token, body });
    expect((await ask("entries", { query: {} })).status).toBe(200);
    for (const step of ["delete", "restore", "tag"]) {
      const { status, errors } = await ask(step, { ids: [media] });
      expect([status, errors[0]?.message]).toEqual([
        403,
        "This token may only read. Nothing was changed.",
      ]);
    }
  });
});

describe("tags of many entries", () => {
  it("are added and taken off, and stay in their order", async () => {
    const [{ media: one }, { media: two }] = [
      await makeMedia(database, alice),
      await makeMedia(database, alice),
    ];
    await as(alice, "tag", { ids: [one], add: ["a", "b"] });
    await as(alice, "tag", { ids: [one, two], add: ["c", "a"], remove: ["b"] });
    expect([(await rowOf(one))?.["tags"], (await rowOf(two))?.["tags"]]).toEqual([
      ["a", "c"],
      ["c", "a"],
    ]);
    expect(await idsOf({ tag: ["a", "c"] })).toEqual(expect.arrayContaining([one, two]));
  });
});

async function emptied(media: string): Promise<void> {
  await database.query(
    "update scraped_media set trashed_at = now() - $1 * interval '1 day' where id = $2",
    [binDays + 1, media],
  );
  await expect
    .poll(
      async () => {
        await asWorker("/jobs/sweep");
        return rowOf(media);
      },
      { timeout: 60_000 },
    )
    .toBeUndefined();
}

const caller = ({ token, address }: Creator) => ({ token, from: address });

const as = (user: Creator, step: string, body: object) =>
  call("POST", `/library/${step}`, { ...caller(user), body });

async function idsOf(query: object): Promise<string[]> {
  const { data } = await as(alice, "entries", { query, limit: 200 });
  return (data as { rows: { id: string }[] }).rows.map(({ id }) => id);
}

async function rowOf(id: string): Promise<Row | undefined> {
  return (await database.query<Row>("select * from scraped_media where id = $1", [id])).rows[0];
}

async function filesOf(...ids: string[]): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    "select id from directus_files where id = any($1)",
    [ids],
  );
  return rows.map(({ id }) => id);
}
