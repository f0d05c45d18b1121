import { queueTrouble } from "@genie/jobs";
import { CancelJobsRequest } from "@genie/schema";
import { z } from "zod";
import { answering, readBody } from "../answering.ts";
import { callerOf, mayOnlyRead } from "../caller.ts";
import type { Accountability, Endpoint } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";
import { forWorker } from "../worker-only.ts";
import { cancelJobs } from "./cancel-jobs.ts";
import { sweepJobs } from "./sweep-jobs.ts";

/**
 * `POST /jobs/cancel`: calls work on pictures and videos off. `POST /jobs/sweep`: puts back into the queues
 * what they have lost. `GET /jobs/health`: what is wrong with the queues, for administrators, as `GET /server/health` says it of Directus.
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
    router.get(
      "/health",
      answering(async ({ accountability }) => {
        if (!accountability || callerOf(accountability) !== "admin") {
          throw refusal("FORBIDDEN", "Only an administrator can see this.");
        }
        const trouble = await queueTrouble(gateEnv(context.env).queues);
        return trouble === null ? { status: "ok" } : { status: "degraded", ...trouble };
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
