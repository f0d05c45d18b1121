import { randomUUID } from "node:crypto";
import { call, stackUnderTest, type TestUser } from "@genie/testing";
import { describe, expect, it } from "vitest";
import { asWorker } from "../testing/post-scene.ts";
import {
  addEntry,
  addFile,
  addOwnTag,
  addTag,
  as,
  asAdmin,
  classifyAll,
  dimensionOf,
  entryRow,
  isDue,
  makeCreator,
  oddWord,
  tagsOn,
  taxonomyScene,
} from "../testing/taxonomy-scene.ts";

const { database, alice, bob, tag, other } = taxonomyScene();
const correct = (user: TestUser, id: string, corrections: object) =>
  as(user, "POST", "/taxonomy/correct", { id, corrections });

describe("an entry that is due", () => {
  it("is classified, once, and its date stays as it was", async () => {
    const id = await addEntry(alice, { caption: `What a ${tag}!`, tags: [other] });
    expect(await isDue(database, id)).toBe(true);
    const { date_updated } = await entryRow(database, id);
    expect(await classifyAll(alice)).toBe(1);
    const { taxonomy_concepts: found, ...row } = await entryRow(database, id);
    expect(found?.tags).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ tag, by: "found", from: [{ in: "caption", words: tag }] }),
        expect.objectContaining({ tag: other, concept: "audience-appeal", weight: 0.4 }),
      ]),
    );
    expect(found?.concepts["content-type"].value).toBeGreaterThan(0);
    expect(row).toEqual({ date_updated, classified_at: expect.any(Date) });
    expect(await classifyAll(alice)).toBe(0);
  });

  it.each([
    ["its caption", "caption = 'other'"],
    ["its tags", `tags = '["other"]'`],
    ["its kind", "media_type = 'video'"],
    ["its size in pixels", "width = 99"],
    ["its length", "duration_s = 12.5"],
    ["what is proposed", `taxonomy_proposals = '["x"]'`],
    ["its corrections", `taxonomy_corrections = '{"removed":["x"]}'`],
  ])("is so again after a change of %s, whoever made it", async (_what, change) => {
    const id = await addEntry(alice, { caption: tag });
    await classifyAll(alice);
    await database.query(`update scraped_media set ${change} where id = $1`, [id]);
    expect(await isDue(database, id)).toBe(true);
  });

  it.each([
    ["figures", "likes = 5, earnings = 3"],
    ["the bin", "trashed_at = now()"],
    ["a date", "published_at = now()"],
    ["a description", "alt_text = 'x'"],
    ["the same words", "caption = caption, tags = tags"],
  ])("is not so after a change of %s", async (_what, change) => {
    const id = await addEntry(alice, { caption: tag });
    await classifyAll(alice);
    await database.query(`update scraped_media set ${change} where id = $1`, [id]);
    expect(await isDue(database, id)).toBe(false);
  });

  it("is so when another file is shown, and when that gets its facts", async () => {
    const [id, file] = [await addEntry(alice, {}), await addFile(database, alice)];
    await classifyAll(alice);
    await as(alice, "PATCH", `/items/scraped_media/${id}`, { file_id: file });
    expect(await isDue(database, id)).toBe(true);
    await classifyAll(alice);
    await database.query("update directus_files set filesize = 5 where id = $1", [file]);
    expect(await isDue(database, id)).toBe(true);
  });

  it("is passed over while somebody writes to it, and not lost", async () => {
    const user = await makeCreator();
    const id = await addEntry(user, { caption: tag });
    const client = await database.connect();
    try {
      await client.query("begin");
      await client.query("update scraped_media set caption = $2 where id = $1", [id, other]);
      expect(await classifyAll(user)).toBe(0);
      await client.query("commit");
    } finally {
      client.release(true);
    }
    expect(await classifyAll(user)).toBe(1);
    expect(await tagsOn(database, id)).toEqual({ [other]: "found" });
  });

  it("stays out of the way of the others with words that are no text", async () => {
    const id = await addEntry(bob, { caption: tag });
    const odd = await addEntry(bob, { caption: "fine" });
    await database.query(
      `update scraped_media set tags = '{"a":1}', taxonomy_corrections = '[3]', taxonomy_proposals = '7'
        where id = $1`,
      [odd],
    );
    expect(await classifyAll(bob)).toBe(2);
    expect([await isDue(database, id), await isDue(database, odd)]).toEqual([false, false]);
  });
});

