import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { effectOfJob } from "../rows/effect-of-write.ts";
import { inWords, linesOfNew, show } from "../rows/preview-lines.ts";
import type { Row } from "../step-tools.ts";

const Input = z.strictObject({
  job_type: z.enum([
    "watermark",
    "teaser",
    "compress",
    "strip_metadata",
    "classify",
    "scrape_profile",
    "verify_platform",
    "delete_post",
  ]),
  /** An entry of the library, for what is done to pictures and videos. */
  media_id: z.uuid().optional(),
  creator_profile_id: z.uuid().optional(),
  post_id: z.uuid().optional(),
  /** Of the kind of job; the gate checks them. */
  options: z.record(z.string(), z.unknown()).optional(),
});

export const enqueueJob = defineStep({
  name: "enqueue-job",
  description:
    "Asks the worker for a job: a copy of a picture or video, reading an account, and the like. Answers {media_job_id, job_type}.",
  input: Input,
  output: z.strictObject({ media_job_id: z.uuid(), job_type: z.string() }),
  effect: { looksAt: ["job_type"], of: ({ job_type }) => effectOfJob(job_type), atMost: "delete" },
  timeoutMs: 15_000,
  run: async (input, { tools }) => ({
    media_job_id: await tools.rows("media_jobs").create(rowOf(input)),
    job_type: input.job_type,
  }),
  preview: async (input, context) => {
    const { job_type, payload, ...subject } = rowOf(input);
    return [
      { label: "Job", value: inWords(String(job_type)) },
      ...(await linesOfNew("media_jobs", subject, context)),
      ...(payload ? [{ label: "With", value: show(payload) }] : []),
    ];
  },
});

function rowOf({
  job_type,
  media_id,
  creator_profile_id,
  post_id,
  options,
}: z.infer<typeof Input>): Row {
  return {
    job_type,
    ...(media_id && { input_media_id: media_id }),
    ...(creator_profile_id && { creator_profile_id }),
    ...(post_id && { post_id }),
    ...(options && { payload: options }),
  };
}
