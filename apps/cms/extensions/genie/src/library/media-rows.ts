import type { Knex } from "knex";

/** `rows` of a query with an `id`, in their order, in the shape that `mediaFields` of the client asks for. */
export async function readMediaRows(
  database: Knex,
  ids: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  const { rows } = await database.raw<{ rows: { id: string }[] }>(
    `select ${columns.map((column) => `m.${column}`).join(", ")},
            case when f.id is not null then json_build_object(${object("f", fileColumns)}) end as file_id,
            case when a.id is not null then json_build_object(${object("a", accountColumns)}) end as creator_profile_id
       from unnest(cast(:ids as uuid[])) as wanted(id)
       join scraped_media m on m.id = wanted.id
       left join directus_files f on f.id = m.file_id
       left join creator_profiles a on a.id = m.creator_profile_id`,
    { ids: [...ids] },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const columns = [
  "id",
  "media_type",
  "source",
  "caption",
  "alt_text",
  "permalink",
  "published_at",
  "date_created",
  "likes",
  "comments",
  "views",
  "earnings",
  "currency",
  "width",
  "height",
  "duration_s",
  "derived_from",
  "tags",
  "trashed_at",
];
const fileColumns = [
  "id",
  "type",
  "filename_download",
  "filesize",
  "width",
  "height",
  "duration",
  "prepared_at",
  "preparation_problem",
  "placeholder",
  "removed_metadata",
];
const accountColumns = ["id", "platform", "username"];

const object = (row: string, names: readonly string[]) =>
  names.map((name) => `'${name}', ${row}.${name}`).join(", ");
