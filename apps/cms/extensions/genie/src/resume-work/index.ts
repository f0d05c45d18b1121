import type { Context, Hook, Payload } from "../directus.ts";
import { settleAsked } from "../people/settle-asked.ts";

/**
 * After the commit: an account that has a session again, or another log-in, needs nobody any more, and
 * what waited for it goes on.
 */
export const resumeWork: Hook = ({ action }, context) => {
  action("platform_sessions.items.create", ({ key }) => resumeFor(context, [String(key)]));
  action("platform_sessions.items.update", async ({ keys, payload }) => {
    if (holds(payload as Payload)) await resumeFor(context, keys as string[]);
  });
  action("creator_profiles.items.update", async ({ keys, payload }) => {
    if (!(payload as Payload)["credentials"]) return;
    await settleAsked(context, (asked) => asked.whereIn("creator_profile_id", keys as string[]), {
      status: "completed",
    });
  });
};

/** True for a write that may have brought a session back: another one, or one that holds again. */
const holds = (payload: Payload) => Boolean(payload["cookies"]) || payload["status"] === "active";

async function resumeFor(context: Context, sessions: readonly string[]): Promise<void> {
  const { database } = context;
  const active = database("platform_sessions")
    .whereIn("id", [...sessions])
    .where("status", "active")
    .select("creator_profile_id");
  await settleAsked(context, (asked) => asked.whereIn("creator_profile_id", active), {
    status: "completed",
  });
}
