import { FailedJobsRequest } from "@genie/schema";
import { answering, readBody } from "../answering.ts";
import { asksHerself, callerOf } from "../caller.ts";
import type { Accountability, Endpoint, GateRequest } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { removeFailed, retryFailed } from "./failed-jobs.ts";
import { readQueues } from "./read-queues.ts";

/**
 * `GET /queues`: what is in the queues and what failed lately. `POST /queues/retry` and `POST /queues/remove`: puts
 * jobs that failed back, or forgets them. All for administrators who are signed in; the shapes are in
 * `packages/schema/src/queues.ts`.
 */
export const queues: Endpoint = {
  id: "queues",
  handler: (router, context) => {
    router.get(
      "/",
      answering(async (request) => {
        requireAdministrator(request);
        return readQueues(context);
      }),
    );
    router.post(
      "/retry",
      answering(async (request) => {
        const administrator = requireAdministrator(request);
        const { ids } = readBody(FailedJobsRequest, request.body);
        return { changed: await retryFailed(context, administrator, ids) };
      }),
    );
    router.post(
      "/remove",
      answering(async (request) => {
        requireAdministrator(request);
        return {
          changed: await removeFailed(context, readBody(FailedJobsRequest, request.body).ids),
        };
      }),
    );
  },
};

/** No program of hers: an administrator who is signed in. */
function requireAdministrator({ accountability }: GateRequest): Accountability {
  if (callerOf(accountability) === "admin" && asksHerself(accountability)) return accountability;
  throw refusal("FORBIDDEN", "Only an administrator can see and do this. Nothing was changed.");
}
