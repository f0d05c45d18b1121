import { z } from "zod";
import { contentRatings } from "./content-ratings.ts";

/** How long a claim holds without being renewed, while the post is being prepared. */
export const claimLeaseMs = 60_000;

/** A post that is to be held when it is late is not sent when it is later than this. */
export const heldAfterMs = 15 * 60_000;

/**
 * The sequence that numbers what is announced to be sent. It only grows, so that a database which
 * knows less than the worker remembers was set back.
 */
export const publishIntents = "genie_publish_intents";

/** The sequence that holds when a worker was last heard of, in seconds since 1970. */
export const publisherSeen = "genie_publisher_seen";

/** What that sequence holds in a database that was restored from a backup, until the first worker comes. */
export const restoredMark = 2;

/** Why publishing is stopped then, for people. */
export const restoredReason =
  "The data was restored from a backup. Posts that may have gone out since are looked up first; nothing is sent until that is done.";

/** The same where it is known when the backup was made (ISO 8601), with what the people whose posts they are can do. */
export const restoredFrom = (madeAt: string): string =>
  `The data is that of ${madeAt.slice(0, 16).replace("T", " ")} UTC, from a backup. Nothing is sent until posts that may be out were looked up. What you moved or cancelled since is planned as it was: look at your calendar.`;

/**
 * What the worker and the publishing endpoint of the gate say to each other. Times are ISO 8601;
 * the database's clock decides.
 */
export const ClaimRequest = z.strictObject({ post_id: z.uuid() });

/** A post that this worker alone may send, with all that sending needs. No secret is in it. */
export const Claim = z.object({
  post_id: z.uuid(),
  user_id: z.uuid(),
  generation: z.int(),
  claim_token: z.uuid(),
  attempt_id: z.uuid(),
  attempt_no: z.int(),
  /**
   * Which try of the same content this is, those not counted that say nothing about it; from 1. A gate of a release
   * before this one says only `attempt_no`.
   */
  tries: z.int().positive().optional(),
  idempotency_key: z.string(),
  scheduled_for: z.iso.datetime({ offset: true }),
  /** How long it was until then, when the claim was given. */
  due_in_ms: z.int().nonnegative(),
  /** When the request went out that a look-up is for; null for a post that was never sent. */
  sent_at: z.iso.datetime({ offset: true }).nullable(),
  caption: z.string(),
  rating: z.enum(contentRatings),
  config: z.record(z.string(), z.unknown()),
  profile: z.object({ id: z.uuid(), platform: z.string(), username: z.string() }),
  /** In the order of the post. */
  media: z.array(
    z.object({
      media_id: z.uuid(),
      media_type: z.enum(["image", "video", "gallery"]),
      file_id: z.uuid(),
      mime: z.string(),
      filename: z.string(),
      size_bytes: z.int(),
      width: z.int().nullable(),
      height: z.int().nullable(),
      alt_text: z.string(),
    }),
  ),
});
export type Claim = z.infer<typeof Claim>;

export const ClaimAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("claimed"), claim: Claim }),
  /** Ask again in `wait_ms`. */
  z.object({ kind: z.literal("early"), wait_ms: z.int().nonnegative() }),
  /** Somebody else has it, or it is not to be sent (any more). */
  z.object({ kind: z.literal("none") }),
]);
export type ClaimAnswer = z.infer<typeof ClaimAnswer>;

/** Names a claim; the token proves that it is still the caller's. */
export const ClaimRef = z.strictObject({ post_id: z.uuid(), claim_token: z.uuid() });
export type ClaimRef = z.infer<typeof ClaimRef>;

/** Whether the claim was extended by another lease; false when it is no longer the caller's. */
export const RenewAnswer = z.object({ renewed: z.boolean() });
export type RenewAnswer = z.infer<typeof RenewAnswer>;

export const IntentAnswer = z.discriminatedUnion("kind", [
  /**
   * It is written down that the request goes out now; it has `send_within_ms` to finish. `intent_no`
   * counts what was announced, of all posts.
   */
  z.object({
    kind: z.literal("send"),
    send_within_ms: z.int().positive(),
    intent_no: z.int().nonnegative(),
  }),
  z.object({ kind: z.literal("early"), wait_ms: z.int().nonnegative() }),
  /** The claim is somebody else's by now: send nothing. */
  z.object({ kind: z.literal("lost") }),
]);
export type IntentAnswer = z.infer<typeof IntentAnswer>;

/** How sending, or looking up, ended. `sentence` is for people. */
export const PublishOutcome = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("published"),
    platform_post_id: z.string().min(1),
    permalink: z.url().nullable(),
    /** When the platform says it appeared; null takes the moment of the report. */
    published_at: z.iso.datetime({ offset: true }).nullable(),
    /** It was found by its words, and not named by the platform to who sent it. */
    looked_up: z.boolean().optional(),
  }),
  /** The platform had no effect, for certain. With `retry_after_ms` it is tried again then. */
  z.object({
    kind: z.literal("refused"),
    sentence: z.string().min(1),
    retry_after_ms: z.int().nonnegative().nullable(),
    /** The platform wants that pause for the whole account, as with 429. */
    holds_account: z.boolean().optional(),
    /** Nothing was sent, since its person has to sign in first. */
    waits_for_person: z.boolean().optional(),
  }),
  /** Given up before anything was sent, because its worker stops; that says nothing about the post. */
  z.object({ kind: z.literal("released"), sentence: z.string().min(1) }),
  /** It may have gone out. It is looked up before anything else happens. */
  z.object({ kind: z.literal("unknown"), sentence: z.string().min(1) }),
  /** Only of a look-up: the platform was asked and does not have it. */
  z.object({ kind: z.literal("not_found") }),
  /** Only of a post in doubt: it can't be sent again to find out. Its owner is asked. */
  z.object({ kind: z.literal("unsettled"), sentence: z.string().min(1) }),
]);
export type PublishOutcome = z.infer<typeof PublishOutcome>;

