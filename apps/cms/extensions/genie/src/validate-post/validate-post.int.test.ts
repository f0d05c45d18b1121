import { randomUUID } from "node:crypto";
import { call, holdWorker, openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Creator,
  dismiss,
  makeCreator,
  makeMedia,
  makePost,
  makeProfile,
  postRow,
} from "../testing/post-scene.ts";

const database = openDatabase();
let letWorkerGoOn: () => void;
let alice: Creator;
let bob: Creator;
let picture: string;
let pdf: string;
let empty: string;

beforeAll(async () => {
  letWorkerGoOn = await holdWorker();
  [alice, bob] = await Promise.all([makeCreator(database), makeCreator(database)]);
  picture = (await makeMedia(database, alice)).media;
  pdf = (await makeMedia(database, alice, { type: "application/pdf" })).media;
  const broken = await makeMedia(database, alice);
  await database.query("delete from directus_files where id = $1", [broken.file]);
  empty = broken.media;
});
afterAll(async () => {
  await dismiss(database, alice, bob);
  await database.end();
  letWorkerGoOn();
});

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString();
const links = (...ids: string[]) => ids.map((id) => ({ scraped_media_id: id }));

const countRows = async () =>
  (await database.query("select 1 from scheduled_posts where user_id = $1", [alice.id])).rowCount;
const as = (method: string, path: string, body: object) =>
  call(method, path, { token: alice.token, from: alice.address, body });
const plan = (body: object) =>
  as("POST", "/items/scheduled_posts", {
    creator_profile_id: alice.profile,
    scheduled_for: tomorrow(),
    status: "pending",
    caption: "hello",
    ...body,
  });
const planned = async (body: object = {}) => {
  const made = await plan(body);
  expect([made.status, made.text]).toEqual([200, made.text]);
  return (made.data as { id: string }).id;
};
const change = (post: string, body: object) => as("PATCH", `/items/scheduled_posts/${post}`, body);

const missingFile =
  "The file of one of the chosen media is missing. Choose another picture or video.";
const wrongType =
  'Sandbox does not take "picture.png", which is application/pdf. It takes image/jpeg, image/png, image/webp, image/gif, video/mp4.';
const nothing = "There is nothing to post. Write a caption, or choose a picture or a video.";
const tooMany = "This post has 5 files; Sandbox takes 4. Remove some of them.";

