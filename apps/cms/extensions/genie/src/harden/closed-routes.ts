import { callerOf, isProgram } from "../caller.ts";
import type { GateRequest, Handler } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { readsByGraphql } from "./reads-by-graphql.ts";

type Route = { path: RegExp; methods?: readonly string[]; sentence: string };

const closedToAll: readonly Route[] = [
  { path: /^\/(mcp|ai|deployments)(\/|$)/i, sentence: "This part of Directus is off." },
  {
    path: /^\/extensions(\/|$)/i,
    methods: ["POST", "PATCH", "DELETE"],
    sentence: "Extensions come with the release; the gate can't be switched off or added to here.",
  },
];

/** Passwords and addresses go by letters of ours, under /account. */
const ownLetters: Route = {
  path: /^\/(auth\/password|users\/(invite\/accept|register))(\/|$)/i,
  sentence: "This is done in the dashboard.",
};

/** The panel reads the figures of its dashboards by it. Changes have no need of a second way in. */
const graphql: Route = {
  path: /^\/graphql(\/|$)/i,
  sentence: "GraphQL is off. Use the REST interface.",
};

const sharingIsOff = "Sharing by link is off.";

const closedToNonAdmins: readonly Route[] = [
  {
    path: /^\/utils\/(hash|export|import|revert|cache|sort)(\/|$)/i,
    sentence: "Only administrators may do this.",
  },
  { path: /^\/shares(\/|$)/i, sentence: sharingIsOff },
  { path: /^\/versions(\/|$)/i, sentence: "Content versions are off." },
  { path: /^\/users\/(invite|register)(\/|$)/i, sentence: "Register in the dashboard." },
  // Before Directus asks for the right to delete, it unlinks the steps of the flow, and takes the user
  // out of the notifications that she sent.
  {
    path: /^\/(flows|operations|users)(\/|$)/i,
    methods: ["DELETE"],
    sentence: "Only administrators may do this. Nothing was changed.",
  },
  { path: /^\/files\/import(\/|$)/i, sentence: "Send files to /uploads." },
  {
    path: /^\/files(?!\/tus(\/|$))(\/|$)/i,
    methods: ["POST"],
    sentence: "Send files to /uploads.",
  },
];

/**
 * Directus asks for no right here, only for a user or an administrator; a program acts for one, but is
 * none. What lets it make a token or say yes in its person's place is closed whatever she may do.
 */
const closedToPrograms: readonly Route[] = [
  { path: /^\/users\/[^/]+\/./i, sentence: "A program can't change an account." },
  {
    path: /^\/(users|roles|policies|permissions|access|operations|settings|schema|collections|fields|relations|flows(?!\/trigger\/))(\/|$)/i,
    methods: ["POST", "PATCH", "DELETE"],
    sentence:
      "A program can't change people or how Directus is set up. Nothing was changed; people are changed by the actions create-user and update-user.",
  },
  {
    path: /^\/items\/(agent_audits|api_tokens|confirmations|recovery_codes|sealing_keys)(\/|$)/i,
    methods: ["POST", "PATCH", "DELETE"],
    sentence:
      "A program can't make tokens, nor answer or sign for its person. Nothing was changed.",
  },
  {
    path: /^\/items\/(api_tokens|recovery_codes|sealing_keys)(\/|$)/i,
    sentence: "A program can't see tokens and keys.",
  },
  {
    path: /^\/utils\/(hash|export|import|revert|cache|sort)(\/|$)/i,
    sentence: "A program may not do this. Nothing was changed.",
  },
];

/** Closes routes that nobody of ours needs and that have been a way in (notes on 11.17.4, §4.2). */
export function refuseClosedRoutes(): Handler {
  return (request, _response, next) => {
    if (request.accountability?.share !== undefined) {
      return next(refusal("FORBIDDEN", sharingIsOff));
    }
    const caller = callerOf(request.accountability);
    const isAdmin = caller === "admin";
    const isPersons = caller !== "worker" && !isProgram(request.accountability);
    const closed = [
      ...closedToAll,
      ownLetters,
      ...(isAdmin && isPersons && readsByGraphql(request) ? [] : [graphql]),
      ...(isAdmin ? [] : closedToNonAdmins),
      ...(isPersons ? [] : closedToPrograms),
    ].find((route) => matches(route, request));
    if (closed) return next(refusal("FORBIDDEN", closed.sentence));
    const replacesFile =
      !isAdmin &&
      request.method === "PATCH" &&
      /^\/files\/(?!tus\/)/i.test(request.path) &&
      !request.is("application/json");
    return next(replacesFile ? refusal("FORBIDDEN", "Send files to /uploads.") : undefined);
  };
}

function matches({ path, methods }: Route, request: GateRequest): boolean {
  const isOfPath = [request.path, decoded(request.path)].some((spelling) => path.test(spelling));
  return isOfPath && (!methods || methods.includes(request.method));
}

/** What a route takes for its parameters, so that no spelling of a name passes by. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
