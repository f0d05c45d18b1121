import { z } from "zod";
import type { AdapterContext, PlatformPost, PostMedia } from "../adapter.ts";
import type { AccountOn } from "./account-on.ts";
import { Status } from "./api-types.ts";
import { reachApi, readAnswer } from "./call-api.ts";
import { readMe } from "./session.ts";
import { textOf } from "./text-of.ts";

const Page = z.array(Status);
const inPage = 40;

/** The posts of the account, newest first, without those of others that it shared. */
export async function* listPosts(
  context: AdapterContext,
  account: AccountOn,
): AsyncIterable<PlatformPost[]> {
  const { origin } = account;
  const { id } = await readMe(context, account);
  const list = `/v1/accounts/${encodeURIComponent(id)}/statuses?limit=${inPage}&exclude_reblogs=true`;
  let before: string | null = null;
  do {
    const path: string = before === null ? list : `${list}&max_id=${before}`;
    const answer = await reachApi(context, origin, path);
    const page = readAnswer(origin, answer, Page);
    if (page.length > 0) yield page.map((status) => platformPost(account, status));
    before = answer.nextMaxId;
  } while (before !== null);
}

/** Whether the server still has the post. */
export async function isLive(
  context: AdapterContext,
  { origin }: AccountOn,
  { platformPostId }: { platformPostId: string },
): Promise<boolean> {
  const answer = await reachApi(context, origin, pathOf(platformPostId));
  if (answer.status === 404) return false;
  readAnswer(origin, answer, Status);
  return true;
}

/** Deletes a post; one that is not there any more is deleted. */
export async function deletePost(
  context: AdapterContext,
  { origin }: AccountOn,
  platformPostId: string,
): Promise<void> {
  const answer = await reachApi(context, origin, pathOf(platformPostId), { method: "DELETE" });
  if (answer.status !== 404) readAnswer(origin, answer, z.unknown());
}

/** A status as a post. */
export function platformPost({ origin, name }: AccountOn, status: Status): PlatformPost {
  return {
    platformPostId: status.id,
    permalink: status.url ?? `${origin}/@${name}/${status.id}`,
    caption: textOf(status),
    tags: status.tags.map((tag) => tag.name),
    publishedAt: new Date(status.created_at),
    likes: status.favourites_count,
    comments: status.replies_count,
    views: null,
    earnings: null,
    currency: null,
    media: status.media_attachments.flatMap(mediaOf),
  };
}

const kinds: Record<string, PostMedia["kind"]> = { image: "image", video: "video", gifv: "video" };

function mediaOf({ type, url, meta }: Status["media_attachments"][number]): PostMedia[] {
  const kind = kinds[type];
  if (kind === undefined || url === null) return [];
  const { width = null, height = null } = meta?.original ?? {};
  return [{ kind, url, width, height }];
}

const pathOf = (id: string) => `/v1/statuses/${encodeURIComponent(id)}`;
