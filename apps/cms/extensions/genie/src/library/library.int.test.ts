import { randomUUID } from "node:crypto";
import {
  type ClassifiedTag,
  type ConceptSlug,
  conceptSlugs,
  libraryOrders,
  roles,
} from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

type Row = { id: string; caption: string; file_id: { filename_download: string } | null };
type Page = { rows: Row[]; next: string | null };
type Facets = { total: number; facets: Record<string, { value: string; count: number }[]> };

const database = openDatabase();
let alice: TestUser;
let bob: TestUser;
let profile: string;

beforeAll(async () => {
  [alice, bob] = await Promise.all([
    createUser({ role: roles.creator.id }),
    createUser({ role: roles.creator.id }),
  ]);
  profile = await make(alice, "creator_profiles", { platform: "sandbox", username: randomUUID() });
  await Promise.all([
    addMedia(alice, {
      caption: "Überblick am Strand",
      tags: ["beach", "it's \\ odd"],
      classification: classified({ "intimacy-level": 0.1, "content-type": 0.9 }, [
        { tag: "sea side", by: "found" },
        { tag: "postcard", by: "added" },
        { tag: "billboard", by: "proposed" },
      ]),
    }),
    addMedia(alice, {
      caption: "A beach-house, at dusk",
      tags: ["beach", "home"],
      views: 7,
      classification: classified({ "intimacy-level": 0.34, "content-type": 0.67 }, [
        { tag: "sea side", by: "found" },
      ]),
    }),
    addMedia(alice, { caption: "Kitchen", media_type: "video", earnings: "12.50", likes: 3 }),
    addMedia(alice, { caption: "Read there", creator_profile_id: profile, views: 9, likes: 3 }),
    addMedia(bob, { caption: "Bob's beach", tags: ["beach"] }),
  ]);
});
afterAll(async () => {
  await database.end();
});

const all = ["A beach-house, at dusk", "Kitchen", "Read there", "Überblick am Strand"];

