import type { Viewer } from "./viewer.ts";

export type RowReader = Pick<Viewer, "id" | "isAdmin">;

/**
 * A filter for the reader's own rows. A creator sees no others and may not filter by owner; an
 * administrator sees everybody's.
 */
export function onlyOwn(reader: RowReader): { filter?: { user_id: { _eq: string } } } {
  return reader.isAdmin ? { filter: { user_id: { _eq: reader.id } } } : {};
}
