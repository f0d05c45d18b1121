import type { IncomingMessage } from "node:http";

type Target =
  | { kind: "directus"; path: string }
  | { kind: "directus-root" }
  | { kind: "mcp"; path: string }
  | { kind: "page" }
  | { kind: "refused" };

const prefix = "/api/directus";
const methods = new Set(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "SEARCH"]);

/**
 * Whose request it is. Only the origin form (RFC 9112 §3.2.1) is served: the absolute form and
 * CONNECT would make us an open proxy, `*` and TRACE have no use here.
 */
export function requestTarget(request: Pick<IncomingMessage, "method" | "url">): Target {
  const { method = "", url = "" } = request;
  if (!url.startsWith("/") || !methods.has(method)) return { kind: "refused" };
  const [path = "", ...query] = url.split("?");
  if (path === "/mcp") return { kind: "mcp", path: url };
  if (path === prefix) return { kind: "directus-root" };
  if (!path.startsWith(`${prefix}/`)) return { kind: "page" };
  const stripped = path.slice(prefix.length).replace(/^\/+/, "/");
  if (hasDotSegment(stripped)) return { kind: "refused" };
  return { kind: "directus", path: [stripped, ...query].join("?") };
}

function hasDotSegment(path: string): boolean {
  return path.split(/[/\\]|%2f|%5c/i).some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
}
