import type { SendResult } from "../adapter.ts";
import { wasNeverReached } from "./never-reached.ts";

/** Before the caller gives up, so that he hears what there is to say. */
export const answerMs = 500;
/** For signing in anew. */
export const signInAgainMs = 1_000;
/** For a platform where nobody listens. */
export const listensAgainMs = 15_000;

const pauseUnsaidMs = 60_000;

/** `name` had enough for now, and had no effect. */
export const wantsPause = (name: string, afterMs: number | null): SendResult => ({
  kind: "refused",
  sentence: `${name} wants a pause. The post was not posted.`,
  retryAfterMs: afterMs ?? pauseUnsaidMs,
  holdsAccount: true,
});

/** `name` may have taken the post. */
export const unknownFate = (name: string): SendResult => ({
  kind: "unknown",
  sentence: `${name} did not say whether it took the post.`,
});

/** What it means that sending threw: for certain nothing arrived, or nobody knows. */
export function fateAfter(name: string, error: unknown): SendResult {
  if (!wasNeverReached(error)) return unknownFate(name);
  const sentence = `${name} can't be reached. The post was not posted.`;
  return { kind: "refused", sentence, retryAfterMs: listensAgainMs };
}
