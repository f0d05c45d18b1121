/** What changes in an address's query; null takes a part away. */
export type AddressChanges = Record<string, string | null>;

/** A page's address with some of its query changed. */
export function addressWith(
  pathname: string,
  params: { toString: () => string },
  changes: AddressChanges,
): string {
  const next = new URLSearchParams(params.toString());
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const query = next.toString();
  return query === "" ? pathname : `${pathname}?${query}`;
}
