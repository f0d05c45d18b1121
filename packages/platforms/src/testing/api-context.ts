import type { OpenContext } from "./platform-under-test.ts";

/** The context of an account on a platform that is reached by its API, where a browser is a mistake. */
export const apiContext = (
  fetch: typeof globalThis.fetch,
  username: string,
  signal = new AbortController().signal,
): OpenContext => ({
  username,
  signal,
  cookies: [],
  fetch,
  openPage: () => Promise.reject(new Error("A browser was asked for.")),
  close: async () => {},
});
