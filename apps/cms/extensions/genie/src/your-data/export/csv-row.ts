/**
 * A line of a table for spreadsheets (RFC 4180). A text that a spreadsheet would take for a formula is led by an
 * apostrophe (OWASP, CSV injection); lists of words are joined, other JSON stays JSON.
 */
export function csvRow(values: readonly unknown[]): string {
  return `${values.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = withoutFormula(textOf(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) {
    return value.join(", ");
  }
  return JSON.stringify(value);
}

const plainNumber = /^[+-]?\d+(\.\d+)?$/;

const withoutFormula = (text: string) =>
  /^[=+\-@\t\r\n]/.test(text) && !plainNumber.test(text) ? `'${text}` : text;
