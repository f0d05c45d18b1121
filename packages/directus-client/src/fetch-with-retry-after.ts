type Fetch = typeof globalThis.fetch;

/** The delay of a Retry-After header (seconds or an HTTP date, RFC 9110 §10.2.3). */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * A fetch that repeats a request once after 429, when the server names a delay that a person would
 * wait for. A request refused with 429 was not carried out, so repeating it is safe for any method.
 */
export function fetchWithRetryAfter(options: {
  fetch: Fetch;
  maxWaitMs: number;
  wait: (ms: number) => Promise<void>;
}): Fetch {
  return async (input, init) => {
    const response = await options.fetch(input, init);
    if (response.status !== 429) return response;
    const delayMs = retryAfterMs(response.headers.get("retry-after"), Date.now());
    if (delayMs === undefined || delayMs > options.maxWaitMs) return response;
    await response.body?.cancel();
    await options.wait(delayMs);
    return options.fetch(input, init);
  };
}
