import { type LibrarySimilarAnswer, similarWithin } from "@genie/schema";
import type { Knex } from "knex";
import { refusal } from "../refusals.ts";
import { readMediaRows } from "./media-rows.ts";

const mostEntries = 50;

/** What looks like an entry of the owner's, the nearest first; nothing while it is not prepared. */
export async function listSimilar(
  database: Knex,
  owner: string,
  id: string,
): Promise<LibrarySimilarAnswer> {
  const found = await database("library_entries").where({ id, user_id: owner }).first("id");
  if (!found) {
    throw refusal("NOT_FOUND", "This is not in your library any more. Load the page again.");
  }
  const { rows } = await database.raw<{ rows: { id: string; distance: number }[] }>(
    `select e.id, cast(bit_count(e.look # asked.look) as integer) as distance
       from library_entries asked join library_entries e on e.user_id = asked.user_id
      where asked.id = :id and e.id <> asked.id and not e.trashed
        and bit_count(e.look # asked.look) <= :within
      order by 2, e.at desc, e.id limit :most`,
    { id, within: similarWithin, most: mostEntries },
  );
  const media = await readMediaRows(
    database,
    rows.map((row) => row.id),
  );
  return {
    entries: rows.flatMap(({ id: entry, distance }) => {
      const row = media.get(entry);
      return row ? [{ row, distance }] : [];
    }),
  };
}
