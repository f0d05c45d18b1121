import { AppError } from "@genie/errors";

/** Where the next page starts, as text that nobody has to understand. */
export const cursorAt = (offset: number): string =>
  Buffer.from(`from:${offset}`).toString("base64url");

/** Where a page starts. Throws `invalid_input` for a cursor that is none of ours. */
export function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const text = Buffer.from(cursor, "base64url").toString("latin1");
  const offset = /^from:(\d{1,9})$/.exec(text)?.[1];
  if (offset !== undefined) return Number(offset);
  throw new AppError(
    "invalid_input",
    "This cursor is none. Leave it out for the first page; later ones are in next_cursor.",
  );
}
