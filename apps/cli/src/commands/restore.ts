import { openInstallation, restoreBackup } from "@genie/stack";
import { Command } from "commander";
import { askKey, type KeyOptions, withKeyOptions } from "../backup/ask-key.ts";
import { untilStopped } from "../backup/until-stopped.ts";
import { describeBackup, uploadsOf } from "../backup/describe-backup.ts";

const examples = `
Examples:
  npm run genie -- restore genie-2026-03-01T03-00-00Z.tar.gz.age --identity ~/genie-backup.key
  npm run genie -- restore /mnt/backups/monday.age --replace

Everything is checked before anything is touched. Afterwards nothing is posted until you say so, and
everybody has to log in again.
docs/runbooks/restore.md says the rest.`;

/** `genie restore`: puts an installation back from a backup. */
export const restoreCommand = withKeyOptions(
  new Command("restore")
    .description("Put an installation back from a backup; nothing is posted until you say so")
    .argument("<file>", "that genie backup has written")
    .option("--replace", "in the place of the installation that is there, which is kept aside"),
)
  .addHelpText("after", examples)
  .action(restore);

async function restore(file: string, options: KeyOptions & { replace?: true }): Promise<void> {
  const installation = openInstallation();
  const key = await askKey(options);
  const replace = options.replace === true;
  await untilStopped(async (signal) => {
    const restored = await restoreBackup(installation, file, key, { replace, signal });
    tell(restored, installation);
  });
}

function tell(
  { about, manifest, before, keysFile }: Awaited<ReturnType<typeof restoreBackup>>,
  { settings }: ReturnType<typeof openInstallation>,
): void {
  const counts = { tables: manifest.rows.length, files: uploadsOf(manifest) };
  for (const line of describeBackup(about, counts)) say(line);
  say("It is restored.");
  if (settings.DATABASE_URL !== undefined) {
    say(
      `Its keys are in ${keysFile}. A service that reads its settings from another file needs them there.`,
    );
  }
  if (before.length > 0) {
    say(`What was there before is in ${before.join(" and in ")}. Delete that when all is well.`);
  }
  say(
    `Everybody has to log in again. API tokens, passwords, suspensions, roles and accounts are as they were on ${about.made_at}: revoke and delete again what was revoked and deleted since.`,
  );
  say(
    `Nothing is posted for now: what went out since ${about.made_at} is looked up first. Start Genie Helper, look at the calendar, and then let it go on: npm run genie -- publishing go-on`,
  );
}

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
