import { customEndpoint, readItem, readItems, type RestCommand } from "@directus/sdk";
import { AppError } from "@genie/errors";
import {
  type DataTransfer,
  DeletionAnswer,
  DeletionStatus,
  type DirectusSchema,
  ExportAnswer,
  ExportResult,
  ImportAnswer,
  ImportResult,
} from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";
import { hasDirectusCode } from "./translate-error.ts";

/** A copy of everything that was downloaded or brought in: how far it is, or how it ended. */
export type Transfer = Pick<
  DataTransfer,
  "completed_at" | "error" | "id" | "progress" | "status"
> & { exported: ExportResult | null; imported: ImportResult | null };

const read = ["id", "status", "progress", "result", "error", "completed_at"] as const;

/** The caller's last transfers of a kind, the newest first. */
export async function listTransfers(
  client: DirectusClient,
  viewer: RowReader,
  kind: DataTransfer["kind"],
): Promise<Transfer[]> {
  const rows = await client.send(
    readItems("data_transfers", {
      fields: [...read],
      filter: { ...onlyOwn(viewer).filter, kind: { _eq: kind } },
      sort: ["-date_created"],
      limit: 5,
    }),
  );
  return rows.map(transferOf);
}

function transferOf({ result, ...row }: Pick<DataTransfer, (typeof read)[number]>): Transfer {
  return {
    ...row,
    exported: ExportResult.safeParse(result).data ?? null,
    imported: ImportResult.safeParse(result).data ?? null,
  };
}

/** Sends an export, which is then brought in by itself; answers the id of its transfer. */
export const startImport = (client: DirectusClient, file: Blob): Promise<string> =>
  sendExport(client, "/your-data/imports", file);

/** The same for anybody, for the operator. */
export const startImportOf = (client: DirectusClient, user: string, file: Blob): Promise<string> =>
  sendExport(client, `/your-data/imports/${user}`, file);

/** How far the import of anybody is, for the operator. */
export async function readImportOf(
  client: DirectusClient,
  id: string,
): Promise<Pick<Transfer, "error" | "progress" | "status"> & { result: ImportResult | null }> {
  const { imported, ...transfer } = transferOf(
    await client.send(readItem("data_transfers", id, { fields: [...read] })),
  );
  return { ...transfer, result: imported };
}

async function sendExport(client: DirectusClient, path: string, file: Blob): Promise<string> {
  const command: RestCommand<unknown, DirectusSchema> = () => ({
    method: "POST",
    path,
    headers: { "Content-Type": "application/zip" },
    // It goes as it is; the SDK only knows of text and forms.
    body: file as unknown as FormData,
  });
  return ImportAnswer.parse(await client.send(command)).id;
}

/** The one-time way to everything that the caller owns, for who knows her password. */
export function startExport(
  client: DirectusClient,
  current: string,
): Promise<ExportAnswer | "wrong_password"> {
  return unlessWrong(async () =>
    ExportAnswer.parse(await client.send(post("/your-data/exports", { current }))),
  );
}

/** The same for anybody, for the operator. */
export async function startExportOf(client: DirectusClient, user: string): Promise<ExportAnswer> {
  return ExportAnswer.parse(await client.send(post("/your-data/exports", { user })));
}

/** Where the ZIP of a ticket is fetched, once, below the address of Directus. */
export const exportPath = (ticket: string): string => `/your-data/exports/${ticket}`;

/** The bytes of the ZIP. They end with an error where it breaks off. */
export async function openExport(
  client: DirectusClient,
  ticket: string,
): Promise<ReadableStream<Uint8Array>> {
  const command: RestCommand<ReadableStream<Uint8Array> | null, DirectusSchema> = () => ({
    method: "GET",
    path: exportPath(ticket),
    onResponse: (response: Response) => response.body,
  });
  const body = await client.send(command);
  if (body !== null) return body;
  throw new AppError("internal", "The download was empty. Nothing was saved; start it again.");
}

/** Ends a download or an import that is under way; what an import brought in until then stays. */
export async function stopTransfer(client: DirectusClient, id: string): Promise<void> {
  await client.send(post(`/your-data/transfers/${id}/stop`, {}));
}

/** Deletes the caller's account with everything in it, for who knows her password. Nothing brings it back. */
export function deleteOwnAccount(
  client: DirectusClient,
  asked: { current: string; phrase: string },
): Promise<DeletionAnswer | "wrong_password"> {
  return unlessWrong(async () =>
    DeletionAnswer.parse(await client.send(post("/your-data/deletion", asked))),
  );
}

/** The same for anybody, for the operator. */
export async function deleteAccountOf(
  client: DirectusClient,
  user: string,
): Promise<DeletionAnswer> {
  return DeletionAnswer.parse(await client.send(post("/your-data/deletion", { user })));
}

/** How far a deletion is, for who has its ticket: nobody is signed in any more. */
export async function readDeletion(
  client: DirectusClient,
  ticket: string,
): Promise<DeletionStatus> {
  return DeletionStatus.parse(await client.send(post("/your-data/deletion/progress", { ticket })));
}

const post = (path: string, body: object) =>
  customEndpoint({ method: "POST", path, body: JSON.stringify(body) });

async function unlessWrong<Answer>(ask: () => Promise<Answer>): Promise<Answer | "wrong_password"> {
  try {
    return await ask();
  } catch (error) {
    if (hasDirectusCode(error, "WRONG_PASSWORD")) return "wrong_password";
    throw error;
  }
}
