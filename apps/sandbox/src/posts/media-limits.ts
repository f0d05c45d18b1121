import type { MediaKind } from "../media/file-store.ts";

const megabyte = 1024 * 1024;
const limits = { image: 10 * megabyte, video: 50 * megabyte } as const satisfies Record<
  MediaKind,
  number
>;
const names = { image: "A photo", video: "A video" } as const;

/** The most that a form with four videos and a caption can have. */
export const formLimitBytes = 4 * limits.video + megabyte;

/** A sentence for each file that is larger than any kind of file may be. */
export function findTooLarge(files: { name: string; size: number }[]): string[] {
  return files.flatMap(({ name, size }) => tooLarge(name, size, "video"));
}

/** A sentence when a file is larger than its kind may be. */
export function tooLarge(name: string, sizeBytes: number, kind: MediaKind): string[] {
  if (sizeBytes <= limits[kind]) return [];
  return [`${name} is too large. ${names[kind]} may have ${limits[kind] / megabyte} MB.`];
}
