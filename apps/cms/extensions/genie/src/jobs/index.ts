import { CancelJobsRequest } from "@genie/schema";
import { z } from "zod";
import { answering, readBody } from "../answering.ts";
import { callerOf, mayOnlyRead } from "../caller.ts";
import type { Accountability, Endpoint } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { forWorker } from "../worker-only.ts";
import { cancelJobs } from "./cancel-jobs.ts";
import { sweepJobs } from "./sweep-jobs.ts";

/**
 * `POST /jobs/cancel`: calls work on pictures and videos off. `POST /jobs/sweep`: puts back into the queues
 * what they have lost.
 */
export const jobs: Endpoint = {
  id: "jobs",
  handler: (router, context) => {
    router.post(
      "/sweep",
      forWorker(z.strictObject({}), (_body, worker) => sweepJobs(context, worker)),
    );
    router.post(
      "/cancel",
      answering(async ({ accountability, body }) => {
        const caller = requireWriter(accountability);
        return cancelJobs(context, caller, readBody(CancelJobsRequest, body).ids);
      }),
    );
  },
};

/** People, programs that write, and administrators. */
function requireWriter(accountability: Accountability | undefined): Accountability {
  const caller = callerOf(accountability);
  const mayWrite =
    caller === "admin" ||
    caller === "person" ||
    (caller === "program" && !mayOnlyRead(accountability));
  if (accountability && mayWrite) return accountability;
  throw refusal("FORBIDDEN", "You can't call work off. Nothing was changed.");
}
