import { entryKind, type PlatformPost, postFigures } from "@genie/platforms";
import type { Knex } from "knex";
import type { Reading } from "./readings.ts";

/**
 * The newest posts of the account, `most` of them. Of those that the library has, only the figures are
 * given, with the row's id: caption and tags may be a person's by now. Files come with the next scrape.
 */
export async function readPosts(database: Knex, reading: Reading, most: number) {
  const posts = await newestPosts(reading, most);
  const ids = await knownRows(database, reading.account.id, posts);
  const isNew = ({ platformPostId }: PlatformPost) => !ids.has(platformPostId);
  return {
    seen: posts.length,
    new: posts.filter(isNew).map((post) => newRow(reading.account.id, post)),
    known: posts.flatMap((post) => {
      const id = ids.get(post.platformPostId);
      return id === undefined ? [] : [{ id, ...postFigures(post) }];
    }),
  };
}

async function newestPosts({ adapter, context }: Reading, most: number): Promise<PlatformPost[]> {
  const found: PlatformPost[] = [];
  for await (const posts of adapter.listPosts(context)) {
    found.push(...posts);
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

async function knownRows(
  database: Knex,
  accountId: string,
  posts: readonly PlatformPost[],
): Promise<Map<string, string>> {
  const rows = await database("scraped_media")
    .where({ creator_profile_id: accountId })
    .whereIn(
      "platform_post_id",
      posts.map(({ platformPostId }) => platformPostId),
    )
    .select<{ id: string; post: string }[]>("id", { post: "platform_post_id" });
  return new Map(rows.map(({ id, post }) => [post, id]));
}

function newRow(accountId: string, post: PlatformPost) {
  return {
    ...postFigures(post),
    creator_profile_id: accountId,
    platform_post_id: post.platformPostId,
    source: "scraped",
    media_type: entryKind(post),
    caption: post.caption,
    tags: post.tags,
    width: post.media[0]?.width ?? null,
    height: post.media[0]?.height ?? null,
  };
}
