import { keepsToldMessages } from "@genie/schema";
import { asksHerself, ownerSeenBy } from "../caller.ts";
import type { Accountability, Hook, Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";

/**
 * Only a person herself writes conversations. The brakes on what the assistant does go by what was said
 * and read in them, so a program that could change one could take the brakes off. What one window of hers
 * has saved, another one that does not know of it does not take away.
 */
export const ownConversations: Hook = ({ filter }) => {
  filter<Payload>("conversations.items.create", (payload, _meta, { accountability }) =>
    onlyHers(payload, accountability),
  );
  filter<Payload>("conversations.items.update", async (payload, meta, context) => {
    const { accountability, database } = context;
    const { messages } = onlyHers(payload, accountability);
    // Directus refuses what is no list.
    if (!Array.isArray(messages)) return payload;
    const owner = ownerSeenBy(accountability);
    const stored = await database("conversations")
      .whereIn("id", [...(meta.keys ?? [])])
      .andWhere(owner === null ? {} : { user_id: owner })
      .select<{ messages: unknown[] }[]>("messages");
    if (stored.every((row) => keepsToldMessages(row.messages, messages))) return payload;
    throw refusal(
      "CONFLICT",
      "Another window or device of yours has written in this conversation meanwhile, and this would have taken that away. Nothing was saved and nothing is lost; load the page again and say it there.",
    );
  });
};

function onlyHers(payload: Payload, accountability: Accountability | null): Payload {
  if (asksHerself(accountability)) return payload;
  throw refusal(
    "FORBIDDEN",
    "Only a person who is signed in herself writes conversations; a program may read and delete them. Nothing was saved.",
  );
}
