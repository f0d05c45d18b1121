import { entryKind, type PlatformPost, postFigures } from "@genie/platforms";
import type { Knex } from "knex";
import { findForgotten } from "../library/find-forgotten.ts";
import type { Reading } from "./readings.ts";

/**
 * The newest posts of the account, `most` of them, without those whose entry its owner has deleted. Of those that the
 * library has, only the figures are given, with the row's id: caption and tags may be a person's by now. Files come with the next scrape.
 */
export async function readPosts(database: Knex, reading: Reading, most: number) {
  const posts = await newestPosts(reading, most);
  const ids = await knownRows(database, reading.account.id, posts);
  const unknown = posts.map(idOf).filter((id) => !ids.has(id));
  const forgotten = await findForgotten(database, reading.account.id, unknown);
  const fresh = new Set(unknown.filter((id) => !forgotten.includes(id)));
  return {
    seen: posts.length,
    new: posts
      .filter((post) => fresh.has(idOf(post)))
      .map((post) => newRow(reading.account.id, post)),
    known: posts.flatMap((post) => {
      const id = ids.get(post.platformPostId);
      return id === undefined ? [] : [{ id, ...postFigures(post) }];
    }),
  };
}

const idOf = ({ platformPostId }: PlatformPost) => platformPostId;

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
    .whereIn("platform_post_id", posts.map(idOf))
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
