import { EnterAnswer, OpenAnswer } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { postToPeople } from "./post-to-people.ts";

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
