import { z } from "zod";

/** The shape of an export; another version is another shape. */
export const exportFormat = { name: "genie-helper-export", version: 1 } as const;

/** The last entry of an export: one that lacks it is not whole. */
export const manifestPath = "manifest.json";

export const ExportManifest = z.strictObject({
  format: z.literal(exportFormat.name),
  version: z.int().positive(),
  made_at: z.iso.datetime(),
  /** Rows of each collection. */
  rows: z.record(z.string(), z.int().nonnegative()),
  files: z.int().nonnegative(),
  /** Files of hers that could not be read where they are kept. */
  missing: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** Every other entry, in its order. */
  entries: z.array(
    z.strictObject({
      path: z.string(),
      size_bytes: z.int().nonnegative(),
      sha256: z.string().length(64),
    }),
  ),
});
export type ExportManifest = z.infer<typeof ExportManifest>;

/** How much an export was, in `data_transfers.result`. */
export const ExportResult = z.object({
  rows: z.int().nonnegative(),
  files: z.int().nonnegative(),
  missing: z.int().nonnegative(),
  size_bytes: z.int().nonnegative(),
});
export type ExportResult = z.infer<typeof ExportResult>;

/** The largest export that is brought in; nginx lets as much through (`deploy/nginx/genie-helper.conf`). */
export const mostImportBytes = 50 * 1024 ** 3;

/** Why a file of this size can't be brought in, in a sentence; null when it can. */
export const tooLargeToImport = (sizeBytes: number): string | null =>
  sizeBytes <= mostImportBytes
    ? null
    : `This file has ${(sizeBytes / 1024 ** 3).toFixed(1)} GB, and an import may have ${mostImportBytes / 1024 ** 3} GB at most. Nothing was sent or imported.`;

const Counts = z.record(z.string(), z.int().nonnegative());

/**
 * `POST /your-data/imports` with the ZIP of an export as its body: a person, or the operator with the id of one at the
 * end of the path. What came of it is in `data_transfers.result`: by collection how many rows came in, were here
 * already or were left out, and of the first that were left out why.
 */
export const ImportAnswer = z.object({ id: z.uuid() });
export const ImportResult = z.object({
  came_in: Counts,
  already_here: Counts,
  left_out: Counts,
  problems: z.array(z.object({ collection: z.string(), id: z.string(), reason: z.string() })),
});
export type ImportResult = z.infer<typeof ImportResult>;

const Password = z.string().max(512);

/**
 * `POST /your-data/exports`: a person, with her current password, or the operator for `user`. The ticket opens
 * `GET /your-data/exports/<ticket>` once, for the same caller, within five minutes.
 */
export const ExportRequest = z.union([
  z.strictObject({ current: Password }),
  z.strictObject({ user: z.uuid() }),
]);
export const ExportAnswer = z.object({ id: z.uuid(), ticket: z.string() });
export type ExportAnswer = z.infer<typeof ExportAnswer>;

/** What has to be typed before an account is deleted. */
export const deletionPhrase = "delete everything";

/**
 * `POST /your-data/deletion`: deletes the account of the person who asks, with her current password and the phrase,
 * or of `user` for the operator. Nothing brings it back. With the ticket
 * `POST /your-data/deletion/progress` says how far it is.
 */
export const DeletionRequest = z.union([
  z.strictObject({ current: Password, phrase: z.string().max(100) }),
  z.strictObject({ user: z.uuid() }),
]);
export const DeletionProgressRequest = z.strictObject({ ticket: z.string().max(200) });

export const DeletionAnswer = z.object({ ticket: z.string() });
export type DeletionAnswer = z.infer<typeof DeletionAnswer>;

export const DeletionStatus = z.object({
  status: z.enum(["running", "completed"]),
  asked_at: z.iso.datetime(),
  completed_at: z.iso.datetime().nullable(),
  /** By collection; `posts_stopped` were planned, `posts_under_way` were being sent. */
  removed: z.record(z.string(), z.int()),
});
export type DeletionStatus = z.infer<typeof DeletionStatus>;
