import { createItem, readItems, updateItem } from "@directus/sdk";
import { askedForMs, type HitlSession, ParkAnswer } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { postToPeople } from "./post-to-people.ts";
import type { WorkerProfile } from "./worker-profiles.ts";

/** A log-in that waits, or waited, for a person. */
export type AskedLogIn = {
  id: string;
  profileId: string;
  status: HitlSession["status"];
  reason: HitlSession["reason"];
};

export type Question = { reason: HitlSession["reason"]; notes: string };

/**
 * The log-in to an account that its owner is asked for; null when there is none. One that she has begun by
 * herself holds nobody up.
 */
export async function findAsked(client: DirectusClient, profileId: string): Promise<string | null> {
  const [pending] = await client.send(
    readItems("hitl_sessions", {
      fields: ["id"],
      filter: { ...pendingOf(profileId), reason: { _neq: "login" } },
      limit: 1,
    }),
  );
  return pending?.id ?? null;
}

/** Asks the person to sign in herself, unless she is being asked already. Answers the row's id. */
export async function askPerson(
  client: DirectusClient,
  profile: Pick<WorkerProfile, "id" | "ownerId" | "platform">,
  { reason, notes }: Question,
): Promise<string> {
  const [pending] = await client.send(
    readItems("hitl_sessions", { fields: ["id"], filter: pendingOf(profile.id), limit: 1 }),
  );
  if (pending !== undefined) return pending.id;
  const row = {
    user_id: profile.ownerId,
    creator_profile_id: profile.id,
    platform: profile.platform,
    reason,
    notes,
    expires_at: new Date(Date.now() + askedForMs).toISOString(),
  };
  return (await client.send(createItem("hitl_sessions", row, { fields: ["id"] }))).id;
}

/** How such a log-in stands; null when it was removed. */
export async function readAsked(client: DirectusClient, id: string): Promise<AskedLogIn | null> {
  const [row] = await client.send(
    readItems("hitl_sessions", {
      fields: ["id", "creator_profile_id", "status", "reason"],
      filter: { id: { _eq: id } },
      limit: 1,
    }),
  );
  return row === undefined
    ? null
    : {
        id: row.id,
        profileId: row.creator_profile_id,
        status: row.status,
        reason: row.reason,
      };
}

/** Says in which browser she can sign in; null: in none, at the moment. */
export async function setWaitingBrowser(
  client: DirectusClient,
  id: string,
  browserSessionId: string | null,
): Promise<void> {
  const change = { browser_session_id: browserSessionId };
  await client.send(updateItem("hitl_sessions", id, change, { fields: ["id"] }));
}

/** Ends a log-in that came to nothing, and what waited for it. */
export async function failAsked(client: DirectusClient, id: string, notes: string): Promise<void> {
  await client.send(postToPeople("fail", { hitl_session_id: id, notes }));
}

/** Lets a job wait for the log-in to its account; false when nobody is asked for it any more. */
export async function parkJob(
  client: DirectusClient,
  jobId: string,
  sentence: string,
): Promise<boolean> {
  const answer = await client.send(postToPeople("park", { job_id: jobId, sentence }));
  return ParkAnswer.parse(answer).parked;
}

const pendingOf = (profileId: string) =>
  ({ creator_profile_id: { _eq: profileId }, status: { _eq: "pending" } }) as const;
