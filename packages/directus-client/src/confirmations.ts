import type { ActionPreview, ActionSource, Confirmation as Row } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";
import { readRows } from "./read-rows.ts";

/** An action that waits, or waited, for the caller's yes. Times are ISO 8601. */
export type Confirmation = {
  id: string;
  slug: string;
  source: ActionSource;
  preview: ActionPreview;
  status: Row["status"];
  expiresAt: string;
  createdAt: string | null;
  /** The run that her yes started. */
  auditId: string | null;
};

const fields = [
  "id",
  "action_slug",
  "source",
  "preview",
  "status",
  "expires_at",
  "date_created",
  "agent_audit_id",
] as const satisfies readonly (keyof Row)[];

type ConfirmationRow = Pick<Row, (typeof fields)[number]>;

/** What waits for the caller and has time left, the oldest first. */
export async function listWaitingConfirmations(
  client: DirectusClient,
  viewer: RowReader,
): Promise<Confirmation[]> {
  const rows = await readRows<ConfirmationRow>(client, "confirmations", {
    fields,
    filter: {
      ...onlyOwn(viewer).filter,
      status: { _eq: "pending" },
      expires_at: { _gt: new Date().toISOString() },
    },
    sort: ["date_created"],
    limit: 20,
  });
  return rows.map(toConfirmation);
}

/** One of the caller's, however it stands; null when there is none (any more). */
export async function readConfirmation(
  client: DirectusClient,
  viewer: RowReader,
  id: string,
): Promise<Confirmation | null> {
  const filter = { ...onlyOwn(viewer).filter, id: { _eq: id } };
  const [row] = await readRows<ConfirmationRow>(client, "confirmations", {
    fields,
    filter,
    limit: 1,
  });
  return row === undefined ? null : toConfirmation(row);
}

function toConfirmation(row: ConfirmationRow): Confirmation {
  return {
    id: row.id,
    slug: row.action_slug,
    source: row.source,
    preview: row.preview,
    status: row.status,
    expiresAt: row.expires_at,
    createdAt: row.date_created,
    auditId: row.agent_audit_id,
  };
}
