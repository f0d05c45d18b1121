import { randomUUID } from "node:crypto";
import {
  lockedPostStates,
  type PostState,
  postStates,
  postTransitions,
  type PostWriter,
  roles,
} from "@genie/schema";
import { call, createUser, openDatabase, type TestUser } from "@genie/testing";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const locked: readonly PostState[] = lockedPostStates;
const lockedSentence =
  "This post is going out or has gone out, so it can't be changed any more. Nothing was changed.";
const database = openDatabase();
let alice: TestUser;
let profile: string;

beforeAll(async () => {
  alice = await createUser({ role: roles.creator.id });
  const made = await as("POST", "/items/creator_profiles", {
    platform: "sandbox",
    username: randomUUID(),
  });
  profile = idOf(made);
});
afterAll(async () => {
  await database.end();
});

describe("the life of a post, in the database itself", () => {
  const cases = postStates.flatMap((from) =>
    postStates.flatMap((to) =>
      (["gate", "publisher"] as const).map((writer) => ({ from, to, writer })),
    ),
  );

  it.each(cases)("$from to $to by the $writer", async ({ from, to, writer }) => {
    const refused = await inTransaction(async (client) => {
      const post = await insertPost(client);
      await walkTo(client, post, from);
      return tryTo(client, writer, "update scheduled_posts set status = $2 where id = $1", [
        post,
        to,
      ]);
    });
    expect(refused).toBe(expectedRefusal(from, to, writer));
  });

  it.each(postStates)("a new post as %s", async (status) => {
    for (const writer of ["gate", "publisher"] as const) {
      const refused = await inTransaction((client) =>
        tryTo(
          client,
          writer,
          `insert into scheduled_posts (id, user_id, creator_profile_id, scheduled_for, published_at, status)
           values (gen_random_uuid(), $1, $2, now(), now(), $3)`,
          [alice.id, profile, status],
        ),
      );
      const allowed = writer === "publisher" || status === "draft" || status === "pending";
      expect([writer, refused]).toEqual([writer, allowed ? null : "GH002"]);
    }
  });

  it.each(postStates)("deleting a post that is %s", async (status) => {
    for (const writer of ["gate", "publisher"] as const) {
      const refused = await inTransaction(async (client) => {
        const post = await insertPost(client);
        await walkTo(client, post, status);
        return tryTo(client, writer, "delete from scheduled_posts where id = $1", [post]);
      });
      const isRefused = writer === "gate" && locked.includes(status);
      expect([writer, refused]).toEqual([writer, isRefused ? "GH001" : null]);
    }
  });
});

