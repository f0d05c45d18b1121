import { verifyWebhook } from "@genie/crypto";
import { AppError, httpStatus } from "@genie/errors";
import { env } from "#env";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";
import { answerForError, jsonError } from "./json-error.ts";
import { log } from "./log.ts";
import { parseJson, readBody } from "./read-json.ts";

type Route = (request: Request) => Promise<Response>;
type Handler = (body: unknown, request: Request) => Promise<Response>;

const guardedRoutes = new WeakMap<Route, "browser" | "webhook">();
const toleranceMs = 5 * 60 * 1000;

/** How a route handler is guarded; undefined for one that is not. */
export function guardOf(route: Route): "browser" | "webhook" | undefined {
  return guardedRoutes.get(route);
}

/**
 * Every write that a browser makes goes through this: same origin by Sec-Fetch-Site (where the
 * browser sends it) and by Origin, and a content type that no HTML form can send.
 */
export function browserRoute(handler: Handler, { maxBytes }: { maxBytes?: number } = {}): Route {
  return guarded("browser", handler, refuseOthers, maxBytes);
}

function refuseOthers(request: Request): Response | undefined {
  const { requests } = messagesFor(defaultLocale);
  const site = request.headers.get("sec-fetch-site");
  const isOurs =
    request.headers.get("origin") === env().DASHBOARD_URL &&
    (site === null || site === "same-origin");
  if (!isOurs) return jsonError({ code: "forbidden", message: requests.wrongOrigin });
  if (!isJson(request)) {
    return jsonError({ code: "invalid_input", message: requests.notJson }, { status: 415 });
  }
  return undefined;
}

/** A webhook from our own CMS, authenticated by its HMAC; a replay within 5 minutes passes. */
export function webhookRoute(handler: Handler): Route {
  return guarded("webhook", handler, (request, body) => {
    const timestamp = request.headers.get("x-genie-timestamp") ?? "";
    const signature = request.headers.get("x-genie-signature") ?? "";
    const isGenuine = verifyWebhook(
      env().RBAC_SYNC_SECRET,
      { body, timestamp, signature },
      { now: Date.now(), toleranceMs },
    );
    const { requests } = messagesFor(defaultLocale);
    return isGenuine
      ? undefined
      : jsonError({ code: "unauthenticated", message: requests.badSignature });
  });
}

function guarded(
  kind: "browser" | "webhook",
  handler: Handler,
  refuse: (request: Request, body: string) => Response | undefined,
  maxBytes?: number,
): Route {
  const route: Route = async (request) => {
    try {
      const body = await readBody(request, maxBytes);
      return refuse(request, body) ?? (await handler(parseJson(body), request));
    } catch (err) {
      if (!(err instanceof AppError) || httpStatus[err.code] >= 500)
        log.error({ err }, "request failed");
      return answerForError(err);
    }
  };
  guardedRoutes.set(route, kind);
  return route;
}

function isJson(request: Request): boolean {
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  return type.trim().toLowerCase() === "application/json";
}
