import type { IncomingMessage } from "node:http";

type Routed = IncomingMessage & { baseUrl?: string; route?: { path?: unknown } };

/**
 * The pattern of the route that answered, such as `/items/:collection`. Express knows it when the answer is out; what
 * no route took is `other`.
 */
export function routeOf(request: IncomingMessage): string {
  const { baseUrl = "", route } = request as Routed;
  if (typeof route?.path !== "string") return "other";
  const pattern = `${baseUrl}${route.path}`.replace(/(?<=.)\/$/, "");
  return /^[a-z/:_.*()?-]{1,80}$/i.test(pattern) ? pattern : "other";
}
