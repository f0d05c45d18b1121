import type { ProposeAnswer } from "@genie/schema";
import type { Accountability, Context } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { classifyOne } from "./classify-one.ts";

/** Keeps, of what a language model says of an entry, what is a tag of ours and not on it already. */
export async function proposeTags(
  context: Context,
  worker: Accountability,
  { id, terms }: { id: string; terms: readonly string[] },
): Promise<ProposeAnswer> {
  const row = await context
    .database("scraped_media")
    .where({ id })
    .first<{ user_id: string } | undefined>("user_id");
  if (row === undefined) {
    throw refusal("NOT_FOUND", "This entry is not there any more. Nothing was proposed.");
  }
  const request = { id, owner: row.user_id, accountability: worker };
  const { classification } = await classifyOne(context, request, async (_entry, { ask }) => {
    const resolved = await ask("resolve", terms);
    return { proposals: [...new Set(resolved.flatMap((tag) => tag ?? []))] };
  });
  const proposed = classification.tags.filter(({ by }) => by === "proposed");
  return { proposed: proposed.map(({ tag }) => tag) };
}
