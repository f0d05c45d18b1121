import { AppError } from "@genie/errors";
import type { Handlers } from "@genie/jobs";
import type { Logger } from "@genie/logger";
import { canDeletePosts } from "@genie/platforms/adapters";
import type { RemovedReport } from "@genie/schema";
import type { WithAccount } from "../accounts/account-session.ts";
import type { JobRecords } from "./job-records.ts";
import { workOnJob } from "./work-on-job.ts";

export type DeleteServices = {
  jobs: JobRecords;
  withAccount: WithAccount;
  find: (postId: string) => Promise<{ profileId: string; platformPostId: string } | null>;
  report: (report: RemovedReport) => Promise<void>;
  log: Logger;
};

/**
 * Deletes a post on its platform, as its owner wants. One that is gone there counts as deleted, so it may
 * be repeated; that it is gone is written down before the job is done.
 */
export function deletePostHandler(services: DeleteServices): Handlers["delete-post"] {
  return (run) =>
    workOnJob(services, run, async ({ postId }, progress) => {
      const found = postId === null ? null : await services.find(postId);
      if (postId === null || found === null) throw gone();
      const { profileId, platformPostId } = found;
      await services.withAccount(profileId, run.signal, async ({ adapter, context }) => {
        if (!canDeletePosts(adapter)) throw cannot(adapter.platform.name);
        await progress(50);
        await adapter.deletePost(context, platformPostId);
      });
      await services.report({ post_id: postId, platform_post_id: platformPostId });
      return { result: {} };
    });
}

const gone = () =>
  new AppError("not_found", "This post was removed from the calendar. Nothing was deleted.");

const cannot = (name: string) =>
  new AppError(
    "invalid_input",
    `Posts on ${name} can't be deleted from here. Nothing was deleted; delete it there.`,
  );
