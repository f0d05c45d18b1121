import type { Media } from "@genie/directus-client";
import type { Messages } from "#messages/messages.ts";

/** What keeps an entry from being shown, in words; empty when nothing does. */
export function stateOf(
  { file }: Pick<Media, "file">,
  { library }: Pick<Messages, "library">,
): string {
  if (file === null || file.isPrepared) return "";
  return file.problem ?? library.thumbnail.preparing;
}
