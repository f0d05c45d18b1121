import type { GateRequest } from "./directus.ts";

/** The token of the Authorization header, exactly when Directus takes it from there. */
export function bearerToken({ headers }: Pick<GateRequest, "headers">): string | null {
  const [scheme, token, more] = (headers.authorization ?? "").split(" ");
  return scheme?.toLowerCase() === "bearer" && token && more === undefined ? token : null;
}
