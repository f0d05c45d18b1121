import { AppError } from "@genie/errors";
import { z } from "zod";
import type { AdapterContext, OutgoingPost, PreparedPost, SendResult } from "../adapter.ts";
import { wasNeverReached } from "../never-reached.ts";
import type { Platform } from "../platform.ts";
import { type ApiAnswer, callApi, reachApi, readAnswer, saidBy } from "./call-api.ts";
import { ApiPost } from "./posts.ts";

const visibilities: readonly unknown[] = ["public", "subscribers"];
/** Before the caller gives up, so that he hears what there is to say. */
const answerMs = 500;
const pauseUnsaidMs = 60_000;
/** For signing in anew. */
const signInAgainMs = 1_000;
/** For a platform where nobody listens. */
const listensAgainMs = 15_000;
const Uploaded = z.object({ id: z.string() });

/** Uploads the files. Nothing is published by that. */
export async function preparePost(
  context: AdapterContext,
  platform: Platform,
  post: OutgoingPost,
): Promise<PreparedPost> {
  const { visibility = "public" } = post.config;
  if (!visibilities.includes(visibility)) {
    throw new AppError(
      "platform_rejected",
      `${platform.name} shows posts to everybody or to subscribers. Choose one of the two; nothing was posted.`,
    );
  }
  const media: string[] = [];
  for (const file of post.files) media.push(await upload(context, platform, file));
  const body = { caption: post.caption, visibility, media };
  const headers: Record<string, string> =
    platform.guarantee === "idempotent" ? { "idempotency-key": post.idempotencyKey } : {};
  return {
    send: async () => {
      try {
        const timeoutMs = platform.sendTimeoutMs - answerMs;
        const call = { method: "POST", body, headers, timeoutMs } as const;
        return readSendResult(platform, await callApi(context, platform, "/posts", call));
      } catch (error) {
        return wasNeverReached(error) ? notReached(platform) : unknown(platform);
      }
    },
  };
}

async function upload(
  context: AdapterContext,
  platform: Platform,
  { name, mime, bytes }: OutgoingPost["files"][number],
): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes()) parts.push(part);
  const body = new FormData();
  body.set("file", new File([Buffer.concat(parts)], name, { type: mime }));
  const answer = await reachApi(context, platform, "/media", { method: "POST", body });
  return readAnswer(platform, answer, Uploaded).id;
}

/** What the answer to a new post means. */
export function readSendResult(platform: Platform, answer: ApiAnswer): SendResult {
  const { name, origin } = platform;
  const post = ApiPost.safeParse(answer.body).data;
  if ((answer.status === 201 || answer.status === 200) && post !== undefined) {
    return {
      kind: "published",
      platformPostId: post.id,
      permalink: origin + post.path,
      publishedAt: new Date(post.published_at),
    };
  }
  if (answer.status === 401) {
    const sentence = `The session on ${name} ended before the post was sent. It was not posted; it is sent again after signing in.`;
    return { kind: "refused", sentence, retryAfterMs: signInAgainMs };
  }
  if (answer.status === 422) {
    const sentence = `${name} did not take the post. It says: ${saidBy(answer)}`;
    return { kind: "refused", sentence, retryAfterMs: null };
  }
  if (answer.status === 429) {
    const sentence = `${name} wants a pause. The post was not posted; it is sent again afterwards.`;
    const retryAfterMs = answer.retryAfterMs ?? pauseUnsaidMs;
    return { kind: "refused", sentence, retryAfterMs, holdsAccount: true };
  }
  return unknown(platform);
}

function notReached({ name }: Platform): SendResult {
  const sentence = `${name} can't be reached. The post was not posted; it is sent again.`;
  return { kind: "refused", sentence, retryAfterMs: listensAgainMs };
}

function unknown({ name }: Platform): SendResult {
  const sentence = `${name} did not say whether it took the post.`;
  return { kind: "unknown", sentence };
}
