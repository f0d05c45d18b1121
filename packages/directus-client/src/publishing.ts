import { customEndpoint, readItems } from "@directus/sdk";
import { AppError } from "@genie/errors";
import {
  ClaimAnswer,
  type ClaimRef,
  IntentAnswer,
  LiveChecksAnswer,
  type LiveReport,
  OutcomeAnswer,
  type OutcomeReport,
  ReconcileAnswer,
  type RemovedReport,
  RenewAnswer,
  SetBackAnswer,
  type SetBackRequest,
} from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import type { PublishSteps } from "./publish-steps.ts";

// Only the worker's token may call these; what each promises is in the schema beside its answer.

/** Asks for a post, to send it. */
export async function claimPost(take: PublishSteps, postId: string): Promise<ClaimAnswer> {
  return parse(ClaimAnswer, await take("claim", { post_id: postId }));
}

/** Keeps a claim for another lease; `lost` when it is somebody else's by now, or was revoked. */
export async function renewClaim(take: PublishSteps, claim: ClaimRef): Promise<"lost" | "renewed"> {
  const { renewed } = parse(RenewAnswer, await take("renew", refOf(claim)));
  return renewed ? "renewed" : "lost";
}

/** Writes down that the request goes out now. Without the answer `send`, nothing may be sent. */
export async function announceIntent(take: PublishSteps, claim: ClaimRef): Promise<IntentAnswer> {
  return parse(IntentAnswer, await take("intent", refOf(claim)));
}

/** Says how sending, or looking up, ended. Repeating it changes nothing. */
export async function reportOutcome(
  take: PublishSteps,
  report: OutcomeReport,
): Promise<OutcomeAnswer> {
  return parse(OutcomeAnswer, await take("outcome", report));
}

/**
 * Tells the data service the highest number of an intent that the worker remembers, null for none.
 * `set_back`: it was restored from a backup, and publishing is stopped until an operator goes on. `ask_again`, only
 * where the worker `can_wait`: another worker may know.
 */
export async function noteSetBack(
  client: DirectusClient,
  request: SetBackRequest,
): Promise<SetBackAnswer> {
  return parse(SetBackAnswer, await post(client, "set-back", request));
}

/** Published posts of these platforms that are to be looked at, and whether there may be more: are they still there? */
export async function takeLiveChecks(
  client: DirectusClient,
  platforms: readonly string[],
): Promise<LiveChecksAnswer> {
  return parse(LiveChecksAnswer, await post(client, "live-checks", { platforms }));
}

/** Says whether a published post was seen on its platform, with a picture of it if there is one. */
export async function reportLive(client: DirectusClient, report: LiveReport): Promise<void> {
  await post(client, "live", report);
}

/** Where a post is on its platform; null when it is not there any more, or nobody knows. */
export async function readWhereabouts(
  client: DirectusClient,
  postId: string,
): Promise<{ profileId: string; platformPostId: string } | null> {
  const [row] = await client.send(
    readItems("scheduled_posts", {
      fields: ["creator_profile_id", "platform_post_id"],
      filter: { id: { _eq: postId } },
      limit: 1,
    }),
  );
  if (row === undefined || row.platform_post_id === null) return null;
  return { profileId: row.creator_profile_id, platformPostId: row.platform_post_id };
}

/** Says that a post was deleted on its platform, as its owner wanted. Repeating it changes nothing. */
export async function reportRemoved(client: DirectusClient, report: RemovedReport): Promise<void> {
  await post(client, "removed", report);
}

/** Gives back claims that ran out, and wakes posts whose wake-up was lost. */
export async function sweepPosts(client: DirectusClient): Promise<void> {
  await post(client, "sweep", {});
}

/** Puts jobs that were left queued, and lost schedules, back into the queues. */
export async function sweepJobs(client: DirectusClient): Promise<void> {
  await client.send(customEndpoint({ method: "POST", path: "/jobs/sweep", body: "{}" }));
}

/** Takes over posts whose outcome is unknown, to settle it; says whether there may be more. */
export async function takeUnconfirmed(client: DirectusClient): Promise<ReconcileAnswer> {
  return parse(ReconcileAnswer, await post(client, "reconcile", {}));
}

/** The platform's ids of posts of this profile that are known to be published, newest first. */
export async function listPublishedPostIds(
  client: DirectusClient,
  profileId: string,
): Promise<string[]> {
  const rows = await client.send(
    readItems("scheduled_posts", {
      fields: ["platform_post_id"],
      filter: { creator_profile_id: { _eq: profileId }, platform_post_id: { _nnull: true } },
      sort: ["-scheduled_for"],
      limit: 200,
    }),
  );
  return rows.flatMap(({ platform_post_id: id }) => (id === null ? [] : [id]));
}

function post(client: DirectusClient, call: string, body: object): Promise<unknown> {
  return client.send(
    customEndpoint({
      method: "POST",
      path: `/publishing/${call}`,
      body: JSON.stringify(body),
    }),
  );
}

const refOf = ({ post_id, claim_token }: ClaimRef): ClaimRef => ({ post_id, claim_token });

type Parser<Output> = {
  safeParse: (value: unknown) => { success: boolean; data?: Output; error?: unknown };
};

function parse<Output>(schema: Parser<Output>, value: unknown): Output {
  const { data, error } = schema.safeParse(value);
  if (data !== undefined) return data;
  throw new AppError(
    "internal",
    "The data service answered what this version does not understand. Bring all services to one version.",
    { cause: error },
  );
}
