import type { Payload } from "../directus.ts";

const claim = "issued_ms";

/** Tokens say to the millisecond when they were issued; JWT itself knows seconds (RFC 7519, 4.1.6). */
export const noteIssue = (claims: Payload): Payload => ({ ...claims, [claim]: Date.now() });

/** When a token of Directus was issued. Its signature has been checked before. */
export function issuedAt(token: string): number {
  const [, body = ""] = token.split(".");
  const claims: Payload = JSON.parse(Buffer.from(body, "base64url").toString("utf8"));
  const { [claim]: exact, iat } = claims;
  if (typeof exact === "number") return exact;
  return typeof iat === "number" ? iat * 1000 : 0;
}
