import { cutText } from "../cut-text.ts";
import { refusal } from "../refusals.ts";
import { mediaTypeNames, mediaTypes } from "../uploads/media-types.ts";
import { safeName } from "../uploads/safe-name.ts";
import { sizeLimitOf } from "../uploads/size-limit.ts";
import type { TusUpload } from "./open-tus-server.ts";

const mayBeSaid = new Set(["filename_download", "type", "title"]);

/** What is kept of what a new upload says about itself; refuses what can't become a picture or video. */
export function firstMetadata(
  { size = 0, metadata = {} }: TusUpload,
  { owner, maxBytes }: { owner: string; maxBytes: number },
): Record<string, string> {
  const other = Object.keys(metadata).filter((key) => !mayBeSaid.has(key));
  if (other.length > 0) {
    throw refusal(
      "INVALID_PAYLOAD",
      `An upload says its name, type and title and nothing else, not ${other.join(", ")}. Nothing was saved.`,
    );
  }
  const name = metadata["filename_download"];
  if (!name) {
    throw refusal("INVALID_PAYLOAD", "Send the name of the file, too. Nothing was saved.");
  }
  if (size === 0) throw refusal("INVALID_PAYLOAD", `${name} is empty. Nothing was saved.`);
  // Whether it is a picture, which may have less, only its bytes say.
  const limit = sizeLimitOf("video/mp4", maxBytes);
  if (size > limit.bytes) throw limit.tooLarge(name);
  // What programs call something that they don't know.
  const type = metadata["type"] || "application/octet-stream";
  const extension = mediaTypes.get(type === "video/x-m4v" ? "video/mp4" : type);
  if (extension === undefined && type !== "application/octet-stream") {
    throw refusal(
      "INVALID_PAYLOAD",
      `${name} is not a picture or video that can be stored here. Use ${mediaTypeNames}. Nothing was saved.`,
    );
  }
  return {
    // Its bytes say later what it is; until then this only has to be harmless.
    filename_download: safeName(name, extension ?? "bin"),
    type,
    title: cutText(metadata["title"] || name, 255),
    owner,
  };
}
