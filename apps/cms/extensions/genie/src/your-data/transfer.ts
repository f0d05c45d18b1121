import { randomUUID } from "node:crypto";
import type { DataTransfer } from "@genie/schema";
import type { Knex } from "knex";
import { refusal } from "../refusals.ts";
import { endLostTransfers } from "./end-lost-transfers.ts";

type Kind = DataTransfer["kind"];

const underWay = {
  export:
    "A download of your data is under way. Wait until it is over, or stop it, and start another one then.",
  import: "An import is under way. Wait until it is over, and start another one then.",
} as const satisfies Record<Kind, string>;

/** Makes the row of a transfer and answers its id. A person has one of a kind at a time. */
export async function beginTransfer(
  database: Knex,
  user: string,
  kind: Kind,
  values: Record<string, unknown>,
): Promise<string> {
  const id = randomUUID();
  await database.transaction(async (trx) => {
    const person = await trx("directus_users").where({ id: user }).forUpdate().first("id");
    if (!person) throw refusal("NOT_FOUND", "There is no such person. Nothing was done.");
    await endLostTransfers(trx, user);
    const own = () => trx("data_transfers").where({ user_id: user, kind });
    if (await own().where({ status: "running" }).first("id")) {
      throw refusal("CONFLICT", underWay[kind]);
    }
    await own().where({ status: "ready" }).delete();
    await trx("data_transfers").insert({
      id,
      user_id: user,
      kind,
      ...values,
      alive_at: trx.raw("clock_timestamp()"),
      date_created: trx.raw("clock_timestamp()"),
    });
  });
  return id;
}

/** How often a transfer says that it goes on, and hears that it was called off. */
export const beatMs = 2_000;

/** Writes down that a transfer goes on, and how far it is; `onOver` when it was called off. */
export function keepAlive(database: Knex, id: string, onOver: () => void) {
  let progress = 0;
  const beat = async () => {
    const alive = await database("data_transfers")
      .where({ id, status: "running" })
      .update({ progress, alive_at: database.raw("clock_timestamp()") });
    if (alive === 0) onOver();
  };
  const timer = setInterval(() => {
    // The next beat says the same.
    beat().catch(() => undefined);
  }, beatMs);
  return {
    tell: (percent: number) => {
      progress = percent;
    },
    stop: () => clearInterval(timer),
  };
}

/** Writes down how a transfer ended, unless it was called off. */
export async function endTransfer(
  database: Knex,
  id: string,
  values: Record<string, unknown>,
): Promise<void> {
  await database("data_transfers")
    .where({ id, status: "running" })
    .update({ ...values, completed_at: database.raw("clock_timestamp()") });
}
