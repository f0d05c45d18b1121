/** What a link to the card of an account ends with, after the `#`. */
export function accountAnchor(profileId: string): string {
  return `account-${profileId}`;
}
