import type { Context } from "../../directus.ts";

/** What nobody answered in time says so, and keeps no input; after a month nothing is left of any. */
export async function sweepConfirmations({ database }: Pick<Context, "database">): Promise<void> {
  await database("confirmations")
    .where({ status: "pending" })
    .andWhereRaw("expires_at < clock_timestamp()")
    .update({ status: "expired", params: "{}" });
  await database("confirmations")
    .whereRaw("date_created < clock_timestamp() - interval '30 days'")
    .delete();
}
