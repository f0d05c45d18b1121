import type { IncomingMessage } from "node:http";

/** The pattern of an address of this service; nothing of a session or an account is in it. */
export function routeOf({ url = "" }: IncomingMessage): string {
  const [path = ""] = url.split("?");
  const [, folder, , step] = path.split("/");
  if (folder === "sessions" && /^[a-z_]{0,30}$/.test(step ?? "")) {
    return ["/sessions", path.split("/").length > 2 && ":id", step].filter(Boolean).join("/");
  }
  return folder === "profiles" ? "/profiles" : "other";
}
