import type { Knex } from "knex";
import type { Context } from "../../directus.ts";

/** What is left of a preview once nothing waits for it: the title and the effect. */
export const withoutLines = (database: Knex): Knex.Raw =>
  database.raw(`jsonb_set(preview::jsonb, '{lines}', '[]')`);

/** What nobody answered in time says so, and keeps no input; after a month nothing is left of any. */
export async function sweepConfirmations({ database }: Pick<Context, "database">): Promise<void> {
  await database("confirmations")
    .where({ status: "pending" })
    .andWhereRaw("expires_at < clock_timestamp()")
    .update({ status: "expired", params: "{}", preview: withoutLines(database) });
  await database("confirmations")
    .whereRaw("date_created < clock_timestamp() - interval '30 days'")
    .delete();
}
