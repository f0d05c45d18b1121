import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createDirectusClient, openExport, startExportOf } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { openInstallation } from "@genie/stack";
import { Command } from "commander";
import { findAccount } from "../find-account.ts";

/** `genie export`: everything that a person owns, as the file that she would download herself. */
export const exportCommand = new Command("export")
  .description("Save everything that a person owns as a ZIP of plain files")
  .argument("<email>")
  .requiredOption("--to <file>", "the file to write; one that is there is replaced")
  .action(save);

async function save(email: string, { to }: { to: string }): Promise<void> {
  const { directus, adminToken } = openInstallation().running();
  const client = createDirectusClient({ url: directus, token: adminToken });
  const { ticket } = await startExportOf(client, (await findAccount(client, email)).id);
  const part = `${to}.part`;
  const bytes = await openExport(client, ticket);
  try {
    // Of one person everything: nobody else on this machine needs to read it.
    await pipeline(Readable.fromWeb(bytes), createWriteStream(part, { mode: 0o600 }));
    await rename(part, to);
  } catch (cause) {
    await rm(part, { force: true });
    throw new AppError(
      "internal",
      `The export could not be written to ${to}, so nothing was kept. Look whether there is room and the folder is there, and run it again.`,
      { cause },
    );
  }
  process.stdout.write(`Everything of ${email} is in ${to}.\n`);
}
