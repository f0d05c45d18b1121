import type { ProbedCollection } from "./probed-collection.ts";
import { type CallerKind, callerKinds, type Rights, rightsOf } from "./rights-of.ts";

type Cell = { probes: number; surprises: number };

/** Counts what was asked, and prints it beside what each caller may do. */
export type Tally = {
  add: (row: string, kind: CallerKind, probes: number, surprises: readonly string[]) => void;
  /** A line with the sums, and a table: a row a collection, a column a caller. */
  text: (collections: ReadonlyMap<string, ProbedCollection>) => string;
};

export function createTally(): Tally {
  const rows = new Map<string, Map<CallerKind, Cell>>();
  return {
    add: (name, kind, probes, surprises) => {
      const row = rows.get(name) ?? new Map<CallerKind, Cell>();
      const cell = row.get(kind) ?? { probes: 0, surprises: 0 };
      rows.set(name, row);
      row.set(kind, {
        probes: cell.probes + probes,
        surprises: cell.surprises + surprises.length,
      });
    },
    text: (collections) => {
      const cells = [...rows.values()].flatMap((row) => [...row.values()]);
      const sum = (key: keyof Cell) => cells.reduce((total, cell) => total + cell[key], 0);
      const lines = [...rows].map(([name, row]) => [
        name,
        ...callerKinds.map((kind) => {
          const collection = collections.get(name);
          return shown(collection && rightsOf(collection, kind), row.get(kind));
        }),
      ]);
      return [
        `Rights: ${sum("probes")} probes, ${sum("surprises")} surprises`,
        "Whose rows and what with them (create, read, update, delete), and how often that was tried:",
        ...inColumns([["", ...callerKinds], ...lines]),
        "",
      ].join("\n");
    },
  };
}

function shown(rights: Rights | undefined, cell: Cell | undefined): string {
  if (!cell) return "";
  const { probes, surprises } = cell;
  const what = rights ? `${lettersOf(rights)} ` : "";
  return `${what}${probes}${surprises > 0 ? ` (${surprises} WRONG)` : ""}`;
}

function lettersOf({ rows, read, create, update, remove }: Rights): string {
  const letters = [create && "c", read.size > 0 && "r", update && "u", remove && "d"];
  const may = letters.filter((letter) => typeof letter === "string").join("");
  return may === "" ? "-" : `${rows === "none" ? "" : `${rows} `}${may}`;
}

function inColumns(table: readonly (readonly string[])[]): string[] {
  const widths = (table[0] ?? []).map((_cell, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
