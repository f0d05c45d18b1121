import { AppError } from "@genie/errors";

/** `name` has had enough for now. */
export function tooOften(name: string, afterMs: number | null): AppError {
  return new AppError(
    "rate_limited",
    `${name} wants a pause. Nothing was changed there.`,
    afterMs === null ? {} : { retry: { afterMs } },
  );
}

/** `name` answers nothing, or nothing that helps. Of calls that may be repeated. */
export function noAnswer(name: string, cause: unknown): AppError {
  return new AppError(
    "upstream_unavailable",
    `${name} does not answer as it should. Nothing was changed there; try again in some minutes.`,
    { cause },
  );
}

/** Lets a refusal of our own through: a guarded fetch refuses with one. */
export async function reaching<Answer>(name: string, call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (cause) {
    throw cause instanceof AppError ? cause : noAnswer(name, cause);
  }
}
