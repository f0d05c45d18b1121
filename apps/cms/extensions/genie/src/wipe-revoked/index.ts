import type { Context, Hook, Payload } from "../directus.ts";

/**
 * A session that is revoked is empty from then on, whoever revokes it, and an account that has no other
 * way in says so. Runs after sealing, so that nothing puts cookies back in the same write.
 */
export const wipeRevoked: Hook = ({ action, filter }, { database }) => {
  filter<Payload>("platform_sessions.items.update", (payload) =>
    payload["status"] === "revoked"
      ? { ...payload, cookies: null, key_id: null, user_agent: null }
      : payload,
  );

  action("platform_sessions.items.update", async ({ keys, payload }) => {
    const { status } = payload as Payload;
    if (status === "revoked" && Array.isArray(keys)) await noteLoss(database, keys.map(String));
  });
};

/** By SQL, for she has just done it herself and needs no flow to tell her. */
async function noteLoss(database: Context["database"], sessions: string[]): Promise<void> {
  const accounts = database("platform_sessions")
    .whereIn("id", sessions)
    .select("creator_profile_id");
  const reachable = database("platform_sessions")
    .where("status", "active")
    .whereRaw("creator_profile_id = creator_profiles.id");
  await database("creator_profiles")
    .whereIn("id", accounts)
    .whereNull("credentials")
    .whereNotExists(reachable)
    .update({ connection_status: "needs_login" });
}
