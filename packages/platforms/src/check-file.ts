import type { MediaKind, MediaLimit, PlatformLimits } from "./platform.ts";

/** A file that is to go out. What nobody knows of it is null. */
export type CheckedFile = {
  name: string;
  mime: string | null;
  sizeBytes: number | null;
  width?: number | null;
  height?: number | null;
  durationMs?: number | null;
  altText?: string | null;
};

/** `image` or `video` by the MIME type, null for anything else. */
export function mediaKindOf(mime: string | null): MediaKind | null {
  if (mime?.startsWith("image/")) return "image";
  return mime?.startsWith("video/") ? "video" : null;
}

/** What keeps a file from being taken, in a sentence for people each; null stands for one that is missing. */
export function checkFile(
  name: string,
  limits: PlatformLimits,
  file: CheckedFile | null,
): string[] {
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
  return [...checkSize(name, limit, file), ...checkAltText(name, limits, file)];
}

function checkSize(name: string, limit: MediaLimit, file: CheckedFile): string[] {
  const { maxBytes, maxPixels, maxSide, maxDurationMs } = limit;
  const { sizeBytes, width, height, durationMs } = file;
  const isMeasured = typeof width === "number" && typeof height === "number";
  return [
    ...(sizeBytes !== null && sizeBytes > maxBytes
      ? [
          `"${file.name}" has ${roundedMegabytes(sizeBytes)} MB; ${name} takes ${roundedMegabytes(maxBytes)} MB. Choose a smaller one.`,
        ]
      : []),
    ...(isMeasured && width * height > (maxPixels ?? Number.POSITIVE_INFINITY)
      ? [
          `"${file.name}" has ${megapixels(width * height)} megapixels; ${name} takes ${megapixels(maxPixels ?? 0)}. Choose a smaller one.`,
        ]
      : []),
    ...(isMeasured && Math.max(width, height) > (maxSide ?? Number.POSITIVE_INFINITY)
      ? [
          `"${file.name}" is ${width} by ${height} pixels; ${name} takes ${maxSide ?? 0} at most. Choose a smaller one.`,
        ]
      : []),
    ...(typeof durationMs === "number" && durationMs > (maxDurationMs ?? Number.POSITIVE_INFINITY)
      ? [
          `"${file.name}" runs ${seconds(durationMs)} s; ${name} takes ${seconds(maxDurationMs ?? 0)} s. Choose a shorter one.`,
        ]
      : []),
  ];
}

function checkAltText(
  name: string,
  { altTextLength }: PlatformLimits,
  file: CheckedFile,
): string[] {
  const length = Array.from(file.altText ?? "").length;
  if (altTextLength === null || length <= altTextLength) return [];
  return [
    `The description of "${file.name}" has ${length} characters; ${name} takes ${altTextLength}. Shorten it.`,
  ];
}

function typesOf({ media }: PlatformLimits): string {
  const types = Object.values(media).flatMap(({ mimeTypes }) => mimeTypes);
  return types.join(", ") || "no files";
}

// Rounded up, so that a file just over a limit never reads like the limit.
const roundedUp = (value: number) => Math.ceil(value * 10) / 10;
/** Megabytes, rounded up to a tenth. */
export const roundedMegabytes = (bytes: number) => roundedUp(bytes / (1024 * 1024));
const megapixels = (pixels: number) => roundedUp(pixels / 1_000_000);
const seconds = (ms: number) => roundedUp(ms / 1000);
