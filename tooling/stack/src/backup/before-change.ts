import { AppError, messageForPeople } from "@genie/errors";
import { openInstallation } from "../installation.ts";
import type { StackContext } from "../stack-context.ts";
import { ourDataForm, readDataForm } from "./data-form.ts";
import { makeBackup } from "./make-backup.ts";
import { withDatabase } from "./server.ts";

/**
 * Makes a backup when this release is about to change the form of data that an earlier one has written, or says that
 * none is made. Throws a sentence, and nothing is changed, when one should be made and can't.
 */
export async function backUpBeforeChange({
  env,
  report,
}: Pick<StackContext, "env" | "report">): Promise<void> {
  const installation = openInstallation(env);
  const { settings, paths } = installation;
  const found = await withDatabase(installation.databaseUrl(), readDataForm);
  if (found === null || found.form === ourDataForm().form) return;
  const change = "This release keeps its data in another form than the one before.";
  const recipients = settings.BACKUP_RECIPIENTS;
  if (recipients.length === 0) {
    report.line(
      `${change} No backup is made before, because BACKUP_RECIPIENTS is not set: docs/runbooks/upgrade.md says what for.`,
    );
    return;
  }
  report.line(`${change} A backup is made before anything is changed.`);
  const to = settings.BACKUP_DIR ?? paths.backups;
  try {
    const { file } = await makeBackup(installation, { lock: { recipients }, to });
    report.line(`What was before is in ${file}. Keep it until all is well.`);
  } catch (cause) {
    throw new AppError(
      "misconfigured",
      `${messageForPeople(cause)}\n${change} So a backup is made before, and that failed: nothing was changed, and the release before goes on to work with these data. To go on without a backup, leave BACKUP_RECIPIENTS empty this once.`,
      { cause },
    );
  }
}
