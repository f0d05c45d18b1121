import { AppError } from "@genie/errors";

/** A sentence about a file that nothing can be made of. */
export const refuse = (sentence: string, cause?: unknown) =>
  new AppError("invalid_input", sentence, { cause });

export const unknownType = () =>
  refuse(
    "This is no picture or video that can be worked on. Nothing was made; use JPEG, PNG, WebP, GIF, AVIF, MP4, MOV or WebM.",
  );

export const damagedPicture = (cause?: unknown) =>
  refuse(
    "This picture can't be read: it is damaged or cut off. Nothing was made; try another copy of it.",
    cause,
  );

export const tooManyPixels = (width: number, height: number) =>
  refuse(
    `This picture is ${width} by ${height} pixels; up to 50 megapixels are worked on. Nothing was made; use a smaller copy of it.`,
  );

export const damagedVideo = (cause?: unknown) =>
  refuse(
    "This video can't be read: it is damaged or cut off. Nothing was made; try another copy of it.",
    cause,
  );

export const needsTooMuchMemory = () =>
  refuse(
    "Working on this file takes more memory than one file may have here. Nothing was made; try a smaller copy of it.",
  );

/** Tried again by the queue: it may have been the machine that had no time, not the file. */
export const tookTooLong = () =>
  new AppError(
    "invalid_input",
    "Working on this file took longer than one file may. Nothing was made; try a smaller copy of it.",
    { retry: "backoff" },
  );

export const diskFull = (cause: unknown) =>
  new AppError(
    "upstream_unavailable",
    "There is no room left on the server's disk. Nothing was made; it works again when there is room.",
    { cause },
  );

export const processLost = (cause: unknown) =>
  new AppError(
    "internal",
    "The program that works on files ended unexpectedly. Nothing was made; try again in a minute.",
    { cause },
  );

export const isDiskFull = (text: string) =>
  /ENOSPC|no space left|EDQUOT|quota exceeded/i.test(text);
