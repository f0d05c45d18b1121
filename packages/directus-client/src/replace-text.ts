import { customEndpoint } from "@directus/sdk";
import { TextReplaceAnswer, type TextReplaceRequest } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";

/** Words that are to stand where `before` stood when they were begun. */
export type TextChange = { text: string; before: string };

/** Replaces the creator's words about a fan, unless they were changed elsewhere. Readings never touch them. */
export async function saveFanNotes(
  client: DirectusClient,
  id: string,
  change: TextChange,
): Promise<TextReplaceAnswer> {
  return replaceText(client, { collection: "fan_profiles", field: "notes", id, ...change });
}

/** Replaces an entry's caption, or what it shows in words, unless that was changed elsewhere. */
export async function saveMediaText(
  client: DirectusClient,
  id: string,
  field: "alt_text" | "caption",
  change: TextChange,
): Promise<TextReplaceAnswer> {
  return replaceText(client, { collection: "scraped_media", field, id, ...change });
}

async function replaceText(
  client: DirectusClient,
  request: TextReplaceRequest,
): Promise<TextReplaceAnswer> {
  const body = JSON.stringify(request);
  return TextReplaceAnswer.parse(
    await client.send(customEndpoint({ method: "POST", path: "/texts/replace", body })),
  );
}
