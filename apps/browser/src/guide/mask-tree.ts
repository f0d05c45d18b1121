/** What stands where something was that the model must not see. */
const mask = "•••";
/** Shorter ones would be found in other words. */
const shortestSecret = 3;

/** Roles, as Stagehand writes them, of what a person types or sets in a form; `select` has only the page's options. */
const typedInto =
  /\b(textbox|textarea|searchbox|spinbutton|combobox|slider|input|Date|DateTime|InputTime|ColorWell)\b/;
const node = /^(\s*)\[\d+-\d+\] ([^:]*)/;

/**
 * The words of a page without what is in its fields, and without `secrets`, wherever they stand.
 * Chromium's accessibility tree has the value of a field as the text below it.
 */
export function maskTree(text: string, secrets: readonly string[]): string {
  const kept: string[] = [];
  let fieldDepth = Number.POSITIVE_INFINITY;
  for (const line of text.split("\n")) {
    const [, indent = "", role] = node.exec(line) ?? [];
    // A line that is no node belongs to the one before it.
    if (role === undefined ? fieldDepth < Number.POSITIVE_INFINITY : indent.length > fieldDepth) {
      continue;
    }
    fieldDepth =
      role !== undefined && typedInto.test(role) ? indent.length : Number.POSITIVE_INFINITY;
    kept.push(line);
  }
  let masked = kept.join("\n");
  for (const secret of longestFirst(secrets)) masked = masked.replaceAll(secret, mask);
  return masked;
}

/** Lines alone, with blanks as the tree has them. */
function longestFirst(secrets: readonly string[]): string[] {
  const parts = secrets
    .flatMap((secret) => secret.split(/\r\n?|\n/))
    .map((part) => part.replaceAll(/\s+/g, " ").trim())
    .filter((part) => part.length >= shortestSecret);
  return [...new Set(parts)].toSorted((one, other) => other.length - one.length);
}
