import type { PostState, PublishAttempt } from "@genie/schema";
import type { Knex } from "knex";
import type { Accountability, Context } from "../directus.ts";
import { announceChanges, type RowChange } from "../directus-emitter.ts";
import { mirrorPost, type MirrorStatus } from "./mirror-post.ts";
import { databaseNow, type PostRow } from "./post-row.ts";

type PostChange = {
  status: PostState;
  scheduled_for: Date;
  generation: number;
  claim_token: string | null;
  claimed_until: Date | null;
  attempt_no: number;
  retry_at: Date | null;
  published_at: Date | null;
  platform_post_id: string | null;
  permalink: string | null;
  proof_file_id: string | null;
  verified_at: Date | null;
  still_live_at: Date | null;
  missing_since: Date | null;
  taken_down_at: Date | null;
  removed_at: Date;
  live_check_at: Date | null;
  asked_at: Date | null;
  left_at: Date | null;
  error_message: string | null;
};
export type Attempt = Pick<
  PublishAttempt,
  "generation" | "id" | "look_ups" | "n" | "platform_post_id" | "state"
> & {
  sent_at: Date | null;
  not_found_at: Date | null;
};
type AttemptChange = Partial<
  Pick<PublishAttempt, "error" | "look_ups" | "platform_post_id" | "state"> &
    Record<"finished_at" | "sent_at", Date> & { not_found_at: Date | null }
>;

/** The publisher at work, in one transaction. */
export type Publisher = {
  trx: Knex.Transaction;
  /** Changes the post, and its row in `media_jobs` with it. */
  changePost: (post: PostRow, change: Partial<PostChange>) => Promise<void>;
  changeAttempt: (attempt: Attempt, change: AttemptChange) => Promise<void>;
  /** Notes that a row was made. */
  created: (collection: string, id: string, values: Record<string, unknown>) => void;
  /** By the database's clock. */
  now: () => Promise<number>;
};

/**
 * Runs `work` as the one writer who may move a post along, all or nothing, and then tells hooks and
 * flows what has changed.
 */
export async function asPublisher<Result>(
  context: Context,
  accountability: Accountability | null,
  work: (publisher: Publisher) => Promise<Result>,
): Promise<Result> {
  const changes: RowChange[] = [];
  const result = await context.database.transaction(async (trx) => {
    await trx.raw("select set_config('genie.writer', 'publisher', true)");
    return work(publisherIn(trx, changes));
  });
  await announceChanges(context, accountability, changes);
  return result;
}

function publisherIn(trx: Knex.Transaction, changes: RowChange[]): Publisher {
  return {
    trx,
    async changePost(post, values) {
      await trx("scheduled_posts")
        .where("id", post.id)
        .update({ ...values, date_updated: trx.raw("clock_timestamp()") });
      changes.push({
        collection: "scheduled_posts",
        action: "update",
        id: post.id,
        values: values.status === post.status ? withoutStatus(values) : values,
      });
      const status = values.status && mirrored[values.status];
      if (!status) return;
      const { status: _state, claim_token: _token, ...rest } = values;
      changes.push(
        ...(await mirrorPost(
          trx,
          { ...post, ...rest },
          { status, error: rest.error_message ?? null },
        )),
      );
    },
    async changeAttempt({ id }, values) {
      await trx("publish_attempts").where({ id }).update(values);
      changes.push({ collection: "publish_attempts", action: "update", id, values });
    },
    created(collection, id, values) {
      changes.push({ collection, action: "create", id, values });
    },
    now: () => databaseNow(trx),
  };
}

/** Flows hear of a state when the post comes to it, not each time it is written. */
function withoutStatus({ status: _same, ...rest }: Partial<PostChange>): Partial<PostChange> {
  return rest;
}

/** What the job's row says while the post is in a state. */
const mirrored: Partial<Record<PostState, MirrorStatus>> = {
  pending: "queued",
  publishing: "active",
  unconfirmed: "active",
  published: "completed",
  failed: "failed",
  missed: "failed",
};
