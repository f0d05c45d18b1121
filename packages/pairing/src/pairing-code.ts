/** Crockford's base32: no I, L, O or U, so that what is read out loud is typed right. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 10;
const stored = new RegExp(`^[${alphabet}]{${length}}$`);

/**
 * A code as it is stored, from what somebody typed: any case, spaces and dashes anywhere, O for 0, and I
 * or L for 1. Null when it can be no code.
 */
export function normalisePairingCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Dash_Punctuation}]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  return stored.test(code) ? code : null;
}

/** The code for people, in two groups: `7KQ2M-X9TAB`. */
export function groupPairingCode(code: string): string {
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
}
