import type { Field } from "@genie/schema";
import { z } from "zod";
import type { Table } from "./table.ts";

/** Directus' own collections, field by field: nothing that is not named here ever leaves. */
export const systemTables: readonly Table[] = [
  table("directus_users", "People with an account here.", {
    id: "uuid",
    first_name: "string",
    last_name: "string",
    email: "string",
    language: "string",
    status: "string",
    role: "uuid",
    last_access: "timestamp",
  }),
  table("directus_files", "Stored pictures and videos. New ones are uploaded in the dashboard.", {
    id: "uuid",
    title: "string",
    description: "text",
    filename_download: "string",
    type: "string",
    filesize: "integer",
    width: "integer",
    height: "integer",
    duration: "integer",
    uploaded_on: "timestamp",
    prepared_at: "timestamp",
    preparation_problem: "text",
  }),
  table("directus_notifications", "What a person was told. Its status is inbox or archived.", {
    id: "integer",
    timestamp: "timestamp",
    status: "string",
    subject: "string",
    message: "text",
    collection: "string",
    item: "string",
  }),
];

function table(name: string, note: string, kinds: Record<string, Field["kind"]>): Table {
  const fields = Object.entries(kinds).map(
    ([field, kind]) => [field, { kind, zod: z.unknown(), present: false } satisfies Field] as const,
  );
  return { name, note, fields: new Map(fields), common: Object.keys(kinds) };
}
