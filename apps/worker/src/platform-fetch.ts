import { inSpan } from "@genie/telemetry";

/** `fetch` for platforms: a span each, with the host alone. The platform is told nothing of it. */
export const platformFetch =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  (input, init) => {
    const { hostname } = new URL(input instanceof Request ? input.url : input);
    const attributes = { "server.address": hostname };
    return inSpan("call a platform", { kind: "client", attributes }, () => fetch(input, init));
  };
