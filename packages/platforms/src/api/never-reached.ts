import { AppError } from "@genie/errors";

/** What happens before anything of a request can have arrived. */
const codes = new Set(["EAI_AGAIN", "ECONNREFUSED", "ENOTFOUND", "UND_ERR_CONNECT_TIMEOUT"]);

/** Whether what `fetch` threw says for certain that nothing of the request has arrived. */
export function wasNeverReached(error: unknown): boolean {
  // A guarded fetch refuses with one, before it connects.
  if (error instanceof AppError) return true;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && codes.has(String(cause.code));
}
