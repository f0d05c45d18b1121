import { AppError, messageForPeople } from "@genie/errors";
import { type Installation, openInstallation } from "../installation.ts";
import type { StackContext } from "../stack-context.ts";
import { noteChange, ourDataForm, readDataForm } from "./data-form.ts";
import { makeBackup } from "./make-backup.ts";
import { withDatabase } from "./server.ts";

type Stack = Pick<StackContext, "env" | "report" | "signal">;

const change = "This release keeps its data in another form than the one before.";

/**
 * Makes a backup when this release is about to change the form of data that an earlier one has written, or says that
 * none is made, and writes down in the database that the change begins. Where an earlier start has begun it and not
 * ended it, the backup of that one is named: another would be of half-changed data.
 * Throws a sentence, and nothing is changed, when a backup should be made and can't.
 */
export async function backUpBeforeChange(stack: Stack): Promise<void> {
  const installation = openInstallation(stack.env);
  const url = installation.databaseUrl();
  const found = await withDatabase(url, readDataForm);
  if (found === null) return;
  if (found.changing !== undefined) {
    const { backup } = found.changing;
    const begun =
      "An earlier start has begun to change the data and not ended it; this one goes on.";
    stack.report.line(
      backup === null
        ? `${begun} No backup was made before.`
        : `${begun} What was before is in ${backup}. Keep it until all is well.`,
    );
    return;
  }
  if (found.form === ourDataForm().form) return;
  const backup = await backUp(installation, stack);
  stack.signal.throwIfAborted();
  await withDatabase(url, (database) => noteChange(database, found, backup));
}

/** Answers with the file; null where nothing says what it would be locked with. */
async function backUp(
  installation: Installation,
  { report, signal }: Stack,
): Promise<string | null> {
  const { settings, paths } = installation;
  const recipients = settings.BACKUP_RECIPIENTS;
  if (recipients.length === 0) {
    report.line(
      `${change} No backup is made before, because BACKUP_RECIPIENTS is not set: docs/runbooks/upgrade.md says what for.`,
    );
    return null;
  }
  report.line(`${change} A backup is made before anything is changed.`);
  const to = settings.BACKUP_DIR ?? paths.backups;
  const before = ourDataForm().form;
  try {
    const { file } = await makeBackup(installation, { lock: { recipients }, to, before, signal });
    report.line(`What was before is in ${file}. Keep it until all is well.`);
    return file;
  } catch (cause) {
    signal.throwIfAborted();
    throw new AppError(
      "misconfigured",
      `${messageForPeople(cause)}\n${change} So a backup is made before, and that failed: nothing was changed, and the release before goes on to work with these data. To go on without a backup, leave BACKUP_RECIPIENTS empty this once.`,
      { cause },
    );
  }
}
