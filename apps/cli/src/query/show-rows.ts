import Table from "cli-table3";

export type Row = Record<string, unknown>;

const widest = 48;

/** Rows as a table for people, or as JSON or CSV (RFC 4180) for programs. */
export function showRows(
  rows: readonly Row[],
  fields: readonly string[],
  format: "csv" | "json" | "table",
): string {
  if (format === "json") return `${JSON.stringify(rows, null, 2)}\n`;
  const cells = rows.map((row) => fields.map((field) => textOf(valueAt(row, field))));
  if (format === "csv") {
    return [fields, ...cells].map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
  }
  if (rows.length === 0) return "There are none.\n";
  const table = new Table({ head: [...fields], style: { head: [], border: [] } });
  for (const line of cells) table.push(line.map(shortened));
  return `${table.toString()}\n${rows.length} ${rows.length === 1 ? "row" : "rows"}\n`;
}

function valueAt(row: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => {
    if (Array.isArray(value)) return value.map((one) => valueAt(one, name));
    return typeof value === "object" && value !== null ? (value as Row)[name] : undefined;
  }, row);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > widest ? `${line.slice(0, widest - 1)}…` : line;
};

/** A formula of a spreadsheet begins with one of these, and is text here. */
const quoted = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
