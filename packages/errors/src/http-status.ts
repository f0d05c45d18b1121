import type { ErrorCode } from "./app-error.ts";

/** The HTTP status of each error code (RFC 9110). */
export const httpStatus = {
  conflict: 409,
  forbidden: 403,
  internal: 500,
  invalid_input: 400,
  misconfigured: 500,
  not_found: 404,
  person_needed: 409,
  platform_changed: 502,
  platform_rejected: 422,
  rate_limited: 429,
  reconnect_required: 409,
  unauthenticated: 401,
  unopenable: 500,
  upstream_unavailable: 503,
} as const satisfies Record<ErrorCode, number>;
