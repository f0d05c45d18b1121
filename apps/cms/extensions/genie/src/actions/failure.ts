import { createError, type DirectusError, isDirectusError } from "@directus/errors";
import { brokeOff } from "@genie/actions";
import { AppError, type ErrorCode, httpStatus, messageForPeople } from "@genie/errors";
import type { ActionStep } from "@genie/schema";
import { explainDatabaseError } from "../explain-errors/explain-database-error.ts";

/** What a run that failed says besides, for programs. */
export type FailedRun = { steps?: ActionStep[]; audit_id?: string };

/** A failure as Directus answers it, with a sentence for people. */
export function failureOf(failure: unknown, more?: FailedRun): DirectusError<FailedRun> {
  const error = explainDatabaseError(failure);
  if (isDirectusError<FailedRun>(error) && more === undefined) return error;
  const [code, status] = isDirectusError(error)
    ? [error.code, error.status]
    : error instanceof AppError
      ? directus[error.code]
      : directus.internal;
  const sentence = isDirectusError(error) ? error.message : messageForPeople(error);
  const Failure = createError<FailedRun>(code, sentence, status);
  return new Failure(more ?? {}, { cause: failure });
}

/**
 * A failure of Directus in a step, as packages know failures. A value that a column's type does not have is the
 * caller's slip, whatever the database calls it.
 */
export function asAppError(failure: unknown): AppError {
  // What is wrong with a row, Directus throws all at once.
  if (Array.isArray(failure)) {
    const [first, ...others] = failure.map(asAppError);
    const sentence = [first, ...others].map((one) => one?.message).join(" ");
    return new AppError(first?.code ?? "internal", sentence, { cause: failure });
  }
  const error = explainDatabaseError(failure);
  if (error instanceof AppError) return error;
  if (isDirectusError(error)) {
    return new AppError(codeOf.get(error.code) ?? byStatus(error.status), error.message, {
      cause: error,
    });
  }
  if (isUnfitForTheDatabase(error)) {
    return new AppError(
      "invalid_input",
      "A value here does not fit its field, or a filter can't be asked of it. Nothing was changed; check the kinds of the fields.",
      { cause: error },
    );
  }
  return brokeOff(error);
}

const directus = {
  conflict: ["CONFLICT", 409],
  forbidden: ["FORBIDDEN", 403],
  internal: ["INTERNAL_SERVER_ERROR", 500],
  invalid_input: ["INVALID_PAYLOAD", 400],
  // What an installation lacks is no fault of the server's.
  misconfigured: ["SERVICE_UNAVAILABLE", 503],
  not_found: ["NOT_FOUND", 404],
  person_needed: ["CONFLICT", httpStatus.person_needed],
  platform_changed: ["PLATFORM_CHANGED", httpStatus.platform_changed],
  platform_rejected: ["PLATFORM_REJECTED", httpStatus.platform_rejected],
  rate_limited: ["REQUESTS_EXCEEDED", 429],
  reconnect_required: ["CONFLICT", httpStatus.reconnect_required],
  unauthenticated: ["INVALID_CREDENTIALS", 401],
  unopenable: ["UNOPENABLE", httpStatus.unopenable],
  upstream_unavailable: ["SERVICE_UNAVAILABLE", 503],
} as const satisfies Record<ErrorCode, readonly [string, number]>;

const codeOf: ReadonlyMap<string, ErrorCode> = new Map([
  ["CONFLICT", "conflict"],
  ["FORBIDDEN", "forbidden"],
  ["NOT_FOUND", "not_found"],
  ["INVALID_CREDENTIALS", "unauthenticated"],
  ["REQUESTS_EXCEEDED", "rate_limited"],
  ["SERVICE_UNAVAILABLE", "upstream_unavailable"],
]);

const byStatus = (status: number): ErrorCode => (status < 500 ? "invalid_input" : "internal");

/** PostgreSQL's class 22 (data exceptions), and 42 for what a query asks of a type that lacks it. */
function isUnfitForTheDatabase(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^(22|42)[0-9A-Z]{3}$/.test(code);
}
