import { randomBytes, randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, type TestUser } from "@genie/testing";
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

const as = ({ token, address: from }: TestUser) => ({ token, from });

function idOf({ data, text }: { data: unknown; text: string }): string {
  const { id } = (data ?? {}) as { id?: string };
  if (id === undefined) throw new Error(text);
  return id;
}
