import { dimensions } from "@genie/schema";
import type { TagMapping } from "@genie/taxonomy";
import type { Database } from "../database.ts";
import { stableId } from "@genie/crypto";

/** How the tags of an installation differ from those that come with the product. */
type Differences = { lacking: number; stale: number; surplus: number };

/**
 * Brings the tags of the product into `taxonomy_mapping`, all at once. A row that somebody edited keeps what
 * it says, one that is switched off stays off, and one that somebody made stays, also where we bring a tag of
 * its name. One that is no longer ours and that nobody edited goes. Answers how many were written or went.
 */
export async function applyMapping(database: Database, tags: readonly TagMapping[]) {
  const { lacking, stale, surplus } = await mappingDifferences(database, tags);
  // A statement that changes nothing would have every process read all tags anew.
  if (lacking + stale + surplus === 0) return 0;
  const { rows } = await database.query<{ count: number }>(
    `with ${wanted},
     gone as (
       delete from taxonomy_mapping m where ${isOurs} and not exists (select from wanted w where w.id = m.id)
       returning 1),
     written as (
       insert into taxonomy_mapping as m (id, tag, dimension_id, weight, aliases, shipped)
       select id, tag, dimension_id, weight, aliases, shipped from wanted w
        where not exists (select from taxonomy_mapping m where m.tag = w.tag and m.id <> w.id)
       on conflict (id) do update
          set (dimension_id, weight, aliases, shipped) =
              (excluded.dimension_id, excluded.weight, excluded.aliases, excluded.shipped)
        where ${mayBeWritten("excluded")}
       returning 1)
     select ((select count(*) from gone) + (select count(*) from written))::int as count`,
    [JSON.stringify(tags.map(rowOf))],
  );
  return rows[0]?.count ?? 0;
}

/** A line for each way in which tags differ that nobody has edited. */
export async function mappingDrift(
  database: Database,
  tags: readonly TagMapping[],
): Promise<string[]> {
  const { lacking, stale, surplus } = await mappingDifferences(database, tags);
  return [
    ...(lacking > 0 ? [`taxonomy_mapping lacks ${lacking} of ${tags.length} tags`] : []),
    ...(stale > 0 ? [`taxonomy_mapping: ${stale} tags differ and were not edited`] : []),
    ...(surplus > 0 ? [`taxonomy_mapping has ${surplus} tags that no longer come with us`] : []),
  ];
}

async function mappingDifferences(
  database: Database,
  tags: readonly TagMapping[],
): Promise<Differences> {
  const { rows } = await database.query<Differences>(
    `with ${wanted}
     select (select count(*) from wanted w
              where not exists (select from taxonomy_mapping m where m.id = w.id or m.tag = w.tag))::int as lacking,
            (select count(*) from wanted w join taxonomy_mapping m on m.id = w.id
              where ${mayBeWritten("w")})::int as stale,
            (select count(*) from taxonomy_mapping m
              where ${isOurs} and not exists (select from wanted w where w.id = m.id))::int as surplus`,
    [JSON.stringify(tags.map(rowOf))],
  );
  return rows[0] ?? { lacking: 0, stale: 0, surplus: 0 };
}

const wanted = `sent as (
       select * from json_to_recordset($1::json) as s(id uuid, tag text, dimension_id uuid, weight numeric(4,3), aliases json)),
     wanted as materialized (select s.*, ${contentOf("s")} as shipped from sent s)`;

/** What a row says, in one word: as it is kept, so that spaces in the JSON count for nothing. */
function contentOf(row: string): string {
  return `md5(concat_ws('/', ${row}.tag, ${row}.dimension_id, ${row}.weight, coalesce(${row}.aliases::jsonb, '[]')))`;
}

/** Came with the product, and nobody has edited it. */
const isOurs = `m.shipped is not null and m.shipped = ${contentOf("m")}`;

/** It is ours and differs, or somebody's edit came to the same as what we bring now. */
const mayBeWritten = (row: string) =>
  `m.shipped is distinct from ${row}.shipped and m.shipped is not null
    and (m.shipped = ${contentOf("m")} or ${row}.shipped = ${contentOf("m")})`;

function rowOf({ tag, concept, weight, aliases }: TagMapping) {
  const dimension = dimensions.find(({ slug }) => slug === concept);
  return {
    id: stableId(`taxonomy_mapping/${tag}`),
    tag,
    dimension_id: dimension?.id,
    weight,
    aliases,
  };
}
