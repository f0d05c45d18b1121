const timeoutMs = 20_000;
const fileTimeoutMs = 5 * 60_000;

/** Gives a call to Directus up after a while; one that carries a file has longer. */
export const directusFetch: typeof globalThis.fetch = (input, init) => {
  const address = input instanceof Request ? input.url : input.toString();
  const isFile = init?.body instanceof FormData || address.includes("/assets/");
  return fetch(input, {
    ...init,
    signal: AbortSignal.timeout(isFile ? fileTimeoutMs : timeoutMs),
  });
};
