/** What changes in an address's query; null or no value takes a part away, several stand beside each other. */
export type AddressChanges = Record<string, string | readonly string[] | null>;

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
    next.delete(name);
    for (const one of value === null ? [] : [value].flat()) next.append(name, one);
  }
  const query = next.toString();
  return query === "" ? pathname : `${pathname}?${query}`;
}
