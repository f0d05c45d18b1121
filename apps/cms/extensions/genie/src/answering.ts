import type { RequestHandler, Response } from "express";
import type { z } from "zod";
import type { GateRequest } from "./directus.ts";
import { refusal } from "./refusals.ts";

/** A route that answers `{ data }` with what `work` returns; Directus answers what it throws. */
export function answering(
  work: (request: GateRequest, response: Response) => Promise<unknown>,
): RequestHandler {
  return (request, response, next) => {
    // Directus adds the rest before any route of ours runs.
    work(request as unknown as GateRequest, response).then((data) => response.json({ data }), next);
  };
}

/** The body of a request as `schema` has it; refuses with what can't be read. */
export function readBody<Body extends z.ZodType>(schema: Body, body: unknown): z.output<Body> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, code }) => `${path.join(".")}: ${code}`);
  throw refusal(
    "INVALID_PAYLOAD",
    `This can't be read. ${problems.join("; ")}. Nothing was changed.`,
  );
}
