import { z } from "zod";

/** The layout of backups that this release writes and reads. */
export const backupFormat = 1;

/** Where things are in a backup. `about` comes first and `manifest` last. */
export const inBackup = {
  about: "about.json",
  manifest: "manifest.json",
  keys: "keys.env",
  uploads: "uploads",
  cluster: "postgres",
  dump: "database",
} as const;

/** The first file of a backup: what is in it, and what can read it. */
export const About = z.object({
  format: z.int(),
  /** Of the product and of Directus, and the newest change of Directus' own tables that the database has. */
  versions: z.object({ product: z.string(), directus: z.string(), migration: z.string() }),
  made_at: z.iso.datetime(),
  /** `cluster`: the folder of the built-in PostgreSQL. `dump`: what pg_dump wrote of a PostgreSQL of the operator's. */
  database: z.object({ kind: z.enum(["cluster", "dump"]), postgres: z.int(), machine: z.string() }),
  /** Files there are not in the backup; null when all files are. */
  bucket: z.object({ name: z.string(), endpoint: z.string().nullable() }).nullable(),
});
export type About = z.infer<typeof About>;

const Entry = z.object({ path: z.string(), size_bytes: z.int(), sha256: z.string() });
export type Entry = z.infer<typeof Entry>;

/** How many rows a table had, at least and at most: between both, when rows were written while the backup was made. */
const RowCount = z.object({ table: z.string(), least: z.int(), most: z.int() });
export type RowCount = z.infer<typeof RowCount>;

/** The last file of a backup: only a whole one has it. */
export const Manifest = z.object({ entries: z.array(Entry), rows: z.array(RowCount) });
export type Manifest = z.infer<typeof Manifest>;
