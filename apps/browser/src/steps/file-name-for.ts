const extensions: Record<string, readonly string[]> = {
  "image/jpeg": [".jpg", ".jpeg"],
  "image/png": [".png"],
  "image/webp": [".webp"],
  "image/gif": [".gif"],
  "video/mp4": [".mp4"],
};
const longest = 80;

/**
 * A name that is safe on the disk. Its ending fits the type, since Chromium tells a page the type by
 * the ending.
 */
export function fileNameFor(name: string, mime: string): string {
  const safe = name
    .replaceAll(/[/\\]/g, "_")
    .replaceAll(/\p{C}/gu, "")
    .replace(/^[.\s]+/, "")
    .slice(-longest);
  const fitting = extensions[mime] ?? [];
  const base = safe === "" ? "file" : safe.toWellFormed();
  const fits = fitting.some((extension) => base.toLowerCase().endsWith(extension));
  return fits || fitting.length === 0 ? base : `${base}${fitting[0]}`;
}
