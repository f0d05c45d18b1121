import { pipeline } from "node:stream/promises";
import { hashTicket } from "@genie/crypto";
import type { Response } from "express";
import type { Knex } from "knex";
import type { Context } from "../../directus.ts";
import { reasonOf } from "../../gate-queues.ts";
import { refusal } from "../../refusals.ts";
import { cutOff } from "../end-lost-transfers.ts";
import { endTransfer, keepAlive } from "../transfer.ts";
import { openArchive } from "./open-archive.ts";
import { writeExport } from "./write-export.ts";

type Transfer = { id: string; user_id: string };

/**
 * Answers with the archive that a ticket leads to, once; `user` null stands for the operator. It is made while it is
 * sent. Where it breaks off the connection is cut, so that nobody takes a part for the whole.
 */
export async function sendExport(
  { database, logger }: Pick<Context, "database" | "logger">,
  response: Response,
  { ticket, user }: { ticket: string; user: string | null },
): Promise<void> {
  const transfer = await redeem(database, ticket, user);
  const gone = new AbortController();
  const archive = openArchive(gone.signal);
  const pulse = keepAlive(database, transfer.id, () => gone.abort());
  response.writeHead(200, {
    "Content-Type": "application/zip",
    "Content-Disposition": `attachment; filename="genie-helper-${new Date().toISOString().slice(0, 10)}.zip"`,
    "Cache-Control": "no-store",
    // A proxy that gathers what it passes on would keep a copy of everything.
    "X-Accel-Buffering": "no",
  });
  // The response goes first when she goes away, the archive when something can't be read.
  const sent = pipeline(archive.stream, response, { signal: gone.signal });
  sent.catch(() => gone.abort());
  try {
    const result = await writeExport(database, transfer.user_id, archive, pulse.tell);
    await sent;
    await endTransfer(database, transfer.id, {
      status: "completed",
      progress: 100,
      result: JSON.stringify(result),
    });
  } catch (error) {
    gone.abort();
    response.destroy();
    await sent.catch(() => undefined);
    logger.warn({ transfer: transfer.id, reason: reasonOf(error) }, "an export broke off");
    await endTransfer(database, transfer.id, { status: "failed", error: cutOff.export });
  } finally {
    pulse.stop();
  }
}

async function redeem(database: Knex, ticket: string, user: string | null): Promise<Transfer> {
  const [row] = await database("data_transfers")
    .where({
      ticket_hash: hashTicket(ticket),
      status: "ready",
      ...(user !== null && { user_id: user }),
    })
    .whereRaw("ticket_expires_at > clock_timestamp()")
    .update({
      status: "running",
      ticket_hash: null,
      ticket_expires_at: null,
      alive_at: database.raw("clock_timestamp()"),
    })
    .returning<Transfer[]>(["id", "user_id"]);
  if (row) return row;
  throw refusal(
    "FORBIDDEN",
    "This download was used already, is too old or is not yours. Start it again in the settings, under Your data.",
  );
}
