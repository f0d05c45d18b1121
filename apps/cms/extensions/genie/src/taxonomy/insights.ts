import {
  type ConceptBand,
  type ConceptChoice,
  conceptChoices,
  type ConceptSlug,
  fewestPosts,
  type GroupFigure,
  type InsightGroup,
  libraryLexemes,
  libraryScope,
  type TaxonomyInsightsAnswer,
  type TaxonomyInsightsRequest,
} from "@genie/schema";
import type { Knex } from "knex";
import type { z } from "zod";
import { allOf, conditionsOf, joined } from "../library/conditions.ts";
import { type FigureRow, figuresSql } from "./insights-sql.ts";

const mostTags = 20;

type Platform = { platform: string; posts: number; unsorted: number };

/** What earns and engages on each platform, of the owner's published entries. */
export async function readInsights(
  database: Knex,
  owner: string,
  request: z.output<typeof TaxonomyInsightsRequest>,
): Promise<TaxonomyInsightsAnswer> {
  const { sql, values } = joined(conditionsOf(owner, { ...request, source: ["scraped"] }));
  const where = `${sql} and e.platform is not null`;
  const [{ rows: platforms }, { rows: figures }] = await Promise.all([
    database.raw<{ rows: Platform[] }>(
      `select e.platform, cast(count(e.concepts) as integer) as posts,
              cast(count(*) - count(e.concepts) as integer) as unsorted
         from library_entries e where ${where} group by 1 order by 2 desc, 1`,
      values,
    ),
    database.raw<{ rows: FigureRow[] }>(figuresSql(where), values),
  ]);
  const concepts = await conceptsOf(
    database,
    owner,
    figures.flatMap(({ isBand, name }) => (isBand ? [] : [name])),
  );
  return {
    platforms: platforms.flatMap((platform) => {
      const rows = figures.filter((row) => row.platform === platform.platform);
      return currenciesOf(rows).map((currency) => ({
        ...platform,
        currency,
        bands: conceptChoices.map((choice) => ({
          ...bandOf(choice),
          ...figuresOf(rows, choice, currency),
        })),
        tags: tagsOf(rows, currency).flatMap((tag) => {
          const concept = concepts.get(tag);
          if (concept === undefined) return [];
          return [{ concept, group: { tag }, ...figuresOf(rows, tag, currency) }];
        }),
      }));
    }),
  };
}

/** The currencies that something was earned in; null where there is none. */
function currenciesOf(rows: readonly FigureRow[]): (string | null)[] {
  const currencies = [...new Set(rows.flatMap(({ currency }) => currency || []))];
  return currencies.length > 0 ? currencies.toSorted() : [null];
}

/** Those that stand out in this currency, or by likes and comments; rows are in the order of how much. */
function tagsOf(rows: readonly FigureRow[], currency: string | null): string[] {
  const own = rows.filter((row) => row.currency === "" || row.currency === currency);
  return [...new Set(own.flatMap(({ isBand, name }) => (isBand ? [] : name)))].slice(0, mostTags);
}

function bandOf(choice: ConceptChoice): Pick<InsightGroup, "concept" | "group"> {
  const [concept, band] = choice.split(".") as [ConceptSlug, ConceptBand];
  return { concept, group: { band } };
}

function figuresOf(
  rows: readonly FigureRow[],
  name: string,
  currency: string | null,
): Pick<InsightGroup, "earnings" | "engagement"> {
  const of = (wanted: string) => rows.find((row) => row.name === name && row.currency === wanted);
  return {
    engagement: figureOf(of(""), 1),
    earnings: figureOf(currency === null ? undefined : of(currency), 100),
  };
}

/** `parts`: how many of what is counted make a whole. */
function figureOf(row: FigureRow | undefined, parts: number): GroupFigure {
  if (row === undefined)
    return { posts: 0, median: null, others: 0, othersMedian: null, isClear: false };
  const { posts, median, others, othersMedian, isClear } = row;
  const shown = (count: number, value: number | null) =>
    count < fewestPosts || value === null ? null : value / parts;
  return {
    posts,
    median: shown(posts, median),
    others,
    othersMedian: shown(others, othersMedian),
    isClear,
  };
}

/** The concepts that these tags of the owner's entries belong to, as one of those entries has it. */
async function conceptsOf(
  database: Knex,
  owner: string,
  tags: readonly string[],
): Promise<Map<string, ConceptSlug>> {
  const wanted = [...new Set(tags)];
  const prefix = libraryScope(owner) + libraryLexemes.subject;
  const { rows } = await database.raw<{ rows: { tag: string; concept: ConceptSlug }[] }>(
    `select wanted.tag, entry.concept
       from unnest(cast(:tags as text[]), cast(:queries as text[])) wanted(tag, query)
      cross join lateral (
        select said ->> 'concept' as concept
          from library_entries e
          join scraped_media m on m.id = e.id
         cross join json_array_elements(m.taxonomy_concepts -> 'tags') said
         where e.user_id = :owner and e.words @@ cast(wanted.query as tsquery)
           and said ->> 'tag' = wanted.tag and said ->> 'by' <> 'proposed'
         limit 1) entry`,
    { owner, tags: wanted, queries: wanted.map((tag) => allOf(prefix, [tag])) },
  );
  return new Map(rows.map(({ tag, concept }) => [tag, concept]));
}
