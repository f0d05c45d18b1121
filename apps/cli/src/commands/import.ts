import { openAsBlob } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import {
  createDirectusClient,
  type DirectusClient,
  readImportOf,
  startImportOf,
} from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { type ImportResult, importReportText, tooLargeToImport } from "@genie/schema";
import { openInstallation } from "@genie/stack";
import { Command } from "commander";
import { findAccount } from "../find-account.ts";
import { progressLine } from "../progress-line.ts";

const askAgainMs = 500;

/** `genie import`: brings an export in for a person, as she could herself. */
export const importCommand = new Command("import")
  .description("Bring an export in for a person; what is there already is not added again")
  .argument("<email>")
  .requiredOption("--from <file>", "the ZIP that was exported")
  .action(bringIn);

async function bringIn(email: string, { from }: { from: string }): Promise<void> {
  const { directus, adminToken } = openInstallation().running();
  const client = createDirectusClient({ url: directus, token: adminToken });
  const { id: user } = await findAccount(client, email);
  const file = await openAsBlob(from, { type: "application/zip" }).catch((cause: unknown) => {
    throw new AppError("invalid_input", `${from} can't be read. Nothing was imported.`, { cause });
  });
  const tooLarge = tooLargeToImport(file.size);
  if (tooLarge !== null) throw new AppError("invalid_input", tooLarge);
  const result = await followed(client, await startImportOf(client, user, file));
  process.stdout.write(importReportText(result));
}

async function followed(client: DirectusClient, id: string): Promise<ImportResult> {
  const show = progressLine();
  try {
    for (;;) {
      const { status, progress, result, error } = await readImportOf(client, id);
      if (status === "failed" || status === "cancelled") {
        throw new AppError("invalid_input", error ?? "The import was called off.");
      }
      if (status === "completed" && result !== null) return result;
      show(`${progress} %`);
      await wait(askAgainMs);
    }
  } finally {
    show(null);
  }
}
