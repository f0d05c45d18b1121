import type { Media } from "@genie/directus-client";
import type { Messages } from "#messages/messages.ts";

/** What an entry is, for whoever can't see it. */
export function mediaLabel(
  { kind, caption }: Pick<Media, "caption" | "kind">,
  { library }: Pick<Messages, "library">,
): string {
  const [first = ""] = caption.split("\n");
  const label = { image: library.picture, video: library.video, gallery: library.gallery };
  return label[kind](first);
}
