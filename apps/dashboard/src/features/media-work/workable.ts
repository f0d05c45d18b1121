import type { Media } from "@genie/directus-client";

/** Why an entry can't be worked on. */
export type LeftOut = "damaged" | "format" | "gallery" | "noFile";

export type Workable = { workable: Media[]; leftOut: Partial<Record<LeftOut, number>> };

/** What pictures the worker makes. */
export const stillPictures: readonly string[] = ["image/jpeg", "image/png", "image/webp"];
/** What it reads: of a GIF the first picture. */
const readable: readonly string[] = [...stillPictures, "image/avif", "image/gif"];

/** Tells entries that can be worked on from those that can't, and counts these by the reason. */
export function tellWorkable(media: readonly Media[]): Workable {
  const workable: Media[] = [];
  const leftOut: Workable["leftOut"] = {};
  for (const one of media) {
    const reason = reasonAgainst(one);
    if (reason === null) workable.push(one);
    else leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  }
  return { workable, leftOut };
}

/** Null when it can be worked on. */
export function reasonAgainst({ kind, file }: Pick<Media, "file" | "kind">): LeftOut | null {
  if (file === null) return "noFile";
  if (kind === "gallery") return "gallery";
  if (file.problem !== null) return "damaged";
  return file.mime.startsWith("video/") || readable.includes(file.mime) ? null : "format";
}

/** Whether its file can be put on others as a mark. */
export function isStillPicture({ file }: Pick<Media, "file">): boolean {
  return file !== null && stillPictures.includes(file.mime);
}
