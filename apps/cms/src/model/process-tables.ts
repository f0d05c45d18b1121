import type { DatabaseObject } from "./database-object.ts";

/**
 * Side tables of what all processes of the gate have to agree on. `action_days`: what a person's actions have spent of
 * the day that she last ran one on. `finished_uploads`: which file a resumable upload has become.
 */
const tables = {
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
} as const;

/** Nobody reads them but by SQL of ours. */
export const processTableNames = Object.keys(tables);

export function processTables(): DatabaseObject[] {
  return [
    ...Object.entries(tables).map(([name, { columns, key, belongsTo }]): DatabaseObject => {
      const foreignKey = `${name}_${belongsTo.column}_fkey`;
      const definitions = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
      return {
        kind: "table",
        table: null,
        name,
        columns,
        parts: [
          ...Object.keys(columns).map((column) => `column ${name}.${column}`),
          `index ${name}_pkey`,
          `constraint ${name}.${name}_pkey`,
          `constraint ${name}.${foreignKey}`,
        ],
        create: `create table ${name} (${definitions.join(", ")}, primary key (${key}), constraint ${foreignKey} foreign key (${belongsTo.column}) references ${belongsTo.table} (id) on delete cascade)`,
      };
    }),
    {
      kind: "index",
      table: "finished_uploads",
      name: "finished_uploads_by_upload",
      create: "create index finished_uploads_by_upload on finished_uploads (upload)",
    },
  ];
}
