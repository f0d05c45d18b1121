import { AppError } from "@genie/errors";
import type { ClaimRef, IntentAnswer } from "@genie/schema";
import type { Lease } from "./keep-lease.ts";
import type { PublishingRecords } from "./publishing-records.ts";

type GoAhead = Exclude<IntentAnswer, { kind: "send" }> | { kind: "send"; leftMs: number };

/** Whether to send now. With `send` it is written down that the request goes out, within `leftMs`. */
export async function askToSend(
  publishing: Pick<PublishingRecords, "intend">,
  ref: ClaimRef,
  lease: Lease,
  signal: AbortSignal,
): Promise<GoAhead> {
  await lease.ensureFresh();
  signal.throwIfAborted();
  const askedAt = performance.now();
  const answer = await publishing.intend(ref);
  if (answer.kind !== "send") return answer;
  signal.throwIfAborted();
  const leftMs = answer.send_within_ms - (performance.now() - askedAt);
  if (leftMs > answer.send_within_ms / 2) return { kind: "send", leftMs };
  // The process stood still; by now somebody else may look after the post.
  throw new AppError("internal", "The post was not sent in its time. Nothing was posted.");
}
