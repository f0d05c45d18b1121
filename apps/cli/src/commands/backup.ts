import { makeBackup, makeBackupKey, openInstallation, verifyBackup } from "@genie/stack";
import { Command, InvalidArgumentError } from "commander";
import {
  askKey,
  askLock,
  type KeyOptions,
  type LockOptions,
  withKeyOptions,
  withLockOptions,
} from "../backup/ask-key.ts";
import { untilStopped } from "../backup/until-stopped.ts";
import { countOf, describeBackup, megabytes, uploadsOf } from "../backup/describe-backup.ts";

const examples = `
Examples:
  npm run genie -- backup key ~/genie-backup.key          once; keep that file off this machine
  npm run genie -- backup --to /mnt/backups --keep 14     while everything runs
  npm run genie -- backup verify /mnt/backups/genie-2026-03-01T03-00-00Z.tar.gz.age --identity ~/genie-backup.key

What is in it: the database, the uploaded files, and the keys. The queues are not: they only wake what the
database says. The format is a .tar.gz in the encryption of age, so age --decrypt opens it too.
BACKUP_RECIPIENTS and BACKUP_DIR in the settings save the options; deploy/systemd has a timer.
docs/runbooks/restore.md says how to put it back.`;

type Options = LockOptions & { to?: string; keep?: number };

/** `genie backup`: everything that an installation can't be without, in one encrypted file. */
export const backupCommand = withLockOptions(
  new Command("backup")
    .description("Write database, files and keys into one encrypted file, while everything runs")
    .option("--to <folder or file>", "where to; a file ends with .age")
    .option(
      "--keep <n>",
      "remove all but the newest n backups of that folder, and none made before a change",
      parseCount,
    ),
)
  .addHelpText("after", examples)
  .action(backup)
  .addCommand(
    new Command("key")
      .description("Make the two keys of backups: one that locks, and one that opens")
      .argument("<file>", "for the secret one")
      .action(makeKey),
  )
  .addCommand(
    withKeyOptions(
      new Command("verify")
        .description("Restore a backup into a throw-away folder and count; touches nothing else")
        .argument("<file>"),
    ).action(verify),
  );

async function backup(options: Options): Promise<void> {
  const installation = openInstallation();
  const { settings, paths } = installation;
  const lock = await askLock(options, settings.BACKUP_RECIPIENTS);
  await untilStopped(async (signal) => {
    const to = options.to ?? settings.BACKUP_DIR ?? paths.backups;
    const made = await makeBackup(installation, { lock, to, keep: options.keep, signal });
    say(`${made.file} (${megabytes(made.sizeBytes)})`);
    for (const line of describeBackup(made.about, made)) say(line);
    if (made.removed.length > 0) say(`${countOf(made.removed.length, "older backup")} removed.`);
  });
}

async function makeKey(file: string): Promise<void> {
  const recipient = await makeBackupKey(file);
  say(recipient);
  say(
    "This public key locks backups. Put it into the settings: BACKUP_RECIPIENTS=<the line above>",
  );
  say(`${file} opens them. Keep it off this machine, and twice: without it no backup can be read.`);
}

async function verify(file: string, options: KeyOptions): Promise<void> {
  const key = await askKey(options);
  await untilStopped(async (signal) => {
    const { about, manifest, differences } = await verifyBackup(file, key, { signal });
    const counts = { tables: manifest.rows.length, files: uploadsOf(manifest) };
    for (const line of describeBackup(about, counts)) say(line);
    for (const line of differences) say(line);
    if (differences.length === 0) return say("It is whole, and its database comes up as it was.");
    process.exitCode = 1;
    return say("Its database is not what was counted when it was made. Make another backup.");
  });
}

function parseCount(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("How many stay is a whole number from 1 on.");
}

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
