import type { IncomingMessage } from "node:http";
import { requestTarget } from "./request-target.ts";

/** Which part of the dashboard's server a request is for, one of a few words: nothing of its address. */
export function routePattern(request: Pick<IncomingMessage, "method" | "url">): string {
  const { kind } = requestTarget(request);
  switch (kind) {
    case "directus":
    case "directus-root":
      return "/api/directus/*";
    case "mcp":
      return "/mcp";
    case "refused":
      return "refused";
    case "page":
      break;
  }
  return pageKind(request.url ?? "");
}

function pageKind(url: string): string {
  if (url.startsWith("/_next/")) return "/_next/*";
  return url.startsWith("/api/") ? "/api/*" : "pages";
}
