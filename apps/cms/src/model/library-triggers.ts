import {
  conceptBands,
  conceptBits,
  conceptChoices,
  libraryLexemeMax,
  libraryLexemes,
  usingPostStates,
} from "@genie/schema";
import type { DatabaseObject } from "./database-object.ts";
import {
  fillLibrary,
  libraryColumns,
  libraryEntries,
  longListsAbove,
  noFigure,
  refreshLibrary,
} from "./library-table.ts";
import { libraryLeftOver } from "./process-tables.ts";
import { sqlFunction, triggerFunction, triggerOn } from "./trigger-objects.ts";

const media = "scraped_media";
const files = "scraped_media_files";
const posts = "scheduled_posts";
const listed = "scheduled_posts_media";
const noteUse = "genie_library_note_use";

/** Columns of an entry that its row in the side table is made of; JSON has no equality. */
const sources = [
  "user_id",
  "creator_profile_id",
  "platform_post_id",
  "media_type",
  "file_id",
  "source",
  "caption",
  "tags::text",
  "taxonomy_concepts::text",
  "published_at",
  "likes",
  "comments",
  "views",
  "earnings",
  "currency",
  "trashed_at",
  "perceptual_hash",
];

/**
 * What keeps `library_entries` in step, whoever writes. A row is written only when it changes. A change
 * of state that leaves a post planned or out does nothing at all, and what a post does to an entry never
 * waits for a lock: where two meet, it is written down, and the sweep of the jobs looks again.
 */
export function libraryTriggers(): DatabaseObject[] {
  return [
    sqlFunction(
      refreshLibrary,
      {
        takes: "ids uuid[]",
        returns: "void",
        fill: fillLibrary,
      },
      refresh(),
    ),
    sqlFunction(noteUse, { takes: "ids uuid[]", returns: "void" }, use()),
    ...entryTriggers(),
    ...fileTriggers(),
    ...postTriggers(),
    triggerFunction("genie_library_account", refreshing("creator_profile_id = new.id")),
    triggerOn("creator_profiles", "genie_library_account", "after update", {
      each: "for each row when (new.platform is distinct from old.platform)",
    }),
  ];
}

/** Whether the entry of this row of `scraped_media` is on a platform, or in a post that is planned or out. */
export const isUsedSql = (entry: string): string => `(${entry}.platform_post_id is not null
    or exists (select from ${posts} p where p.media_id = ${entry}.id and ${isUsing("p")})
    or exists (select from ${listed} l join ${posts} p on p.id = l.scheduled_posts_id
                where l.scraped_media_id = ${entry}.id and ${isUsing("p")}))`;

const isUsing = (post: string) =>
  `(${post}.status in (${usingPostStates.map((state) => `'${state}'`).join(", ")}) and ${post}.removed_at is null)`;

function refresh(): string {
  const columns = Object.keys(libraryColumns);
  const changeable = columns.filter((column) => column !== "id");
  const row = (name: string) => changeable.map((column) => `${name}.${column}`).join(", ");
  return `begin
  -- First, so that what is computed after it sees all that others have written to these.
  perform from ${libraryEntries} where id = any(ids) order by id for no key update;
  insert into ${libraryEntries} as e (${columns.join(", ")})
  select m.id, m.user_id, m.creator_profile_id, t.at,
         coalesce((m.earnings * 100)::bigint, ${noFigure.cents}), coalesce(m.likes, ${noFigure.count}),
         coalesce(m.comments, ${noFigure.count}), coalesce(m.views, ${noFigure.count}),
         extract(year from t.at at time zone 'UTC')::smallint, m.trashed_at is not null,
         ${isUsedSql("m")}, m.media_type, m.source, a.platform, m.currency,
         -- A picture of one colour has no look of its own.
         nullif(case when m.perceptual_hash ~ '^[0-9a-f]{16}$' then ('x' || m.perceptual_hash)::bit(64) end,
                0::bit(64)),
         t.tags, t.subjects, pg_column_size(t.tags) + pg_column_size(t.subjects) > ${longListsAbove}, t.concepts,
         array_to_tsvector(array(
           select distinct left(m.user_id::text, 8) || s.key || s.lexeme from (
             select '${libraryLexemes.tag}' as key, left(tag, ${libraryLexemeMax.tag}) as lexeme from unnest(t.tags) tag
             union all
             select '${libraryLexemes.subject}', left(subject, ${libraryLexemeMax.subject}) from unnest(t.subjects) subject
             union all
             select '${libraryLexemes.word}', left(word, ${libraryLexemeMax.word}) from (
               select regexp_split_to_table(${words()}, '[^[:alnum:]]+') as word limit 2000
             ) split where word <> ''
           ) s(key, lexeme)))
    from unnest(ids) as wanted(id)
    join ${media} m on m.id = wanted.id
    left join creator_profiles a on a.id = m.creator_profile_id
   cross join lateral (
     select coalesce(m.published_at, m.date_created, to_timestamp(0)) as at,
            array(select distinct tag from ${eachOf("m.tags", "array", "json_array_elements_text")} tag
                   where tag <> '') as tags,
            array(select distinct said ->> 'tag'
                    from ${eachOf("m.taxonomy_concepts -> 'tags'", "array", "json_array_elements")} said
                   where said ->> 'by' in ('found', 'added') and said ->> 'tag' <> '') as subjects,
            case when m.taxonomy_concepts is not null then ${bitsOf("m.taxonomy_concepts -> 'concepts'")} end as concepts
     -- So that each is computed once, wherever it is named.
     offset 0
   ) t
   order by m.id
  on conflict (id) do update set (${changeable.join(", ")}) = (${row("excluded")})
   where (${row("e")}) is distinct from (${row("excluded")});
end`;
}

