import { readItems } from "@directus/sdk";
import type { DirectusClient } from "./create-directus-client.ts";

/** When the last request of a post went out, ISO 8601; null for one that was never sent. */
export async function readSentAt(client: DirectusClient, postId: string): Promise<string | null> {
  const [attempt] = await client.send(
    readItems("publish_attempts", {
      fields: ["sent_at"],
      filter: { post_id: { _eq: postId }, sent_at: { _nnull: true } },
      sort: ["-sent_at"],
      limit: 1,
    }),
  );
  return attempt?.sent_at ?? null;
}
