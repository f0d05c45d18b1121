import type { RequestHandler } from "express";
import type { GateRequest } from "./directus.ts";

/** A route that answers `{ data }` with what `work` returns; Directus answers what it throws. */
export function answering(work: (request: GateRequest) => Promise<unknown>): RequestHandler {
  return (request, response, next) => {
    // Directus adds the rest before any route of ours runs.
    work(request as unknown as GateRequest).then((data) => response.json({ data }), next);
  };
}
