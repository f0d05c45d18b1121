import { AppError } from "@genie/errors";
import { APICallError } from "ai";

const mostRetryAfterSeconds = 24 * 60 * 60;

/** What a status means that is no answer. The body stays unread in it: it may repeat the request. */
export async function explainRefusal(answer: Response, model: string): Promise<AppError> {
  await answer.body?.cancel();
  const { status, headers } = answer;
  if (status === 401 || status === 403) {
    return new AppError(
      "misconfigured",
      "The language model does not accept the key. Nothing was done; correct LLM_API_KEY.",
    );
  }
  if (status === 404) {
    return new AppError(
      "misconfigured",
      `There is no language model "${model}" at this address. Nothing was done; correct LLM_MODEL and LLM_BASE_URL.`,
    );
  }
  if (status === 429) {
    const afterMs = readRetryAfter(headers.get("retry-after"), Date.now());
    return new AppError(
      "rate_limited",
      "The language model wants a pause. Nothing was done; it is tried again afterwards.",
      afterMs === null ? {} : { retry: { afterMs } },
    );
  }
  return status >= 500
    ? new AppError(
        "upstream_unavailable",
        `The language model has a problem of its own (${status}). Nothing was done; try again in some minutes.`,
      )
    : new AppError(
        "misconfigured",
        `The language model did not take the request (${status}). Nothing was done; choose a model that calls tools and answers in JSON of a given schema.`,
      );
}

/** What it means that a call of the AI SDK threw, as a sentence. Keeps nothing of what was asked. */
export function explainModelError(
  error: unknown,
  { slow, stopped }: { slow: boolean; stopped: boolean },
): AppError {
  if (error instanceof AppError) return error;
  if (stopped) return unavailable("The language model was stopped before it answered.");
  if (slow) {
    return unavailable(
      "The language model did not answer in time. Nothing was done; try again, or choose a faster one.",
    );
  }
  return isUnreachable(error)
    ? unavailable(
        "The language model can't be reached. Nothing was done; start it, or correct LLM_BASE_URL.",
      )
    : unusable();
}

const unavailable = (sentence: string) => new AppError("upstream_unavailable", sentence);

export function unusable(): AppError {
  return unavailable(
    "The language model gave an answer that can't be used. Nothing was done with it; try again, or choose another model.",
  );
}

/** `fetch` throws a TypeError for all that goes wrong on the way; the SDK wraps some of them. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  if (!APICallError.isInstance(error)) return false;
  return error.statusCode === undefined || error.cause instanceof TypeError;
}

/** Retry-After (RFC 9110, 10.2.3) in milliseconds from `now` on; null for none that can be read. */
function readRetryAfter(text: string | null, now: number): number | null {
  if (text === null) return null;
  const seconds = /^\d+$/.test(text.trim())
    ? Number(text)
    : Math.ceil((Date.parse(text) - now) / 1000);
  if (Number.isNaN(seconds)) return null;
  return Math.min(Math.max(0, seconds), mostRetryAfterSeconds) * 1000;
}
