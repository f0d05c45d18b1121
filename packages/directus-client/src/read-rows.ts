import { customEndpoint } from "@directus/sdk";
import type { CollectionName } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";

export type RowQuery = {
  /** Paths with dots reach into the rows referred to. */
  fields: readonly string[];
  filter?: Record<string, unknown> | undefined;
  sort?: readonly string[];
  limit?: number;
  offset?: number;
};

/**
 * Rows with fields of the rows that they refer to, which the SDK's types can't follow: our schema
 * types a reference as an id. `Row` has to be what `fields` asks for.
 */
export async function readRows<Row>(
  client: DirectusClient,
  collection: CollectionName,
  { filter, ...query }: RowQuery,
): Promise<Row[]> {
  const params = { ...query, ...(filter !== undefined && { filter }) };
  return client.send(
    customEndpoint<Row[]>({ method: "GET", path: `/items/${collection}`, params }),
  );
}

export type GroupQuery = {
  /** Fields, or `year(…)`, `month(…)`, `week(…)`, `day(…)` of one, by UTC. */
  groupBy: readonly string[];
  aggregate: Record<string, readonly string[]>;
  filter: Record<string, unknown>;
  limit: number;
};

/** What the database makes of groups of rows. `Group` has to be what the query asks for. */
export async function readGroups<Group>(
  client: DirectusClient,
  collection: CollectionName,
  query: GroupQuery,
): Promise<Group[]> {
  return client.send(
    customEndpoint<Group[]>({ method: "GET", path: `/items/${collection}`, params: query }),
  );
}

/** How many rows there are. */
export async function countRows(
  client: DirectusClient,
  collection: CollectionName,
  filter: Record<string, unknown>,
): Promise<number> {
  const params = { aggregate: { count: "*" }, filter };
  const [row] = await client.send(
    customEndpoint<{ count: number | string }[]>({
      method: "GET",
      path: `/items/${collection}`,
      params,
    }),
  );
  return Number(row?.count ?? 0);
}