describe("a post that is to go out", () => {
  const refused: [string, () => object, string][] = [
    [
      "no time",
      () => ({ scheduled_for: null }),
      "This post has no time. Choose when it is to go out.",
    ],
    [
      "a time in the past",
      () => ({ scheduled_for: yesterday() }),
      "This time has passed. Choose one that is still to come.",
    ],
    [
      "a time that is none",
      () => ({ scheduled_for: "soon" }),
      "This time can't be read. Send it like 2027-01-31T18:00:00Z.",
    ],
    [
      "an unknown time zone",
      () => ({ timezone: "Mars/Olympus" }),
      "There is no such time zone. Use a name like Europe/Berlin.",
    ],
    [
      "a caption over the limit",
      () => ({ caption: "x".repeat(512) }),
      "This caption has 512 characters; Sandbox takes 500. Shorten it.",
    ],
    ["nothing in it", () => ({ caption: null }), nothing],
    [
      "an answer that an option does not know",
      () => ({ platform_specific_config: { visibility: "friends", other: 1 } }),
      '"Who sees it" on Sandbox is one of: public, subscribers.',
    ],
    ["a file of a type that is not taken", () => ({ media_id: pdf }), wrongType],
    [
      "a file of a type that is not taken, in the list",
      () => ({ media: links(picture, pdf) }),
      wrongType,
    ],
    ["the same, as an object", () => ({ media: [{ scraped_media_id: { id: pdf } }] }), wrongType],
    ["the same, as a change of the list", () => ({ media: { create: links(pdf) } }), wrongType],
    ["media without its file", () => ({ media_id: empty }), missingFile],
    ["new media without a file", () => ({ media_id: { media_type: "image" } }), missingFile],
  ];

  it.each(refused)("with %s is refused, and nothing is saved", async (_what, body, sentence) => {
    const before = await countRows();
    const { status, errors } = await plan(body());
    expect([status, errors[0]?.message]).toEqual([400, `${sentence} Nothing was saved.`]);
    expect(await countRows()).toBe(before);
  });

  it.each(refused)("can't be changed to have %s", async (_what, body, sentence) => {
    const post = await planned();
    const { status, errors } = await change(post, body());
    expect([status, errors[0]?.message]).toEqual([400, `${sentence} Nothing was saved.`]);
    expect(await postRow(database, post)).toMatchObject({ generation: 1, caption: "hello" });
  });

  it("is held against what the account's own server takes", async () => {
    const account = await makeProfile(database, alice);
    await database.query("update creator_profiles set platform_limits = $1 where id = $2", [
      { captionLength: 4 },
      account,
    ]);
    const { status, errors } = await plan({ creator_profile_id: account });
    expect([status, errors[0]?.message]).toEqual([
      400,
      "This caption has 5 characters; Sandbox takes 4. Shorten it. Nothing was saved.",
    ]);
    await planned({ creator_profile_id: account, caption: "four" });
  });

  it("takes a list as long as the platform's, and no longer, in every form", async () => {
    const four = await Promise.all(
      Array.from({ length: 4 }, async () => (await makeMedia(database, alice)).media),
    );
    const post = await planned({ media: links(...four) });
    const { rows } = await database.query<{ id: string }>(
      "select id from scheduled_posts_media where scheduled_posts_id = $1 order by sort nulls last, id",
      [post],
    );
    const [first = "", second = "", ...others] = rows.map(({ id }) => id);
    const attempts: [object, number][] = [
      [{ media_id: picture }, 400],
      [{ media: { create: links(picture) } }, 400],
      [{ media: [first, second, ...others, ...links(picture)] }, 400],
      [{ media: { create: links(picture), delete: [first] } }, 200],
      [{ media: { update: [{ id: second, sort: 9 }] } }, 200],
      [{ media: [second, ...others] }, 200],
      [{ media: [] }, 200],
      [{ media: [], caption: "" }, 400],
    ];
    for (const [body, expected] of attempts) {
      const { status, text } = await change(post, body);
      expect([body, status, text]).toEqual([body, expected, text]);
    }
  });

  it("counts the picture that it names and its list together, each picture once", async () => {
    const four = await Promise.all(
      Array.from({ length: 4 }, async () => (await makeMedia(database, alice)).media),
    );
    await planned({ media_id: four[0], media: links(...four) });
    const { status, errors } = await plan({ media_id: picture, media: links(...four) });
    expect([status, errors[0]?.message]).toEqual([400, `${tooMany} Nothing was saved.`]);
  });

  it("may be on an account that is made with it, if its platform is known", async () => {
    const account = { username: randomUUID() };
    await planned({ creator_profile_id: { ...account, platform: "sandbox" } });
    const { status, errors } = await plan({
      creator_profile_id: { ...account, platform: "atlantis" },
    });
    expect([status, errors[0]?.message]).toEqual([
      400,
      `This installation can't reach the platform "atlantis". Nothing was saved.`,
    ]);
    const lost = await makeProfile(database, alice, "atlantis");
    expect((await plan({ creator_profile_id: lost })).status).toBe(400);
  });

  it("keeps its time, though that passes, while other things are changed", async () => {
    const post = await makePost(database, alice, { inSeconds: -3600 });
    expect((await change(post, { caption: "edited" })).status).toBe(200);
    const { scheduled_for: time } = await postRow(database, post);
    const same = { caption: "again", status: "pending", scheduled_for: time as Date };
    expect((await change(post, same)).status).toBe(200);
    expect((await change(post, { scheduled_for: yesterday() })).status).toBe(400);
    expect((await change(post, { status: "draft" })).status).toBe(200);
    expect((await change(post, { status: "pending" })).status).toBe(400);
  });

  it("may have a time that passed while the request was on its way", async () => {
    const justNow = new Date(Date.now() - 5000).toISOString();
    expect((await plan({ scheduled_for: justNow })).status).toBe(200);
  });
});

