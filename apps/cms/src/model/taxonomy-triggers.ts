import type { DatabaseObject } from "./database-object.ts";
import { sqlFunction, triggerFunction, triggerOn } from "./trigger-objects.ts";

const media = "scraped_media";
const ownTags = "tag_overrides";
const mapping = "taxonomy_mapping";

/** What a classification is made of, beside the mapping and her own tags; JSON has no equality. */
const sources = [
  "caption",
  "tags::text",
  "media_type",
  "file_id",
  "width",
  "height",
  "duration_s",
  "taxonomy_corrections::text",
  "taxonomy_proposals::text",
];

/** Her own tags as they are, until the end of the transaction: exclusive for who changes them, shared for who reads. */
export const ownTagsLock = "genie_own_tags_lock";

/** The one row that says which state the mapping is in. */
export const mappingVersion = "taxonomy_mapping_version";

/**
 * What keeps `scraped_media.classified_at`: empty while an entry is to be classified, whoever has changed
 * what that depends on. A statement that sets it has classified the entry. What is due is found at once, and
 * so is a change of the mapping.
 */
export function taxonomyTriggers(): DatabaseObject[] {
  return [
    ...entryTriggers(),
    ...ownTagsTriggers(),
    ...mappingTriggers(),
    {
      kind: "index",
      table: media,
      name: "scraped_media_unclassified",
      create: `create index scraped_media_unclassified on ${media} (user_id, date_created desc)
        where classified_at is null`,
    },
  ];
}

function entryTriggers(): DatabaseObject[] {
  const [due, ofFile] = ["genie_classification_due", "genie_classification_file"];
  return [
    triggerFunction(due, "begin\n  new.classified_at := null;\n  return new;\nend"),
    triggerOn(media, due, "before update", {
      each: `for each row when (
        new.classified_at is not distinct from old.classified_at
        and (${listOf("new")}) is distinct from (${listOf("old")}))`,
    }),
    triggerFunction(
      ofFile,
      `begin
  -- One that is due already may be read at this moment, with the file as it was.
  update ${media} set classified_at = null where file_id = new.id;
  return null;
end`,
    ),
    triggerOn("directus_files", ofFile, "after update", {
      each: "for each row when (new.filesize is distinct from old.filesize)",
    }),
  ];
}

const listOf = (row: string) => sources.map((column) => `${row}.${column}`).join(", ");

function ownTagsTriggers(): DatabaseObject[] {
  const changed = "genie_own_tags_changed";
  const on = (event: string, rows: string) =>
    triggerOn(ownTags, `${changed}_${event}`, `after ${event}`, {
      calls: changed,
      each: `referencing ${rows} table as changed for each statement`,
    });
  return [
    sqlFunction(
      ownTagsLock,
      { takes: "owner uuid, for_change boolean", returns: "void" },
      `declare
  key bigint := hashtextextended('genie/own-tags/' || owner, 0);
begin
  if for_change then perform pg_advisory_xact_lock(key);
  else perform pg_advisory_xact_lock_shared(key);
  end if;
end`,
    ),
    triggerFunction(
      changed,
      `declare
  owner uuid;
begin
  for owner in select distinct user_id from changed order by user_id loop
    -- Who has read her tags as they were writes first, and that is set back here.
    perform ${ownTagsLock}(owner, true);
    update ${media} set classified_at = null where user_id = owner and classified_at is not null;
  end loop;
  return null;
end`,
    ),
    on("insert", "new"),
    on("update", "new"),
    on("delete", "old"),
  ];
}

function mappingTriggers(): DatabaseObject[] {
  const changed = "genie_mapping_changed";
  const columns = { id: "smallint not null", version: "uuid not null" };
  const note = `insert into ${mappingVersion} (id, version) values (1, gen_random_uuid())
  on conflict (id) do update set version = excluded.version`;
  return [
    {
      kind: "table",
      table: null,
      name: mappingVersion,
      columns,
      parts: [
        ...Object.keys(columns).map((name) => `column ${mappingVersion}.${name}`),
        `index ${mappingVersion}_pkey`,
        `constraint ${mappingVersion}.${mappingVersion}_pkey`,
      ],
      fill: note,
      create: `create table ${mappingVersion} (id ${columns.id}, version ${columns.version}, primary key (id))`,
    },
    triggerFunction(changed, `begin\n  ${note};\n  return null;\nend`),
    triggerOn(mapping, changed, "after insert or update or delete or truncate", {
      each: "for each statement",
    }),
  ];
}
