import { describe, expect, it } from "vitest";
import {
  addEntry,
  addOwnTag,
  as,
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
const waitsForLock = async () => {
  const { rows } = await database.query(
    "select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
  );
  return rows.length > 0;
};

describe("her own tags", () => {
  it("win over the mapping, make all of hers due, and nobody else's", async () => {
    const user = await makeCreator();
    const word = oddWord();
    const [id, theirs] = [
      await addEntry(user, { caption: `${tag} ${other} ${word}` }),
      await addEntry(bob, { caption: tag }),
    ];
    await Promise.all([classifyAll(user), classifyAll(bob)]);
    const own = await addOwnTag(user, ` ${tag.toUpperCase()} `, { concept: "platform-fit" });
    await addOwnTag(user, other, { ignored: true });
    await addOwnTag(user, word);
    expect([await isDue(database, id), await isDue(database, theirs)]).toEqual([true, false]);
    await classifyAll(user);
    const { taxonomy_concepts: found } = await entryRow(database, id);
    const concepts = Object.fromEntries(found?.tags.map((each) => [each.tag, each.concept]) ?? []);
    expect(concepts).toEqual({ [tag]: "platform-fit", [word]: "content-type" });
    for (const change of [
      () => as(user, "PATCH", `/items/tag_overrides/${own}`, { weight: 0.1 }),
      () => as(user, "DELETE", `/items/tag_overrides/${own}`),
    ]) {
      await change();
      expect(await isDue(database, id)).toBe(true);
      await classifyAll(user);
    }
  });

  it("that change while an entry is classified are not overlooked", async () => {
    const user = await makeCreator();
    const id = await addEntry(user, { caption: tag });
    const client = await database.connect();
    try {
      await client.query("begin");
      await client.query("select genie_own_tags_lock($1, false)", [user.id]);
      await client.query("update scraped_media set classified_at = now() where id = $1", [id]);
      const adding = addOwnTag(user, tag, { ignored: true });
      await expect.poll(waitsForLock).toBe(true);
      await client.query("commit");
      await adding;
    } finally {
      client.release(true);
    }
    expect(await isDue(database, id)).toBe(true);
    await classifyAll(user);
    expect(await tagsOn(database, id)).toEqual({});
  });

  it.each([
    ["no name", { tag: " " }, "A tag is a word or a few, of 100 characters at most."],
    ["nothing but marks", { tag: "#!" }, "A tag is a word or a few, of 100 characters at most."],
    [
      "a long name",
      { tag: "x".repeat(101) },
      "A tag is a word or a few, of 100 characters at most.",
    ],
    ["no number", { weight: "much" }, "How strongly a tag counts is a number from 0 to 1."],
    ["too great a weight", { weight: 1.5 }, "How strongly a tag counts is a number from 0 to 1."],
  ])("with %s are refused, before and after", async (_what, change, sentence) => {
    const row = { tag: oddWord(), dimension_id: dimensionOf("content-type"), weight: 0.5 };
    const created = await as(alice, "POST", "/items/tag_overrides", { ...row, ...change });
    const id = await addOwnTag(alice, oddWord());
    const changed = await as(alice, "PATCH", `/items/tag_overrides/${id}`, change);
    for (const { status, errors } of [created, changed]) {
      expect([status, errors[0]?.message]).toEqual([400, `${sentence} Nothing was saved.`]);
    }
  });

  it("are kept trimmed and in lower case, a thousand at most", async () => {
    const user = await makeCreator();
    const id = await addOwnTag(user, "  Two   WORDS ");
    const { rows } = await database.query("select tag from tag_overrides where id = $1", [id]);
    expect(rows).toEqual([{ tag: "two words" }]);
    await database.query(
      `insert into tag_overrides (id, user_id, tag, dimension_id)
       select gen_random_uuid(), $1, 'tag ' || n, $2 from generate_series(2, 1000) n`,
      [user.id, dimensionOf("content-type")],
    );
    const body = { tag: oddWord(), dimension_id: dimensionOf("content-type") };
    const { status, errors } = await as(user, "POST", "/items/tag_overrides", body);
    expect([status, errors[0]?.message]).toEqual([400, expect.stringContaining("1000 tags")]);
  });
});
