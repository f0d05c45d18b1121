import { createWriteStream } from "node:fs";
import { unlink } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { roles, tooLargeToImport } from "@genie/schema";
import type { Context, GateRequest } from "../../directus.ts";
import { reasonOf } from "../../gate-queues.ts";
import { refusal } from "../../refusals.ts";
import { diskFull, hasRoom } from "../../uploads/room.ts";
import { cutOff } from "../end-lost-transfers.ts";
import { beginTransfer, endTransfer, keepAlive } from "../transfer.ts";
import { importFolder, importPath } from "./remove-left-over.ts";
import { runImport } from "./run-import.ts";

/** Bytes that imports of this process may still take. */
let underWay = 0;
/** The database may be on the same disk. */
const leftForOthers = 2 * 1024 ** 3;

/**
 * Takes an export and answers when all of it has arrived; bringing it in goes on by itself. It is kept for that time
 * alone, beside the stored files, since a ZIP is read from its end.
 */
export async function receiveImport(
  context: Context,
  request: GateRequest,
  user: string,
): Promise<{ id: string }> {
  const { database, logger } = context;
  const sizeBytes = Number(request.headers["content-length"] ?? 0);
  if (!request.headers["content-type"]?.startsWith("application/zip") || !(sizeBytes > 0)) {
    throw refusal("INVALID_PAYLOAD", "Send the export as application/zip. Nothing was imported.");
  }
  const tooLarge = tooLargeToImport(sizeBytes);
  if (tooLarge !== null) throw refusal("CONTENT_TOO_LARGE", tooLarge);
  const person = await database("directus_users").where({ id: user }).first("role");
  if (!person || person.role === roles.viewer.id) {
    throw refusal("FORBIDDEN", "Only a creator's account can import. Nothing was imported.");
  }
  // It lies there twice for a while, packed and brought in.
  const wanted = sizeBytes * 2;
  const ended = () => {
    underWay -= wanted;
  };
  // Before it is looked: another that comes meanwhile must not be promised the same room.
  underWay += wanted;
  try {
    if (!(await hasRoom(importFolder(context), underWay + leftForOthers))) {
      throw diskFull("this export");
    }
    const id = await receive(context, request, user);
    runImport(context, { id, user, path: importPath(context, id), sizeBytes })
      .catch((error: unknown) => {
        logger.warn({ transfer: id, reason: reasonOf(error) }, "an import could not be ended");
      })
      .finally(ended);
    return { id };
  } catch (error) {
    ended();
    throw error;
  }
}

/** Stores what arrives and answers the id of its import. */
async function receive(context: Context, request: GateRequest, user: string): Promise<string> {
  const { database } = context;
  const id = await beginTransfer(database, user, "import", { status: "running" });
  const path = importPath(context, id);
  const pulse = keepAlive(database, id, () => request.destroy());
  try {
    await pipeline(request, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await unlink(path).catch(() => undefined);
    await endTransfer(database, id, { status: "failed", error: cutOff.import });
    throw error;
  } finally {
    pulse.stop();
  }
  return id;
}
