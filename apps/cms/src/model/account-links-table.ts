import type { DatabaseObject } from "./database-object.ts";

/** The side table of what the links in letters about accounts open; nobody reads it but the gate, by SQL. */
export const accountLinks = "account_links";

/** `hash`: SHA-256 of the link's secret. `email`: where the letter went. `password`: of a registration, its hash. */
const columns = {
  hash: "text not null",
  user_id: "uuid not null",
  purpose: "text not null",
  email: "text not null",
  password: "text",
  expires_at: "timestamp with time zone not null",
} as const;

export function accountLinksTable(): DatabaseObject[] {
  const definitions = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return [
    {
      kind: "table",
      table: null,
      name: accountLinks,
      columns,
      parts: [
        ...Object.keys(columns).map((name) => `column ${accountLinks}.${name}`),
        `index ${accountLinks}_pkey`,
        `constraint ${accountLinks}.${accountLinks}_pkey`,
        `constraint ${accountLinks}.${accountLinks}_user_id_fkey`,
      ],
      create: `create table ${accountLinks} (${definitions.join(", ")}, primary key (hash), constraint ${accountLinks}_user_id_fkey foreign key (user_id) references directus_users (id) on delete cascade)`,
    },
    {
      kind: "index",
      table: accountLinks,
      name: `${accountLinks}_user`,
      create: `create index ${accountLinks}_user on ${accountLinks} (user_id)`,
    },
  ];
}
