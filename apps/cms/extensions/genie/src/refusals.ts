import { createError } from "@directus/errors";

type Code =
  | "CONFLICT"
  | "CONTENT_TOO_LARGE"
  | "EMAIL_UNCONFIRMED"
  | "FORBIDDEN"
  | "INSUFFICIENT_STORAGE"
  | "INVALID_CREDENTIALS"
  | "INVALID_OTP"
  | "INVALID_PAYLOAD"
  | "LETTER_NOT_SENT"
  | "LINK_OVER"
  | "LOCKED"
  | "NO_MAIL"
  | "NOT_FOUND"
  | "RECORD_NOT_UNIQUE"
  | "REQUESTS_EXCEEDED"
  | "SERVICE_UNAVAILABLE"
  | "WEAK_PASSWORD"
  | "WRONG_PASSWORD";

const status = {
  CONFLICT: 409,
  CONTENT_TOO_LARGE: 413,
  EMAIL_UNCONFIRMED: 403,
  FORBIDDEN: 403,
  INSUFFICIENT_STORAGE: 507,
  INVALID_CREDENTIALS: 401,
  INVALID_OTP: 401,
  INVALID_PAYLOAD: 400,
  LETTER_NOT_SENT: 503,
  LINK_OVER: 400,
  LOCKED: 423,
  NO_MAIL: 503,
  NOT_FOUND: 404,
  RECORD_NOT_UNIQUE: 400,
  REQUESTS_EXCEEDED: 429,
  SERVICE_UNAVAILABLE: 503,
  WEAK_PASSWORD: 400,
  WRONG_PASSWORD: 400,
} as const satisfies Record<Code, number>;

/** What a refusal is about, by its id, where one request holds several: for programs. */
type Subject = { account?: string };

/** An error that Directus answers with our sentence and the status of `code`. */
export function refusal(code: Code, sentence: string, subject: Subject = {}): Error {
  const Refusal = createError<Subject>(code, sentence, status[code]);
  return new Refusal(subject);
}

/** Whether Directus, or we, threw it with this code. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

/** Too many wrong passwords or one-time codes for an account; the next one is looked at in `waitMs`. */
export function tooManyGuesses(what: "code" | "password", waitMs: number): Error {
  return refusal(
    "REQUESTS_EXCEEDED",
    `The ${what} of this account was wrong too often. Nothing was changed; try again in ${inMinutes(waitMs)}. If that was not you, log out your other devices in Settings, Security.`,
  );
}

/** Too many wrong log-ins of an account; said alike of one that is not there. */
export function tooManyLogIns(waitMs: number): Error {
  return refusal(
    "REQUESTS_EXCEEDED",
    `This account was given too many wrong passwords or codes. Nothing was changed; try again in ${inMinutes(waitMs)}. If you don't know the password any more, choose "Forgot your password?" on the log-in page.`,
  );
}

function inMinutes(waitMs: number): string {
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  return `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
}

/** Too many requests; the caller may try again in `seconds`. */
export function tooMany(seconds: number): Error {
  const TooMany = createError(
    "REQUESTS_EXCEEDED",
    `Too many requests. Nothing was lost; try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
    429,
  );
  return new TooMany();
}
