import * as f from "../dsl/field.ts";
import type { SystemCollection } from "../dsl/system-collection.ts";

const own = { owner: { _eq: "$CURRENT_USER" } };
const readable = [
  "id",
  "title",
  "description",
  "filename_download",
  "type",
  "filesize",
  "width",
  "height",
  "duration",
  "uploaded_on",
  "modified_on",
];

/** Stored files. `owner` and not `uploaded_by` decides, because the worker uploads for creators. */
export const directusFiles = {
  name: "directus_files",
  ownerField: "owner",
  fields: {
    owner: f.reference("directus_users", { note: "The owner. Set by the gate." }),
  },
  access: {
    creator: {
      rows: own,
      read: readable,
      create: ["storage", "type", "title", "filename_download"],
      update: ["title", "description"],
      delete: true,
    },
    worker: {
      rows: null,
      read: [...readable, "owner", "storage", "filename_disk"],
      create: ["storage", "type", "title", "filename_download", "owner"],
      update: ["title", "description"],
      delete: true,
    },
  },
} as const satisfies SystemCollection;
