import { AppError } from "@genie/errors";
import type { AdapterContext, OutgoingPost, PreparedPost, SendResult } from "../adapter.ts";
import { checkOptions } from "../check-options.ts";
import {
  answerMs,
  fateAfter,
  signInAgainMs,
  unknownFate,
  wantsPause,
} from "../api/send-results.ts";
import type { Platform } from "../platform.ts";
import type { AccountOn } from "./account-on.ts";
import { Status } from "./api-types.ts";
import { type ApiAnswer, callApi, hostOf, reasonOf } from "./call-api.ts";
import { platformPost } from "./posts.ts";
import { upload } from "./upload.ts";

/** For files that it has not processed. */
const processedAgainMs = 15_000;

/** Uploads the files. Nothing is published by that. */
export async function preparePost(
  context: AdapterContext,
  { platform, account }: { platform: Platform; account: AccountOn },
  post: OutgoingPost,
): Promise<PreparedPost> {
  const [problem] = checkOptions(platform, post.config);
  if (problem !== undefined) {
    throw new AppError("platform_rejected", `${problem} Nothing was posted.`);
  }
  const { origin } = account;
  const mediaIds: string[] = [];
  for (const file of post.files) mediaIds.push(await upload(context, origin, file));
  const { visibility, content_warning: warning } = post.config;
  const body = {
    status: post.caption,
    media_ids: mediaIds,
    sensitive: post.rating !== "general",
    visibility: visibility ?? "public",
    spoiler_text: warning ?? "",
  };
  const call = {
    method: "POST",
    body,
    headers: { "idempotency-key": post.idempotencyKey },
    timeoutMs: platform.sendTimeoutMs - answerMs,
  } as const;
  return {
    send: async () => {
      try {
        return readSendResult(account, await callApi(context, origin, "/v1/statuses", call));
      } catch (error) {
        return fateAfter(hostOf(origin), error);
      }
    },
  };
}

/** What the answer to a new status means. */
export function readSendResult(account: AccountOn, answer: ApiAnswer): SendResult {
  const server = hostOf(account.origin);
  const status = Status.safeParse(answer.body).data;
  if (answer.status === 200 && status !== undefined) {
    const { platformPostId, permalink, publishedAt } = platformPost(account, status);
    return { kind: "published", platformPostId, permalink, publishedAt };
  }
  if (answer.status === 401) {
    const sentence = `${server} did not accept the access token. The post was not posted.`;
    return { kind: "refused", sentence, retryAfterMs: signInAgainMs };
  }
  if (answer.status === 403 || answer.status === 413 || answer.status === 422) {
    const reason = reasonOf(answer);
    // The one refusal that passes by itself; it has no code of its own.
    const isProcessing = reason.includes("not finished processing");
    const sentence = `${server} did not take the post. ${reason}`;
    return { kind: "refused", sentence, retryAfterMs: isProcessing ? processedAgainMs : null };
  }
  if (answer.status === 429) return wantsPause(server, answer.retryAfterMs);
  return unknownFate(server);
}
