import { AppError, type ErrorCode } from "@genie/errors";
import { retryAfterMs } from "./fetch-with-retry-after.ts";

type Refusal = { code: string; message: string; account: string | null };
type DirectusFailure = { status: number; retryAfter: string | null; refusals: Refusal[] };

const sentences = {
  conflict: "There is already an entry with these values. Change the one that has to be unique.",
  forbidden: "You don't have access to this. Nothing was changed.",
  invalid_input: "The data service did not accept these values. Nothing was changed.",
  internal:
    "The data service had a problem. Check whether your change arrived before you try again.",
  not_found: "This does not exist any more. Reload the page.",
  rate_limited: "Too many requests in a short time. Nothing was changed; wait a moment.",
  unauthenticated: "Your session has ended. Log in again; nothing was changed.",
  upstream_unavailable: "The data service is not answering. Try again in a minute.",
} as const satisfies Partial<Record<ErrorCode, string>>;

type Translated = keyof typeof sentences;

const byStatus: Record<number, Translated> = {
  400: "invalid_input",
  401: "unauthenticated",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  413: "invalid_input",
  415: "invalid_input",
  422: "invalid_input",
  429: "rate_limited",
  502: "upstream_unavailable",
  503: "upstream_unavailable",
  504: "upstream_unavailable",
  507: "upstream_unavailable",
};

// Directus' stock messages name tables and fields; a hook of ours writes a sentence for people.
const stock =
  /^(?:You don't have permission|Invalid (?:user credentials|token|payload|query|foreign key|provider)|Token expired|Value |Too many requests, |An unexpected error|Validation failed|Route |Service ")/;

/** Turns whatever the SDK threw into an `AppError`; an `AppError` passes unchanged. */
export function translateError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const failure = asFailure(error);
  if (failure === undefined) {
    return new AppError("upstream_unavailable", sentences.upstream_unavailable, { cause: error });
  }
  const code = codeOf(failure);
  const delayMs = retryAfterMs(failure.retryAfter, Date.now());
  return new AppError(code, sentenceOf(failure, code), {
    cause: failure,
    ...(code === "rate_limited" && delayMs !== undefined && { retry: { afterMs: delayMs } }),
  });
}

/** Whether Directus gave this code (`INVALID_OTP`, …) as the reason of a translated error. */
export function hasDirectusCode(error: unknown, code: string): boolean {
  if (!(error instanceof AppError)) return false;
  const { cause } = error;
  return isFailure(cause) && cause.refusals.some((refusal) => refusal.code === code);
}

/** The id of the account whose post the gate refused with a translated error; null when it does not say. */
export function refusedAccount(error: unknown): string | null {
  if (!(error instanceof AppError)) return null;
  const { cause } = error;
  return isFailure(cause) ? (cause.refusals[0]?.account ?? null) : null;
}

/** Whether a translated error says that a unique value is taken. */
export function isConflict(error: unknown): boolean {
  return error instanceof AppError && error.code === "conflict";
}

function codeOf(failure: DirectusFailure): Translated {
  if (failure.refusals.some(({ code }) => code === "RECORD_NOT_UNIQUE")) return "conflict";
  return byStatus[failure.status] ?? (failure.status < 500 ? "invalid_input" : "internal");
}

function sentenceOf(failure: DirectusFailure, code: Translated): string {
  const message = failure.refusals[0]?.message ?? "";
  return message === "" || stock.test(message) || code === "internal" ? sentences[code] : message;
}

function asFailure(error: unknown): DirectusFailure | undefined {
  if (!isRecord(error) || !(error["response"] instanceof Response)) return undefined;
  const { response } = error;
  const errors: unknown[] = Array.isArray(error["errors"]) ? error["errors"] : [];
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    refusals: errors.filter(isRecord).map(asRefusal),
  };
}

function asRefusal(error: Record<string, unknown>): Refusal {
  const { message, extensions } = error;
  const { code, account } = isRecord(extensions) ? extensions : {};
  return {
    code: typeof code === "string" ? code : "",
    message: typeof message === "string" ? message : "",
    account: typeof account === "string" ? account : null,
  };
}

function isFailure(value: unknown): value is DirectusFailure {
  return isRecord(value) && Array.isArray(value["refusals"]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
