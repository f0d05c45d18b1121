import type { MediaKind, Platform, PlatformLimits } from "./platform.ts";

/** A file that is to go out. Type and size are null when nobody knows them. */
export type CheckedFile = { name: string; mime: string | null; sizeBytes: number | null };

export type CheckedPost = {
  caption: string;
  /** In the order of the post; null stands for media whose file is missing. */
  files: readonly (CheckedFile | null)[];
};

/** The length that platforms count: Unicode code points, a line end as one. */
export function captionLength(caption: string): number {
  return Array.from(caption.replaceAll("\r\n", "\n")).length;
}

/** `image` or `video` by the MIME type, null for anything else. */
export function mediaKindOf(mime: string | null): MediaKind | null {
  if (mime?.startsWith("image/")) return "image";
  return mime?.startsWith("video/") ? "video" : null;
}

/**
 * Everything that keeps a post from being taken by the platform, a sentence for people each; none
 * when it fits. The sentences hold no part of the caption.
 */
export function checkPost({ name, limits }: Platform, post: CheckedPost): string[] {
  return [
    ...checkCaption(name, limits, post.caption),
    ...checkCount(name, limits, post),
    ...post.files.flatMap((file) => checkFile(name, limits, file)),
  ];
}

function checkCaption(name: string, limits: PlatformLimits, caption: string): string[] {
  const length = captionLength(caption);
  if (length <= limits.captionLength) return [];
  return [
    `This caption has ${length} characters; ${name} takes ${limits.captionLength}. Shorten it.`,
  ];
}

function checkCount(name: string, limits: PlatformLimits, { caption, files }: CheckedPost) {
  if (files.length > limits.mediaCount) {
    return [
      `This post has ${files.length} files; ${name} takes ${limits.mediaCount}. Remove some of them.`,
    ];
  }
  if (files.length > 0) return [];
  if (!limits.captionAlone) {
    return [`A post on ${name} needs a picture or a video. Choose one.`];
  }
  return caption.trim() === ""
    ? ["There is nothing to post. Write a caption, or choose a picture or a video."]
    : [];
}

function checkFile(name: string, limits: PlatformLimits, file: CheckedFile | null): string[] {
  if (file === null) {
    return ["The file of one of the chosen media is missing. Choose another picture or video."];
  }
  const kind = mediaKindOf(file.mime);
  const limit = kind === null ? undefined : limits.media[kind];
  if (file.mime === null || limit === undefined || !limit.mimeTypes.includes(file.mime)) {
    return [
      `${name} does not take "${file.name}", which is ${file.mime ?? "of an unknown type"}. It takes ${typesOf(limits)}.`,
    ];
  }
  if (file.sizeBytes === null || file.sizeBytes <= limit.maxBytes) return [];
  return [
    `"${file.name}" has ${megabytes(file.sizeBytes)} MB; ${name} takes ${megabytes(limit.maxBytes)} MB. Choose a smaller one.`,
  ];
}

function typesOf({ media }: PlatformLimits): string {
  const types = Object.values(media).flatMap(({ mimeTypes }) => mimeTypes);
  return types.join(", ") || "no files";
}

// Rounded up, so that a file just over a limit never reads like the limit.
const megabytes = (bytes: number) => Math.ceil((bytes / (1024 * 1024)) * 10) / 10;
