import { randomInt, randomUUID } from "node:crypto";
import { type Classification, type ConceptSlug, dimensions, roles } from "@genie/schema";
import {
  call,
  createUser,
  holdWorker,
  openDatabase,
  stackUnderTest,
  type TestDatabase,
  type TestUser,
} from "@genie/testing";
import { afterAll, beforeAll } from "vitest";

/**
 * What the tests of a file share: the database, two creators, and two tags of the mapping that are nobody
 * else's. The worker is held meanwhile, so that nothing but the tests classifies.
 */
export function taxonomyScene() {
  const database = openDatabase();
  // Whole before any test can look at them.
  const [alice, bob] = [{} as TestUser, {} as TestUser];
  const [tag, other] = [oddWord(), oddWord()];
  let letWorkerGoOn: (() => void) | undefined;

  beforeAll(async () => {
    letWorkerGoOn = await holdWorker();
    const people = await Promise.all([makeCreator(), makeCreator()]);
    Object.assign(alice, people[0]);
    Object.assign(bob, people[1]);
    await addTag(tag);
    await addTag(other, { concept: "audience-appeal", weight: 0.4 });
  });
  afterAll(async () => {
    await database.query("delete from taxonomy_mapping where tag like 'zq%'");
    await database.end();
    letWorkerGoOn?.();
  });
  return { database, alice, bob, tag, other };
}

/** A word that no language has, and that no other is a slip of. */
export const oddWord = (): string =>
  `zq${Array.from({ length: 12 }, () => "bcdfghjklm"[randomInt(10)]).join("")}`;

export const makeCreator = (): Promise<TestUser> => createUser({ role: roles.creator.id });

export const dimensionOf = (concept: ConceptSlug): string | undefined =>
  dimensions.find(({ slug }) => slug === concept)?.id;

/** A tag of the mapping, as an administrator adds it; answers its id. */
export async function addTag(
  tag: string,
  {
    concept = "content-type",
    weight = 0.8,
    aliases = [],
  }: { concept?: ConceptSlug; weight?: number; aliases?: string[] } = {},
): Promise<string> {
  const body = { tag, dimension_id: dimensionOf(concept), weight, aliases };
  return idOf(await asAdmin("POST", "/items/taxonomy_mapping", body));
}

export const asAdmin = (method: string, path: string, body?: object) =>
  call(method, path, { token: stackUnderTest().adminToken, ...(body && { body }) });

export const as = ({ token, address }: TestUser, method: string, path: string, body?: object) =>
  call(method, path, { token, from: address, ...(body && { body }) });

/** An entry of her library, made as she would. */
export async function addEntry(user: TestUser, entry: object): Promise<string> {
  return idOf(await as(user, "POST", "/items/scraped_media", { media_type: "image", ...entry }));
}

/** A tag of her own. */
export async function addOwnTag(
  user: TestUser,
  tag: string,
  {
    concept = "content-type",
    weight = 0.5,
    ignored = false,
  }: { concept?: ConceptSlug; weight?: number; ignored?: boolean } = {},
): Promise<string> {
  const body = { tag, dimension_id: dimensionOf(concept), weight, ignored };
  return idOf(await as(user, "POST", "/items/tag_overrides", body));
}

/** Has all that is due of hers classified; answers how many entries that were. */
export async function classifyAll({ id: owner }: TestUser): Promise<number> {
  const { status, text, data } = await call("POST", "/taxonomy/classify-due", {
    token: stackUnderTest().workerToken,
    body: { owner },
  });
  if (status !== 200) throw new Error(`The gate refused: ${text}`);
  return (data as { classified: number }).classified;
}

export type EntryRow = {
  taxonomy_concepts: Classification | null;
  classified_at: Date | null;
  date_updated: Date | null;
};

/** An entry as it is kept. */
export async function entryRow(database: TestDatabase, id: string): Promise<EntryRow> {
  const { rows } = await database.query<EntryRow>(
    "select taxonomy_concepts, classified_at, date_updated from scraped_media where id = $1",
    [id],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no entry ${id}.`);
  return row;
}

/** Whether an entry is to be classified. */
export async function isDue(database: TestDatabase, id: string): Promise<boolean> {
  return (await entryRow(database, id)).classified_at === null;
}

/** The tags on an entry, each with who put it there. */
export async function tagsOn(database: TestDatabase, id: string): Promise<Record<string, string>> {
  const { taxonomy_concepts: found } = await entryRow(database, id);
  return Object.fromEntries(found?.tags.map(({ tag, by }) => [tag, by]) ?? []);
}

/** A file of hers, of which only the row exists. */
export async function addFile(database: TestDatabase, { id }: TestUser): Promise<string> {
  const file = randomUUID();
  await database.query(
    `insert into directus_files (id, storage, filename_disk, filename_download, type, filesize, owner)
     values ($1::uuid, 'local', $1::uuid::text, 'picture.png', 'image/png', 1000, $2)`,
    [file, id],
  );
  return file;
}

function idOf({ status, text, data }: Awaited<ReturnType<typeof call>>): string {
  if (status !== 200) throw new Error(`Directus refused: ${status} ${text}`);
  return (data as { id: string }).id;
}
