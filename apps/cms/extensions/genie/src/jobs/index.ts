import { queueTrouble } from "@genie/jobs";
import { z } from "zod";
import { answering } from "../answering.ts";
import { callerOf } from "../caller.ts";
import type { Endpoint } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";
import { forWorker } from "../worker-only.ts";
import { sweepJobs } from "./sweep-jobs.ts";

/**
 * `POST /jobs/sweep`: puts back into the queues what they have lost. `GET /jobs/health`: what is wrong
 * with the queues, for administrators, as `GET /server/health` says it of Directus.
 */
export const jobs: Endpoint = {
  id: "jobs",
  handler: (router, context) => {
    router.post(
      "/sweep",
      forWorker(z.strictObject({}), (_body, worker) => sweepJobs(context, worker)),
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
