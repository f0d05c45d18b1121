import { z } from "zod";
import * as f from "../dsl/field.ts";
import type { SystemCollection } from "../dsl/system-collection.ts";
import { metadataKinds } from "../renditions.ts";

// An upload that is not whole yet is nobody's to see.
const own = { owner: { _eq: "$CURRENT_USER" }, tus_id: { _null: true } };
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
  "prepared_at",
  "preparation_problem",
  "placeholder",
  "removed_metadata",
];

/** Stored files. `owner` and not `uploaded_by` decides, because the worker uploads for creators. */
export const directusFiles = {
  name: "directus_files",
  ownerField: "owner",
  fields: {
    owner: f.reference("directus_users", { note: "The owner. Set by the gate." }),
    prepared_at: f.timestamp({ note: "When its renditions were made and its metadata taken out" }),
    preparation_problem: f.text({ note: "Why it could not be prepared, in a sentence" }),
    placeholder: f.string({ max: 64, note: "What it looks like, roughly: ThumbHash, base64" }),
    perceptual_hash: f.string({ max: 64, note: "Looks alike where few of its 64 bits differ" }),
    removed_metadata: f.json(z.array(z.enum(metadataKinds)), {
      note: "What the file said beside the picture when it came, and no longer says",
    }),
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