describe("a draft", () => {
  it("may be unfinished, but has a time that can be read", async () => {
    const draft = { status: "draft", scheduled_for: null, caption: null };
    const post = await planned({ ...draft, media_id: empty });
    expect((await change(post, { caption: "x".repeat(600) })).status).toBe(200);
    expect((await change(post, { scheduled_for: yesterday() })).status).toBe(200);
    expect((await plan({ ...draft, scheduled_for: "soon" })).status).toBe(400);
    expect((await plan({ ...draft, timezone: "x" })).status).toBe(400);
    const due = { status: "pending", scheduled_for: tomorrow() };
    const { errors } = await change(post, due);
    expect(errors[0]?.message).toBe(
      `This caption has 600 characters; Sandbox takes 500. Shorten it. ${missingFile} Nothing was saved.`,
    );
  });
});

describe("several posts at once", () => {
  it("are made or not made together, and the refusal names the account", async () => {
    const other = await makeProfile(database, alice, "sandbox_blind");
    const before = await countRows();
    const post = { scheduled_for: tomorrow(), status: "pending", caption: "hello" };
    const posts = [
      { ...post, creator_profile_id: alice.profile },
      { ...post, creator_profile_id: other, caption: "x".repeat(501) },
    ];
    const { status, text } = await as("POST", "/items/scheduled_posts", posts);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { account: other } }] });
    expect(await countRows()).toBe(before);
  });
});

describe("a change of several posts", () => {
  it("holds for each of them, or for none", async () => {
    const good = await planned();
    const draft = await planned({ status: "draft", caption: null });
    const body = { keys: [good, draft], data: { status: "pending" } };
    const { status, errors } = await as("PATCH", "/items/scheduled_posts", body);
    expect([status, errors[0]?.message]).toEqual([400, `${nothing} Nothing was saved.`]);
    expect(await postRow(database, draft)).toMatchObject({ status: "draft" });
    const each = [
      { id: good, caption: "fine" },
      { id: draft, caption: "x".repeat(501), status: "pending" },
    ];
    expect((await as("PATCH", "/items/scheduled_posts", each)).status).toBe(400);
    expect(await postRow(database, good)).toMatchObject({ caption: "hello" });
  });
});

describe("what is refused", () => {
  it("tells nothing of other people's posts and pictures", async () => {
    const theirs = await makePost(database, bob, { inSeconds: 3600, caption: "x".repeat(600) });
    const edit = await change(theirs, { timezone: "UTC", status: "pending" });
    expect([edit.status, edit.text.includes("600")]).toEqual([403, false]);
    const secret = await makeMedia(database, bob, { type: "application/pdf" });
    const attempts: [object, number][] = [
      [{ media_id: secret.media }, 403],
      [{ media: links(secret.media) }, 403],
      [{ media_id: { media_type: "image", file_id: secret.file } }, 400],
    ];
    for (const [body, expected] of attempts) {
      const { status, text } = await plan(body);
      expect([body, status, text.includes("pdf")]).toEqual([body, expected, false]);
    }
  });

  it("is refused to an administrator as well", async () => {
    const { status } = await call("POST", "/items/scheduled_posts", {
      token: stackUnderTest().adminToken,
      body: { creator_profile_id: alice.profile, status: "pending", scheduled_for: yesterday() },
    });
    expect(status).toBe(400);
  });
});

describe("a post with an idempotency key", () => {
  it("is made once, however often and how many at once it is tried", async () => {
    const before = (await countRows()) ?? 0;
    const key = { idempotency_key: randomUUID() };
    const tries = await Promise.all(Array.from({ length: 5 }, () => plan(key)));
    expect(codes(tries)).toEqual([...Array.from({ length: 4 }, () => "RECORD_NOT_UNIQUE"), "made"]);
    // Said before what is wrong with a second one.
    const late = await plan({ ...key, scheduled_for: yesterday() });
    expect([late.status, late.errors[0]?.message]).toEqual([
      400,
      "This post was made by an earlier try with the same idempotency key. Nothing was made again.",
    ]);
    expect(await countRows()).toBe(before + 1);
  });

  it("is made for each account of hers, and the key stays", async () => {
    const key = { idempotency_key: randomUUID() };
    const account = await makeProfile(database, alice);
    const post = await planned(key);
    await planned({ ...key, creator_profile_id: account });
    expect((await change(post, { idempotency_key: randomUUID() })).status).toBe(403);
    expect(await postRow(database, post)).toMatchObject(key);
  });
});

const codes = (answers: Awaited<ReturnType<typeof plan>>[]) =>
  answers.map(({ errors }) => errors[0]?.extensions?.code ?? "made").toSorted();
