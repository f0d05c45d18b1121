import { parse } from "node:path";
import { cutText } from "../cut-text.ts";

/** What a file is called when it is downloaded: no folders, no control characters, the ending of its type. */
export function safeName(filename: string, extension: string): string {
  const { name } = parse(filename.replaceAll(/\p{Cc}/gu, ""));
  return `${cutText(name, 200) || "upload"}.${extension}`;
}
