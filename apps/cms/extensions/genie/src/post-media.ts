import type { CheckedFile } from "@genie/platforms";
import type { ScrapedMedia } from "@genie/schema";
import type { Knex } from "knex";

export type StoredFile = {
  id: string;
  mime: string | null;
  filename: string;
  sizeBytes: number;
  width: number | null;
  height: number | null;
  durationMs: number | null;
  /** Whether it was tried in vain to take out what cameras wrote into it, as where it was taken. */
  keepsMetadata: boolean;
  /** When it came, while it still is to be tried; null afterwards. */
  unpreparedSince: Date | null;
};

/** An entry of the library with its files, in order. */
export type PostMedia = {
  id: string;
  type: ScrapedMedia["media_type"];
  altText: string;
  /** Whether its owner has deleted it. */
  isInBin: boolean;
  files: StoredFile[];
};

/** The media of a post in order: the one it names itself, then its list; each once. */
export async function mediaIdsOf(
  database: Knex,
  post: { id: string; media_id: string | null },
): Promise<string[]> {
  const rows = await database("scheduled_posts_media")
    .where("scheduled_posts_id", post.id)
    .orderByRaw("sort nulls last, id")
    .select<{ id: string }[]>({ id: "scraped_media_id" });
  const ids = rows.map(({ id }) => id);
  return [...new Set(post.media_id === null ? ids : [post.media_id, ...ids])];
}

/** Entries of the library by their ids, in that order; only those of `owner`, unless that is null. */
export async function readMedia(
  database: Knex,
  ids: readonly string[],
  owner: string | null = null,
): Promise<PostMedia[]> {
  if (ids.length === 0) return [];
  const rows = await database("scraped_media")
    .whereIn("id", [...ids])
    .andWhere(owner === null ? {} : { user_id: owner })
    .select<
      {
        id: string;
        media_type: PostMedia["type"];
        file_id: string | null;
        alt_text: string | null;
        trashed_at: Date | null;
      }[]
    >("id", "media_type", "file_id", "alt_text", "trashed_at");
  const listed = await database("scraped_media_files")
    .whereIn("scraped_media_id", [...ids])
    .orderByRaw("sort nulls last, id")
    .select<{ media: string; file: string }[]>({
      media: "scraped_media_id",
      file: "directus_files_id",
    });
  // The first file stands for the whole entry, and is usually in the list as well.
  const fileIds = (media: { id: string; file_id: string | null }) => [
    ...new Set([
      ...(media.file_id === null ? [] : [media.file_id]),
      ...listed.flatMap(({ media: id, file }) => (id === media.id ? [file] : [])),
    ]),
  ];
  const files = await readFiles(database, rows.flatMap(fileIds));
  return ids.flatMap((id) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) return [];
    const found = fileIds(row).flatMap((file) => files.get(file) ?? []);
    return [
      {
        id,
        type: row.media_type,
        altText: row.alt_text ?? "",
        isInBin: row.trashed_at !== null,
        files: found,
      },
    ];
  });
}

/** Stored files by their ids; only those of `owner`, unless that is null. */
export async function readFiles(
  database: Knex,
  ids: readonly string[],
  owner: string | null = null,
): Promise<Map<string, StoredFile>> {
  const rows = await database("directus_files")
    .whereIn("id", [...ids])
    .andWhere(owner === null ? {} : { owner })
    .select<FileRow[]>(
      "id",
      "type",
      "filename_download",
      "filesize",
      "width",
      "height",
      "duration",
      "removed_metadata",
      "preparation_problem",
      "prepared_at",
      "created_on",
      "uploaded_on",
      "owner",
    );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        mime: row.type,
        filename: row.filename_download,
        sizeBytes: Number(row.filesize ?? 0),
        width: row.width,
        height: row.height,
        durationMs: row.duration === null ? null : row.duration * 1000,
        keepsMetadata: row.removed_metadata === null && row.preparation_problem !== null,
        unpreparedSince: isToBePrepared(row) ? (row.uploaded_on ?? row.created_on) : null,
      },
    ]),
  );
}

type FileRow = {
  id: string;
  type: string | null;
  filename_download: string;
  filesize: string | null;
  width: number | null;
  height: number | null;
  duration: number | null;
  removed_metadata: unknown;
  preparation_problem: string | null;
  prepared_at: Date | null;
  created_on: Date;
  /** Null of what came in parts to a release before this one, and until it has arrived in full. */
  uploaded_on: Date | null;
  owner: string | null;
};

/** Files of nobody are the installation's own, as its logo. */
const isToBePrepared = ({ owner, prepared_at, preparation_problem }: FileRow): boolean =>
  owner !== null && prepared_at === null && preparation_problem === null;

/**
 * What keeps a post from going out with its media, a sentence for people each: what its owner has deleted, and
 * what may still say where it was taken. What is being prepared may be planned.
 */
export function mediaProblems(media: readonly Pick<PostMedia, "isInBin" | "files">[]): string[] {
  const bin = media.some(({ isInBin }) => isInBin)
    ? ["Something of this post is in the bin. Take it out of there, or choose something else."]
    : [];
  const told = media.flatMap(({ files }) => files.filter(({ keepsMetadata }) => keepsMetadata));
  return [...bin, ...told.map(({ filename }) => metadataLeft(filename))];
}

const metadataLeft = (filename: string) =>
  `${filename} may still say where it was taken, because that could not be taken out; the library says why. Upload another copy of it, or choose something else.`;

/** What is checked against a platform's limits; an entry without a file counts as a missing one. */
export function checkedFiles(
  media: readonly Pick<PostMedia, "altText" | "files">[],
): (CheckedFile | null)[] {
  return media.flatMap(({ altText, files }) =>
    files.length === 0
      ? [null]
      : files.map(({ filename: name, mime, sizeBytes, width, height, durationMs }) => ({
          name,
          altText,
          mime,
          sizeBytes,
          width,
          height,
          durationMs,
        })),
  );
}
