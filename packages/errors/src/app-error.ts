export type ErrorCode =
  | "conflict"
  | "forbidden"
  | "internal"
  | "invalid_input"
  | "misconfigured"
  | "not_found"
  | "person_needed"
  | "platform_changed"
  | "platform_rejected"
  | "rate_limited"
  | "reconnect_required"
  | "unauthenticated"
  | "unopenable"
  | "upstream_unavailable";

export type Retry = "never" | "backoff" | { afterMs: number };

const defaultRetry = {
  conflict: "never",
  forbidden: "never",
  internal: "backoff",
  invalid_input: "never",
  misconfigured: "never",
  not_found: "never",
  // Somebody was asked to sign in; work that can wait for that goes on by itself then.
  person_needed: { afterMs: 120_000 },
  platform_changed: "never",
  platform_rejected: "never",
  rate_limited: "backoff",
  reconnect_required: "never",
  unauthenticated: "never",
  unopenable: "never",
  upstream_unavailable: "backoff",
} as const satisfies Record<ErrorCode, Retry>;

/**
 * The one error type that is thrown on purpose. `message` is shown to people: a sentence that says
 * what is wrong and what to do, without secrets or upstream bodies. Those go into `cause`.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly retry: Retry;

  constructor(code: ErrorCode, message: string, options: { retry?: Retry; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retry = options.retry ?? defaultRetry[code];
  }
}

/** The sentence to show for any thrown value: an `AppError`'s own, a fixed one for all else. */
export function messageForPeople(error: unknown): string {
  return error instanceof AppError
    ? error.message
    : "Something went wrong on our side. Nothing was changed; try again in a minute.";
}
