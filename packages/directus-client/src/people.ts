import { readItems } from "@directus/sdk";
import { EnterAnswer, type HitlSession, OpenAnswer } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { postToPeople } from "./post-to-people.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";

/** A log-in that waits for her. */
export type LogInRequest = {
  id: string;
  profileId: string;
  reason: HitlSession["reason"];
  /** What the platform asked for, as a sentence. */
  notes: string | null;
  requestedAt: string | null;
  expiresAt: string | null;
  /** The job that goes on afterwards. */
  jobId: string | null;
};

/** The log-ins that wait for the caller, the oldest first. */
export async function listLogInRequests(
  client: DirectusClient,
  viewer: RowReader,
): Promise<LogInRequest[]> {
  const { filter } = onlyOwn(viewer);
  const rows = await client.send(
    readItems("hitl_sessions", {
      fields: [
        "id",
        "creator_profile_id",
        "reason",
        "notes",
        "requested_at",
        "expires_at",
        "resumes_job_id",
      ],
      filter: { ...filter, status: { _eq: "pending" } },
      sort: ["requested_at"],
      limit: -1,
    }),
  );
  return rows.map((row) => ({
    id: row.id,
    profileId: row.creator_profile_id,
    reason: row.reason,
    notes: row.notes,
    requestedAt: row.requested_at,
    expiresAt: row.expires_at,
    jobId: row.resumes_job_id,
  }));
}

/** Asks for a browser in which the caller can sign in to an account of hers. Answers the request's id. */
export async function openLogIn(client: DirectusClient, profileId: string): Promise<string> {
  const answer = await client.send(postToPeople("open", { creator_profile_id: profileId }));
  return OpenAnswer.parse(answer).hitl_session_id;
}

/**
 * The way into that browser, or how the log-in ended. Ask again while it is `starting`; `lost` says that
 * the browser which the last answer led to is not there.
 */
export async function enterLogIn(
  client: DirectusClient,
  id: string,
  { lost = false }: { lost?: boolean } = {},
): Promise<EnterAnswer> {
  return EnterAnswer.parse(await client.send(postToPeople("enter", { hitl_session_id: id, lost })));
}

/** Calls the log-in off; what waited for it ends. */
export async function cancelLogIn(client: DirectusClient, id: string): Promise<void> {
  await client.send(postToPeople("cancel", { hitl_session_id: id }));
}
