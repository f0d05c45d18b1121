import type { Knex } from "knex";

export type Deletion = { id: string; person: string };

/** Adds to what the report will say, in the transaction that removes it: so it counts once, whatever ends in between. */
export async function addRemoved(
  trx: Knex,
  { id }: Deletion,
  name: string,
  count: number,
): Promise<void> {
  if (count === 0) return;
  await trx("account_deletions")
    .where({ id })
    .update({
      removed: trx.raw(
        "(removed::jsonb || jsonb_build_object(?::text, coalesce((removed->>?)::int, 0) + ?::int))::json",
        [name, name, count],
      ),
    });
}
