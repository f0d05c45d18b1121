import type { KeyRing } from "@genie/crypto";
import {
  everySealedField,
  type RotateAnswer,
  type RotationMark,
  type SealedField,
} from "@genie/schema";
import type { Knex } from "knex";
import { refusal } from "../refusals.ts";
import { resealBatch } from "./reseal-batch.ts";

type Asked = { mark: RotationMark | null; limit: number };

const beforeAll = "00000000-0000-0000-0000-000000000000";

/** One batch of one field, from the mark on. Rows that appear behind it are the next round's. */
export async function rotate(
  database: Knex,
  keyRing: KeyRing,
  { mark, limit }: Asked,
): Promise<RotateAnswer> {
  const at = mark === null ? 0 : indexOf(mark);
  const place = everySealedField[at];
  if (place === undefined) {
    throw refusal(
      "INVALID_PAYLOAD",
      "This mark names no field of ours. Begin without one; nothing was changed.",
    );
  }
  const { last, ...done } = await resealBatch(database, keyRing, {
    place,
    after: mark?.after ?? beforeAll,
    limit,
  });
  const next = last === null ? everySealedField[at + 1] : place;
  return { ...done, mark: next === undefined ? null : markOf(next, last ?? beforeAll) };
}

const indexOf = ({ collection, field }: RotationMark): number =>
  everySealedField.findIndex((one) => one.collection === collection && one.field === field);

const markOf = ({ collection, field }: SealedField, after: string): RotationMark => ({
  collection,
  field,
  after,
});
