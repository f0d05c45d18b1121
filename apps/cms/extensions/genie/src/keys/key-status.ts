import { type KeyRing, keyIdOfStart } from "@genie/crypto";
import { everySealedField, type KeyStatus } from "@genie/schema";
import type { Knex } from "knex";
import { isFilledSql, startSql } from "./stored-secrets.ts";

type Counted = { collection: string; field: string; key: number | undefined; count: number };

/** How many values of each sealed field name which key as their own. None is opened. */
export async function readKeyStatus(database: Knex, keyRing: KeyRing): Promise<KeyStatus> {
  const counted: Counted[] = [];
  for (const { collection, field } of everySealedField) {
    const { rows } = await database.raw<{ rows: { start: string | null; count: number }[] }>(
      `select ${startSql} as start, count(*)::int as count from ?? where ${isFilledSql} group by 1`,
      [field, collection, field],
    );
    for (const { start, count } of rows) {
      counted.push({ collection, field, key: keyIdOfStart(start ?? ""), count });
    }
  }
  const valuesOf = (key: number | undefined) =>
    counted.filter((one) => one.key === key).map(({ key: _key, ...values }) => values);
  const named = counted.flatMap(({ key }) => key ?? []);
  const ids = [...new Set([...keyRing.masters.keys(), ...named])].toSorted((a, b) => a - b);
  return {
    primary: keyRing.primaryId,
    keys: ids.map((id) => ({ id, isThere: keyRing.masters.has(id), values: valuesOf(id) })),
    damaged: valuesOf(undefined),
  };
}
