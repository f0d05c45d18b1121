type Address = { get: (name: string) => string | null };

/** The draft that "+" goes on with. */
export const newPlace = "new";

/** Parts of the address that the composer reads; closing it takes them away. */
export const addressParts = ["compose", "on", "media", "together"] as const;

/**
 * Which draft an address opens: that of a post, of the posts that were written as one with it, or of a new one. One
 * that begins from pictures or a day is another than that of "+". Null when no composer is open.
 */
export function placeOf(address: Address): string | null {
  const target = address.get("compose");
  if (target === null) return null;
  if (target !== newPlace) return address.get("together") === null ? target : `${target} together`;
  const from = ["media", "on"].flatMap((name) => {
    const value = address.get(name);
    return value === null ? [] : [`${name}=${value}`];
  });
  return [newPlace, ...from].join(" ");
}
