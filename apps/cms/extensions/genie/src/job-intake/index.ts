import { jobTypes } from "@genie/jobs";
import { callerOf } from "../caller.ts";
import type { Hook, Payload } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { reasonOf } from "../gate-queues.ts";
import { optionProblems } from "../option-problems.ts";
import { refusal } from "../refusals.ts";
import { enqueueJob, jobTypeOf } from "./enqueue-job.ts";
import { requireOwnMark } from "./require-medium.ts";
import { requireSubject } from "./require-subject.ts";

const collectionName = "media_jobs";

/** Takes an order for work: a kind that there is, about something usable, and puts it in its queue. */
export const jobIntake: Hook = ({ action, filter }, context) => {
  const { platforms } = gateEnv(context.env);

  filter<Payload>("items.create", async (payload, { collection }, { accountability, database }) => {
    if (collection !== collectionName || callerOf(accountability) === "system") return payload;
    const type = jobTypeOf(payload["job_type"]);
    if (!type) {
      const types = Object.keys(jobTypes).join(", ");
      throw refusal(
        "INVALID_PAYLOAD",
        `There is no such kind of job to ask for; there are: ${types}. Nothing was started.`,
      );
    }
    const known = await requireSubject(database, platforms, type.subject, payload);
    const options = type.options.safeParse(payload["payload"] ?? {});
    if (!options.success) {
      throw refusal("INVALID_PAYLOAD", `${optionProblems(options.error)} Nothing was started.`);
    }
    if (type.subject === "medium") {
      await requireOwnMark(database, payload["input_media_id"], options.data);
    }
    return {
      ...payload,
      ...known,
      payload: options.data,
      queue_name: type.definition.queue,
    };
  });

  action("media_jobs.items.create", async ({ key }) => {
    const job = String(key);
    try {
      const row = await context.database(collectionName).where("id", job).first("id", "job_type");
      if (row) await enqueueJob(context, row);
    } catch (error) {
      context.logger.warn({ job, reason: reasonOf(error) }, "a job could not be put in its queue");
    }
  });
};
