/** What may be stored, and how its files are called. SVG and HTML are documents that can carry scripts. */
export const mediaTypes: ReadonlyMap<string, string> = new Map([
  ["image/jpeg", "jpg"],
  ["image/png", "png"],
  ["image/webp", "webp"],
  ["image/gif", "gif"],
  ["image/avif", "avif"],
  ["video/mp4", "mp4"],
  ["video/quicktime", "mov"],
  ["video/webm", "webm"],
]);

/** The same, for sentences. */
export const mediaTypeNames = "JPEG, PNG, WebP, GIF, AVIF, MP4, MOV or WebM";
