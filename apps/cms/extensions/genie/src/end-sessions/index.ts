import type { Hook, Payload } from "../directus.ts";

type Made = { creator_profile_id: string; captured_at: Date };

/**
 * What the platform refuses keeps no cookies; that it was there and how long it lasted stays, by which
 * the end of the next session is told ahead. A new one takes the place of those before it. Runs after
 * sealing, so that nothing puts cookies back in the same write.
 */
export const endSessions: Hook = ({ filter, action }, { services, getSchema, database }) => {
  filter<Payload>("platform_sessions.items.update", (payload) =>
    payload["status"] === "expired" ? { ...payload, cookies: null } : payload,
  );

  action("platform_sessions.items.create", async ({ key }) => {
    const made = await database("platform_sessions")
      .where({ id: String(key), status: "active" })
      .first<Made | undefined>("creator_profile_id", "captured_at");
    if (made === undefined) return;
    const before = await database("platform_sessions")
      .where({ creator_profile_id: made.creator_profile_id, status: "active" })
      // Of two that come in together each sees the other: the later one stays.
      .where("captured_at", "<", made.captured_at)
      .pluck<string[]>("id");
    const sessions = new services.ItemsService("platform_sessions", {
      schema: await getSchema(),
      accountability: null,
    });
    for (const id of before) await sessions.updateOne(id, { status: "revoked" });
  });
};
