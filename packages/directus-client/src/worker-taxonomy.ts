import { customEndpoint, readItems } from "@directus/sdk";
import { ClassifyDueAnswer, ProposeAnswer } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";

/** Classifies what of an owner's is due, some hundreds at a time; for the worker alone. */
export async function classifyDue(
  client: DirectusClient,
  ownerId: string,
): Promise<ClassifyDueAnswer> {
  return ClassifyDueAnswer.parse(await post(client, "classify-due", { owner: ownerId }));
}

/** What an entry says in words. */
export type EntryWords = { caption: string; tags: string[] };

/** Null when the entry is gone. */
export async function readEntryWords(
  client: DirectusClient,
  mediaId: string,
): Promise<EntryWords | null> {
  const [row] = await client.send(
    readItems("scraped_media", {
      fields: ["caption", "tags"],
      filter: { id: { _eq: mediaId } },
      limit: 1,
    }),
  );
  return row === undefined ? null : { caption: row.caption ?? "", tags: row.tags ?? [] };
}

/** Hands over what a language model says of an entry; answers the tags that were kept. For the worker alone. */
export async function proposeTags(
  client: DirectusClient,
  mediaId: string,
  terms: readonly string[],
): Promise<string[]> {
  return ProposeAnswer.parse(await post(client, "propose", { id: mediaId, terms })).proposed;
}

function post(client: DirectusClient, step: string, body: object): Promise<unknown> {
  return client.send(
    customEndpoint({
      method: "POST",
      path: `/taxonomy/${step}`,
      body: JSON.stringify(body),
    }),
  );
}
