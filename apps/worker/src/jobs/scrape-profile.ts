import { type NewSnapshot, type ProfileChange, type WorkerJob } from "@genie/directus-client";
import { AppError, messageForPeople } from "@genie/errors";
import type { Handlers } from "@genie/jobs";
import type { Logger } from "@genie/logger";
import { profileData, type ProfileFigures, snapshotFigures } from "@genie/platforms";
import type { OpenAccount, WithAccount } from "../accounts/account-session.ts";
import { type SavedCounts, savePosts, type SaveServices } from "../library/save-posts.ts";
import type { JobDone, JobRecords } from "./job-records.ts";
import type { ReportProgress } from "./report-progress.ts";
import { workOnJob } from "./work-on-job.ts";

/** What is kept of a profile. */
export type ProfileRecords = {
  update: (id: string, change: ProfileChange) => Promise<void>;
  addSnapshot: (snapshot: NewSnapshot) => Promise<void>;
};

export type ScrapeServices = SaveServices & {
  jobs: JobRecords;
  profiles: ProfileRecords;
  withAccount: WithAccount;
};

/** Reads the figures of a profile, and its posts with their media into the library. */
export function scrapeProfileHandler(services: ScrapeServices): Handlers["scrape-profile"] {
  const { profiles, log } = services;

  return (run) =>
    workOnJob(services, run, async (job, progress) => {
      const profileId = requireProfile(job);
      await profiles.update(profileId, { scrape_status: "running" });
      try {
        const done = await services.withAccount(profileId, run.signal, (account) =>
          scrape(services, account, progress),
        );
        await profiles.update(profileId, {
          last_scraped_at: new Date().toISOString(),
          scrape_status: "success",
          scrape_error: null,
        });
        return done;
      } catch (error) {
        await tell(profiles, log, profileId, run.signal.aborted || waits(error) ? null : error);
        throw error;
      }
    });
}

async function scrape(
  services: ScrapeServices,
  account: OpenAccount,
  progress: ReportProgress,
): Promise<JobDone> {
  const { adapter, context, profile } = account;
  const figures = await adapter.scrapeProfile(context);
  await keepFigures(services.profiles, profile, figures);
  const counts: SavedCounts = { posts_seen: 0, posts_new: 0, media_saved: 0, media_failed: 0 };
  for await (const posts of adapter.listPosts(context)) {
    context.signal.throwIfAborted();
    await savePosts(services, account, posts, counts, () =>
      progress(percentOf(counts.posts_seen, figures.posts)),
    );
  }
  return { result: counts };
}

async function keepFigures(
  profiles: ProfileRecords,
  { id, ownerId }: OpenAccount["profile"],
  figures: ProfileFigures,
): Promise<void> {
  const takenAt = new Date();
  await profiles.update(id, { profile_data: profileData(figures, takenAt) });
  await profiles.addSnapshot({ ...snapshotFigures(figures), ownerId, profileId: id, takenAt });
}

/** Without a total, half of what is left for every fifty posts. */
function percentOf(seen: number, total: number | null): number {
  return total === null ? 100 * (1 - 0.5 ** (seen / 50)) : (100 * seen) / Math.max(total, 1);
}

/** True when it goes on as soon as somebody has signed in, which the profile says already. */
const waits = (error: unknown) => error instanceof AppError && error.code === "person_needed";

/** Says on the profile how the scrape ended; null: it was only put off. */
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
