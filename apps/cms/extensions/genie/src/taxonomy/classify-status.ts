import type { ClassifyStatusAnswer } from "@genie/schema";
import type { Knex } from "knex";
import { openTaxonomy } from "./open-taxonomy.ts";

/** Of an owner's entries, or of all: how many there are, are due, and were classified with another mapping. */
export async function classifyStatus(
  database: Knex,
  owner: string | null,
): Promise<ClassifyStatusAnswer> {
  const { version } = await openTaxonomy(database);
  const { rows } = await database.raw<{ rows: ClassifyStatusAnswer[] }>(
    `select cast(count(*) as int) as total,
            cast(count(*) filter (where classified_at is null) as int) as due,
            cast(count(*) filter (where classified_at is not null and ${isOutdated}) as int) as outdated
       from scraped_media where ${isIn}`,
    { owner, version },
  );
  return rows[0] ?? { total: 0, due: 0, outdated: 0 };
}

/** Classified with another mapping than `:version`, which is what a classification begins with: all of it takes long to read. */
export const isOutdated = `coalesce(strpos(left(cast(taxonomy_concepts as text), 120), '"version":"' || cast(:version as text) || '"'), 0) = 0`;

/** Belongs to `:owner`, or is anybody's where that is null. */
export const isIn = "(cast(:owner as uuid) is null or user_id = cast(:owner as uuid))";
