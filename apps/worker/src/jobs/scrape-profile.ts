import { type NewSnapshot, type ProfileChange, type WorkerJob } from "@genie/directus-client";
import { AppError, messageForPeople } from "@genie/errors";
import type { Handlers } from "@genie/jobs";
import type { Logger } from "@genie/logger";
import {
  type AccountLimits,
  profileData,
  type ProfileFigures,
  snapshotFigures,
} from "@genie/platforms";
import type { OpenAccount, WithAccount } from "../accounts/account-session.ts";
import type { FanRecords } from "../fans/fan-records.ts";
import { readFans } from "../fans/read-fans.ts";
import type { FanCounts } from "../fans/save-fans.ts";
import { type PostsRead, readPosts, readUntil } from "../library/read-posts.ts";
import type { SavedCounts, SaveServices } from "../library/save-posts.ts";
import type { JobRecords } from "./job-records.ts";
import type { ReportProgress } from "./report-progress.ts";
import { isFinal, workOnJob } from "./work-on-job.ts";

/** What is kept of a profile. */
export type ProfileRecords = {
  update: (id: string, change: ProfileChange) => Promise<void>;
  addSnapshot: (snapshot: NewSnapshot) => Promise<void>;
};

export type ScrapeServices = SaveServices & {
  jobs: JobRecords;
  profiles: ProfileRecords;
  fans: FanRecords;
  withAccount: WithAccount;
};

/** What a scrape has found, and what was new. */
type Counts = SavedCounts & FanCounts;

/**
 * Reads the figures of a profile, what its server takes, its posts with their media into the library, and its fans. A try that is
 * cut off leaves what was read by then; the next one goes on from there.
 */
export function scrapeProfileHandler(services: ScrapeServices): Handlers["scrape-profile"] {
  const { profiles, log } = services;

  return (run) =>
    workOnJob(services, run, async (job, progress, gotFurther) => {
      const profileId = requireProfile(job);
      let isFurther = false;
      const report = {
        progress,
        gotFurther: () => {
          isFurther = true;
          gotFurther();
        },
      };
      await profiles.update(profileId, { scrape_status: "running" });
      try {
        const done = await services.withAccount(profileId, run.signal, (account) =>
          scrape(services, account, { ...report, takenAt: job.createdAt }),
        );
        await profiles.update(profileId, {
          last_scraped_at: new Date().toISOString(),
          scrape_status: "success",
          scrape_error: null,
        });
        return { result: done };
      } catch (error) {
        const goesOn = !isFinal(error) && (isFurther || !run.lastAttempt);
        const isPutOff = run.signal.aborted || waits(error) || goesOn;
        await tell(profiles, log, profileId, isPutOff ? null : error);
        throw error;
      }
    });
}

async function scrape(
  services: ScrapeServices,
  account: OpenAccount,
  {
    progress,
    gotFurther,
    takenAt,
  }: { progress: ReportProgress; gotFurther: () => void; takenAt: Date },
): Promise<Counts> {
  const { adapter, context, profile } = account;
  const figures = await adapter.scrapeProfile(context);
  const limits = await adapter.readLimits?.(context);
  await keepProfile(services.profiles, profile, figures, limits);
  const counts: Counts = { ...nothing };
  const beganAt = new Date();
  const until = await readUntil(services.library, profile, beganAt);
  const onPage = () => progress(percentOf(counts.posts_seen, figures.posts));
  let read: PostsRead;
  try {
    read = await readPosts(services, account, { until, counts, onPage });
  } finally {
    if (counts.posts_new + counts.media_saved > 0) gotFurther();
  }
  const { newest, isWhole } = read;
  await services.profiles.update(profile.id, {
    ...(newest !== null && { posts_read_until: newest.toISOString() }),
    ...(isWhole && { posts_read_whole_at: beganAt.toISOString() }),
  });
  await readFans(services.fans, account, { counts, takenAt });
  return counts;
}

const nothing: Counts = {
  posts_seen: 0,
  posts_new: 0,
  media_saved: 0,
  media_failed: 0,
  media_bytes: 0,
  fans_seen: 0,
  fans_new: 0,
  fans_changed: 0,
  fans_expired: 0,
};

async function keepProfile(
  profiles: ProfileRecords,
  { id, ownerId }: OpenAccount["profile"],
  figures: ProfileFigures,
  limits: AccountLimits | undefined,
): Promise<void> {
  const takenAt = new Date();
  await profiles.update(id, {
    profile_data: profileData(figures, takenAt),
    ...(limits !== undefined && { platform_limits: limits }),
  });
  await profiles.addSnapshot({ ...snapshotFigures(figures), ownerId, profileId: id, takenAt });
}

/** Without a total, half of what is left for every fifty posts. */
function percentOf(seen: number, total: number | null): number {
  return total === null ? 100 * (1 - 0.5 ** (seen / 50)) : (100 * seen) / Math.max(total, 1);
}

/** True when it goes on as soon as somebody has signed in, which the profile says already. */
const waits = (error: unknown) => error instanceof AppError && error.code === "person_needed";

/** Says on the profile how the scrape ended; null: it was only put off, and goes on by itself. */
async function tell(
  profiles: ProfileRecords,
  log: Logger,
  profileId: string,
  error: unknown,
): Promise<void> {
  try {
    await profiles.update(
      profileId,
      error === null
        ? { scrape_status: "idle" }
        : { scrape_status: "error", scrape_error: messageForPeople(error) },
    );
  } catch (err) {
    log.error({ err, profileId }, "the failure of a scrape could not be written down");
  }
}

function requireProfile({ profileId }: WorkerJob): string {
  if (profileId !== null) return profileId;
  throw new AppError("not_found", "The account of this job was removed. Nothing was done for it.");
}
