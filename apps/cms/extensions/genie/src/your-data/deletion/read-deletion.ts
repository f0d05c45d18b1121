import { hashTicket } from "@genie/crypto";
import type { DeletionStatus } from "@genie/schema";
import type { Knex } from "knex";
import { refusal } from "../../refusals.ts";

type Row = {
  status: DeletionStatus["status"];
  removed: Record<string, number>;
  date_created: Date;
  completed_at: Date | null;
};

/** How far a deletion is, for who has its ticket: the person is signed in no more. */
export async function readDeletion(database: Knex, ticket: string): Promise<DeletionStatus> {
  const row = await database("account_deletions")
    .where({ ticket_hash: hashTicket(ticket) })
    .first<Row | undefined>("status", "removed", "date_created", "completed_at");
  if (!row) throw refusal("FORBIDDEN", "There is no such deletion.");
  return {
    status: row.status,
    removed: row.removed,
    asked_at: row.date_created.toISOString(),
    completed_at: row.completed_at?.toISOString() ?? null,
  };
}
