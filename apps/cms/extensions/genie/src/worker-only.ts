import type { z } from "zod";
import { answering, readBody } from "./answering.ts";
import { callerOf } from "./caller.ts";
import type { Accountability } from "./directus.ts";
import { refusal } from "./refusals.ts";

/** A route that only the worker's token opens; `work` gets the parsed body. */
export function forWorker<Body extends z.ZodType>(
  schema: Body,
  work: (body: z.output<Body>, worker: Accountability) => Promise<unknown>,
) {
  return answering(async ({ accountability = null, body }) => {
    if (!accountability || callerOf(accountability) !== "worker") {
      throw refusal("FORBIDDEN", "Only the worker may do this. Nothing was changed.");
    }
    return work(readBody(schema, body), accountability);
  });
}
