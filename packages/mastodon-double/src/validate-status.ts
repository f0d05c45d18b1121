import { ApiError, invalid } from "./api-error.ts";
import { countCharacters } from "./count-characters.ts";
import type { Account, Media, State, Status, Visibility } from "./state.ts";

type NewStatus = Pick<Status, "isSensitive" | "mediaIds" | "spoilerText" | "text" | "visibility">;

const visibilities: readonly string[] = ["direct", "private", "public", "unlisted"];

/** What a body asks for. A warning makes the media sensitive (docs.joinmastodon.org/user/posting#cw). */
export function readNewStatus(body: Record<string, unknown>): NewStatus {
  const visibility = body["visibility"] ?? "public";
  if (!isVisibility(visibility)) throw invalid("Visibility is not included in the list");
  const spoilerText = textOf(body["spoiler_text"]);
  const ids = Array.isArray(body["media_ids"]) ? body["media_ids"] : [];
  return {
    text: textOf(body["status"]),
    spoilerText,
    isSensitive: spoilerText !== "" || ["1", "true", true].includes(body["sensitive"] as string),
    visibility,
    mediaIds: ids.map(String),
  };
}

/** Throws what Mastodon says when it does not take a status. */
export function checkStatus(state: State, account: Account, status: NewStatus): void {
  const { settings } = state;
  const { mediaIds, text, spoilerText } = status;
  if (mediaIds.length > settings.max_media_attachments) {
    throw new ApiError(422, `Cannot attach more than ${settings.max_media_attachments} files`);
  }
  const media = mediaIds.map((id) => requireMedia(state, account, id));
  if (media.length > 1 && media.some(({ mime }) => !mime.startsWith("image/"))) {
    throw new ApiError(422, "Cannot attach a video to a post that already contains images");
  }
  if (media.some(({ processingFor }) => processingFor > 0)) {
    throw new ApiError(
      422,
      "Cannot attach files that have not finished processing. Try again in a moment!",
    );
  }
  if (text === "" && media.length === 0) throw invalid("Text can't be blank");
  const most = settings.max_characters;
  if (countCharacters(spoilerText + text, settings) > most) {
    throw invalid(`Text character limit of ${most} exceeded`);
  }
}

function requireMedia({ media }: State, { id: accountId }: Account, id: string): Media {
  const found = media.get(id);
  if (found?.accountId === accountId && found.statusId === null) return found;
  throw new ApiError(422, `Media ${id} not found or already attached to another post`);
}

const textOf = (value: unknown) => (typeof value === "string" ? value.trim() : "");
const isVisibility = (value: unknown): value is Visibility =>
  typeof value === "string" && visibilities.includes(value);
