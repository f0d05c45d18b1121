import { parse } from "node:path";
import { cutText } from "../../cut-text.ts";

/**
 * Gives each file a path in `folder` under the name that it is downloaded by. Where two have one name, or names that
 * some systems take for one, the later ones carry part of their id.
 */
export function nameFiles(folder: string): (file: { id: string; name: string }) => string {
  const taken = new Set<string>();
  const given = new Map<string, string>();

  return ({ id, name }) => {
    const known = given.get(id);
    if (known !== undefined) return known;
    const { name: stem, ext } = parse(safeName(name));
    const free = [`${stem}${ext}`, `${stem}-${id.slice(0, 8)}${ext}`, `${id}${ext}`].find(
      (candidate) => !taken.has(folded(candidate)),
    );
    const path = `${folder}/${free ?? id}`;
    taken.add(folded(free ?? id));
    given.set(id, path);
    return path;
  };
}

const folded = (name: string) => name.normalize("NFC").toLowerCase();

/** No folders, no characters that a file system of today refuses, and no name that one reserves. */
function safeName(name: string): string {
  const clean = name
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, "_")
    .replace(/^[. ]+/, "")
    .replace(/[. ]+$/, "");
  const { name: stem, ext } = parse(clean);
  const short = `${cutText(stem, 120)}${cutText(ext, 16)}`;
  return short === "" || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? `file_${short}` : short;
}
