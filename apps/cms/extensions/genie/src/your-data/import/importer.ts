import type { Accountability, Context, SchemaOverview } from "../../directus.ts";
import type { ImportReport } from "./import-report.ts";
import type { OpenedExport } from "./open-export.ts";

/** An import that is under way. */
export type Importer = {
  context: Context;
  schema: SchemaOverview;
  user: string;
  /** Writes in her name, by the rules of the gate, also what only readings of a platform write otherwise. */
  accountability: Accountability;
  opened: OpenedExport;
  report: ImportReport;
  /** Of each collection the rows that are here now, by their ids in the export. */
  here: Map<string, Map<string, string>>;
  onRow: () => void;
};

export function noteHere({ here }: Importer, collection: string, old: string, id: string): void {
  const known = here.get(collection) ?? new Map<string, string>();
  here.set(collection, known.set(old, id));
}
