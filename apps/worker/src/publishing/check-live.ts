import { AppError } from "@genie/errors";
import type { Adapter } from "@genie/platforms";
import { canSeePosts } from "@genie/platforms/adapters";
import type { LiveCheck, LiveChecksAnswer, LiveReport } from "@genie/schema";
import type { PublishServices } from "./publish-claim.ts";

/** What is kept of whether posts are still on their platforms. */
export type LiveRecords = {
  take: (platforms: readonly string[]) => Promise<LiveChecksAnswer>;
  report: (report: LiveReport) => Promise<void>;
};

type Services = Pick<PublishServices, "log" | "withAccount"> & { live: LiveRecords };

/**
 * Looks at all published posts that are to be looked at, one account after the other: nobody waits for it. What can't be
 * looked at now is left to a later time.
 */
export async function checkLive(
  services: Services,
  adapters: Iterable<Adapter>,
  signal: AbortSignal,
): Promise<void> {
  const platforms = [...adapters].filter(canSeePosts).map(({ platform }) => platform.id);
  if (platforms.length === 0) return;
  // What was handed out once is not handed out again at once, so this ends.
  for (let isMore = true; isMore && !signal.aborted;) {
    const { checks, more } = await services.live.take(platforms);
    await lookAt(services, checks, signal);
    isMore = more;
  }
}

async function lookAt(
  { live, withAccount, log }: Services,
  checks: readonly LiveCheck[],
  signal: AbortSignal,
): Promise<void> {
  for (const [profileId, posts] of Map.groupBy(checks, (check) => check.profile_id)) {
    if (signal.aborted) return;
    try {
      await withAccount(profileId, signal, async ({ adapter, context }) => {
        if (!canSeePosts(adapter)) return;
        for (const { post_id, platform_post_id, permalink } of posts) {
          const isLive = await adapter.isLive(context, {
            platformPostId: platform_post_id,
            permalink,
          });
          await live.report({ post_id, platform_post_id, live: isLive, proof_file_id: null });
        }
      });
    } catch (err) {
      const code = err instanceof AppError ? err.code : "internal";
      log.warn({ err, code, profileId }, "published posts could not be looked at");
    }
  }
}
