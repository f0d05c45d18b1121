import type { Logger } from "@genie/logger";
import { type Database, transaction } from "../store/database.ts";
import { baseImageCount, createBaseImage } from "./base-images.ts";
import { baseVideoCount, createBaseVideo } from "./base-videos.ts";
import type { FileStore, StoredFile } from "./file-store.ts";
import { createSmallImage } from "./small-image.ts";

/** The media that generated posts are made of. */
export type MediaLibrary = {
  images: StoredFile[];
  videos: StoredFile[];
  /** Pictures of some hundred bytes, for accounts with very many posts. */
  small: StoredFile[];
};

const smallCount = 8;
const smallScale = 0.02;

type Options = {
  database: Database;
  files: FileStore;
  log: Logger;
  ffmpeg: string | null;
  imageScale: number;
};

/** Makes what is missing of the library; all of it at the first start, nothing at the next. */
export async function ensureMediaLibrary(options: Options): Promise<MediaLibrary> {
  const { database, files } = options;
  await files.ensureFolder();
  const there = new Map(files.base().map((file) => [file.base_name, file]));
  const images: StoredFile[] = [];
  for (let start = 0; start < baseImageCount; start += 4) {
    const indexes = Array.from(
      { length: Math.min(4, baseImageCount - start) },
      (_, i) => start + i,
    );
    images.push(
      ...(await Promise.all(
        indexes.map(
          async (index) => there.get(`image-${index}`) ?? (await addImage(options, index)),
        ),
      )),
    );
  }
  const small: StoredFile[] = [];
  for (let index = 0; index < smallCount; index += 1) {
    const name = `small-${index}`;
    small.push(
      there.get(name) ?? (await addImage({ ...options, imageScale: smallScale }, index, name)),
    );
  }
  const videos = await ensureVideos(options, there, images);
  transaction(database, () => {
    for (const file of [...images, ...small, ...videos]) files.insert(file);
  });
  return { images, videos, small };
}

async function addImage(
  { files, imageScale }: Options,
  index: number,
  name = `image-${index}`,
): Promise<StoredFile> {
  const { bytes, format } = await createBaseImage(index, imageScale);
  return files.write(bytes, format, name);
}

/** Without a working ffmpeg there are no videos, and that is said in the log. */
async function ensureVideos(
  { files, ffmpeg, log }: Options,
  there: Map<string | null, StoredFile>,
  images: StoredFile[],
): Promise<StoredFile[]> {
  const videos: StoredFile[] = [];
  for (const [index, image] of images.slice(0, baseVideoCount).entries()) {
    const name = `video-${index}`;
    const found = there.get(name);
    if (found) videos.push(found);
    if (found || ffmpeg === null) continue;
    try {
      const { bytes, format } = await createBaseVideo(ffmpeg, files.path(image));
      const video = await files.write(bytes, format, name);
      await createSmallImage(files.path(image), files.smallPath(video.hash));
      videos.push({ ...video, has_small: 1 });
    } catch (err) {
      log.warn({ err }, "no videos, since ffmpeg did not make one");
      break;
    }
  }
  return videos;
}