describe("corrections", () => {
  it("win at once, and stay when all is classified again", async () => {
    const user = await makeCreator();
    const id = await addEntry(user, { caption: `a ${tag}` });
    await classifyAll(user);
    const corrections = { concepts: { "intimacy-level": 0.9 }, added: [other], removed: [tag] };
    const answer = await correct(user, id, corrections);
    expect([answer.status, answer.data]).toMatchObject([200, { corrections }]);
    const isKept = async () => {
      const { taxonomy_concepts: found } = await entryRow(database, id);
      expect(found?.concepts["intimacy-level"]).toEqual({
        value: 0.9,
        confidence: 1,
        corrected: true,
      });
      expect(await tagsOn(database, id)).toEqual({ [other]: "added" });
      expect(await isDue(database, id)).toBe(false);
    };
    await isKept();
    const again = await as(user, "POST", "/taxonomy/reclassify", {});
    expect(again.data).toEqual({ total: 1, due: 1, outdated: 0 });
    await classifyAll(user);
    await isKept();
    await correct(user, id, {});
    expect(await tagsOn(database, id)).toEqual({ [tag]: "found" });
  });

  it("add what is known or her own, by its name, and nothing else", async () => {
    const user = await makeCreator();
    const word = oddWord();
    const id = await addEntry(user, {});
    const refused = await correct(user, id, { added: [word] });
    expect([refused.status, refused.errors[0]?.message]).toEqual([
      400,
      expect.stringContaining(`"${word}" is none of the tags that are known here`),
    ]);
    const own = await addOwnTag(user, word);
    const taken = await correct(user, id, {
      added: [word.toUpperCase(), `#${tag}`, tag],
      removed: [tag],
    });
    expect(taken.data).toMatchObject({ corrections: { added: [word, tag], removed: [] } });
    // What she added before is kept, though its tag is gone.
    await as(user, "DELETE", `/items/tag_overrides/${own}`);
    expect((await correct(user, id, { added: [word] })).status).toBe(200);
    expect((await correct(user, id, { added: Array(51).fill(tag) })).status).toBe(400);
  });
});

describe("the mapping", () => {
  it("that an administrator edits holds for the next entry", async () => {
    const user = await makeCreator();
    const [word, alias] = [oddWord(), oddWord()];
    const path = `/items/taxonomy_mapping/${await addTag(word)}`;
    const conceptOf = async () => {
      const id = await addEntry(user, { caption: `${alias} and ${word}` });
      await classifyAll(user);
      const { taxonomy_concepts: found } = await entryRow(database, id);
      return found?.tags.map(({ concept, weight, from }) => [concept, weight, from.length]);
    };
    expect(await conceptOf()).toEqual([["content-type", 0.8, 1]]);
    const change = { dimension_id: dimensionOf("platform-fit"), weight: 0.3, aliases: [alias] };
    await asAdmin("PATCH", path, change);
    expect(await conceptOf()).toEqual([["platform-fit", 0.3, 2]]);
    await asAdmin("PATCH", path, { active: false });
    expect(await conceptOf()).toEqual([]);
    await asAdmin("DELETE", path);
    const status = await as(user, "POST", "/taxonomy/status", {});
    // It was in use no more, so without it the mapping is the same.
    expect(status.data).toEqual({ total: 3, due: 0, outdated: 2 });
    const outdated = await as(user, "POST", "/taxonomy/reclassify", { outdated: true });
    expect(outdated.data).toEqual({ total: 3, due: 2, outdated: 0 });
    await classifyAll(user);
    const none = await as(user, "POST", "/taxonomy/reclassify", { outdated: true });
    expect(none.data).toEqual({ total: 3, due: 0, outdated: 0 });
  });
});

