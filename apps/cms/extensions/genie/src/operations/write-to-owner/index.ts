import type { PostState } from "@genie/schema";
import { z } from "zod";
import { gateEnv } from "../../gate-env.ts";
import { defineOperation } from "../define-operation.ts";
import { type PostNews, wordsForAccount, wordsForPost } from "./words.ts";

/**
 * Answers what "Tell one person" takes, for the owner of each row that she still has to hear of: posts by
 * what they are now, accounts that are still in `state`.
 */
export const writeToOwner = defineOperation({
  id: "write_to_owner",
  options: z.strictObject({
    about: z.enum(["post", "account"]),
    keys: z.array(z.uuid()).max(500),
    state: z.string().max(64).optional(),
  }),
  run: async ({ about, keys, state }, { database, env }) => {
    const { origin } = gateEnv(env);
    if (about === "account") {
      const accounts = await database("creator_profiles")
        .whereIn("id", keys)
        .where("connection_status", state ?? null)
        .whereNot("connection_status", "connected")
        .select<{ id: string; user_id: string }[]>("id", "user_id");
      return accounts.map(({ id, user_id: recipient }) => ({
        recipient,
        ...wordsForAccount(origin),
        collection: "creator_profiles",
        item: id,
      }));
    }
    const posts = await database<PostRow>("scheduled_posts").whereIn("id", keys);
    return posts.flatMap((post) => {
      const { id, user_id: recipient, scheduled_for: at, timezone } = post;
      const news = newsOf(post);
      if (news === null) return [];
      const words = wordsForPost(news, { id, planned: planned(at, timezone) }, origin);
      return [{ recipient, ...words, collection: "scheduled_posts", item: id }];
    });
  },
});

type PostRow = {
  id: string;
  user_id: string;
  status: PostState;
  scheduled_for: Date | null;
  timezone: string;
  asked_at: Date | null;
  taken_down_at: Date | null;
};

function newsOf({ status, asked_at: asked, taken_down_at: gone }: PostRow): PostNews | null {
  if (status === "failed" || status === "missed") return status;
  if (status === "unconfirmed" && asked !== null) return "asked";
  return status === "published" && gone !== null ? "taken_down" : null;
}

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
