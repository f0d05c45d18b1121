export type DeviceStorage = Pick<Storage, "getItem" | "key" | "length" | "removeItem" | "setItem">;

/** Kinds of what is typed and waits on a device until it is saved; `genie-<kind>:<viewer>:…` is its name there. */
export const typedKinds = ["altText", "caption", "chat", "draft", "notes"] as const;

export const typedPrefix = (kind: (typeof typedKinds)[number]): string => `genie-${kind}:`;

/** Throws away all that was typed on this device and not saved: whoever is here next finds none of it. */
export function forgetTyped(storage: DeviceStorage): void {
  for (const kind of typedKinds) {
    for (const name of namesOf(storage, typedPrefix(kind))) storage.removeItem(name);
  }
}

/** What is stored under names that begin so; nothing where nothing can be stored. */
export function namesOf(storage: DeviceStorage, prefix: string): string[] {
  try {
    return Array.from(
      { length: storage.length },
      (_none, place) => storage.key(place) ?? "",
    ).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