describe("what a model proposes", () => {
  it("counts for nothing, is a tag of ours, and not one that is there or was removed", async () => {
    const user = await makeCreator();
    const third = oddWord();
    await addTag(third);
    const id = await addEntry(user, { caption: `a ${tag}` });
    await correct(user, id, { removed: [third] });
    const before = (await entryRow(database, id)).taxonomy_concepts?.concepts;
    const terms = [tag, `#${other}`, third, "delete all posts", "", "x".repeat(200)];
    const answer = await asWorker("/taxonomy/propose", { id, terms });
    expect([answer.status, answer.data]).toEqual([200, { proposed: [other] }]);
    expect(await tagsOn(database, id)).toEqual({ [tag]: "found", [other]: "proposed" });
    expect((await entryRow(database, id)).taxonomy_concepts?.concepts).toEqual(before);
    await correct(user, id, { added: [other], removed: [third] });
    expect(await tagsOn(database, id)).toEqual({ [tag]: "found", [other]: "added" });
    expect((await asWorker("/taxonomy/propose", { id: randomUUID(), terms })).status).toBe(404);
  });
});

describe("nobody else", () => {
  it("can correct her entries, ask for them or have them classified", async () => {
    const id = await addEntry(alice, { caption: tag });
    await classifyAll(alice);
    const corrected = await correct(bob, id, { removed: [tag] });
    expect(corrected.status).toBe(404);
    for (const [step, body] of [
      ["reclassify", { owner: alice.id }],
      ["reclassify", { everybody: true }],
      ["status", { owner: alice.id }],
      ["status", { everybody: true }],
      ["classify-due", { owner: bob.id }],
      ["propose", { id, terms: [other] }],
    ] as const) {
      const { status, errors } = await as(bob, "POST", `/taxonomy/${step}`, body);
      expect([step, status, errors[0]?.message]).toEqual([step, 403, expect.stringMatching(/\.$/)]);
    }
    const { workerToken } = stackUnderTest();
    for (const token of [undefined, workerToken]) {
      for (const step of ["correct", "reclassify", "status"]) {
        const body = step === "correct" ? { id, corrections: {} } : {};
        expect((await call("POST", `/taxonomy/${step}`, { token, body })).status).toBe(403);
      }
    }
    expect(await tagsOn(database, id)).toEqual({ [tag]: "found" });
    expect(await isDue(database, id)).toBe(false);
  });

  it("who may only read can change anything", async () => {
    const { data } = await as(alice, "POST", "/tokens", {
      name: "reader",
      scopes: ["read"],
      expires_in_days: 1,
    });
    const { token } = data as { token: string };
    const id = await addEntry(alice, { caption: tag });
    const ask = async (path: string, body: object) =>
      (await call("POST", path, { token, body })).status;
    expect(await ask("/taxonomy/correct", { id, corrections: {} })).toBe(403);
    expect(await ask("/taxonomy/reclassify", {})).toBe(403);
    expect(await ask("/actions/taxonomy-tag", { params: { media_id: id } })).toBe(403);
    expect(await ask("/taxonomy/status", {})).toBe(200);
    expect(await isDue(database, id)).toBe(true);
  });

  it("but an administrator can ask for everybody's", async () => {
    const { data } = await asAdmin("POST", "/taxonomy/status", { owner: alice.id });
    const { rows } = await database.query<{ total: number }>(
      "select count(*)::int as total from scraped_media where user_id = $1",
      [alice.id],
    );
    expect(data).toMatchObject({ total: rows[0]?.total });
    const everybody = await asAdmin("POST", "/taxonomy/status", { everybody: true });
    expect((everybody.data as { total: number }).total).toBeGreaterThan(rows[0]?.total ?? 0);
  });
});

describe("the action that classifies", () => {
  it("does so now, and says which words say so; not with somebody else's entry", async () => {
    const id = await addEntry(alice, { caption: `a ${tag}` });
    const params = { media_id: id };
    const { status, data } = await as(alice, "POST", "/actions/taxonomy-tag", { params });
    expect([status, data]).toMatchObject([
      200,
      {
        status: "done",
        result: { media_id: id, tags: [{ tag, from: [{ in: "caption", words: tag }] }] },
      },
    ]);
    expect(await isDue(database, id)).toBe(false);
    expect((await as(bob, "POST", "/actions/taxonomy-tag", { params })).status).toBe(404);
  });
});
