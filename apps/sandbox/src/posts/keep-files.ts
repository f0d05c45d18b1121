import type { StoredFile } from "../media/file-store.ts";
import { inspectMedia } from "../media/inspect-media.ts";
import type { Services } from "../services.ts";
import { tooLarge } from "./media-limits.ts";

/** Puts the files on the disk, or tells what is wrong with them. */
export async function keepFiles(
  services: Services,
  files: File[],
): Promise<{ media: StoredFile[]; problems: string[] }> {
  const media: StoredFile[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const bytes = Buffer.from(await file.arrayBuffer());
    const format = await inspectMedia(bytes);
    if (format === null) {
      problems.push(`${file.name} is no photo or MP4 video that can be read.`);
      continue;
    }
    problems.push(...tooLarge(file.name, file.size, format.kind));
    if (problems.length === 0) media.push(await services.files.write(bytes, format));
  }
  return { media, problems };
}
