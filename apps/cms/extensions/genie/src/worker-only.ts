import type { z } from "zod";
import { answering, readBody } from "./answering.ts";
import { callerOf } from "./caller.ts";
import type { Accountability, GateRequest } from "./directus.ts";
import { refusal } from "./refusals.ts";

/** A route that only the worker's token opens; `work` gets the parsed body. */
export function forWorker<Body extends z.ZodType>(
  schema: Body,
  work: (body: z.output<Body>, worker: Accountability, request: GateRequest) => Promise<unknown>,
) {
  return answering(async (request) => {
    const worker = requireWorker(request);
    return work(readBody(schema, request.body), worker, request);
  });
}

/** Refuses everybody but the worker. */
export function requireWorker({ accountability }: GateRequest): Accountability {
  if (accountability && callerOf(accountability) === "worker") return accountability;
  throw refusal("FORBIDDEN", "Only the worker may do this. Nothing was changed.");
}
