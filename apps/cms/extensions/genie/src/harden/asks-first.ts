import { asksFirst } from "../caller.ts";
import type { GateRequest, Handler } from "../directus.ts";
import { refusal } from "../refusals.ts";

const reads = new Set(["GET", "HEAD", "OPTIONS", "SEARCH"]);

/** Routes that change nothing, and take what they look for in a body. */
const asks =
  /^\/(library\/(entries|facets|similar|outings)|rules\/(check|waiting)|taxonomy\/(insights|status))\/?$/i;

/**
 * A token whose person confirms what it does changes nothing by itself: all of it goes through actions,
 * where the brakes are. Starting a flow of Directus is a change, whatever the method.
 */
export function keepAskersToActions(): Handler {
  return (request, _response, next) => {
    if (!asksFirst(request.accountability) || isAllowed(request)) return next();
    return next(
      refusal(
        "FORBIDDEN",
        "This token asks first, so it changes nothing by itself. Nothing was done. Send the change to /actions/tools/<tool> or an action to /actions/<slug>, and its person confirms it where that is due.",
      ),
    );
  };
}

function isAllowed({ method, path }: Pick<GateRequest, "method" | "path">): boolean {
  if (/^\/flows\/trigger(\/|$)/i.test(path)) return false;
  if (reads.has(method)) return true;
  return method === "POST" && (/^\/actions\/./i.test(path) || asks.test(path));
}
