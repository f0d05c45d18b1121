import type { LibraryOrder } from "@genie/schema";
import { refusal } from "../refusals.ts";

/** The last row of a page: what it is sorted by, as a whole number, and its id. */
export type Cursor = { key: string; id: string };

/** Text for `next`; only `readCursor` knows what is in it. */
export const writeCursor = (order: LibraryOrder, { key, id }: Cursor): string =>
  Buffer.from(`${order}/${key}/${id}`).toString("base64url");

/** Throws INVALID_PAYLOAD for a cursor of another order, or none of ours. */
export function readCursor(order: LibraryOrder, text: string): Cursor {
  const found = pattern.exec(Buffer.from(text, "base64url").toString());
  const [, made, key, id] = found ?? [];
  if (made === order && key !== undefined && id !== undefined) return { key, id };
  throw refusal(
    "INVALID_PAYLOAD",
    "This page can't be found: it belongs to another order of the library. Start from its first page. Nothing was changed.",
  );
}

const pattern = /^([a-z]+)\/(-?\d{1,16})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
