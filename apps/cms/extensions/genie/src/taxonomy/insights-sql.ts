import { conceptBits, conceptChoices, fewestPosts } from "@genie/schema";

/** Of how many differences that are called clear at most one in twenty may be chance (Benjamini and Hochberg). */
const falseShare = 0.05;
/** How many tags that stand out are taken by each figure. */
const mostTags = 10;

/** A group's figure beside that of the rest. `currency` is empty for likes and comments together. */
export type FigureRow = {
  platform: string;
  currency: string;
  /** A band of a concept, or a tag. */
  name: string;
  isBand: boolean;
  posts: number;
  others: number;
  median: number | null;
  othersMedian: number | null;
  isClear: boolean;
};

/**
 * Figures of published entries by platform: each band of each concept, and the tags whose difference is the
 * least likely chance. Every value is ranked once; sums of ranks give the test of Mann and Whitney (normal
 * approximation, corrected for ties), and the ranks of a few entries the median of all the others.
 */
export const figuresSql = (where: string): string => `
with entries as materialized (
  select e.platform, e.currency, e.cents, e.concepts, e.subjects,
         case when greatest(e.likes, e.comments) >= 0 then greatest(e.likes, 0) + greatest(e.comments, 0) end as engagement
    from library_entries e where ${where} and e.concepts is not null),
ranked as materialized (
  select f.*, row_number() over figure as place, count(*) over (figure range between current row and current row) as peers,
         rank() over figure + (count(*) over (figure range between current row and current row) - 1) / 2.0e0 as rank
    from (select platform, '' as currency, cast(engagement as double precision) as value, concepts, subjects
            from entries where engagement is not null
          union all
          select platform, currency, cents, concepts, subjects
            from entries where currency is not null and cents >= 0) f
  window figure as (partition by f.platform, f.currency order by f.value)),
series as materialized (
  select platform, currency, cast(count(*) as double precision) as n, array_agg(value) as values,
         sum(cast(peers as double precision) * peers - 1) as ties
    from (select * from ranked order by platform, currency, place) r group by 1, 2),
bands as materialized (
  select s.platform, s.currency, b.*
    from (select platform, currency, ${conceptChoices.map(ofBand).join(", ")} from ranked group by 1, 2) s
   cross join lateral (values ${conceptChoices.map(rowOfBand).join(", ")}) b(name, posts, ranks, median, others_median)),
tags as (
  select platform, currency, name, count(*) as posts, sum(rank) as ranks
    from (select platform, currency, rank, unnest(subjects) as name from ranked) r
   group by 1, 2, 3 having count(*) >= ${fewestPosts}),
tested as (
  select g.platform, g.currency, g.name, g.is_band,
         coalesce(erfc(greatest(abs(g.ranks - g.posts * (s.n + 1) / 2) - 0.5, 0)
           / nullif(sqrt(g.posts * (s.n - g.posts) / 6 * (s.n + 1 - s.ties / (s.n * (s.n - 1)))), 0)), 1) as chance
    from (select platform, currency, name, true as is_band, posts, ranks from bands
          union all select platform, currency, name, false, posts, ranks from tags) g
    join series s using (platform, currency)
   where g.posts >= ${fewestPosts} and s.n - g.posts >= ${fewestPosts}),
judged as materialized (
  select t.*, coalesce(chance <= max(chance) filter (where chance <= ${falseShare} * place / tests) over all_of_figure, false) as is_clear,
         row_number() over (partition by platform, currency, is_band order by chance, name) as standing
    from (select *, row_number() over (all_of_figure order by chance) as place, count(*) over all_of_figure as tests
            from tested window all_of_figure as (partition by platform, currency)) t
  window all_of_figure as (partition by platform, currency)),
picked as materialized (
  select distinct platform, name from judged where not is_band and standing <= ${mostTags}),
members as (
  select platform, currency, name, place, value,
         row_number() over (partition by platform, currency, name order by place) as own_place,
         count(*) over (partition by platform, currency, name) as posts
    from (select platform, currency, place, value, unnest(subjects) as name from ranked) r
    join picked using (platform, name)),
tag_figures as (
  select platform, currency, name, posts,
         avg(value) filter (where own_place in ((posts + 1) / 2, posts / 2 + 1)) as median,
         -- The k-th of the others stands behind k of them and behind those of the group that come before it.
         cast(floor((n - posts + 1) / 2) + count(*) filter (where place - own_place < floor((n - posts + 1) / 2)) as integer) as low,
         cast(floor((n - posts) / 2) + 1 + count(*) filter (where place - own_place < floor((n - posts) / 2) + 1) as integer) as high
    from members join series using (platform, currency) group by platform, currency, name, posts, n)
select f.platform, f.currency, f.name, f.is_band as "isBand", cast(f.posts as integer) as posts,
       cast(s.n - f.posts as integer) as others, f.median, f.others_median as "othersMedian",
       coalesce(j.is_clear, false) as "isClear"
  from (select platform, currency, name, true as is_band, posts, median, others_median from bands
        union all
        select platform, currency, name, false, posts, median, (values[low] + values[high]) / 2
          from tag_figures join series using (platform, currency)) f
  join series s using (platform, currency)
  left join judged j using (platform, currency, name, is_band)
 order by j.chance, f.name`;

const isIn = (band: keyof typeof conceptBits) => `(concepts & ${conceptBits[band]}) <> 0`;
const median = (where: string) =>
  `percentile_cont(0.5) within group (order by value) filter (where ${where})`;

function ofBand(band: keyof typeof conceptBits, place: number): string {
  return `count(*) filter (where ${isIn(band)}) as posts_${place}, sum(rank) filter (where ${isIn(band)}) as ranks_${place},
    ${median(isIn(band))} as median_${place}, ${median(`not ${isIn(band)}`)} as others_${place}`;
}

function rowOfBand(band: string, place: number): string {
  return `('${band}', posts_${place}, ranks_${place}, median_${place}, others_${place})`;
}
