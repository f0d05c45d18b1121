/** What the panel (Directus 11) keeps of its two sides on a device, and from which width both fit. */
const sides = [
  { key: "nav-bar-collapsed", fitsFromPx: 1000 },
  { key: "sidebar-collapsed", fitsFromPx: 1600 },
] as const;

/** On a first visit the panel opens both of its sides, which on a phone cover all of it. */
export function closeSides(storage: Pick<Storage, "getItem" | "setItem">, widthPx: number): void {
  for (const { key, fitsFromPx } of sides) {
    if (widthPx < fitsFromPx && storage.getItem(key) === null) storage.setItem(key, "true");
  }
}
