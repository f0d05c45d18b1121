import { type OwnedCollection, ownership } from "@genie/schema";
import type { Knex } from "knex";
import type { Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";

export type ReferencedRow = { field: string; collection: string; id: string };

/** The existing rows that a payload refers to. New ones, nested in it, pass the gate themselves. */
export function referencedIds(owned: OwnedCollection, payload: Payload): ReferencedRow[] {
  return owned.references.flatMap(({ field, collection }) => {
    const value = payload[field];
    const id = typeof value === "object" && value !== null ? (value as Payload)["id"] : value;
    if (id === undefined || id === null) return [];
    // Anything but an id in text is no row of ours, and is refused as such.
    return [{ field, collection, id: typeof id === "string" ? id : "" }];
  });
}

/** Refuses unless `owner` owns every row. A row that is not there is refused in the same words. */
export async function requireOwner(
  database: Knex,
  rows: readonly ReferencedRow[],
  owner: string | null,
): Promise<void> {
  for (const { field, collection, id } of rows) {
    const [actual] = await ownersOfRows(database, collection, ownerFieldOf(collection), [id]);
    if (owner === null || actual !== owner) {
      throw refusal(
        "FORBIDDEN",
        `"${field}" names something that is not there, or is not yours. Nothing was saved.`,
      );
    }
  }
}

/** The one owner of all rows, undefined when there are none. */
export async function soleOwnerOf(
  database: Knex,
  rows: readonly ReferencedRow[],
): Promise<string | undefined> {
  const [first] = rows;
  if (!first) return undefined;
  const { collection, id } = first;
  const [owner] = await ownersOfRows(database, collection, ownerFieldOf(collection), [id]);
  return owner ?? undefined;
}

/** The distinct owners of rows, by primary key. */
export async function ownersOfRows(
  database: Knex,
  collection: string,
  ownerField: string,
  keys: readonly string[],
): Promise<(string | null)[]> {
  const uuids = keys.filter((key) => uuidPattern.test(key));
  if (uuids.length === 0) return [];
  const rows = await database(collection)
    .distinct<{ owner: string | null }[]>({ owner: ownerField })
    .whereIn("id", uuids);
  return rows.map(({ owner }) => owner);
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const ownerFieldOf = (collection: string) => ownership.get(collection)?.ownerField ?? "user_id";
