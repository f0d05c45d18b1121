import { conceptSlugs } from "@genie/schema";
import type { Client } from "pg";

/** What the big library and each of the others hold; its captions, in turn, where those are to be of some kind. */
export type LibrarySizes = {
  entries: number;
  others: number;
  otherEntries: number;
  captions?: readonly string[];
};

/** What the generated entries can be asked for; each is there, as often as its name says. */
export const libraryFinds = {
  commonWord: "the",
  rareWord: "zanzibar",
  prefix: "sun",
  twoWords: "the evening",
  tag: "tag-3",
  concept: "content-type.high",
  subject: "subject-3",
  platform: "sandbox",
  year: { from: "2024-01-01T00:00:00Z", until: "2025-01-01T00:00:00Z" },
} as const;

/**
 * Fills one creator's library, and those of others beside it, by plain SQL, with tags, concepts, figures,
 * files, accounts and posts. The triggers of the product do the rest, as for any row.
 */
export async function fillLibraries(
  database: Client,
  owner: string,
  { entries, others, otherEntries, captions = [] }: LibrarySizes,
): Promise<void> {
  await database.query("select setseed(0.5)");
  await database.query(
    `insert into directus_users (id, email, status)
     select gen_random_uuid(), 'bench-other-' || n || '@example.com', 'active' from generate_series(1, $1) n`,
    [others],
  );
  const { rows } = await database.query<{ id: string }>(
    "select id from directus_users where email like 'bench-other-%'",
  );
  await database.query(
    "create temp table said as select * from unnest($1::text[]) with ordinality s(caption, n)",
    [captions],
  );
  await database.query("create index on said (n)");
  await fillLibrary(database, owner, entries);
  await database.query("truncate said");
  for (const { id } of rows) await fillLibrary(database, id, otherEntries);
  await database.query("drop table said");
  for (const table of ["scraped_media", "library_entries", "directus_files", "scheduled_posts"]) {
    await database.query(`vacuum analyze ${table}`);
  }
}

async function fillLibrary(database: Client, owner: string, entries: number): Promise<void> {
  await database.query(
    `insert into creator_profiles (id, user_id, platform, username)
     select gen_random_uuid(), $1::uuid, platform, 'bench-' || left($1::uuid::text, 8)
       from unnest(array['sandbox', 'sandbox_lookup', 'sandbox_blind']) platform`,
    [owner],
  );
  await database.query(
    `create temp table made as
     select gen_random_uuid() as id, gen_random_uuid() as file, n, random() as dice,
            now() - random() * interval '1500 days' as at
       from generate_series(1, $1::int) n`,
    [entries],
  );
  await database.query(
    `insert into directus_files (id, storage, filename_disk, filename_download, type, filesize, width, height,
                                 owner, uploaded_on, prepared_at, placeholder)
     select file, 'local', file || '.jpg', 'IMG_' || n || '.jpg', 'image/jpeg', 250000, 1600, 1200,
            $1::uuid, at, at, '1QcSHQRnh493V4dIh4eXh1h4kJUI'
       from made`,
    [owner],
  );
  await database.query(insertEntries, [owner]);
  await database.query("begin");
  await database.query("select set_config('genie.writer', 'publisher', true)");
  await database.query(
    `insert into scheduled_posts (id, user_id, creator_profile_id, media_id, caption, status, scheduled_for,
                                  published_at)
     select gen_random_uuid(), $1::uuid, (select min(id::text)::uuid from creator_profiles where user_id = $1::uuid),
            id, 'bench', 'published', at, at
       from made where n % 20 = 0`,
    [owner],
  );
  await database.query("commit");
  await database.query("drop table made");
}

/** As the classifier leaves it: a value in some of the concepts, and tags of which few are frequent. */
const classification = `json_build_object(
  'version', 'bench',
  'concepts', (select json_object_agg(slug, case when known < 0.6
                        then json_build_object('value', round(value::numeric, 3), 'confidence', 0.8)
                        else json_build_object('value', 0, 'confidence', 0) end)
                 from (select slug, random() as value, random() + 0 * m.n as known
                         from unnest(array[${conceptSlugs.map((slug) => `'${slug}'`).join(", ")}]) slug) drawn),
  'tags', (select coalesce(json_agg(json_build_object(
                    'tag', tag, 'concept', 'content-type', 'weight', 0.7, 'by', 'found',
                    'from', json_build_array(json_build_object('in', 'caption', 'words', tag)))), '[]')
             from (select distinct 'subject-' || floor(power(random(), 2) * 3208) as tag
                     from generate_series(1, 2 + m.n % 6)) drawn))`;

/** Words are as frequent as they are in a language: the first of the list is in every second caption. */
const insertEntries = `
  insert into scraped_media (id, user_id, creator_profile_id, platform_post_id, media_type, file_id, source, caption,
                             tags, taxonomy_concepts, classified_at, published_at, date_created, likes, comments, views, earnings,
                             currency, perceptual_hash, width, height)
  select m.id, $1::uuid, case when dice < 0.7 then account.id end, case when dice < 0.7 then m.id::text end,
         case when n % 10 = 0 then 'video' when n % 17 = 0 then 'gallery' else 'image' end, file,
         case when dice < 0.7 then 'scraped' when dice < 0.95 then 'uploaded' else 'derived' end,
         coalesce((select caption from said where said.n = 1 + m.n % nullif((select count(*) from said), 0)),
         (select string_agg(coalesce((array['the', 'evening', 'sunset', 'sunrise', 'sunny', 'kitchen', 'mirror',
                                            'studio'])[word], 'word' || word), ' ')
            from (select 1 + floor(power(random(), 4) * 1500)::int as word
                    from generate_series(1, 10 + m.n % 6)) drawn))
           || case when n % 5000 = 7 then ' zanzibar' else '' end,
         (select to_json(array_agg(distinct 'tag-' || floor(power(random(), 2) * 200)))
            from generate_series(1, 1 + m.n % 5)),
         case when n % 4 > 0 then ${classification} end, now(),
         case when dice < 0.7 then at end, at,
         case when dice < 0.7 then floor(power(random(), 3) * 5000)::int end,
         case when dice < 0.7 then floor(power(random(), 3) * 200)::int end,
         case when dice < 0.6 then floor(power(random(), 3) * 90000)::int end,
         case when dice < 0.4 then round((power(random(), 4) * 300)::numeric, 2) end,
         case when dice < 0.4 then 'USD' end,
         lpad(to_hex((random() * 4294967295)::bigint), 8, '0') || lpad(to_hex((random() * 4294967295)::bigint), 8, '0'),
         1600, 1200
    from made m
    left join lateral (
      select id from creator_profiles where user_id = $1::uuid
       order by platform offset (case when m.n % 100 = 0 then 2 when m.n % 3 = 0 then 1 else 0 end) limit 1
    ) account on true`;
