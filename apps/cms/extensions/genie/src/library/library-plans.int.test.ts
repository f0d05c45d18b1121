import { libraryFacets, LibraryQuery, roles } from "@genie/schema";
import { createUser, openDatabase, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dismiss } from "../testing/post-scene.ts";
import { conditionsOf } from "./conditions.ts";
import { listsSql, shapesSql } from "./count-facets.ts";
import type { Cursor } from "./cursor.ts";
import { pageSql } from "./list-entries.ts";

const entries = 6000;
const database = openDatabase();
let alice: TestUser;
let bob: TestUser;

beforeAll(async () => {
  [alice, bob] = await Promise.all([
    createUser({ role: roles.creator.id }),
    createUser({ role: roles.creator.id }),
  ]);
  for (const { id } of [alice, bob]) {
    await database.query(
      `insert into scraped_media (id, user_id, media_type, caption, tags, date_created, likes, comments, views, earnings,
                                  taxonomy_concepts, classified_at)
       select gen_random_uuid(), $1, 'image',
              'common ' || case when n % 1500 = 0 then 'zanzibar' else 'word' || n end,
              json_build_array('tag-' || n % 400), now() - n * interval '1 hour',
              n % 977, n % 89, n % 1013, n % 503,
              json_build_object('tags', json_build_array(
                json_build_object('tag', 'subject-' || n % 400, 'by', 'found'))), now()
         from generate_series(1, $2::int) n`,
      [id, entries],
    );
  }
  // As autovacuum does by itself: what was just written waits in a list beside the index of words.
  await database.query("vacuum (analyze) library_entries");
});
afterAll(async () => {
  await dismiss(database, alice, bob);
  await database.end();
});

describe("the database finds by an index, in a large library", () => {
  it.each([
    ["a rare word", { search: "zanzibar" }, "words"],
    ["the beginning of a word", { search: "zanz" }, "words"],
    ["two words", { search: "common zanzibar" }, "words"],
    ["a tag", { tag: ["tag-7"] }, "words"],
    ["a subject", { subject: ["subject-7"] }, "words"],
    ["a rare word by likes", { search: "zanzibar", order: "likes" }, "words"],
    ["the newest", {}, "by_at"],
    ["the newest with a word that all have", { search: "common" }, "by_at"],
    ["the oldest", { order: "oldest" }, "by_at"],
    ["the dearest", { order: "earnings" }, "by_cents"],
    ["the most liked", { order: "likes" }, "by_likes"],
    ["the most discussed", { order: "comments" }, "by_comments"],
    ["the most seen", { order: "views" }, "by_views"],
    ["the bin", { deleted: true }, "trashed"],
  ] as const)("%s", async (_what, query, index) => {
    expect(await planOf(query, null)).toContain(`library_entries_${index}`);
  });

  it.each(["newest", "oldest", "earnings", "likes", "comments", "views"] as const)(
    "where a page in the middle starts by %s, and nothing before it is read",
    async (order) => {
      const key =
        order === "newest" || order === "oldest" ? `${Date.now() - 9_000_000_000}000` : "40";
      const plan = await planOf({ order }, { key, id: alice.id });
      expect(plan).toMatch(/Index Cond: .*ROW\(/);
      expect(plan).not.toContain("Sort");
    },
  );
});

it.each([
  ["nothing", {}],
  ["a platform and what it earned", { platform: ["sandbox"], earned: ["best"] }],
  ["a time", { from: "2020-01-01T00:00:00Z" }],
] as const)("counts are read from an index alone, with %s chosen", async (_what, query) => {
  const conditions = conditionsOf(alice.id, LibraryQuery.parse(query));
  // A table as small as this one is read itself in less time.
  await database.query("set enable_seqscan = off; set enable_bitmapscan = off");
  for (const statement of [
    shapesSql(conditions, libraryFacets),
    listsSql(conditions, ["tag", "subject"]),
  ]) {
    const plan = await explain(statement);
    expect(plan).toContain("Index Only Scan using library_entries_counted");
  }
  await database.query("reset enable_seqscan; reset enable_bitmapscan");
});

const planOf = (query: object, after: Cursor | null) =>
  explain(pageSql(alice.id, LibraryQuery.parse(query), after));

async function explain({ sql, values }: ReturnType<typeof pageSql>): Promise<string> {
  const bound: unknown[] = [];
  const numbered = sql.replaceAll(/(?<!:):(\w+)/g, (_match, name: string) => {
    bound.push(name === "most" ? 61 : values[name]);
    return `$${bound.length}`;
  });
  const { rows } = await database.query<{ "QUERY PLAN": string }>(`explain ${numbered}`, bound);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}
