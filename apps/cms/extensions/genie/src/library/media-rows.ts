import { libraryRow } from "@genie/schema";
import type { Knex } from "knex";

/** `rows` of a query with an `id`, in their order, in the shape that the items API gives them. */
export async function readMediaRows(
  database: Knex,
  ids: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  const { rows } = await database.raw<{ rows: { id: string }[] }>(
    `select ${libraryRow.entry.map((column) => `m.${column}`).join(", ")},
            case when f.id is not null then json_build_object(${object("f", libraryRow.file)}) end as file_id,
            case when a.id is not null then json_build_object(${object("a", libraryRow.account)}) end as creator_profile_id
       from unnest(cast(:ids as uuid[])) as wanted(id)
       join scraped_media m on m.id = wanted.id
       left join directus_files f on f.id = m.file_id
       left join creator_profiles a on a.id = m.creator_profile_id`,
    { ids: [...ids] },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const object = (row: string, names: readonly string[]) =>
  names.map((name) => `'${name}', ${row}.${name}`).join(", ");
