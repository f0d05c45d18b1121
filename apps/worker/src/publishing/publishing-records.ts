import {
  announceIntent,
  claimPost,
  type DirectusClient,
  listPublishedPostIds,
  renewClaim,
  reportOutcome,
  takeUnconfirmed,
} from "@genie/directus-client";
import type {
  Claim,
  ClaimAnswer,
  ClaimRef,
  IntentAnswer,
  OutcomeAnswer,
  OutcomeReport,
} from "@genie/schema";

/** The ledger of what is sent, kept behind the publishing endpoint. */
export type PublishingRecords = {
  claim: (postId: string) => Promise<ClaimAnswer>;
  renew: (claim: ClaimRef) => Promise<"lost" | "renewed">;
  intend: (claim: ClaimRef) => Promise<IntentAnswer>;
  report: (report: OutcomeReport) => Promise<OutcomeAnswer>;
  takeUnconfirmed: () => Promise<Claim[]>;
  publishedIds: (profileId: string) => Promise<string[]>;
};

export function publishingRecords(client: DirectusClient): PublishingRecords {
  return {
    claim: (postId) => claimPost(client, postId),
    renew: (claim) => renewClaim(client, claim),
    intend: (claim) => announceIntent(client, claim),
    report: (report) => reportOutcome(client, report),
    takeUnconfirmed: () => takeUnconfirmed(client),
    publishedIds: (profileId) => listPublishedPostIds(client, profileId),
  };
}
