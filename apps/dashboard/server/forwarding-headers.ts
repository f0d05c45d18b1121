import type { IncomingMessage } from "node:http";

const spoofable =
  /^(?:forwarded|via|traceparent|tracestate|baggage|x-request-id|x-forwarded(?:-.*)?|x-genie-.*|x-(?:real|client|cluster-client|original-forwarded|envoy-external)[-a-z]*|x-original-.*|x-rewrite-.*|x-proxyuser-ip|cf-.*|true-client-ip|fastly-client-ip|fly-client-ip)$/;

// The signed webhook's own headers: /api/rbacSync trusts the HMAC, not their presence.
const signed = new Set(["x-genie-signature", "x-genie-timestamp"]);

/** True for a request header by which a client could claim an address, host, scheme or trust. */
export function isSpoofable(header: string): boolean {
  const name = header.toLowerCase();
  return spoofable.test(name) && !signed.has(name);
}

/** Deletes what the client claims about itself and writes what we know. */
export function replaceForwardingHeaders(
  request: IncomingMessage,
  known: { address: string; publicOrigin: string },
): void {
  const { host, protocol } = new URL(known.publicOrigin);
  for (const name of Object.keys(request.headers)) {
    if (isSpoofable(name)) delete request.headers[name];
  }
  Object.assign(request.headers, {
    host,
    "x-forwarded-for": known.address,
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
  });
}
