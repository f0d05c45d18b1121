/** Where a deletion is followed. The ticket is in the fragment, which no server and no log gets to see. */
export const deletionHref = (ticket: string): string => `/deleted#${ticket}`;

/** The ticket of such an address, null where there is none. */
export function ticketIn(fragment: string): string | null {
  return /^#([\w-]{20,100})$/.exec(fragment)?.[1] ?? null;
}