/** The bits of the bands of an entry, of the concepts that something is known of. */
function bitsOf(concepts: string): string {
  const bit = conceptChoices.map((choice) => `when '${choice}' then ${conceptBits[choice]}`);
  const band = Object.entries(conceptBands).map(
    ([name, [, below]]) => `when ${number("value")} < ${below} then '${name}'`,
  );
  return `(select coalesce(bit_or(case slug || '.' || case ${band.join(" ")} end ${bit.join(" ")} end), 0)
               from (select slug, said -> 'value' as value from ${eachOf(concepts, "object", "json_each")} as c(slug, said)
                      where ${number("said -> 'confidence'")} > 0) known)`;
}

/** Of JSON that may be anything: what is in it if it is of this type, else nothing. */
const eachOf = (json: string, type: "array" | "object", call: string) =>
  `${call}(case when json_typeof(${json}) = '${type}' then ${json} else '${type === "array" ? "[]" : "{}"}' end)`;

const number = (json: string) =>
  `case when json_typeof(${json}) = 'number' then (${json})::text::numeric end`;

/** The text that is searched. The database's own collation may know no letters but those of ASCII. */
const words = () => `lower(normalize(concat_ws(' ', m.caption, t.tags::text, t.subjects::text,
                 (select string_agg(f.filename_download, ' ')
                    from (select m.file_id as id union
                          select l.directus_files_id from ${files} l where l.scraped_media_id = m.id) shown
                    join directus_files f on f.id = shown.id)),
                 nfc) collate "und-x-icu")`;

function use(): string {
  return `begin
  with different as materialized (
    select e.id, not e.used as used from ${libraryEntries} e join ${media} m on m.id = e.id
     where e.id = any(ids) and e.used is distinct from ${isUsedSql("m")}),
  free as materialized (
    select e.id from ${libraryEntries} e where e.id in (select id from different)
     order by e.id for no key update of e skip locked),
  left_over as (
    insert into ${libraryLeftOver} (entry)
    select id from different where id not in (select id from free))
  update ${libraryEntries} e set used = different.used
    from free join different using (id) where different.id = e.id;
end`;
}

function entryTriggers(): DatabaseObject[] {
  const added = "genie_library_added";
  const changed = "genie_library_changed";
  return [
    triggerFunction(added, refreshingAll("select id from added")),
    triggerOn(media, added, "after insert", {
      each: "referencing new table as added for each statement",
    }),
    triggerFunction(
      changed,
      refreshingAll(
        `select n.id from after n join before o on o.id = n.id where (${sourcesOf("n")}) is distinct from (${sourcesOf("o")})`,
      ),
    ),
    triggerOn(media, changed, "after update", {
      each: "referencing old table as before new table as after for each statement",
    }),
  ];
}

const sourcesOf = (row: string) => sources.map((column) => `${row}.${column}`).join(", ");

function fileTriggers(): DatabaseObject[] {
  const ofLinks = "genie_library_files";
  const link = (event: string, rows: string) =>
    triggerOn(files, `${ofLinks}_${event}`, `after ${event}`, {
      calls: ofLinks,
      each: `referencing ${rows} table as links for each statement`,
    });
  return [
    triggerFunction(ofLinks, refreshingAll("select distinct scraped_media_id from links")),
    link("insert", "new"),
    link("delete", "old"),
    triggerFunction(
      "genie_library_file",
      refreshing(
        `file_id = new.id or id in (select scraped_media_id from ${files} where directus_files_id = new.id)`,
      ),
    ),
    triggerOn("directus_files", "genie_library_file", "after update", {
      each: "for each row when (new.filename_download is distinct from old.filename_download)",
    }),
  ];
}

function postTriggers(): DatabaseObject[] {
  const ofPost = "genie_library_post";
  const post = (event: string, when: string) =>
    triggerOn(posts, `${ofPost}_${event}`, `after ${event}`, {
      calls: ofPost,
      each: `for each row when (${when})`,
    });
  const ofListed = "genie_library_post_media";
  return [
    triggerFunction(
      ofPost,
      `begin
  perform ${noteUse}(array(
    select scraped_media_id from ${listed} where scheduled_posts_id = coalesce(new.id, old.id)
    union select unnest(array[new.media_id, old.media_id])));
  return null;
end`,
    ),
    post("insert", isUsing("new")),
    post(
      "update",
      `new.media_id is distinct from old.media_id or ${isUsing("new")} is distinct from ${isUsing("old")}`,
    ),
    post("delete", isUsing("old")),
    triggerFunction(
      ofListed,
      `begin
  perform ${noteUse}(array(select distinct scraped_media_id from links));
  return null;
end`,
    ),
    ...[
      ["insert", "new"],
      ["delete", "old"],
    ].map(([event, rows]) =>
      triggerOn(listed, `${ofListed}_${event}`, `after ${event}`, {
        calls: ofListed,
        each: `referencing ${rows} table as links for each statement`,
      }),
    ),
  ];
}

const refreshing = (where: string) => refreshingAll(`select id from ${media} where ${where}`);

const refreshingAll = (select: string) => `declare
  ids uuid[] := array(${select});
begin
  if cardinality(ids) > 0 then perform ${refreshLibrary}(ids); end if;
  return null;
end`;
