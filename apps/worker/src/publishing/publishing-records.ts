import {
  announceIntent,
  claimPost,
  type DirectusClient,
  listPublishedPostIds,
  publishSteps,
  renewClaim,
  reportOutcome,
  takeUnconfirmed,
} from "@genie/directus-client";
import type {
  ClaimAnswer,
  ClaimRef,
  IntentAnswer,
  OutcomeAnswer,
  OutcomeReport,
  ReconcileAnswer,
} from "@genie/schema";
import type { IntentMemory } from "./intent-memory.ts";

/** The ledger of what is sent, kept behind the publishing endpoint. */
export type PublishingRecords = {
  claim: (postId: string) => Promise<ClaimAnswer>;
  renew: (claim: ClaimRef) => Promise<"lost" | "renewed">;
  intend: (claim: ClaimRef) => Promise<IntentAnswer>;
  report: (report: OutcomeReport) => Promise<OutcomeAnswer>;
  takeUnconfirmed: () => Promise<ReconcileAnswer>;
  publishedIds: (profileId: string) => Promise<string[]>;
};

export function publishingRecords(
  client: DirectusClient,
  memory: Pick<IntentMemory, "note">,
): PublishingRecords {
  const take = publishSteps(client);
  return {
    claim: (postId) => claimPost(take, postId),
    renew: (claim) => renewClaim(take, claim),
    intend: async (claim) => {
      const answer = await announceIntent(take, claim);
      if (answer.kind === "send") void memory.note(answer.intent_no);
      return answer;
    },
    report: (report) => reportOutcome(take, report),
    takeUnconfirmed: () => takeUnconfirmed(client),
    publishedIds: (profileId) => listPublishedPostIds(client, profileId),
  };
}
