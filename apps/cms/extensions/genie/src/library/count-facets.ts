import {
  type EarningsBand,
  earningsBands,
  type LibraryFacet,
  type LibraryFacetsAnswer,
  type LibraryFacetsRequest,
} from "@genie/schema";
import type { Knex } from "knex";
import type { z } from "zod";
import { type Condition, conditionsOf, inBand, joined } from "./conditions.ts";

type Count = { value: string; count: number };
type Counted = Count & { facet: LibraryFacet | "total" };

const mostValues = 50;

/** How many entries a query finds, and how many of each value of the facets. */
export async function countFacets(
  database: Knex,
  owner: string,
  { query, facets }: z.output<typeof LibraryFacetsRequest>,
): Promise<LibraryFacetsAnswer> {
  const conditions = conditionsOf(owner, query);
  const wanted = new Set<LibraryFacet>(facets);
  const hasDates = conditions.some(({ of }) => of === "date");
  const counts = await Promise.all([
    countShapes(database, conditions, [
      ...shapeFacets.filter((facet) => wanted.has(facet)),
      ...(wanted.has("year") && !hasDates ? (["year"] as const) : []),
    ]),
    ...(wanted.has("tag") ? [countEach(database, conditions, "tag")] : []),
    ...(wanted.has("year") && hasDates ? [countEach(database, conditions, "year")] : []),
  ]);
  const all = counts.flat();
  const valuesOf = (facet: LibraryFacet) =>
    all.flatMap(({ facet: of, value, count }) => (of === facet ? [{ value, count }] : []));
  return {
    total: all.find(({ facet }) => facet === "total")?.count ?? 0,
    facets: Object.fromEntries(facets.map((facet) => [facet, valuesOf(facet)])),
  };
}

const shapeFacets = ["platform", "kind", "source", "concept", "used", "earned"] as const;
type ShapeFacet = (typeof shapeFacets)[number];

const isOfShape = ({ of }: Condition) => shapeFacets.some((facet) => facet === of);

/** What an entry's value in a facet is, in a row `e` of `shapes`. */
const valueSql = {
  platform: "e.platform",
  kind: "e.kind",
  source: "e.source",
  used: "cast(e.used as text)",
  earned: "e.band",
  year: "cast(e.year as text)",
  concept: "concept",
} as const satisfies Record<ShapeFacet | "year", string>;

/**
 * The facets that have few values each: entries that are alike in all of them are counted once, in one
 * pass, and what was chosen is asked of these shapes, since each facet is counted without its own choice.
 */
async function countShapes(
  database: Knex,
  conditions: readonly Condition[],
  facets: readonly (ShapeFacet | "year")[],
): Promise<Counted[]> {
  const base = joined(conditions.filter((condition) => !isOfShape(condition)));
  const ofShapes = conditions
    .filter(isOfShape)
    .map(({ ofShape, ...condition }) => ({ ...condition, sql: ofShape ?? condition.sql }));
  const select = (facet: ShapeFacet | "year") => `
    (select '${facet}' as facet, ${valueSql[facet]} as value, cast(sum(e.count) as integer) as count
       from shapes e ${facet === "concept" ? "cross join unnest(e.concepts) concept" : ""}
      where ${joined(ofShapes.filter(({ of }) => of !== facet)).sql} and ${valueSql[facet]} is not null
      group by 2 order by 3 desc, 2 limit ${mostValues})`;
  const { rows } = await database.raw<{ rows: Counted[] }>(
    `with shapes as materialized (
       select e.platform, e.kind, e.source, e.used, e.year, e.concepts, ${bandSql} as band, count(*) as count
         from library_entries e where ${base.sql}
        group by 1, 2, 3, 4, 5, 6, 7)
     select 'total' as facet, '' as value, cast(coalesce(sum(e.count), 0) as integer) as count
       from shapes e where ${joined(ofShapes).sql}
     ${facets.map((facet) => `union all ${select(facet)}`).join("")}`,
    { ...base.values, ...joined(ofShapes).values },
  );
  return rows;
}

/** A facet by itself, without its own choice. */
async function countEach(
  database: Knex,
  conditions: readonly Condition[],
  facet: "tag" | "year",
): Promise<Counted[]> {
  const own = facet === "tag" ? "tag" : "date";
  const { sql, values } = joined(conditions.filter(({ of }) => of !== own));
  const value = facet === "tag" ? "tag" : "cast(e.year as text)";
  const { rows } = await database.raw<{ rows: Counted[] }>(
    `select '${facet}' as facet, ${value} as value, cast(count(*) as integer) as count
       from library_entries e ${facet === "tag" ? "cross join unnest(e.tags) tag" : ""}
      where ${sql} group by 2 order by 3 desc, 2 limit ${mostValues}`,
    values,
  );
  return rows;
}

const bands = Object.keys(earningsBands) as EarningsBand[];

const bandSql = `case ${bands.map((band) => `when ${inBand(band)} then '${band}'`).join(" ")} end`;
