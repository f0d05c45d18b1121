import { ownership } from "./ownership.ts";

/** What a creator's new row gets, whatever she sends: herself as the owner. */
export const ownerPresets: ReadonlyMap<string, Record<string, string>> = new Map(
  [...ownership].map(([name, { ownerField }]) => [name, { [ownerField]: "$CURRENT_USER" }]),
);
