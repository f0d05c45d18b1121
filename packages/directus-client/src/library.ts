import { customEndpoint } from "@directus/sdk";
import type {
  LibraryEntriesAnswer,
  LibraryFacet,
  LibraryFacetsAnswer,
  LibraryOuting as Outing,
  LibraryOutingsAnswer,
  LibraryQuery,
  LibrarySimilarAnswer,
} from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { type Media, type MediaRow, toMedia } from "./media-rows.ts";

/** A page of the caller's library; `next` leads to the page after it, null at the end. */
export type LibraryPage = { media: Media[]; next: string | null };

/** Reads a page. Throws `invalid_input` for a cursor of another order. */
export async function listLibrary(
  client: DirectusClient,
  query: LibraryQuery,
  { cursor, limit = 60 }: { cursor?: string | undefined; limit?: number } = {},
): Promise<LibraryPage> {
  const { rows, next } = await post<LibraryEntriesAnswer>(client, "entries", {
    query,
    limit,
    ...(cursor !== undefined && { cursor }),
  });
  return { media: rows.map(mediaOf), next };
}

/** How many entries a query finds, and how many of each value there are. */
export async function readLibraryFacets(
  client: DirectusClient,
  query: LibraryQuery,
  facets?: readonly LibraryFacet[],
): Promise<LibraryFacetsAnswer> {
  return post<LibraryFacetsAnswer>(client, "facets", { query, ...(facets && { facets }) });
}

/** How many entries a query finds. */
export async function countLibrary(client: DirectusClient, query: LibraryQuery): Promise<number> {
  return (await readLibraryFacets(client, query, [])).total;
}

/** Puts entries into the bin, all or none. Throws `conflict` with a sentence when a planned post needs one. */
export async function deleteFromLibrary(
  client: DirectusClient,
  ids: readonly string[],
): Promise<void> {
  await post(client, "delete", { ids });
}

/** Takes entries out of the bin again, all or none. */
export async function restoreToLibrary(
  client: DirectusClient,
  ids: readonly string[],
): Promise<void> {
  await post(client, "restore", { ids });
}

/** Adds tags to entries and takes others off, all or none. */
export async function tagInLibrary(
  client: DirectusClient,
  ids: readonly string[],
  change: { add?: readonly string[]; remove?: readonly string[] },
): Promise<void> {
  await post(client, "tag", { ids, ...change });
}

/** An entry whose picture looks the same. `distance`: bits of 64 that differ. */
export type SimilarMedia = { media: Media; distance: number };

/** What looks like an entry, the nearest first. */
export async function listSimilarMedia(
  client: DirectusClient,
  id: string,
): Promise<SimilarMedia[]> {
  const { entries } = await post<LibrarySimilarAnswer>(client, "similar", { id });
  return entries.map(({ row, distance }) => ({ media: mediaOf(row), distance }));
}

/** Where an entry, a copy or a look-alike of it went or is to go. */
export type MediaOuting = {
  mediaId: string;
  usedMediaId: string;
  relation: Outing["relation"];
  profileId: string | null;
  platform: string;
  postId: string | null;
  status: string;
  at: string | null;
  permalink: string | null;
};

/** Where these entries, their copies and look-alikes were posted or are to be, the latest first. */
export async function listMediaOutings(
  client: DirectusClient,
  ids: readonly string[],
): Promise<MediaOuting[]> {
  if (ids.length === 0) return [];
  const { outings } = await post<LibraryOutingsAnswer>(client, "outings", { ids });
  return outings.map((outing) => ({
    mediaId: outing.media_id,
    usedMediaId: outing.used_media_id,
    relation: outing.relation,
    profileId: outing.creator_profile_id,
    platform: outing.platform,
    postId: outing.post_id,
    status: outing.status,
    at: outing.at,
    permalink: outing.permalink,
  }));
}

function post<Answer>(client: DirectusClient, step: string, body: object): Promise<Answer> {
  return client.send(
    customEndpoint<Answer>({
      method: "POST",
      path: `/library/${step}`,
      body: JSON.stringify(body),
    }),
  );
}

// The gate gives rows the shape that the items API has.
const mediaOf = (row: unknown): Media => toMedia(row as MediaRow);
