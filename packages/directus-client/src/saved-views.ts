import { createItem, deleteItem, readItems, updateItem } from "@directus/sdk";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";

/** What is chosen on a page of the dashboard, under a name. */
export type SavedView = {
  id: string;
  name: string;
  /** The parts of the page's address and their values. */
  query: Record<string, string[]>;
};

/** The caller's views of a page, by their names. */
export async function listSavedViews(
  client: DirectusClient,
  viewer: RowReader,
  page: string,
): Promise<SavedView[]> {
  const rows = await client.send(
    readItems("saved_views", {
      fields: ["id", "name", "query"],
      filter: { ...onlyOwn(viewer).filter, page: { _eq: page } },
      sort: ["sort", "name"],
      limit: 200,
    }),
  );
  return rows.map(({ query, ...view }) => ({ ...view, query: queryOf(query) }));
}

/** Keeps a view. Throws `conflict` when there is one of that name. */
export async function createSavedView(
  client: DirectusClient,
  page: string,
  { name, query }: Omit<SavedView, "id">,
): Promise<void> {
  await client.send(createItem("saved_views", { page, name, query }, { fields: ["id"] }));
}

/** Throws `conflict` when there is another of that name. */
export async function renameSavedView(
  client: DirectusClient,
  id: string,
  name: string,
): Promise<void> {
  await client.send(updateItem("saved_views", id, { name }, { fields: ["id"] }));
}

export async function deleteSavedView(client: DirectusClient, id: string): Promise<void> {
  await client.send(deleteItem("saved_views", id));
}

// Programs may have kept anything there; what is no part of an address is left out.
function queryOf(query: Record<string, unknown>): SavedView["query"] {
  return Object.fromEntries(
    Object.entries(query).map(([part, value]) => [
      part,
      [value].flat().filter((one) => typeof one === "string"),
    ]),
  );
}
