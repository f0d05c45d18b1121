/** Something of ours in the database that Directus can't express. */
export type DatabaseObject = {
  kind: "constraint" | "function" | "index" | "sequence" | "table" | "trigger";
  /** The table it belongs to; null for a function, a sequence or a table. */
  table: string | null;
  name: string;
  create: string;
  /** A function's body as PostgreSQL keeps it. */
  body?: string;
  /** A table's columns in order, each with its type as PostgreSQL spells it, and `not null`. */
  columns?: Readonly<Record<string, string>>;
  /** What comes with a table, by its key in the catalog of `drift`. */
  parts?: readonly string[];
  /** Fills in what a new one lacks for rows that are there already: SQL, run last. */
  fill?: string;
};
