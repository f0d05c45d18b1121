import type { TagMapping } from "@genie/taxonomy";
import { stackUnderTest } from "@genie/testing";
import { Client } from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { applyMapping, mappingDrift } from "./apply-mapping.ts";

let database: Client;

// The tags of the stack are there for other tests, so nothing of this is ever committed.
beforeEach(async () => {
  database = new Client({ connectionString: stackUnderTest().databaseUrl });
  await database.connect();
  await database.query("begin");
  await database.query("delete from taxonomy_mapping");
});
afterEach(async () => {
  await database.query("rollback");
  await database.end();
});

const tagOf = (tag: string, more: Partial<TagMapping> = {}): TagMapping => ({
  tag,
  concept: "content-type",
  weight: 0.5,
  aliases: [`${tag}s`],
  ...more,
});
const shipped = [tagOf("beach"), tagOf("lamp"), tagOf("roof")];

const rows = async () => {
  const found = await database.query<{
    tag: string;
    weight: string;
    aliases: string[];
    active: boolean;
  }>("select tag, weight::float8 as weight, aliases, active from taxonomy_mapping order by tag");
  return found.rows;
};
const tags = async () => (await rows()).map(({ tag }) => tag);
const version = async () =>
  (await database.query("select version from taxonomy_mapping_version")).rows;

it("brings all tags at once, and nothing the second time", async () => {
  expect(await mappingDrift(database, shipped)).toEqual(["taxonomy_mapping lacks 3 of 3 tags"]);
  expect(await applyMapping(database, shipped)).toBe(3);
  expect((await rows())[0]).toEqual({
    tag: "beach",
    weight: 0.5,
    aliases: ["beachs"],
    active: true,
  });
  const before = await version();
  expect(await mappingDrift(database, shipped)).toEqual([]);
  expect(await applyMapping(database, shipped)).toBe(0);
  expect(await version()).toEqual(before);
});

it("brings the next release's, and takes away what is no longer ours", async () => {
  await applyMapping(database, shipped);
  const next = [tagOf("beach", { weight: 0.7 }), tagOf("lamp", { aliases: [] }), tagOf("sea")];
  expect(await mappingDrift(database, next)).toEqual([
    "taxonomy_mapping lacks 1 of 3 tags",
    "taxonomy_mapping: 2 tags differ and were not edited",
    "taxonomy_mapping has 1 tags that no longer come with us",
  ]);
  expect(await applyMapping(database, next)).toBe(4);
  expect(await rows()).toMatchObject([
    { tag: "beach", weight: 0.7 },
    { tag: "lamp", aliases: [] },
    { tag: "sea" },
  ]);
});

it("leaves alone what somebody has edited, switched off or made", async () => {
  await applyMapping(database, shipped);
  await database.query(`update taxonomy_mapping set weight = 0.9 where tag = 'beach'`);
  await database.query(`update taxonomy_mapping set tag = 'lantern' where tag = 'lamp'`);
  await database.query(`update taxonomy_mapping set active = false where tag = 'roof'`);
  await database.query(
    `insert into taxonomy_mapping (id, tag, dimension_id)
     select gen_random_uuid(), 'sea', dimension_id from taxonomy_mapping limit 1`,
  );
  expect(await mappingDrift(database, shipped)).toEqual([]);
  const next = [
    tagOf("beach", { weight: 0.7 }),
    tagOf("lamp", { weight: 0.7 }),
    tagOf("roof", { weight: 0.7 }),
    tagOf("sea", { weight: 0.7 }),
  ];
  await applyMapping(database, next);
  expect(await rows()).toMatchObject([
    { tag: "beach", weight: 0.9 },
    { tag: "lantern", weight: 0.5 },
    { tag: "roof", weight: 0.7, active: false },
    { tag: "sea", weight: 1 },
  ]);
  expect(await mappingDrift(database, next)).toEqual([]);
  await applyMapping(database, []);
  expect(await tags()).toEqual(["beach", "lantern", "sea"]);
});

it("takes back what an edit has made the same as ours", async () => {
  await applyMapping(database, shipped);
  await database.query(`update taxonomy_mapping set weight = 0.7 where tag = 'beach'`);
  const next = [tagOf("beach", { weight: 0.7 })];
  await applyMapping(database, next);
  await applyMapping(database, [tagOf("beach", { weight: 0.8 })]);
  expect(await rows()).toMatchObject([{ tag: "beach", weight: 0.8 }]);
});
