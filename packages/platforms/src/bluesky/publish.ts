import { type AppBskyFeedPost, XRPCError } from "@atproto/api";
import { AppError } from "@genie/errors";
import type {
  AdapterContext,
  OutgoingFile,
  OutgoingPost,
  PreparedPost,
  SendResult,
} from "../adapter.ts";
import { readFile } from "../api/read-file.ts";
import {
  answerMs,
  fateAfter,
  signInAgainMs,
  unknownFate,
  wantsPause,
} from "../api/send-results.ts";
import { blueskyPlatform } from "./platform.ts";
import { postRecord, type UploadedFile } from "./post-record.ts";
import { collection, permalinkOf, readPost, repoOf } from "./posts.ts";
import { recordKey } from "./record-key.ts";
import { ask, pauseMs, saidBy, type Server, serverOf, troubleOf } from "./server.ts";

const uploadMs = 5 * 60_000;

/** Uploads the files and makes the record. Nothing is published by that. */
export async function preparePost(
  context: AdapterContext,
  entry: string,
  post: OutgoingPost,
): Promise<PreparedPost> {
  if (post.files.length > 1 && post.files.some(({ kind }) => kind === "video")) {
    throw new AppError(
      "platform_rejected",
      "Bluesky takes pictures or a single video in one post. Nothing was posted; remove the others.",
    );
  }
  const uploading = serverOf(context, { entry, timeoutMs: uploadMs });
  const files: UploadedFile[] = [];
  for (const file of post.files) files.push({ file, blob: await upload(uploading, file) });
  const record = await postRecord(serverOf(context, { entry }), post, files);
  const rkey = recordKey(post.dueAt, post.idempotencyKey);
  const timeoutMs = blueskyPlatform.sendTimeoutMs - answerMs;
  return { send: () => send(context, serverOf(context, { entry, timeoutMs }), { rkey, record }) };
}

async function upload({ agent }: Server, file: OutgoingFile) {
  const bytes = await readFile(file);
  const { blob } = await ask(() =>
    agent.com.atproto.repo.uploadBlob(bytes, { encoding: file.mime }),
  );
  return blob;
}

type Outgoing = { rkey: string; record: AppBskyFeedPost.Record };

/**
 * Puts the record where there is none: of all calls the one that tells, when there is one already, that
 * from a failure (createRecord answers 500 then).
 */
async function send(
  context: AdapterContext,
  server: Server,
  { rkey, record }: Outgoing,
): Promise<SendResult> {
  const repo = repoOf(context, server);
  try {
    await server.agent.com.atproto.repo.putRecord({
      repo,
      collection,
      rkey,
      record,
      swapRecord: null,
    });
    return published(repo, rkey);
  } catch (error) {
    const isThere = error instanceof XRPCError && error.error === "InvalidSwap";
    return isThere ? readWhatIsThere(context, server, { rkey, record }) : readRefusal(error);
  }
}

/** At the place of this post there is one: ours, or somebody else's of the same key. */
async function readWhatIsThere(
  context: AdapterContext,
  server: Server,
  { rkey, record }: Outgoing,
): Promise<SendResult> {
  try {
    const there = await readPost(context, server, rkey);
    if (there?.text === record.text) return published(repoOf(context, server), rkey);
    const sentence =
      "On Bluesky another post of the account has the place of this one. It was not posted; schedule it for another minute.";
    return there === null ? unknown : { kind: "refused", sentence, retryAfterMs: null };
  } catch {
    return unknown;
  }
}

const published = (repo: string, rkey: string): SendResult => ({
  kind: "published",
  platformPostId: rkey,
  permalink: permalinkOf(repo, rkey),
  publishedAt: null,
});

const { name } = blueskyPlatform;
const unknown = unknownFate(name);

/** What it means that a record was not taken, or that nobody said so. */
function readRefusal(error: unknown): SendResult {
  switch (troubleOf(error)) {
    case "session_ended": {
      const sentence = "The session on Bluesky ended before the post was sent. It was not posted.";
      return { kind: "refused", sentence, retryAfterMs: signInAgainMs };
    }
    case "too_often":
      return wantsPause(name, pauseMs(error));
    case "rejected":
    case "too_large": {
      const sentence = `Bluesky did not take the post. It says: ${saidBy(error)}`;
      return { kind: "refused", sentence, retryAfterMs: null };
    }
    case "no_answer":
      return fateAfter(name, error instanceof Error ? error.cause : undefined);
    case "changed":
    default:
      return unknown;
  }
}
