import { AppError } from "@genie/errors";
import { setTimeout as wait } from "node:timers/promises";
import type { AdapterContext, OutgoingFile } from "../adapter.ts";
import { fileForm } from "../api/read-file.ts";
import { Uploaded } from "./api-types.ts";
import { hostOf, reachApi, readAnswer } from "./call-api.ts";

const uploadMs = 5 * 60_000;
const processedWithinMs = 10 * 60_000;
const longestPauseMs = 5_000;

/** Uploads a file with its description, and waits until the server has processed it. Answers its id. */
export async function upload(
  context: AdapterContext,
  origin: string,
  file: OutgoingFile,
): Promise<string> {
  const body = await fileForm(file);
  if (file.altText !== "") body.set("description", file.altText);
  const call = { method: "POST", body, timeoutMs: uploadMs } as const;
  const answer = await reachApi(context, origin, "/v2/media", call);
  const { id } = readAnswer(origin, answer, Uploaded);
  if (answer.status === 202) await processed(context, origin, id);
  return id;
}

/** 206 says that it still goes on (docs.joinmastodon.org/methods/media#get). */
async function processed(context: AdapterContext, origin: string, id: string): Promise<void> {
  const until = performance.now() + processedWithinMs;
  for (
    let pauseMs = 250;
    performance.now() < until;
    pauseMs = Math.min(longestPauseMs, pauseMs * 2)
  ) {
    const answer = await reachApi(context, origin, `/v1/media/${encodeURIComponent(id)}`);
    if (answer.status !== 206) {
      readAnswer(origin, answer, Uploaded);
      return;
    }
    await wait(pauseMs, undefined, { signal: context.signal });
  }
  throw new AppError(
    "upstream_unavailable",
    `${hostOf(origin)} has not processed the file yet. Nothing was posted.`,
  );
}
