import { setImmediate as breathe } from "node:timers/promises";
import { type KeyRing, keyIdOfStart, reseal, sealedStart, toSealedValue } from "@genie/crypto";
import { AppError } from "@genie/errors";
import type { BadValue, RotateAnswer, SealedField } from "@genie/schema";
import type { Knex } from "knex";
import { isFilledSql, startLength, startSql } from "./stored-secrets.ts";

type Batch = { place: SealedField; after: string; limit: number };
type Stored = { id: string; owner: string; value: string; sealed: string | null };
type Resealed = { id: string; old: string; new: string };

/** So many are opened and sealed between other requests. */
const atOnce = 20;

/**
 * Seals up to `limit` values again that another key sealed, by SQL, so that nothing is told of it and no date
 * moves. A value is put in the place of the very one that was opened, or not at all. `last`: the last
 * row that was looked at, null when no more come.
 */
export async function resealBatch(
  database: Knex,
  keyRing: KeyRing,
  { place, after, limit }: Batch,
): Promise<Omit<RotateAnswer, "mark"> & { last: string | null }> {
  const rows = await othersOf(database, keyRing, { place, after, limit });
  const bad: BadValue[] = [];
  const fresh: Resealed[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % atOnce === atOnce - 1) await breathe();
    const outcome = resealRow(keyRing, place, row);
    if ("reason" in outcome) bad.push(outcome);
    else fresh.push(outcome);
  }
  const resealed = fresh.length === 0 ? 0 : await replace(database, keyRing, place, fresh);
  const last = rows.length < limit ? null : (rows.at(-1)?.id ?? null);
  return { resealed, passedOver: fresh.length - resealed, bad, last };
}

async function othersOf(
  database: Knex,
  { primaryId }: KeyRing,
  { place: { collection, field, ownerField }, after, limit }: Batch,
): Promise<Stored[]> {
  const { rows } = await database.raw<{ rows: Stored[] }>(
    `select id, ?? as owner, ??::text as value, ??->>'sealed' as sealed from ??
      where id > ? and ${isFilledSql} and ${startSql} is distinct from ?
      order by id limit ?`,
    [ownerField, field, field, collection, after, field, field, sealedStart(primaryId), limit],
  );
  return rows;
}

function resealRow(
  keyRing: KeyRing,
  { collection, field }: SealedField,
  { id, owner, value, sealed }: Stored,
): BadValue | Resealed {
  const bad = (reason: BadValue["reason"]) => ({ collection, field, id, reason });
  const keyId = keyIdOfStart(sealed?.slice(0, startLength) ?? "");
  if (sealed === null || keyId === undefined) return bad("damaged");
  if (!keyRing.masters.has(keyId)) return bad("missing_key");
  try {
    const again = reseal(keyRing, sealed, { collection, field, rowId: id, ownerId: owner });
    return { id, old: value, new: JSON.stringify(toSealedValue(again)) };
  } catch (error) {
    if (error instanceof AppError && error.code === "unopenable") return bad("unopenable");
    throw error;
  }
}

/** Waits for nobody: a row that somebody writes to at this moment is left to the next round. */
async function replace(
  database: Knex,
  { primaryId }: KeyRing,
  { collection, field, hasKeyId }: SealedField,
  fresh: readonly Resealed[],
): Promise<number> {
  const { rowCount } = await database.raw<{ rowCount: number }>(
    `with free as (select id from ?? where id = any(?::uuid[]) for no key update skip locked)
     update ?? as t set ?? = v.new::json ${hasKeyId ? ", key_id = ?" : ""}
       from free, unnest(?::uuid[], ?::text[], ?::text[]) as v(id, old, new)
      where t.id = free.id and v.id = t.id and t.??::text = v.old`,
    [
      collection,
      fresh.map(({ id }) => id),
      collection,
      field,
      ...(hasKeyId ? [primaryId] : []),
      fresh.map(({ id }) => id),
      fresh.map(({ old }) => old),
      fresh.map((one) => one.new),
      field,
    ],
  );
  return rowCount;
}