describe("a post, over the interface", () => {
  it.each([
    ["caption", "another"],
    ["scheduled_for", "2031-01-01T00:00:00Z"],
    ["timezone", "Europe/Berlin"],
    ["rating", "explicit"],
    ["late_policy", "hold"],
    ["platform_specific_config", { spoiler: true }],
  ])("a change of %s raises the generation", async (field, value) => {
    const post = await makePost();
    expect(await generationOf(post)).toBe(1);
    expect((await as("PATCH", `/items/scheduled_posts/${post}`, { [field]: value })).status).toBe(
      200,
    );
    expect(await generationOf(post)).toBe(2);
    expect((await as("PATCH", `/items/scheduled_posts/${post}`, { [field]: value })).status).toBe(
      200,
    );
    expect(await generationOf(post)).toBe(2);
  });

  it("a change of the picture or the account raises the generation", async () => {
    const post = await makePost();
    const other = await as("POST", "/items/creator_profiles", {
      platform: "sandbox",
      username: randomUUID(),
    });
    await as("PATCH", `/items/scheduled_posts/${post}`, { media_id: await makeMedia() });
    expect(await generationOf(post)).toBe(2);
    await as("PATCH", `/items/scheduled_posts/${post}`, { creator_profile_id: idOf(other) });
    expect(await generationOf(post)).toBe(3);
  });

  it("each change of the list of media raises the generation", async () => {
    const post = await makePost();
    const [first, second] = [await makeMedia(), await makeMedia()];
    const path = `/items/scheduled_posts/${post}`;
    const added = await as("PATCH", path, {
      media: [{ scraped_media_id: first }, { scraped_media_id: second }],
    });
    expect(added.status).toBe(200);
    const afterAdding = await generationOf(post);
    expect(afterAdding).toBeGreaterThan(1);
    const links = (added.data as { media: string[] }).media;
    const sorted = await as("PATCH", path, {
      media: links.toReversed().map((id, index) => ({ id, sort: index + 1 })),
    });
    expect([sorted.status, sorted.text]).toEqual([200, sorted.text]);
    const afterSorting = await generationOf(post);
    expect(afterSorting).toBeGreaterThan(afterAdding);
    const removed = await as("DELETE", `/items/scheduled_posts_media/${links[0]}`);
    expect(removed.status).toBe(204);
    expect(await generationOf(post)).toBe(afterSorting + 1);
  });

  it.each(locked)("that is %s refuses every change with a sentence", async (status) => {
    const { post, link, media } = await makePostWithMedia();
    await setState(post, status);
    const before = await rowOf(post);
    const attempts: [string, string, object?][] = [
      ["PATCH", `/items/scheduled_posts/${post}`, { caption: "too late" }],
      ["PATCH", `/items/scheduled_posts/${post}`, { status: "cancelled" }],
      ["PATCH", `/items/scheduled_posts/${post}`, { media: [] }],
      [
        "PATCH",
        `/items/scheduled_posts/${post}`,
        { media: { create: [{ scraped_media_id: media }] } },
      ],
      ["DELETE", `/items/scheduled_posts/${post}`],
      [
        "POST",
        "/items/scheduled_posts_media",
        { scheduled_posts_id: post, scraped_media_id: media },
      ],
      ["PATCH", `/items/scheduled_posts_media/${link}`, { sort: 9 }],
      ["DELETE", `/items/scheduled_posts_media/${link}`],
      ["DELETE", `/items/scraped_media/${media}`],
      ["DELETE", `/items/creator_profiles/${profile}`],
    ];
    for (const [method, path, body] of attempts) {
      const { status: answered, errors } = await as(method, path, body);
      expect([method, path, answered, errors[0]?.message]).toEqual([
        method,
        path,
        409,
        lockedSentence,
      ]);
    }
    expect(await rowOf(post)).toEqual(before);
    await setState(post, "failed");
  });

  it("that is published keeps its content, but may be deleted", async () => {
    const { post, link, media } = await makePostWithMedia();
    await setState(post, "published");
    for (const [method, path, body] of [
      ["PATCH", `/items/scheduled_posts/${post}`, { caption: "rewritten" }],
      ["PATCH", `/items/scheduled_posts/${post}`, { rating: "explicit" }],
      ["PATCH", `/items/scheduled_posts/${post}`, { status: "draft" }],
      [
        "POST",
        "/items/scheduled_posts_media",
        { scheduled_posts_id: post, scraped_media_id: media },
      ],
      ["PATCH", `/items/scheduled_posts_media/${link}`, { sort: 9 }],
    ] as const) {
      expect([method, path, (await as(method, path, body)).status]).toEqual([method, path, 409]);
    }
    expect((await as("DELETE", `/items/scheduled_posts/${post}`)).status).toBe(204);
  });

  it("that is published survives the deletion of its picture and of its file", async () => {
    const { post, media } = await makePostWithMedia();
    await as("PATCH", `/items/scheduled_posts/${post}`, { media_id: media });
    await setState(post, "published");
    expect((await as("DELETE", `/items/scraped_media/${media}`)).status).toBe(204);
    expect(await rowOf(post)).toMatchObject({ status: "published", media_id: null });
  });

  it("that is due needs a time, and says so", async () => {
    const made = await as("POST", "/items/scheduled_posts", {
      creator_profile_id: profile,
      status: "pending",
    });
    expect([made.status, made.errors[0]?.message]).toEqual([
      400,
      "This post has no time. Choose when it is to go out. Nothing was saved.",
    ]);
  });

  it.each(postStates.filter((state) => !["draft", "pending", "cancelled"].includes(state)))(
    "is not set to %s by a person",
    async (status) => {
      const post = await makePost();
      const changed = await as("PATCH", `/items/scheduled_posts/${post}`, { status });
      expect(changed.status).toBe(400);
      const made = await as("POST", "/items/scheduled_posts", {
        creator_profile_id: profile,
        scheduled_for: "2031-01-01T00:00:00Z",
        status,
      });
      expect(made.status).toBe(400);
    },
  );

  it.each([
    [
      "an edit",
      (post: string) => as("PATCH", `/items/scheduled_posts/${post}`, { caption: "late" }),
    ],
    [
      "a new picture",
      async (post: string) =>
        as("POST", "/items/scheduled_posts_media", {
          scheduled_posts_id: post,
          scraped_media_id: await makeMedia(),
        }),
    ],
    ["a deletion", (post: string) => as("DELETE", `/items/scheduled_posts/${post}`)],
  ])("that is being claimed wins against %s that comes at the same moment", async (_what, edit) => {
    const post = await makePost();
    const client = await database.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('genie.writer', 'publisher', true)");
      await client.query("update scheduled_posts set status = 'pending' where id = $1", [post]);
      await client.query("update scheduled_posts set status = 'publishing' where id = $1", [post]);
      const late = edit(post);
      await expect
        .poll(async () => {
          const { rowCount } = await database.query(
            "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
          );
          return rowCount;
        })
        .toBeGreaterThan(0);
      await client.query("commit");
      expect((await late).status).toBe(409);
    } finally {
      client.release();
    }
    expect(await rowOf(post)).toMatchObject({ status: "publishing", generation: 1 });
    await setState(post, "failed");
  });
});

