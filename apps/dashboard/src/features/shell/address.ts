/** What changes in an address's query; null takes a part away. */
export type AddressChanges = Record<string, string | null>;

/** What the shell itself keeps in the address of whatever page it stands round: its composer. */
export const shellParameters = ["compose", "media", "post"] as const;

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
