import { createDirectus, rest, type RestCommand, staticToken } from "@directus/sdk";
import type { DirectusSchema } from "@genie/schema";
import { fetchWithRetryAfter } from "./fetch-with-retry-after.ts";
import { translateError } from "./translate-error.ts";

/** What the functions of this package take as their first argument. */
export type DirectusClient = {
  send: <Output>(command: RestCommand<Output, DirectusSchema>) => Promise<Output>;
};

export type DirectusClientOptions = {
  /** Where Directus answers, for example http://127.0.0.1:8055 or <origin>/api/directus. */
  url: string;
  /** A bearer token: an API token, a service token or a session's JWT. */
  token?: string;
  /** "include" in a browser, where the session is an httpOnly cookie. */
  credentials?: NonNullable<RequestInit["credentials"]>;
  headers?: Record<string, string>;
  fetch?: typeof globalThis.fetch;
};

const maxWaitMs = 5_000;

/**
 * A client for the functions of this package. They throw `AppError`: `unauthenticated`,
 * `forbidden`, `not_found`, `invalid_input`, `conflict`, `rate_limited` (with the delay, after one
 * wait of at most 5 s), `upstream_unavailable` or `internal`.
 */
export function createDirectusClient(options: DirectusClientOptions): DirectusClient {
  const fetch = fetchWithRetryAfter({
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    maxWaitMs,
    wait: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
  });
  const directus = createDirectus<DirectusSchema>(options.url, { globals: { fetch } });
  const restOptions = {
    ...(options.credentials && { credentials: options.credentials }),
    onRequest: (init: RequestInit): RequestInit => ({
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), ...options.headers },
    }),
  };
  const client =
    options.token === undefined
      ? directus.with(rest(restOptions))
      : directus.with(staticToken(options.token)).with(rest(restOptions));
  return {
    send: async (command) => {
      try {
        const answer = await client.request(command);
        // The SDK takes one that is neither JSON nor text for done, a proxy's 502 without a body too.
        if (answer instanceof Response && !answer.ok) {
          throw Object.assign(new Error("not an answer of Directus"), { response: answer });
        }
        return answer;
      } catch (error) {
        throw translateError(error);
      }
    },
  };
}
