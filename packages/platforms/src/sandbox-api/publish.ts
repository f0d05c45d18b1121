import { AppError } from "@genie/errors";
import { z } from "zod";
import type {
  AdapterContext,
  OutgoingFile,
  OutgoingPost,
  PreparedPost,
  SendResult,
} from "../adapter.ts";
import { fileForm } from "../api/read-file.ts";
import {
  answerMs,
  fateAfter,
  signInAgainMs,
  unknownFate,
  wantsPause,
} from "../api/send-results.ts";
import { checkOptions } from "../check-options.ts";
import type { Platform } from "../platform.ts";
import { type ApiAnswer, callApi, reachApi, readAnswer, saidBy } from "./call-api.ts";
import { ApiPost } from "./posts.ts";

const Uploaded = z.object({ id: z.string() });

/** Uploads the files. Nothing is published by that. */
export async function preparePost(
  context: AdapterContext,
  platform: Platform,
  post: OutgoingPost,
): Promise<PreparedPost> {
  const [problem] = checkOptions(platform, post.config);
  if (problem !== undefined) {
    throw new AppError("platform_rejected", `${problem} Nothing was posted.`);
  }
  const { visibility = "public" } = post.config;
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
        return fateAfter(platform.name, error);
      }
    },
  };
}

async function upload(
  context: AdapterContext,
  platform: Platform,
  file: OutgoingFile,
): Promise<string> {
  const call = { method: "POST", body: await fileForm(file) } as const;
  const answer = await reachApi(context, platform, "/media", call);
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
    const sentence = `The session on ${name} ended before the post was sent. It was not posted.`;
    return { kind: "refused", sentence, retryAfterMs: signInAgainMs };
  }
  if (answer.status === 422) {
    const sentence = `${name} did not take the post. It says: ${saidBy(answer)}`;
    return { kind: "refused", sentence, retryAfterMs: null };
  }
  if (answer.status === 429) return wantsPause(name, answer.retryAfterMs);
  return unknownFate(name);
}
