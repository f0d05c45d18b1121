import { AppError } from "@genie/errors";

/** A problem that the operator can put right: every sentence says what is wrong and what to do. */
export function misconfigured(...sentences: string[]): AppError {
  return new AppError("misconfigured", sentences.join("\n"));
}

/** True for an error of the system with one of these codes (ENOENT, EACCES, …). */
export function isSystemError(error: unknown, ...codes: string[]): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
