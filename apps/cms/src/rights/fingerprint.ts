import type { TestDatabase } from "@genie/testing";
import type { ProbedCollection } from "./probed-collection.ts";

/** A hash of each table: of the rows of these people, or of all where rows are nobody's. */
export async function fingerprint(
  database: TestDatabase,
  collections: ReadonlyMap<string, ProbedCollection>,
  users: readonly string[],
): Promise<Record<string, string>> {
  const parts = [...collections.values()].map(({ name, ownerField }) => {
    const whose = ownerField === null ? "" : `where t.${ownerField} = any($1)`;
    return `select '${name}' as name, ${hashOf("t")} as hash from ${name} t ${whose}`;
  });
  const { rows } = await database.query<{ name: string; hash: string }>(parts.join(" union all "), [
    users,
  ]);
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

// What the use of an account writes by itself.
const hashOf = (row: string) =>
  `md5(coalesce(string_agg((to_jsonb(${row}) - array['last_used_at', 'last_access', 'last_page'])::text, '|' order by ${row}.id::text), ''))`;

/** Hashes of Directus' own tables, which nobody but administrators may change. */
export async function systemFingerprint(database: TestDatabase): Promise<Record<string, string>> {
  const { rows } = await database.query<{ table: string; hash: string }>(
    systemTables
      .map(
        (table) =>
          `select '${table}' as table, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from directus_${table} t`,
      )
      .join(" union all "),
  );
  return Object.fromEntries(rows.map(({ table, hash }) => [table, hash]));
}

const systemTables = [
  "access",
  "collections",
  "comments",
  "dashboards",
  "deployments",
  "extensions",
  "fields",
  "flows",
  "folders",
  "operations",
  "panels",
  "permissions",
  "policies",
  "presets",
  "relations",
  "roles",
  "settings",
  "shares",
  "translations",
  "versions",
] as const;
