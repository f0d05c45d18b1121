import { classifyLibrary, liveLogin, prepareFile, publishPost } from "@genie/jobs";
import type { Context } from "../../directus.ts";
import { gateQueues } from "../../gate-queues.ts";
import { jobTypeOf } from "../../job-intake/enqueue-job.ts";
import { jobOf } from "../../wake-post/wake-post.ts";

type Post = Parameters<typeof jobOf>[0];

/**
 * Takes a person's jobs and schedules out of the queues. One that runs at this moment finds no row of its own any more
 * and keeps nothing. Throws when a queue does not answer.
 */
export async function forgetWork(context: Context, person: string): Promise<void> {
  const { database } = context;
  const queues = gateQueues(context);
  const own = (name: string) => database(name).where({ user_id: person });
  for (const id of await own("creator_profiles").pluck<string[]>("id")) {
    await queues.setScrapeSchedule(id, null);
  }
  await queues.remove(classifyLibrary, { ownerId: person });
  for (const { id, job_type: name } of await own("media_jobs")
    .where({ status: "cancelled" })
    .select<{ id: string; job_type: string }[]>("id", "job_type")) {
    const type = jobTypeOf(name);
    if (type) await queues.remove(type.definition, { jobId: id });
  }
  for (const post of await database("scheduled_posts as s")
    .join("creator_profiles as p", "p.id", "s.creator_profile_id")
    .where({ "s.user_id": person, "s.status": "cancelled" })
    .select<Post[]>("s.id", "s.generation", "s.attempt_no", "s.creator_profile_id", "p.platform")) {
    await queues.remove(publishPost, jobOf(post));
  }
  for (const id of await own("hitl_sessions").where({ status: "pending" }).pluck<string[]>("id")) {
    await queues.remove(liveLogin, { hitlSessionId: id });
  }
  for (const id of await database("directus_files")
    .where({ owner: person, prepared_at: null, preparation_problem: null })
    .pluck<string[]>("id")) {
    await queues.remove(prepareFile, { fileId: id });
  }
}
