import {
  conceptBits,
  conceptChoices,
  type ConceptSlug,
  conceptSlugs,
  type EarningsBand,
  earningsBands,
  type LibraryFacet,
  type LibraryFacetsAnswer,
  type LibraryFacetsRequest,
} from "@genie/schema";
import type { Knex } from "knex";
import type { z } from "zod";
import { bitsOfConcept, type Condition, conditionsOf, inBand, joined } from "./conditions.ts";

type Count = { value: string; count: number };
type Counted = Count & { facet: LibraryFacet | "total" };
type Statement = { sql: string; values: Record<string, unknown> };

const mostValues = 50;

/** How many entries a query finds, and how many of each value of the facets. */
export async function countFacets(
  database: Knex,
  owner: string,
  { query, facets }: z.output<typeof LibraryFacetsRequest>,
): Promise<LibraryFacetsAnswer> {
  const conditions = conditionsOf(owner, query);
  const hasChoice = (facet: Condition["of"]) => conditions.some(({ of }) => of === facet);
  const lists = listFacets.filter((facet) => facets.includes(facet));
  const together = lists.filter((facet) => !hasChoice(facet));
  const hasDates = hasChoice("date");
  const counts = await Promise.all(
    [
      shapesSql(
        conditions,
        facets.filter((facet) => !(facet === "year" && hasDates)),
      ),
      ...(together.length > 0 ? [listsSql(conditions, together)] : []),
      ...lists.filter(hasChoice).map((facet) => listsSql(conditions, [facet])),
      ...(facets.includes("year") && hasDates ? [yearsSql(conditions)] : []),
    ].map(({ sql, values }) => database.raw<{ rows: Counted[] }>(sql, values)),
  );
  const all = counts.flatMap(({ rows }) => rows);
  const valuesOf = (facet: LibraryFacet) =>
    all.flatMap(({ facet: of, value, count }) => (of === facet ? [{ value, count }] : []));
  return {
    total: all.find(({ facet }) => facet === "total")?.count ?? 0,
    facets: Object.fromEntries(facets.map((facet) => [facet, valuesOf(facet)])),
  };
}

/** Those of which an entry has any number of values. */
const listFacets = ["tag", "subject"] as const satisfies readonly LibraryFacet[];
type ListFacet = (typeof listFacets)[number];

/** What an entry's value is in the facets that have few values each, in a row `e` of `counted`. */
const valueSql = {
  platform: "e.platform",
  kind: "e.kind",
  source: "e.source",
  used: "cast(e.used as text)",
  earned: "e.band",
  year: "cast(e.year as text)",
} as const satisfies Partial<Record<LibraryFacet, string>>;
const isShapeFacet = (facet: Condition["of"] | LibraryFacet): facet is keyof typeof valueSql =>
  facet !== null && facet in valueSql;

/** Rows `e` for which this holds, read apart by the two indexes that have what is counted. */
const entriesIn = (columns: string, where: string) =>
  `(${["not e.long_lists", "e.long_lists"]
    .map((half) => `select ${columns} from library_entries e where ${where} and ${half}`)
    .join(" union all ")}) e`;

/**
 * The facets that have few values each, and the concepts. In one pass entries that are alike in all of the
 * former, and those that are alike in all concepts, are counted once; what was chosen is asked of these
 * shapes, since each facet is counted without its own choice.
 */
export function shapesSql(
  conditions: readonly Condition[],
  facets: readonly LibraryFacet[],
): Statement {
  const ofShapes = conditions.filter(({ of }) => isShapeFacet(of));
  const ofConcepts = conditions.filter(({ of }) => of === "concept");
  const base = joined(
    conditions.filter((one) => !ofShapes.includes(one) && !ofConcepts.includes(one)),
  );
  const shapes = (without?: LibraryFacet) =>
    `from counted e where e.is_shape and e.fits_concepts and ${
      ofShapes
        .filter(({ of }) => of !== without)
        .map(({ ofShape, sql }) => ofShape ?? sql)
        .join(" and ") || "true"
    }`;
  return {
    sql: `with counted as materialized (
       select e.platform, e.kind, e.source, e.used, e.year, e.band, e.fits_concepts, e.concepts, e.fits_shape,
              grouping(e.concepts) = 1 as is_shape, count(*) as count
         from (select e.platform, e.kind, e.source, e.used, e.year, e.concepts, ${bandSql} as band,
                      ${joined(ofConcepts).sql} as fits_concepts, ${joined(ofShapes).sql} as fits_shape
                 from ${entriesIn("platform, kind, source, used, year, cents, concepts", base.sql)}) e
        group by grouping sets ((1, 2, 3, 4, 5, 6, 7), (8, 9)))
     select 'total' as facet, '' as value, cast(coalesce(sum(e.count), 0) as integer) as count ${shapes()}
     ${facets
       .filter(isShapeFacet)
       .map((facet) => `union all (${countSql(facet, valueSql[facet], shapes(facet))})`)
       .join("")}
     ${(facets.includes("concept") ? conceptSlugs : [])
       .map((slug) => {
         const others = joined(ofConcepts.filter(({ concept }) => concept !== slug)).sql;
         const from = `from counted e where not e.is_shape and e.fits_shape and ${others}`;
         return `union all (${countSql("concept", conceptSql(slug), from)})`;
       })
       .join("")}`,
    values: { ...base.values, ...joined(ofShapes).values },
  };
}

/** The band of a concept that an entry is in, by the name of the choice; null where it is in none. */
const conceptSql = (slug: ConceptSlug) =>
  `case e.concepts & ${bitsOfConcept(slug)} ${conceptChoices
    .filter((choice) => choice.startsWith(`${slug}.`))
    .map((choice) => `when ${conceptBits[choice]} then '${choice}'`)
    .join(" ")} end`;

const countSql = (facet: LibraryFacet, value: string, from: string) =>
  `select '${facet}' as facet, ${value} as value, cast(sum(e.count) as integer) as count
     ${from} and ${value} is not null group by 2 order by 3 desc, 2 limit ${mostValues}`;

/** Facets of which an entry has many values, in one pass, without their own choices. */
export function listsSql(
  conditions: readonly Condition[],
  facets: readonly ListFacet[],
): Statement {
  const { sql, values } = joined(conditions.filter(({ of }) => !facets.some((one) => one === of)));
  const facet = `case ${facets.map((one) => `when grouping(${one}) = 0 then '${one}'`).join(" ")} end`;
  return {
    sql: `select facet, value, count from (
       select facet, value, count, row_number() over (partition by facet order by count desc, value) as place
         from (select ${facet} as facet, coalesce(${facets.join(", ")}) as value, cast(count(*) as integer) as count
                 from (select ${facets.map((one) => `unnest(e.${one}s) as ${one}`).join(", ")}
                         from ${entriesIn(facets.map((one) => `${one}s`).join(", "), sql)}) e
                group by grouping sets (${facets.map((one) => `(${one})`).join(", ")})) counted
        where value is not null) placed
      where place <= ${mostValues} order by count desc, value`,
    values,
  };
}

/** The years, without the choice of dates. */
function yearsSql(conditions: readonly Condition[]): Statement {
  const { sql, values } = joined(conditions.filter(({ of }) => of !== "date"));
  return {
    sql: `select 'year' as facet, cast(e.year as text) as value, cast(count(*) as integer) as count
       from ${entriesIn("year", sql)} group by 2 order by 3 desc, 2 limit ${mostValues}`,
    values,
  };
}

const bands = Object.keys(earningsBands) as EarningsBand[];

const bandSql = `case ${bands.map((band) => `when ${inBand(band)} then '${band}'`).join(" ")} end`;
