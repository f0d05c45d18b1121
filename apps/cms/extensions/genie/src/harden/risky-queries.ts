import { callerOf } from "../caller.ts";
import type { GateRequest, Handler } from "../directus.ts";
import { refusal } from "../refusals.ts";

const answer = "Name the rows by their ids. Nothing was changed.";

/**
 * Refuses queries that reach around the row rules: `PATCH` and `DELETE` by query select rows
 * without any rule and so answer questions about other people's; `alias` and `deep` evade the
 * depth limit; a token in an address ends up in logs.
 */
export function refuseRiskyQueries(): Handler {
  return (request, _response, next) => {
    if ("access_token" in request.query) {
      return next(
        refusal(
          "INVALID_CREDENTIALS",
          "Send the token in the Authorization header, not in the address.",
        ),
      );
    }
    if (request.accountability && callerOf(request.accountability) === "admin") return next();
    if (changesByQuery(request)) return next(refusal("FORBIDDEN", answer));
    if (usesRiskyParameter(request.query) || usesRiskyParameter(searchBody(request))) {
      return next(refusal("FORBIDDEN", "alias and deep are not available here."));
    }
    return next();
  };
}

/** Only whole collections are changed by query; in one row, `query` is a field like any other. */
function changesByQuery({ method, path, body }: GateRequest): boolean {
  const [first, ...more] = path.split("/").filter((part) => part !== "");
  const isCollection = more.length === (first?.toLowerCase() === "items" ? 1 : 0);
  const changes = method === "PATCH" || method === "DELETE";
  return changes && isCollection && isObject(body) && "query" in body;
}

function searchBody({ method, body }: GateRequest): unknown {
  return method === "SEARCH" && isObject(body) ? body["query"] : undefined;
}

const usesRiskyParameter = (query: unknown) =>
  isObject(query) && ("alias" in query || "deep" in query);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
