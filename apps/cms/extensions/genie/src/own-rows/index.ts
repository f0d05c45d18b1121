import { ownership } from "@genie/schema";
import { actsForItself, callerOf } from "../caller.ts";
import type { Hook, Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { keepFilesWithTheirOwner } from "./files.ts";
import { ownersOfRows, referencedIds, requireOwner, soleOwnerOf } from "./references.ts";

/**
 * Every owned row has the right owner, for ever: the caller's own for people and programs, that of
 * the rows it refers to for services. All references of a row belong to one owner.
 */
export const ownRows: Hook = (events, context) => {
  events.filter<Payload>(
    "items.create",
    async (payload, { collection }, { database, accountability }) => {
      const owned = ownership.get(collection);
      if (!owned) return payload;
      const references = referencedIds(owned, payload);
      const { [owned.ownerField]: claimed, ...rest } = payload;
      if (actsForItself(callerOf(accountability))) {
        await requireOwner(database, references, accountability?.user ?? null);
        // The role's preset sets the owner; what the caller says about it does not count.
        return rest;
      }
      const owner =
        (await soleOwnerOf(database, references)) ?? claimed ?? accountability?.user ?? null;
      if (typeof owner !== "string") {
        throw refusal(
          "INVALID_PAYLOAD",
          `A row of ${collection} needs an owner: send ${owned.ownerField}, or refer to a row that has one.`,
        );
      }
      await requireOwner(database, references, owner);
      return { ...rest, [owned.ownerField]: owner };
    },
  );

  events.filter<Payload>(
    "items.update",
    async (payload, { collection, keys = [] }, { database, accountability }) => {
      const owned = ownership.get(collection);
      if (!owned) return payload;
      const references = referencedIds(owned, payload);
      const touchesOwner = owned.ownerField in payload;
      if (references.length === 0 && !touchesOwner) return payload;
      const owners = actsForItself(callerOf(accountability))
        ? [accountability?.user ?? null]
        : await ownersOfRows(database, collection, owned.ownerField, keys);
      if (touchesOwner && owners.some((owner) => owner !== payload[owned.ownerField])) {
        throw refusal(
          "FORBIDDEN",
          "The owner of a row can't be changed. Create a new row for the other owner.",
        );
      }
      for (const owner of owners) await requireOwner(database, references, owner);
      return payload;
    },
  );

  keepFilesWithTheirOwner(events, context);
};
