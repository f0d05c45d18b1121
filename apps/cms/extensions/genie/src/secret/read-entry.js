/**
 * What was typed, as the value to save: an object of the asked fields once all are filled in, or the
 * JSON value once it is one. Null as long as there is nothing to save.
 */
export function readEntry(fields, typed) {
  if (fields.length > 0) {
    const isWhole = fields.every(({ name }) => (typed[name] ?? "") !== "");
    return isWhole ? Object.fromEntries(fields.map(({ name }) => [name, typed[name]])) : null;
  }
  try {
    const value = JSON.parse(typed.json ?? "");
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
