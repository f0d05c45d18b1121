import type { Hook, Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";

/**
 * Takes out of a write what is as it was, so that flows hear of each change of an account's
 * connection once. Directus tells them of every write, with all that was sent.
 */
export const onlyChanges: Hook = ({ filter }) => {
  filter<Payload>("creator_profiles.items.update", async (payload, { keys = [] }, { database }) => {
    if (!("connection_status" in payload)) return payload;
    const { connection_status: wanted, ...rest } = payload;
    const states = await database("creator_profiles")
      .whereIn("id", keys)
      .distinct<{ connection_status: string }[]>("connection_status");
    const differing = states.filter(({ connection_status: state }) => state !== wanted);
    if (differing.length === 0) return rest;
    if (differing.length === states.length) return payload;
    throw refusal(
      "INVALID_PAYLOAD",
      "Some of these accounts are in that state already. Nothing was saved; choose only those that are not.",
    );
  });
};
