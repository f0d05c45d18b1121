import type { Context } from "../directus.ts";
import { refusal } from "../refusals.ts";
import type { PairedBrowser } from "./paired-browser.ts";

/** Revokes what extensions have stored of an account of the browser's owner; the gate empties the rows. */
export async function wipeSession(
  { database, services, getSchema }: Context,
  { user_id: user }: PairedBrowser,
  account: string,
): Promise<{ wiped: number }> {
  const profile = await database("creator_profiles")
    .where({ id: account, user_id: user })
    .first("id");
  if (!profile) throw refusal("NOT_FOUND", "This account is not there. Nothing was changed.");
  const rows = await database("platform_sessions")
    .where({ creator_profile_id: account, captured_by: "extension" })
    .whereNot("status", "revoked")
    .select<{ id: string }[]>("id");
  const items = new services.ItemsService("platform_sessions", {
    schema: await getSchema(),
    accountability: null,
  });
  for (const { id } of rows) await items.updateOne(id, { status: "revoked" });
  return { wiped: rows.length };
}
