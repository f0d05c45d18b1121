/** Something of ours in the database that Directus can't express. */
export type DatabaseObject = {
  kind: "constraint" | "function" | "index" | "trigger";
  /** The table it belongs to; null for a function. */
  table: string | null;
  name: string;
  create: string;
  /** A function's body as PostgreSQL keeps it. */
  body?: string;
};
