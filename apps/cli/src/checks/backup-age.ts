import { type Installation, readLastBackup } from "@genie/stack";

const oldestDays = 8;
const dayMs = 86_400_000;

/** Whether the last backup is of the last days. An installation that has none is told so, and is well. */
export async function checkBackupAge(
  { paths }: Pick<Installation, "paths">,
  now = Date.now(),
): Promise<string | null> {
  const last = readLastBackup(paths.lastBackup);
  if (last === null) return null;
  const days = Math.floor((now - Date.parse(last.made_at)) / dayMs);
  return days > oldestDays
    ? `The last one is ${days} days old (${last.file}). Make one: npm run genie -- backup. deploy/systemd has a timer.`
    : null;
}
