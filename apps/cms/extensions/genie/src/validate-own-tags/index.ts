import type { Knex } from "knex";
import type { Hook, Payload } from "../directus.ts";
import { ownTagParts, unsaved } from "./own-tag-parts.ts";

const collectionName = "tag_overrides";
/** Of one creator. */
const mostTags = 1000;

/** Tags of a creator's own are words, in lower case, and not more than can be looked for at once. */
export const validateOwnTags: Hook = ({ filter }) => {
  filter<Payload>("items.create", async (payload, { collection }, { accountability, database }) => {
    if (collection !== collectionName) return payload;
    // An own row gets its owner from the preset of the role.
    const owner = payload["user_id"] ?? accountability?.user;
    if (typeof owner === "string") await requireRoom(database, owner);
    return { ...payload, ...ownTagParts({ tag: "", ...payload }) };
  });

  filter<Payload>("items.update", (payload, { collection }) =>
    collection === collectionName ? { ...payload, ...ownTagParts(payload) } : payload,
  );
};

async function requireRoom(database: Knex, owner: string): Promise<void> {
  // Until the commit, so that of two requests at once one sees the other's row.
  await database.raw("select genie_own_tags_lock(cast(? as uuid), true)", [owner]);
  const { rows } = await database.raw<{ rows: { full: boolean }[] }>(
    "select count(*) >= ? as full from tag_overrides where user_id = ?",
    [mostTags, owner],
  );
  if (rows[0]?.full === true) {
    throw unsaved(`You have ${mostTags} tags of your own, and no more can be kept. Delete some.`);
  }
}