describe("the library", () => {
  it.each([
    ["a word", { search: "strand" }, ["Überblick am Strand"]],
    ["the beginning of a word with a capital umlaut", { search: "ÜBER" }, ["Überblick am Strand"]],
    ["two words in any order", { search: "dusk BEACH" }, ["A beach-house, at dusk"]],
    ["a tag", { search: "odd" }, ["Überblick am Strand"]],
    ["nothing but marks", { search: "'&!" }, all],
    ["a tag with marks", { tag: ["it's \\ odd"] }, ["Überblick am Strand"]],
    ["all of several tags", { tag: ["beach", "home"] }, ["A beach-house, at dusk"]],
    ["either of two kinds", { kind: ["image", "video"] }, all],
    ["a kind", { kind: ["video"] }, ["Kitchen"]],
    ["a platform", { platform: ["sandbox"] }, ["Read there"]],
    ["a band of earnings", { earned: ["good"] }, ["Kitchen"]],
    ["a currency", { currency: "EUR" }, ["Kitchen"]],
    [
      "either of two bands of a concept",
      { concept: ["intimacy-level.low", "intimacy-level.medium"] },
      ["A beach-house, at dusk", "Überblick am Strand"],
    ],
    [
      "bands of two concepts, both of them",
      { concept: ["intimacy-level.low", "content-type.high"] },
      ["Überblick am Strand"],
    ],
    ["a concept of which nothing is known", { concept: ["production-quality.low"] }, []],
    ["a subject", { subject: ["sea side"] }, ["A beach-house, at dusk", "Überblick am Strand"]],
    ["all of several subjects", { subject: ["sea side", "postcard"] }, ["Überblick am Strand"]],
    ["a subject that is only proposed", { subject: ["billboard"] }, []],
    ["a tag that is a subject elsewhere", { tag: ["sea side"] }, []],
    ["a word of a subject", { search: "postc" }, ["Überblick am Strand"]],
    ["a word of a proposed subject", { search: "billboard" }, []],
    ["what is on a platform", { used: true }, ["Read there"]],
    ["the bin", { deleted: true }, []],
    ["a time to come", { from: "2100-01-01T00:00:00Z" }, []],
  ] as const)("is searched by %s", async (_what, query, expected) => {
    const { rows } = await entries(alice, query);
    const captions = rows.map(({ caption }) => caption).toSorted();
    expect(captions).toEqual(expected);
  });

  it("finds an entry by the name of its file, and by a new one", async () => {
    const user = await createUser({ role: roles.creator.id });
    const file = randomUUID();
    await database.query(
      `insert into directus_files (id, storage, filename_disk, filename_download, type, owner)
       values ($1::uuid, 'local', $1::text, 'IMG_2034-final.jpg', 'image/jpeg', $2)`,
      [file, user.id],
    );
    const media = await addMedia(user, { caption: "" });
    await database.query("update scraped_media set file_id = $2 where id = $1", [media, file]);
    const found = await entries(user, { search: "2034 fin" });
    expect(found.rows).toMatchObject([
      { id: media, file_id: { filename_download: "IMG_2034-final.jpg" } },
    ]);
    await database.query("update directus_files set filename_download = 'x' where id = $1", [file]);
    expect((await entries(user, { search: "2034" })).rows).toEqual([]);
    await database.query("delete from directus_files where id = $1", [file]);
    expect((await entries(user, { search: "x" })).rows).toEqual([]);
  });

  it.each(libraryOrders)("is read page by page without gaps or repeats by %s", async (order) => {
    const whole = await entries(alice, { order });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await entries(alice, { order }, { limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(whole.rows.map(({ id }) => id));
    expect(new Set(seen).size).toBe(4);
  });

  it("has what lacks a figure last", async () => {
    const { rows } = await entries(alice, { order: "views" });
    expect(rows.slice(0, 2).map(({ caption }) => caption)).toEqual([
      "Read there",
      "A beach-house, at dusk",
    ]);
  });

  it("refuses a cursor of another order", async () => {
    const { next } = await entries(alice, { order: "likes" }, { limit: 1 });
    const answer = await ask(alice, "entries", { query: { order: "views" }, cursor: next });
    expect([answer.status, answer.errors[0]?.message]).toEqual([
      400,
      "This page can't be found: it belongs to another order of the library. Start from its first page. Nothing was changed.",
    ]);
  });

  it("counts each facet as if nothing were chosen of itself", async () => {
    const { total, facets } = await count(alice, { kind: ["video"], tag: ["beach"] });
    expect(total).toBe(0);
    expect(facets["kind"]).toEqual([{ value: "image", count: 2 }]);
    expect(facets["tag"]).toEqual([]);
    const counted = await count(alice, { kind: ["image"] });
    expect(counted.total).toBe(3);
    expect(counted.facets["tag"]?.[0]).toEqual({ value: "beach", count: 2 });
    expect(counted.facets["platform"]).toEqual([{ value: "sandbox", count: 1 }]);
    expect(counted.facets["used"]).toEqual([
      { value: "false", count: 2 },
      { value: "true", count: 1 },
    ]);
    const earned = await count(alice, { earned: ["good"] });
    expect(earned.facets["earned"]).toEqual([
      { value: "none", count: 3 },
      { value: "good", count: 1 },
    ]);
    expect(earned.total).toBe(1);
  });

  it("counts each concept as if nothing were chosen of itself, and subjects", async () => {
    const { total, facets } = await count(alice, { concept: ["intimacy-level.low"] });
    expect(total).toBe(1);
    expect(facets["concept"]).toEqual([
      { value: "intimacy-level.low", count: 1 },
      { value: "intimacy-level.medium", count: 1 },
      { value: "content-type.high", count: 1 },
    ]);
    expect(facets["kind"]).toEqual([{ value: "image", count: 1 }]);
    expect(facets["subject"]).toEqual([
      { value: "postcard", count: 1 },
      { value: "sea side", count: 1 },
    ]);
    const ofSubject = await count(alice, { subject: ["postcard"], kind: ["image"] });
    expect(ofSubject.facets["subject"]).toEqual([
      { value: "sea side", count: 2 },
      { value: "postcard", count: 1 },
    ]);
    expect(ofSubject.facets["tag"]).toEqual([
      { value: "beach", count: 1 },
      { value: "it's \\ odd", count: 1 },
    ]);
    expect((await count(alice, { kind: ["video"] })).facets["concept"]).toEqual([]);
  });

  it("count an entry whose tags are too long for an index like any other", async () => {
    const user = await createUser({ role: roles.creator.id });
    const tags = Array.from({ length: 300 }, (_empty, n) => `${n} ${randomUUID()}`);
    await addMedia(user, { caption: "Much said", tags });
    await addMedia(user, { caption: "Little said", tags: tags.slice(0, 1) });
    const { total, facets } = await count(user, { kind: ["image"] });
    expect([total, facets["tag"]?.length, facets["tag"]?.[0]]).toEqual([
      2,
      50,
      { value: tags[0], count: 2 },
    ]);
    expect((await count(user, { tag: tags.slice(299) })).total).toBe(1);
  });

  it("takes what is no classification for none", async () => {
    const user = await createUser({ role: roles.creator.id });
    const media = await addMedia(user, { caption: "" });
    const odd = { concepts: { "content-type": { value: "much", confidence: 1 } }, tags: "none" };
    for (const value of [odd, [], 1, { concepts: 1, tags: [1, null] }]) {
      await database.query(
        "update scraped_media set taxonomy_concepts = $2, classified_at = now() where id = $1",
        [media, JSON.stringify(value)],
      );
      const { total, facets } = await count(user, {});
      expect([total, facets["concept"], facets["subject"]]).toEqual([1, [], []]);
    }
  });

  it("refuses a concept that there is not", async () => {
    const answer = await ask(alice, "entries", { query: { concept: ["content-type"] } });
    expect(answer.status).toBe(400);
  });

  it("is each person's own, an administrator's as well", async () => {
    expect((await entries(bob, {})).rows).toHaveLength(1);
    const { rows: adminRoles } = await database.query<{ id: string }>(
      "select id from directus_roles where name = 'Administrator'",
    );
    const admin = await createUser({ role: adminRoles[0]?.id ?? "" });
    expect((await entries(admin, {})).rows).toEqual([]);
    expect((await call("POST", "/library/entries", { body: { query: {} } })).status).toBe(403);
    const { adminToken, workerToken } = stackUnderTest();
    for (const token of [adminToken, workerToken]) {
      const answer = await call("POST", "/library/entries", { token, body: { query: {} } });
      expect(answer.status).toBe(403);
    }
  });
});

/** As its owner adds it, with what only a platform says of it. */
async function addMedia(user: TestUser, values: Record<string, unknown>): Promise<string> {
  const { likes, views, earnings, classification, ...own } = values;
  const id = await make(user, "scraped_media", { media_type: "image", ...own });
  await database.query(
    `update scraped_media set likes = $2, views = $3, earnings = $4, currency = $5,
            taxonomy_concepts = $6, classified_at = now(),
            platform_post_id = case when creator_profile_id is not null then $1::text end where id = $1`,
    [id, likes, views, earnings, earnings === undefined ? null : "EUR", classification],
  );
  return id;
}

/** Sure of the concepts that a value is given for, and knowing nothing of the others. */
function classified(
  values: Partial<Record<ConceptSlug, number>>,
  tags: { tag: string; by: ClassifiedTag["by"] }[],
): string {
  const concepts = conceptSlugs.map((slug) => [
    slug,
    { value: values[slug] ?? 0, confidence: values[slug] === undefined ? 0 : 0.9 },
  ]);
  return JSON.stringify({
    version: "test",
    concepts: Object.fromEntries(concepts),
    tags: tags.map((tag) => ({ ...tag, concept: "content-type", weight: 1, from: [] })),
  });
}

async function make(user: TestUser, collection: string, body: object): Promise<string> {
  const answer = await as(user, "POST", `/items/${collection}`, body);
  if (answer.status !== 200) throw new Error(answer.text);
  return (answer.data as { id: string }).id;
}

async function entries(user: TestUser, query: object, more: object = {}): Promise<Page> {
  const answer = await ask(user, "entries", { query, ...more });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.data as Page;
}

async function count(user: TestUser, query: object): Promise<Facets> {
  const answer = await ask(user, "facets", { query });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.data as Facets;
}

const ask = (user: TestUser, step: string, body: object) =>
  as(user, "POST", `/library/${step}`, body);

function as({ token, address }: TestUser, method: string, path: string, body?: object) {
  return call(method, path, { token, from: address, ...(body ? { body } : {}) });
}