export const OutcomeReport = z.strictObject({ ...ClaimRef.shape, outcome: PublishOutcome });
export type OutcomeReport = z.infer<typeof OutcomeReport>;

/** The state the post is in now; null when the claim was no longer the caller's. */
export const OutcomeAnswer = z.object({ status: z.string().nullable() });
export type OutcomeAnswer = z.infer<typeof OutcomeAnswer>;

/**
 * What the owner of a doubtful post has found on the platform. `there`: it is out. `again`: it is not,
 * and goes out now. `leave`: it stays as it is, and is not asked about any more.
 */
export const SettleRequest = z.discriminatedUnion("answer", [
  z.strictObject({
    answer: z.literal("there"),
    post_id: z.uuid(),
    /** Its address on the platform, if she has it at hand. */
    permalink: z.url().max(2048).nullable().default(null),
  }),
  z.strictObject({ answer: z.literal("again"), post_id: z.uuid() }),
  z.strictObject({ answer: z.literal("leave"), post_id: z.uuid() }),
]);
export type SettleRequest = z.infer<typeof SettleRequest>;

/** The state the post is in now. */
export const SettleAnswer = z.object({ status: z.enum(["pending", "published", "unconfirmed"]) });
export type SettleAnswer = z.infer<typeof SettleAnswer>;

/** How many posts one call may hand out. */
export const ReconcileRequest = z.strictObject({ limit: z.int().min(1).max(50).default(10) });

/**
 * A post whose outcome nobody knows. With `send_within_ms` it is to be prepared and, once its intent is
 * answered with `send`, sent again with the same key; else it is to be looked up on its platform.
 */
export const DoubtfulClaim = Claim.extend({ send_within_ms: z.int().positive().nullable() });
export type DoubtfulClaim = z.infer<typeof DoubtfulClaim>;

/** `more`: there may be others that can be taken over now. */
export const ReconcileAnswer = z.object({ claims: z.array(DoubtfulClaim), more: z.boolean() });
export type ReconcileAnswer = z.infer<typeof ReconcileAnswer>;

/** What a sweep found and did; `skipped` when another one was under way. */
export const PostSweepAnswer = z.discriminatedUnion("skipped", [
  z.object({ skipped: z.literal(true) }),
  z.object({ skipped: z.literal(false), due: z.int(), enqueued: z.int() }),
]);
export type PostSweepAnswer = z.infer<typeof PostSweepAnswer>;

/** Which platforms can be asked whether a post is still there, and how many posts one call hands out. */
export const LiveChecksRequest = z.strictObject({
  platforms: z.array(z.string()).max(100),
  limit: z.int().min(1).max(50).default(50),
});
export type LiveChecksRequest = z.infer<typeof LiveChecksRequest>;

/** A published post that is to be looked at on its platform. */
export const LiveCheck = z.object({
  post_id: z.uuid(),
  profile_id: z.uuid(),
  platform_post_id: z.string(),
  permalink: z.url().nullable(),
});
export type LiveCheck = z.infer<typeof LiveCheck>;

/** `more`: there may be others that can be looked at now. */
export const LiveChecksAnswer = z.object({
  checks: z.array(LiveCheck),
  more: z.boolean().default(false),
});
export type LiveChecksAnswer = z.output<typeof LiveChecksAnswer>;

/** What was seen of a published post, with a picture of it or without. */
export const LiveReport = z.strictObject({
  post_id: z.uuid(),
  platform_post_id: z.string().min(1),
  live: z.boolean(),
  proof_file_id: z.uuid().nullable().default(null),
});
export type LiveReport = z.output<typeof LiveReport>;

/** That a post was deleted on its platform, as its owner wanted. */
export const RemovedReport = z.strictObject({
  post_id: z.uuid(),
  platform_post_id: z.string().min(1),
});
export type RemovedReport = z.infer<typeof RemovedReport>;

/**
 * The highest `intent_no` that the worker remembers; null when it remembers nothing. With `can_wait` it sends
 * nothing as long as it is told to ask again, so that another worker that remembers can come first.
 */
export const SetBackRequest = z.strictObject({
  intent_no: z.int().nonnegative().nullable(),
  can_wait: z.boolean().default(false),
});
export type SetBackRequest = z.output<typeof SetBackRequest>;

/**
 * Whether the database was set back, so that publishing was stopped and what may be out is looked up;
 * and the number to remember from now on. `ask_again`: nobody knows yet; nothing was changed, and nothing is to be
 * sent or remembered.
 */
export const SetBackAnswer = z.object({
  set_back: z.boolean(),
  ask_again: z.boolean().default(false),
  intent_no: z.int().nonnegative(),
});
export type SetBackAnswer = z.infer<typeof SetBackAnswer>;

export const JobSweepAnswer = z.discriminatedUnion("skipped", [
  z.object({ skipped: z.literal(true) }),
  z.object({
    skipped: z.literal(false),
    enqueued: z.int(),
    failed: z.int(),
    schedules_set: z.int(),
    schedules_removed: z.int(),
  }),
]);
export type JobSweepAnswer = z.infer<typeof JobSweepAnswer>;
