import { createTicket } from "@genie/crypto";
import type { ExportAnswer } from "@genie/schema";
import type { Context } from "../../directus.ts";
import { beginTransfer } from "../transfer.ts";

const ticketMinutes = 5;

/** Makes the one way to an export of everything that `user` owns. */
export async function startExport(
  { database }: Pick<Context, "database">,
  user: string,
): Promise<ExportAnswer> {
  const { ticket, hash } = createTicket();
  const id = await beginTransfer(database, user, "export", {
    status: "ready",
    ticket_hash: hash,
    ticket_expires_at: database.raw("clock_timestamp() + ? * interval '1 minute'", [ticketMinutes]),
  });
  return { id, ticket };
}
