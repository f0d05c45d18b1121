import { createTicket, hashTicket } from "@genie/crypto";
import { liveLogin } from "@genie/jobs";
import type { Platform } from "@genie/platforms";
import {
  askedForMs,
  type EnterAnswer,
  type EnterRequest,
  type OpenAnswer,
  type RedeemAnswer,
} from "@genie/schema";
import type { Knex } from "knex";
import type { z } from "zod";
import type { Context } from "../directus.ts";
import { gateQueues } from "../gate-queues.ts";
import { lockAccount } from "../reading/claim-account.ts";
import { refusal } from "../refusals.ts";
import { settleAsked } from "./settle-asked.ts";

const ticketMs = 60_000;

type Asked = {
  id: string;
  status: "cancelled" | "completed" | "expired" | "failed" | "pending";
  notes: string | null;
  browser_session_id: string | null;
};

/** The row that stands for her log-in to an account of hers: the one that waits, or a new one. */
export async function openAsked(
  context: Context,
  platforms: readonly Platform[],
  user: string,
  profile: string,
): Promise<z.infer<typeof OpenAnswer>> {
  const { database, getSchema, services } = context;
  const schema = await getSchema();
  return database.transaction(async (trx) => {
    await lockAccount(trx, profile);
    const account = await trx("creator_profiles")
      .where({ id: profile, user_id: user })
      .first<{ platform: string } | undefined>("platform");
    if (!account) throw notYours("account");
    const platform = platforms.find(({ id }) => id === account.platform);
    if (!platform?.connectBy.includes("live_login")) {
      throw refusal(
        "INVALID_PAYLOAD",
        `${platform?.name ?? "This platform"} is not signed in to by hand. Connect the account in another way; nothing was changed.`,
      );
    }
    const pending = await trx("hitl_sessions")
      .where({ creator_profile_id: profile, status: "pending" })
      .first<{ id: string } | undefined>("id");
    if (pending) return { hitl_session_id: pending.id };
    const asked = new services.ItemsService("hitl_sessions", {
      schema,
      knex: trx,
      accountability: null,
    });
    const id = await asked.createOne({
      user_id: user,
      creator_profile_id: profile,
      platform: account.platform,
      reason: "login",
      expires_at: new Date(Date.now() + askedForMs).toISOString(),
    });
    return { hitl_session_id: id };
  });
}

/** The way into the browser that waits for her; it is started where there is none. */
export async function enterView(
  context: Context,
  user: string,
  { hitl_session_id: id, lost }: z.output<typeof EnterRequest>,
): Promise<EnterAnswer> {
  const { database } = context;
  const { status, notes, browser_session_id: browser } = await readAsked(database, user, id);
  if (status !== "pending") return { state: status, notes };
  if (browser === null || lost) {
    if (lost) await database("hitl_sessions").where({ id }).update({ browser_session_id: null });
    await gateQueues(context).enqueue(liveLogin, { hitlSessionId: id });
    return { state: "starting" };
  }
  const { ticket, hash } = createTicket();
  await database("hitl_sessions")
    .where({ id, status: "pending" })
    .update({
      ticket_hash: hash,
      ticket_expires_at: database.raw("clock_timestamp() + ? * interval '1 millisecond'", [
        ticketMs,
      ]),
    });
  return { state: "ready", ticket };
}

/** The browser that a ticket leads to, once, and for whom it was made out to alone. */
export async function redeemTicket(
  { database }: Context,
  user: string,
  ticket: string,
): Promise<z.infer<typeof RedeemAnswer>> {
  const [row] = await database("hitl_sessions")
    .where({ user_id: user, status: "pending", ticket_hash: hashTicket(ticket) })
    .whereRaw("ticket_expires_at > clock_timestamp()")
    .whereNotNull("browser_session_id")
    .update({ ticket_hash: null, ticket_expires_at: null })
    .returning<{ browser_session_id: string }[]>("browser_session_id");
  if (row) return row;
  throw refusal(
    "FORBIDDEN",
    "This way into the browser was used already, is too old or is not yours. Open the log-in again.",
  );
}

/** She does not want to sign in. */
export async function cancelAsked(context: Context, user: string, id: string): Promise<object> {
  await readAsked(context.database, user, id);
  await settleAsked(context, (asked) => asked.where({ id }), { status: "cancelled" });
  return {};
}

async function readAsked(database: Knex, user: string, id: string): Promise<Asked> {
  const row = await database("hitl_sessions")
    .where({ id, user_id: user })
    .first<Asked | undefined>("id", "status", "notes", "browser_session_id");
  if (row) return row;
  throw notYours("log-in");
}

const notYours = (what: string) =>
  refusal("FORBIDDEN", `There is no such ${what} of yours. Nothing was changed.`);
