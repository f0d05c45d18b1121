import { z } from "zod";
import { gateEnv } from "../../gate-env.ts";
import { defineOperation } from "../define-operation.ts";
import { toldStates, wordsForAccount, wordsForPost } from "./words.ts";

/**
 * Answers what "Tell one person" takes, for the owner of each row that is still in the state of which
 * she is to be told.
 */
export const writeToOwner = defineOperation({
  id: "write_to_owner",
  options: z.strictObject({
    about: z.enum(["post", "account"]),
    keys: z.array(z.uuid()).max(500),
    state: z.string().max(64),
  }),
  run: async ({ about, keys, state }, { database, env }) => {
    const { origin } = gateEnv(env);
    if (about === "account") {
      const accounts = await database("creator_profiles")
        .whereIn("id", keys)
        .where("connection_status", state)
        .whereNot("connection_status", "connected")
        .select<{ id: string; user_id: string }[]>("id", "user_id");
      return accounts.map(({ id, user_id: recipient }) => ({
        recipient,
        ...wordsForAccount(origin),
        collection: "creator_profiles",
        item: id,
      }));
    }
    const told = toldStates.find((candidate) => candidate === state);
    if (!told) return [];
    const posts = await database("scheduled_posts")
      .whereIn("id", keys)
      .where("status", told)
      .select<{ id: string; user_id: string; scheduled_for: Date | null; timezone: string }[]>(
        "id",
        "user_id",
        "scheduled_for",
        "timezone",
      );
    return posts.map(({ id, user_id: recipient, scheduled_for: at, timezone }) => ({
      recipient,
      ...wordsForPost(told, { id, planned: planned(at, timezone) }, origin),
      collection: "scheduled_posts",
      item: id,
    }));
  },
});

/** As it was planned, by the clock that it was planned by. */
function planned(at: Date | null, timeZone: string): string {
  if (at === null) return "no time";
  const form = { dateStyle: "long", timeStyle: "short" } as const;
  try {
    return new Intl.DateTimeFormat("en", { ...form, timeZone }).format(at);
  } catch {
    return new Intl.DateTimeFormat("en", { ...form, timeZone: "UTC" }).format(at);
  }
}
