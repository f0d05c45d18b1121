import { z } from "zod";
import type { AdapterContext, PlatformPost } from "../adapter.ts";
import type { Platform } from "../platform.ts";
import { reachApi, readAnswer } from "./call-api.ts";
import { amountOf, currency } from "./money.ts";

/** A post as the API gives it. */
export const ApiPost = z.object({
  id: z.string().min(1),
  path: z.string().startsWith("/"),
  caption: z.string(),
  tags: z.array(z.string()),
  published_at: z.iso.datetime(),
  likes: z.int(),
  comments: z.int(),
  views: z.int(),
  earnings_cents: z.int(),
  media: z.array(
    z.object({
      kind: z.enum(["image", "video"]),
      path: z.string().startsWith("/"),
      width: z.int().nullable(),
      height: z.int().nullable(),
    }),
  ),
});
const Page = z.object({ posts: z.array(ApiPost), next_page: z.int().nullable() });

/** The posts of the account, newest first. One that moves to the next page meanwhile is given once. */
export async function* listPosts(
  context: AdapterContext,
  platform: Platform,
): AsyncIterable<PlatformPost[]> {
  const seen = new Set<string>();
  let next: number | null = 1;
  while (next !== null) {
    const answer = await reachApi(context, platform, `/posts?page=${next}`);
    const page: z.output<typeof Page> = readAnswer(platform, answer, Page);
    const fresh = page.posts.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    if (fresh.length > 0) yield fresh.map((post) => platformPost(platform, post));
    next = page.next_page;
  }
}

/** Whether the API still has the post. */
export async function isLive(
  context: AdapterContext,
  platform: Platform,
  { platformPostId }: { platformPostId: string },
): Promise<boolean> {
  const answer = await reachApi(context, platform, `/posts/${encodeURIComponent(platformPostId)}`);
  if (answer.status === 404) return false;
  readAnswer(platform, answer, ApiPost);
  return true;
}

/** Deletes a post of the account; one that is gone already counts as deleted. */
export async function deletePost(
  context: AdapterContext,
  platform: Platform,
  platformPostId: string,
): Promise<void> {
  const path = `/posts/${encodeURIComponent(platformPostId)}`;
  const answer = await reachApi(context, platform, path, { method: "DELETE" });
  if (answer.status !== 404) readAnswer(platform, answer, z.object({ id: z.string() }));
}

function platformPost({ origin }: Platform, post: z.output<typeof ApiPost>): PlatformPost {
  const { caption, tags, likes, comments, views } = post;
  return {
    platformPostId: post.id,
    permalink: origin + post.path,
    caption,
    tags,
    publishedAt: new Date(post.published_at),
    likes,
    comments,
    views,
    earnings: amountOf(post.earnings_cents),
    currency,
    media: post.media.map(({ kind, path, width, height }) => ({
      kind,
      url: origin + path,
      width,
      height,
    })),
  };
}
