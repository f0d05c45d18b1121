const mostText = 2000;
const cut = "…";
const cutQuery = "?…";

/** What an audit holds in the place of a value that is not kept at all. */
export const notKept = "(not kept)";

/** A text as an audit keeps it. */
export const keptText = (text: string): string =>
  text.length > mostText ? `${text.slice(0, mostText)}${cut}` : text;

/** An address as an audit keeps it: what stands in a query may open something, and is called as its server likes. */
export function keptAddress(value: unknown): unknown {
  const url = typeof value === "string" ? URL.parse(value) : null;
  if (!url || (url.search === "" && url.hash === "")) return value;
  return `${url.origin}${url.pathname}${cutQuery}`;
}

/** Whether a value of an audit is all that was given there, at any depth; `name` is its field's. */
export function isKeptInFull(value: unknown, name = ""): boolean {
  if (typeof value === "string") {
    const isCut = value.length === mostText + cut.length && value.endsWith(cut);
    return value !== notKept && !isCut && !(name === "url" && value.endsWith(cutQuery));
  }
  if (typeof value !== "object" || value === null) return true;
  // As it was kept: the items of a list have no names.
  return Array.isArray(value)
    ? value.every((one) => isKeptInFull(one))
    : Object.entries(value).every(([field, one]) => isKeptInFull(one, field));
}
