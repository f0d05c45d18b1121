import { refusal } from "../refusals.ts";

/** Of a picture; a video may have what the installation takes. */
export const maxPictureBytes = 50 * 1024 * 1024;

const gigabyte = 1024 ** 3;

export type SizeLimit = {
  bytes: number;
  /** Refuses the file of this name, which is longer. */
  tooLarge: (filename: string) => Error;
};

/** How long a file of this type may be where `maxUploadBytes` are taken, whichever way it comes. */
export function sizeLimitOf(type: string, maxUploadBytes: number): SizeLimit {
  const isPicture = type.startsWith("image/") && maxPictureBytes < maxUploadBytes;
  const bytes = isPicture ? maxPictureBytes : maxUploadBytes;
  const most = isPicture ? "the most that a picture may have" : "the most that is taken here";
  return {
    bytes,
    tooLarge: (filename) =>
      refusal(
        "INVALID_PAYLOAD",
        `${filename} is larger than ${describeLimit(bytes)}, ${most}. Make it smaller and upload it again. Nothing was saved.`,
      ),
  };
}

export function describeLimit(bytes: number): string {
  return bytes < gigabyte
    ? `${Math.round(bytes / 1024 ** 2)} MB`
    : `${Math.round((bytes / gigabyte) * 10) / 10} GB`;
}
