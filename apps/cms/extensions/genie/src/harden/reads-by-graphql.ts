import type { GateRequest } from "../directus.ts";

/**
 * Whether a request only reads by GraphQL, as the panel does for its dashboards. The words that begin
 * a change can't be written in another way; a text that merely holds one is refused too.
 */
export function readsByGraphql({ method, body }: Pick<GateRequest, "body" | "method">): boolean {
  const query: unknown = body?.query;
  return (
    method === "POST" && typeof query === "string" && !/\b(mutation|subscription)\b/i.test(query)
  );
}
