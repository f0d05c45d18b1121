import { type Classification, Corrections } from "@genie/schema";
import type { Classifiable } from "@genie/taxonomy";
import type { Knex } from "knex";
import type { RowChange } from "../directus-emitter.ts";
import { type OwnersTaxonomy, textsOf } from "./open-taxonomy.ts";

/** An entry of the library, as far as its classification depends on it. */
export type Entry = Classifiable & {
  id: string;
  corrections: Corrections;
  proposals: readonly string[];
};

/** What an entry is classified as, with what its creator or a model said of it just now. */
export type ClassifiedEntry = {
  id: string;
  classification: Classification;
  corrections?: Corrections;
  proposals?: readonly string[];
};

type Row = {
  id: string;
  caption: string | null;
  tags: unknown;
  media_type: Classifiable["media"]["type"];
  width: number | null;
  height: number | null;
  duration_s: number | null;
  size_bytes: number | null;
  taxonomy_corrections: unknown;
  taxonomy_proposals: unknown;
};

/** Locks entries until the end of the transaction; `which` is what follows `where`, the order included. */
export async function lockEntries(
  trx: Knex,
  which: string,
  bindings: Record<string, number | string>,
): Promise<Entry[]> {
  const { rows } = await trx.raw<{ rows: Row[] }>(
    `select m.id, m.caption, m.tags, m.media_type, m.width, m.height, cast(m.duration_s as float8) as duration_s,
            cast(f.filesize as float8) as size_bytes, m.taxonomy_corrections, m.taxonomy_proposals
       from scraped_media m left join directus_files f on f.id = m.file_id
      where ${which}`,
    bindings,
  );
  return rows.map((row) => ({
    id: row.id,
    caption: row.caption,
    tags: textsOf(row.tags),
    media: {
      type: row.media_type,
      width: row.width,
      height: row.height,
      durationS: row.duration_s,
      sizeBytes: row.size_bytes,
    },
    corrections: Corrections.safeParse(row.taxonomy_corrections ?? {}).data ?? none,
    proposals: textsOf(row.taxonomy_proposals),
  }));
}

const none: Corrections = { concepts: {}, added: [], removed: [] };

/** How entries are classified as they are now. */
export async function classify(
  { ask, own }: OwnersTaxonomy,
  entries: readonly Entry[],
): Promise<ClassifiedEntry[]> {
  const classifications = await ask("read", { own, entries });
  return entries.flatMap(({ id }, at) => {
    const classification = classifications[at];
    return classification === undefined ? [] : [{ id, classification }];
  });
}

/** Writes down how entries are classified. When they were last changed by somebody stays as it is. */
export async function writeClassified(
  trx: Knex,
  entries: readonly ClassifiedEntry[],
): Promise<RowChange[]> {
  const { rows } = await trx.raw<{ rows: { id: string; classified_at: Date }[] }>(
    `update scraped_media m
        set taxonomy_concepts = c.classification, classified_at = clock_timestamp(),
            taxonomy_corrections = coalesce(c.corrections, m.taxonomy_corrections),
            taxonomy_proposals = coalesce(c.proposals, m.taxonomy_proposals)
       from json_to_recordset(cast(:entries as json))
              as c(id uuid, classification json, corrections json, proposals json)
      where m.id = c.id returning m.id, m.classified_at`,
    { entries: JSON.stringify(entries, storable) },
  );
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return rows.map(({ id, classified_at }) => ({
    collection: "scraped_media",
    action: "update",
    id,
    values: { taxonomy_concepts: byId.get(id)?.classification, classified_at },
  }));
}

/** PostgreSQL reads no text out of JSON that has half of a character, or none, in it. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === "string" ? value.toWellFormed().replaceAll("\0", "") : value;
