import { AppError } from "@genie/errors";
import type { AdapterContext, PostMedia } from "./adapter.ts";

const answersWithinMs = 5 * 60_000;

/** A file of a post; they are for everybody to read, and servers keep them where they like, so no token is sent along. */
export async function openMedia(
  { fetch, signal }: AdapterContext,
  { url }: PostMedia,
): Promise<ReadableStream<Uint8Array>> {
  const withinTime = AbortSignal.any([signal, AbortSignal.timeout(answersWithinMs)]);
  const answer = await fetch(url, { signal: withinTime }).catch((cause: unknown) => {
    throw cause instanceof AppError ? cause : notGiven(cause);
  });
  if (!answer.ok || answer.body === null) throw notGiven(answer.status);
  return answer.body;
}

function notGiven(cause: unknown): AppError {
  return new AppError(
    "upstream_unavailable",
    "The account's server did not give a file of a post. It was left out; it is tried again at the next reading.",
    { cause },
  );
}
