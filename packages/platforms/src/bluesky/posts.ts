import {
  AppBskyEmbedImages,
  AppBskyEmbedRecordWithMedia,
  AppBskyEmbedVideo,
  AppBskyFeedPost,
  AppBskyRichtextFacet,
  AtUri,
  type BlobRef,
  type ComAtprotoRepoListRecords,
  XRPCError,
} from "@atproto/api";
import { AppError } from "@genie/errors";
import type { AdapterContext, FoundPost, LookUp, PlatformPost, PostMedia } from "../adapter.ts";
import { recordKey } from "./record-key.ts";
import { ask, type Server, serverOf } from "./server.ts";

export const collection = "app.bsky.feed.post";
const pageSize = 100;

/** The posts of the account, newest first, without answers to others. */
export async function* listPosts(
  context: AdapterContext,
  entry: string,
): AsyncIterable<PlatformPost[]> {
  const server = serverOf(context, { entry });
  const repo = repoOf(context, server);
  let cursor: string | undefined;
  do {
    const from = cursor === undefined ? {} : { cursor };
    const page: ComAtprotoRepoListRecords.OutputSchema = await ask(() =>
      server.agent.com.atproto.repo.listRecords({ repo, collection, limit: pageSize, ...from }),
    );
    const posts = page.records.flatMap((record) => platformPost(server.origin, record) ?? []);
    if (posts.length > 0) yield posts;
    cursor = page.records.length === 0 ? undefined : page.cursor;
  } while (cursor !== undefined);
}

/** The post that is at the place which our key makes. */
export async function findPublished(
  context: AdapterContext,
  entry: string,
  { dueAt, idempotencyKey }: LookUp,
): Promise<FoundPost | null> {
  const server = serverOf(context, { entry });
  const rkey = recordKey(dueAt, idempotencyKey);
  const post = await readPost(context, server, rkey);
  if (post === null) return null;
  return {
    platformPostId: rkey,
    permalink: permalinkOf(repoOf(context, server), rkey),
    publishedAt: new Date(post.createdAt),
  };
}

/** Whether the account's server still has the post. */
export async function isLive(
  context: AdapterContext,
  entry: string,
  { platformPostId }: { platformPostId: string },
): Promise<boolean> {
  return (await readPost(context, serverOf(context, { entry }), platformPostId)) !== null;
}

/** Deletes a post; for servers one that is not there is deleted. */
export async function deletePost(
  context: AdapterContext,
  entry: string,
  platformPostId: string,
): Promise<void> {
  const server = serverOf(context, { entry });
  const record = { repo: repoOf(context, server), collection, rkey: platformPostId };
  await ask(() => server.agent.com.atproto.repo.deleteRecord(record));
}

/** A post by its key; null when it is not there. */
export async function readPost(
  context: AdapterContext,
  server: Server,
  rkey: string,
): Promise<AppBskyFeedPost.Record | null> {
  const record = { repo: repoOf(context, server), collection, rkey };
  const found = await ask(() =>
    server.agent.com.atproto.repo.getRecord(record).catch((error: unknown) => {
      if (error instanceof XRPCError && error.error === "RecordNotFound") return { data: null };
      throw error;
    }),
  );
  if (found === null) return null;
  const read = AppBskyFeedPost.validateRecord(found.value);
  if (read.success) return read.value;
  throw new AppError(
    "platform_changed",
    "Bluesky answers in another way now. Nothing was changed there; update Genie Helper.",
    { cause: read.error },
  );
}

/** Whose records are meant; the handle does as well where no session says it. */
export const repoOf = ({ username }: AdapterContext, { did }: Server): string => did ?? username;

/** By the account's identity, which stays when its handle changes. */
export const permalinkOf = (did: string, rkey: string): string =>
  `https://bsky.app/profile/${did}/post/${rkey}`;

type Listed = ComAtprotoRepoListRecords.Record;

/** Null for what is no post of its own: an answer to one, or a record of another shape. */
function platformPost(origin: string, { uri, value }: Listed): PlatformPost | null {
  const read = AppBskyFeedPost.validateRecord(value);
  if (!read.success || read.value.reply !== undefined) return null;
  const { text, createdAt, embed } = read.value;
  const { host: did, rkey } = new AtUri(uri);
  const url = (blob: BlobRef) => blobUrl(origin, did, blob);
  return {
    platformPostId: rkey,
    permalink: permalinkOf(did, rkey),
    caption: text,
    tags: tagsOf(read.value),
    publishedAt: new Date(createdAt),
    // Only Bluesky's index counts these.
    likes: null,
    comments: null,
    views: null,
    earnings: null,
    currency: null,
    media: mediaOf(AppBskyEmbedRecordWithMedia.isMain(embed) ? embed.media : embed, url),
  };
}

function tagsOf({ tags = [], facets = [] }: AppBskyFeedPost.Record): string[] {
  const written = facets.flatMap(({ features }) =>
    features.flatMap((feature) => (AppBskyRichtextFacet.isTag(feature) ? feature.tag : [])),
  );
  return [...new Set([...written, ...tags])];
}

function mediaOf(
  embed: AppBskyFeedPost.Record["embed"],
  url: (blob: BlobRef) => string,
): PostMedia[] {
  if (AppBskyEmbedImages.isMain(embed)) {
    return embed.images.map(({ image, aspectRatio }) => ({
      kind: "image",
      url: url(image),
      ...size(aspectRatio),
    }));
  }
  if (!AppBskyEmbedVideo.isMain(embed)) return [];
  return [{ kind: "video", url: url(embed.video), ...size(embed.aspectRatio) }];
}

const size = (ratio?: { width: number; height: number }) => ({
  width: ratio?.width ?? null,
  height: ratio?.height ?? null,
});

function blobUrl(origin: string, did: string, { ref }: BlobRef): string {
  const url = new URL("/xrpc/com.atproto.sync.getBlob", origin);
  url.search = new URLSearchParams({ did, cid: ref.toString() }).toString();
  return url.href;
}
