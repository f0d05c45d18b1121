import { AppError, type ErrorCode, httpStatus, messageForPeople } from "@genie/errors";

export type ErrorBody = { error: { code: ErrorCode; message: string; field?: string } };

/** Our handlers' way to say no; `field` names the form field that the sentence belongs to. */
export function jsonError(
  error: ErrorBody["error"],
  options: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return Response.json({ error } satisfies ErrorBody, {
    status: options.status ?? httpStatus[error.code],
    headers: { "cache-control": "no-store", ...options.headers },
  });
}

/** Any thrown value as an answer. What it was is for the log, not for the caller. */
export function answerForError(error: unknown): Response {
  const code = error instanceof AppError ? error.code : "internal";
  const retry = error instanceof AppError ? error.retry : "never";
  return jsonError(
    { code, message: messageForPeople(error) },
    typeof retry === "object"
      ? { headers: { "retry-after": String(Math.ceil(retry.afterMs / 1000)) } }
      : {},
  );
}
