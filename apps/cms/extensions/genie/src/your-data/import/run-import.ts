import { unlink } from "node:fs/promises";
import { exportedCollections } from "@genie/schema";
import type { Accountability, Context } from "../../directus.ts";
import { reasonOf } from "../../gate-queues.ts";
import { cutOff } from "../end-lost-transfers.ts";
import { endTransfer, keepAlive } from "../transfer.ts";
import { importFiles } from "./import-files.ts";
import { importSteps, notImported } from "./import-plan.ts";
import { importReport, sentenceOf } from "./import-report.ts";
import { importRows } from "./import-rows.ts";
import { openExport } from "./open-export.ts";

/** Checking takes a tenth of the bar. */
const checkedPercent = 10;

export type ReceivedImport = { id: string; user: string; path: string; sizeBytes: number };

/** Checks what was received and brings it in; whatever happens, the received file is gone then. */
export async function runImport(context: Context, received: ReceivedImport): Promise<void> {
  const { id, user, path, sizeBytes } = received;
  const { database, logger } = context;
  let isOver = false;
  const pulse = keepAlive(database, id, () => {
    isOver = true;
  });
  const requireWanted = () => {
    if (isOver) throw new Error("The import was called off.");
  };
  const report = importReport();
  try {
    const opened = await openExport(path, sizeBytes, (share) => {
      requireWanted();
      pulse.tell(Math.floor(share * checkedPercent));
    });
    try {
      const total = Object.values(opened.manifest.rows).reduce((sum, count) => sum + count, 1);
      let done = 0;
      const importer = {
        context,
        schema: await context.getSchema(),
        user,
        accountability: await inHerName(context, user),
        opened,
        report,
        here: new Map<string, Map<string, string>>(),
        onRow: () => {
          requireWanted();
          done += 1;
          const left = 99 - checkedPercent;
          pulse.tell(checkedPercent + Math.floor(Math.min(1, done / total) * left));
        },
      };
      await importFiles(importer);
      for (const step of importSteps) await importRows(importer, step);
      for (const { name } of exportedCollections) {
        const count = opened.manifest.rows[name] ?? 0;
        if (notImported.has(name) && count > 0) report.result.left_out[name] = count;
      }
    } finally {
      opened.close();
    }
    await endTransfer(database, id, {
      status: "completed",
      progress: 100,
      result: JSON.stringify(report.result),
    });
  } catch (error) {
    logger.warn({ transfer: id, reason: reasonOf(error) }, "an import did not get to its end");
    const sentence = sentenceOf(error);
    await endTransfer(database, id, {
      status: "failed",
      error: sentence.startsWith("This file") ? sentence : cutOff.import,
      result: JSON.stringify(report.result),
    });
  } finally {
    pulse.stop();
    await unlink(path).catch(() => undefined);
  }
}

async function inHerName({ database }: Context, user: string): Promise<Accountability> {
  const row = await database("directus_users")
    .where({ id: user })
    .first<{ role: string | null } | undefined>("role");
  const role = row?.role ?? null;
  return { user, role, roles: role === null ? [] : [role], admin: true, app: true, ip: null };
}
