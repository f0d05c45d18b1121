/** Something of ours in the database that Directus can't express. */
export type DatabaseObject = {
  kind: "constraint" | "function" | "index" | "sequence" | "trigger";
  /** The table it belongs to; null for a function or a sequence. */
  table: string | null;
  name: string;
  create: string;
  /** A function's body as PostgreSQL keeps it. */
  body?: string;
};
