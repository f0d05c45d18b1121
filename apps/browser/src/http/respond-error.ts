import { AppError, httpStatus } from "@genie/errors";
import type { Logger } from "@genie/logger";
import type { Context } from "hono";

/** Answers with the code and the sentence. What was not thrown on purpose is logged. */
export function respondError(log: Logger, error: Error, context: Context): Response {
  const known = error instanceof AppError ? error : unexpected(log, error);
  const { code, message, retry } = known;
  if (typeof retry === "object") {
    context.header("Retry-After", String(Math.ceil(retry.afterMs / 1000)));
  }
  return context.json({ error: { code, message } }, httpStatus[code]);
}

export function respondNotFound(context: Context): Response {
  const message = "There is no such call in the browser service.";
  return context.json({ error: { code: "not_found", message } }, 404);
}

/** Playwright's messages repeat what was typed and which cookies were set, so only the place is kept. */
function unexpected(log: Logger, error: Error): AppError {
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  log.error({ name: error.name, frames: frames?.slice(0, 8) }, "request failed");
  return new AppError(
    "internal",
    "Genie's browser had a problem of its own. Check whether the step was done before you try again.",
  );
}
