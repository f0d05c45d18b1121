import { randomUUID } from "node:crypto";
import { seal, toSealedValue } from "@genie/crypto";
import { findCollection, ownership, sealedFields } from "@genie/schema";
import { counter } from "@genie/telemetry";
import { actsForItself, callerOf } from "../caller.ts";
import type { Hook, Payload } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { ownersOfRows } from "../own-rows/references.ts";
import { refusal } from "../refusals.ts";

const sealed = counter({
  name: "genie_secrets_total",
  help: "Stored log-ins and other secrets that were sealed or opened",
  labels: ["operation", "result"],
});

/**
 * Seals secrets on their way in. Whatever a caller writes is plaintext, even if it looks sealed.
 * The sealed value is bound to its row and owner, so it opens nowhere else.
 */
export const sealSecrets: Hook = ({ filter }, { env: variables }) => {
  const { keyRing } = gateEnv(variables);

  filter<Payload>("items.create", (payload, { collection }, { accountability }) => {
    const fields = sealedFields.get(collection);
    if (!fields) return payload;
    // Runs after own-rows, which has set the owner for services; a person's is the preset.
    const owner = actsForItself(callerOf(accountability))
      ? accountability?.user
      : payload[ownerFieldOf(collection)];
    const { key_id: _claimed, ...rest } = payload;
    return sealAll(collection, fields, { ...rest, id: randomUUID() }, String(owner));
  });

  filter<Payload>("items.update", async (payload, { collection, keys = [] }, { database }) => {
    const secrets = sealedFields.get(collection);
    if (!secrets) return payload;
    const { key_id: _claimed, ...rest } = payload;
    const fields = secrets.filter((field) => field in rest);
    if (fields.length === 0) return rest;
    const [id] = keys;
    if (id === undefined || keys.length !== 1) {
      throw refusal(
        "INVALID_PAYLOAD",
        "Secrets are sealed one row at a time. Update each row by itself. Nothing was saved.",
      );
    }
    const [owner] = await ownersOfRows(database, collection, ownerFieldOf(collection), [id]);
    // A row that is not there is Directus' to refuse.
    if (!owner) return omit(rest, fields);
    const { id: _id, ...sealed } = sealAll(collection, fields, { ...rest, id }, owner);
    return sealed;
  });

  function sealAll(
    collection: string,
    fields: readonly string[],
    payload: Payload & { id: string },
    ownerId: string,
  ): Payload & { id: string } {
    const result = { ...payload };
    for (const field of fields) {
      const value = payload[field];
      if (value === undefined || value === null) continue;
      const context = { collection, field, rowId: payload.id, ownerId };
      sealed.inc({ operation: "seal", result: "done" });
      result[field] = toSealedValue(seal(keyRing, JSON.stringify(value), context));
      if ("key_id" in (findCollection(collection)?.fields ?? {})) {
        result["key_id"] = keyRing.primaryId;
      }
    }
    return result;
  }
};

const omit = (payload: Payload, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(payload).filter(([field]) => !fields.includes(field)));

const ownerFieldOf = (collection: string) => ownership.get(collection)?.ownerField ?? "user_id";
