import { gauge } from "@genie/telemetry";
import type { PostState } from "@genie/schema";
import type { Knex } from "knex";
import type { Context } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { gateQueues } from "../gate-queues.ts";
import { isPausedSql } from "../publishing/pauses.ts";

const keepMs = 5_000;

/** Gauges of what all share, the queues and the database, read when somebody asks and then kept for five seconds. */
export function watchInstallation(context: Context): void {
  const { database } = context;
  const platforms = gateEnv(context.env).platforms.map(({ id }) => id);
  const readQueues = kept(() => gateQueues(context).figures(platforms));

  gauge({
    name: "genie_queue_jobs",
    help: "Jobs in a queue, by their state",
    labels: ["queue", "state"],
    collect: async (metric) => {
      metric.reset();
      for (const { queue, waiting, active, delayed } of await readQueues()) {
        for (const [state, count] of Object.entries({ waiting, active, delayed })) {
          metric.set({ queue, state }, count);
        }
      }
    },
  });
  gauge({
    name: "genie_queue_oldest_waiting_seconds",
    help: "For how long the job that has waited longest could run; 0 when none waits",
    labels: ["queue"],
    collect: async (metric) => {
      metric.reset();
      for (const { queue, oldestWaitingMs } of await readQueues()) {
        metric.set({ queue }, (oldestWaitingMs ?? 0) / 1000);
      }
    },
  });
  gauge({
    name: "genie_posts_overdue",
    help: "Posts that wait although their time was over a minute ago",
    labels: ["platform"],
    collect: async (metric) => {
      metric.reset();
      for (const { platform, count } of await overdue()) metric.set({ platform }, Number(count));
    },
  });
  gauge({
    name: "genie_posts_in_doubt",
    help: "Posts of which nobody knows whether they went out",
    labels: ["platform"],
    collect: async (metric) => {
      metric.reset();
      for (const { platform, count } of await doubtful()) metric.set({ platform }, Number(count));
    },
  });
  gauge({
    name: "genie_scrape_age_seconds",
    help: "How long ago the account that was read the longest time ago was read, of those that are connected",
    labels: ["platform"],
    collect: async (metric) => {
      metric.reset();
      for (const { platform, age } of await scrapeAges()) metric.set({ platform }, Number(age));
    },
  });
  gauge({
    name: "genie_jobs_failed_recently",
    help: "Jobs that failed for good within the last hour, by their kind",
    labels: ["kind"],
    collect: async (metric) => {
      metric.reset();
      for (const { kind, count } of await failed()) metric.set({ kind }, Number(count));
    },
  });

  const overdue = kept(async () =>
    postsByPlatform(database, "pending").andWhereRaw(
      `greatest(p.scheduled_for, p.retry_at, c.publish_after) < clock_timestamp() - interval '1 minute'
       and not ${isPausedSql}`,
    ),
  );
  const doubtful = kept(async () => postsByPlatform(database, "unconfirmed"));
  const scrapeAges = kept(async () =>
    database("creator_profiles")
      .where("connection_status", "connected")
      .whereNotNull("last_scraped_at")
      .groupBy("platform")
      .select<{ platform: string; age: string }[]>(
        "platform",
        database.raw("extract(epoch from clock_timestamp() - min(last_scraped_at)) as age"),
      ),
  );
  const failed = kept(async () =>
    database("media_jobs")
      .where("status", "failed")
      .whereRaw("completed_at > clock_timestamp() - interval '1 hour'")
      .groupBy("job_type")
      .select<{ kind: string; count: string }[]>("job_type as kind", database.raw("count(*)")),
  );
}

type OfPlatform = { platform: string; count: string };

const postsByPlatform = (database: Knex, status: PostState) =>
  database("scheduled_posts as p")
    .join("creator_profiles as c", "c.id", "p.creator_profile_id")
    .where("p.status", status)
    .groupBy("c.platform")
    .select<OfPlatform[]>("c.platform", database.raw("count(*)"));

/** The answer of `read`, and for five seconds the same one again. */
function kept<Answer>(read: () => PromiseLike<Answer>): () => PromiseLike<Answer> {
  let last: { at: number; answer: PromiseLike<Answer> } | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.at > keepMs) last = { at: now, answer: read() };
    return last.answer;
  };
}
