import { z } from "zod";

/** Work on pictures and videos that is called off; all of it is the caller's, or nothing happens. */
export const CancelJobsRequest = z.strictObject({ ids: z.array(z.uuid()).min(1).max(1000) });
export type CancelJobsRequest = z.infer<typeof CancelJobsRequest>;

/** Which of them will make nothing any more; what was over is not among them. */
export const CancelJobsAnswer = z.object({ cancelled: z.array(z.uuid()) });
export type CancelJobsAnswer = z.infer<typeof CancelJobsAnswer>;
