/** True when a row that was read from a page has these fields, each with all of its matches. */
export function isStrings<Name extends string>(
  row: Record<string, unknown>,
  names: readonly string[],
): row is Record<Name, string[]> {
  return names.every((name) => {
    const value = row[name];
    return Array.isArray(value) && value.every((text) => typeof text === "string");
  });
}