function expectedRefusal(from: PostState, to: PostState, writer: PostWriter): string | null {
  if (writer === "gate" && locked.includes(from)) return "GH001";
  if (from === to) return null;
  const transitions: Partial<Record<PostState, PostWriter>> = postTransitions[from];
  const allowed = transitions[to];
  const may = allowed !== undefined && (writer === "publisher" || allowed === "gate");
  return may ? null : "GH002";
}

async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await database.connect();
  try {
    await client.query("begin");
    return await work(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function insertPost(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into scheduled_posts (id, user_id, creator_profile_id, scheduled_for, published_at, status)
     values (gen_random_uuid(), $1, $2, now(), now(), 'draft') returning id`,
    [alice.id, profile],
  );
  return rows[0]?.id ?? "";
}

/** Along allowed changes only, as the publisher, who may make all of them. */
async function walkTo(client: PoolClient, post: string, state: PostState): Promise<void> {
  await client.query("select set_config('genie.writer', 'publisher', true)");
  for (const step of pathTo(state)) {
    await client.query("update scheduled_posts set status = $2 where id = $1", [post, step]);
  }
}

function pathTo(state: PostState): PostState[] {
  const paths: PostState[][] = [["draft"]];
  for (const path of paths) {
    const last = path.at(-1) ?? "draft";
    if (last === state) return path.slice(1);
    const next = Object.keys(postTransitions[last]) as PostState[];
    paths.push(...next.filter((step) => !path.includes(step)).map((step) => [...path, step]));
  }
  throw new Error(`No post ever becomes ${state}.`);
}

/** The SQLSTATE of the refusal; null when it was done. */
async function tryTo(
  client: PoolClient,
  writer: PostWriter,
  sql: string,
  values: unknown[],
): Promise<string | null> {
  await client.query("select set_config('genie.writer', $1, true)", [
    writer === "publisher" ? "publisher" : "",
  ]);
  try {
    await client.query(sql, values);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

async function setState(post: string, state: PostState): Promise<void> {
  const client = await database.connect();
  try {
    await client.query("begin");
    const { status } = await rowOf(post);
    await client.query("select set_config('genie.writer', 'publisher', true)");
    await client.query("update scheduled_posts set published_at = now() where id = $1", [post]);
    const steps = status === "draft" ? pathTo(state) : [state];
    for (const step of steps) {
      await client.query("update scheduled_posts set status = $2 where id = $1", [post, step]);
    }
    await client.query("commit");
  } finally {
    client.release();
  }
}

async function rowOf(post: string): Promise<Record<string, unknown>> {
  const { rows } = await database.query("select * from scheduled_posts where id = $1", [post]);
  return rows[0];
}

async function generationOf(post: string): Promise<number> {
  return Number((await rowOf(post))["generation"]);
}

async function makePost(): Promise<string> {
  return idOf(
    await as("POST", "/items/scheduled_posts", {
      creator_profile_id: profile,
      scheduled_for: "2030-01-01T00:00:00Z",
      caption: "hello",
    }),
  );
}

async function makeMedia(): Promise<string> {
  return idOf(await as("POST", "/items/scraped_media", { media_type: "image" }));
}

async function makePostWithMedia() {
  const [post, media] = [await makePost(), await makeMedia()];
  const link = await as("POST", "/items/scheduled_posts_media", {
    scheduled_posts_id: post,
    scraped_media_id: media,
    sort: 1,
  });
  return { post, media, link: idOf(link) };
}

function as(method: string, path: string, body?: object) {
  const { token, address } = alice;
  return call(method, path, { token, from: address, ...(body ? { body } : {}) });
}

function idOf({ data, text }: Awaited<ReturnType<typeof call>>): string {
  const id = (data as { id?: string } | undefined)?.id;
  if (id === undefined) throw new Error(`There is no id in ${text}`);
  return id;
}
