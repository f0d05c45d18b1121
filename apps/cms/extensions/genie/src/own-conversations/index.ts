import { asksHerself } from "../caller.ts";
import type { Accountability, Hook, Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";

/**
 * Only a person herself writes conversations. The brakes on what the assistant does go by what was said
 * and read in them, so a program that could change one could take the brakes off.
 */
export const ownConversations: Hook = ({ filter }) => {
  filter<Payload>("conversations.items.create", (payload, _meta, { accountability }) =>
    onlyHers(payload, accountability),
  );
  filter<Payload>("conversations.items.update", (payload, _meta, { accountability }) =>
    onlyHers(payload, accountability),
  );
};

function onlyHers(payload: Payload, accountability: Accountability | null): Payload {
  if (asksHerself(accountability)) return payload;
  throw refusal(
    "FORBIDDEN",
    "Only a person who is signed in herself writes conversations; a program may read and delete them. Nothing was saved.",
  );
}
