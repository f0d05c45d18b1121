/** What the drafts on this device are called begins so; whose they are comes next. */
export const draftsPrefix = "genie-draft:";

export type DraftStorage = Pick<Storage, "getItem" | "key" | "length" | "removeItem" | "setItem">;

/** Throws away what waits on this device of posts that were not saved: whoever is here next finds none. */
export function forgetDrafts(storage: DraftStorage): void {
  for (const name of draftNames(storage)) storage.removeItem(name);
}

/** What the drafts on this device are called, or those among them that begin so; none where nothing is stored. */
export function draftNames(storage: DraftStorage, prefix = draftsPrefix): string[] {
  try {
    return Array.from(
      { length: storage.length },
      (_none, place) => storage.key(place) ?? "",
    ).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
