import { conceptBits, type LibraryQuery } from "@genie/schema";
import { libraryFinds as finds } from "./library-data.ts";

/** What is asked of the library, and the same as plain SQL on its side table `e`, whose owner is $1. */
export type LibraryCase = { name: string; query: LibraryQuery; where: string; order?: string };

const newest = "e.at desc, e.id desc";

export const orderCases: LibraryCase[] = [
  { name: "first", query: {}, where: "true" },
  { name: "order_oldest", query: { order: "oldest" }, where: "true", order: "e.at, e.id" },
  ...(["earnings", "likes", "comments", "views"] as const).map((order) => ({
    name: `order_${order}`,
    query: { order },
    where: "true",
    order: `e.${order === "earnings" ? "cents" : order} desc, e.id desc`,
  })),
];

export const facetCases: LibraryCase[] = [
  {
    name: "platform",
    query: { platform: [finds.platform] },
    where: `e.platform = '${finds.platform}'`,
  },
  { name: "kind", query: { kind: ["video"] }, where: "e.kind = 'video'" },
  { name: "source", query: { source: ["derived"] }, where: "e.source = 'derived'" },
  { name: "tag", query: { tag: [finds.tag] }, where: `e.tags @> array['${finds.tag}']` },
  {
    name: "concept",
    query: { concept: [finds.concept] },
    where: `e.concepts & ${conceptBits[finds.concept]} <> 0`,
  },
  {
    name: "subject",
    query: { subject: [finds.subject] },
    where: `e.subjects @> array['${finds.subject}']`,
  },
  { name: "unused", query: { used: false }, where: "not e.used" },
  { name: "earned", query: { earned: ["best"] }, where: "e.cents >= 10000" },
  {
    name: "year",
    query: finds.year,
    where: `e.at >= '${finds.year.from}' and e.at < '${finds.year.until}'`,
  },
];

export const searchCases: LibraryCase[] = [
  search("common_word", finds.commonWord),
  search("rare_word", finds.rareWord),
  search("prefix", finds.prefix),
  search("two_words", finds.twoWords),
];

function search(name: string, text: string): LibraryCase {
  const terms = text.split(" ").map((word) => `'''' || left($1::text, 8) || 'w${word}'':*'`);
  return {
    name: `search_${name}`,
    query: { search: text },
    where: `e.words @@ (${terms.join(" || ' & ' || ")})::tsquery`,
  };
}

/** A page of entries with what the list shows of each, in one statement. */
export const barePage = ({ where, order = newest }: LibraryCase, after = "true"): string =>
  `select m.*, f.filename_download, f.placeholder, f.prepared_at, a.platform, a.username
     from (select e.* from library_entries e
            where e.user_id = $1 and not e.trashed and ${where} and ${after} order by ${order} limit 61) e
     join scraped_media m on m.id = e.id
     left join directus_files f on f.id = m.file_id
     left join creator_profiles a on a.id = m.creator_profile_id
    order by ${order}`;

/** The counts of each facet, a statement each. */
export const bareFacets = ({ where }: LibraryCase): string[] =>
  [
    "platform",
    "kind",
    "source",
    "unnest(tags)",
    "unnest(subjects)",
    ...Object.values(conceptBits).map((bit) => `concepts & ${bit} <> 0`),
    "used",
    "cents < 1, cents < 1000, cents < 10000",
    "year",
  ].map((value) => {
    const from = `select ${value} from library_entries e where e.user_id = $1 and not e.trashed and ${where}`;
    return `select v.*, count(*) from (${from}) v group by ${value
      .split(",")
      .map((_part, at) => at + 1)
      .join(", ")}`;
  });
