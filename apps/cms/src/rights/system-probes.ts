import { randomUUID } from "node:crypto";
import type { TestDatabase } from "@genie/testing";
import type { Probe } from "./probe.ts";

/** Describing the data model to those who may see it is what these are for; rows are not in them. */
const describing = new Set(["collections", "fields", "relations"]);

/** Every other collection of Directus, by its own route and by the route of items. */
export async function systemProbes(
  database: TestDatabase,
  known: ReadonlySet<string>,
): Promise<Probe[]> {
  const { rows } = await database.query<{ table: string }>(
    "select tablename as table from pg_tables where schemaname = 'public' and tablename like 'directus\\_%'",
  );
  const probes: Probe[] = [];
  for (const { table } of rows) {
    const id = known.has(table) ? randomUUID() : await anyIdIn(database, table);
    probes.push(...routeProbes(`/items/${table}`, id));
    if (known.has(table)) continue;
    const route = table.replace("directus_", "");
    probes.push(...routeProbes(`/${route}`, id, describing.has(route)));
  }
  return probes;
}

function routeProbes(path: string, id: string, mayDescribe = false): Probe[] {
  const all = { filter: {}, limit: 1 };
  const none = { filter: { id: { _null: true } }, limit: 1 };
  const read = (query: string): Probe => ({
    name: `read ${path}${query}`,
    method: "GET",
    path: `${path}${query}`,
    expect: "silent",
    mayBeMissing: true,
    check: ({ status, data }) =>
      status >= 400 || mayDescribe || (Array.isArray(data) && data.length === 0)
        ? undefined
        : "it answers",
  });
  return [
    read(""),
    read("?fields=*.*&limit=-1"),
    read(`/${id}`),
    read("?aggregate[count]=*"),
    read("?search=a"),
    read("?filter[id][_nnull]=true&sort=id"),
    { ...read(""), method: "SEARCH", body: { query: { limit: -1 } } },
    write("POST", path, { name: "x", collection: "x", key: "x", language: "x", value: "x" }),
    write("POST", path, [{ name: "x", collection: "x", key: "x", language: "x", value: "x" }]),
    write("PATCH", `${path}/${id}`, { name: "x" }),
    write("DELETE", `${path}/${id}`),
    write("PATCH", path, { keys: [id], data: { name: "x" } }),
    write("PATCH", path, [{ id, name: "x" }]),
    write("DELETE", path, [id]),
    write("DELETE", path, { keys: [id] }),
    {
      ...write("PATCH", path, { query: all, data: {} }),
      unlike: { path, body: { query: none, data: {} } },
    },
    { ...write("DELETE", path, { query: all }), unlike: { path, body: { query: none } } },
  ];
}

const write = (method: string, path: string, body?: object): Probe => ({
  name: `${method} ${path}`,
  method,
  path,
  body,
  expect: "refused",
  mayBeMissing: true,
});

async function anyIdIn(database: TestDatabase, table: string): Promise<string> {
  const column =
    {
      directus_collections: "collection",
      directus_migrations: "version",
      directus_sessions: "token",
    }[table] ?? "id";
  const { rows } = await database.query<{ id: string }>(
    `select ${column}::text as id from ${table} limit 1`,
  );
  return rows[0]?.id ?? randomUUID();
}
