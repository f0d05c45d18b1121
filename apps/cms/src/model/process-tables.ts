import type { DatabaseObject } from "./database-object.ts";

type SideTable = {
  columns: Readonly<Record<string, string>>;
  key?: string;
  /** Its rows go with the row that this column refers to. */
  belongsTo?: { column: string; table: string };
};

/** Entries whose use has changed while somebody else was writing their row of the library: a sweep looks at them again. */
export const libraryLeftOver = "library_left_over";

/** Posts of an account whose entry its owner has deleted: no reading brings them back. */
export const forgottenPosts = "forgotten_posts";

/**
 * Side tables of what all processes of the gate have to agree on. `action_days`: what a person's actions have spent of
 * the day that she last ran one on. `finished_uploads`: which file a resumable upload has become.
 */
const tables: Readonly<Record<string, SideTable>> = {
  action_days: {
    columns: {
      user_id: "uuid not null",
      day: "date not null",
      runs: "integer not null",
      changes: "integer not null",
    },
    key: "user_id",
    belongsTo: { column: "user_id", table: "directus_users" },
  },
  finished_uploads: {
    columns: {
      upload: "text not null",
      file_id: "uuid not null",
      finished_at: "timestamp with time zone not null",
    },
    key: "file_id",
    belongsTo: { column: "file_id", table: "directus_files" },
  },
  [forgottenPosts]: {
    columns: { creator_profile_id: "uuid not null", platform_post_id: "text not null" },
    key: "creator_profile_id, platform_post_id",
    belongsTo: { column: "creator_profile_id", table: "creator_profiles" },
  },
  // Without a key, so that who writes to it waits for nobody.
  [libraryLeftOver]: { columns: { entry: "uuid not null" } },
};

/** Nobody reads them but by SQL of ours. */
export const processTableNames = Object.keys(tables);

export function processTables(): DatabaseObject[] {
  return [
    ...Object.entries(tables).map(([name, table]) => sideTable(name, table)),
    {
      kind: "index",
      table: "finished_uploads",
      name: "finished_uploads_by_upload",
      create: "create index finished_uploads_by_upload on finished_uploads (upload)",
    },
  ];
}

function sideTable(name: string, { columns, key, belongsTo }: SideTable): DatabaseObject {
  const foreignKey = `${name}_${belongsTo?.column}_fkey`;
  const definitions = [
    ...Object.entries(columns).map(([column, type]) => `${column} ${type}`),
    ...(key === undefined ? [] : [`primary key (${key})`]),
    ...(belongsTo === undefined
      ? []
      : [
          `constraint ${foreignKey} foreign key (${belongsTo.column}) references ${belongsTo.table} (id) on delete cascade`,
        ]),
  ];
  return {
    kind: "table",
    table: null,
    name,
    columns,
    parts: [
      ...Object.keys(columns).map((column) => `column ${name}.${column}`),
      ...(key === undefined ? [] : [`index ${name}_pkey`, `constraint ${name}.${name}_pkey`]),
      ...(belongsTo === undefined ? [] : [`constraint ${name}.${foreignKey}`]),
    ],
    create: `create table ${name} (${definitions.join(", ")})`,
  };
}
