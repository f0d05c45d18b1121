import { z } from "zod";
import type { Endpoint } from "../directus.ts";
import { forWorker } from "../worker-only.ts";
import { sweepJobs } from "./sweep-jobs.ts";

/** `POST /jobs/sweep`: puts back into the queues what they have lost. */
export const jobs: Endpoint = {
  id: "jobs",
  handler: (router, context) => {
    router.post(
      "/sweep",
      forWorker(z.strictObject({}), (_body, worker) => sweepJobs(context, worker)),
    );
  },
};
