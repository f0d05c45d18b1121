import { existsSync } from "node:fs";
import { join } from "node:path";
import { readEnv } from "./env.ts";
import { exitWith } from "./exit-with.ts";
import { misconfigured } from "./misconfigured.ts";
import { dataPaths, isDataFolder, repositoryRoot } from "./paths.ts";
import { confirmed, removeInstallation } from "./remove-installation.ts";
import { dataFolder } from "./settings.ts";

await exitWith(async () => {
  const env = readEnv(repositoryRoot);
  const paths = dataPaths(dataFolder(env, repositoryRoot));
  const demo = dataPaths(join(paths.root, "demo"));
  const hasDemo = isDataFolder(demo);
  if (!existsSync(paths.root)) return say("There is nothing to reset.", 0);
  if (!isDataFolder(paths)) {
    if (hasDemo) return say("There is only the demo. `npm run demo -- reset` deletes it.", 0);
    throw misconfigured(
      `${paths.root} does not look like a data folder of Genie Helper, so it is not deleted. Correct GENIE_DATA_DIR.`,
    );
  }
  say(`This deletes ${paths.root} for good:`);
  say("  all accounts, posts, fan notes and stored logins (the database)");
  say("  all uploaded and generated media");
  say("  the keys of this installation (backups of the database cannot be read without them)");
  if (hasDemo) say("  the demo");
  if (existsSync(paths.backups)) say(`The backups in ${paths.backups} stay.`);
  if (env["DATABASE_URL"])
    say("The database behind DATABASE_URL is not touched; empty it yourself.");
  if (env["QUEUES_DATABASE_URL"]) say("Nor is that behind QUEUES_DATABASE_URL.");
  if (!process.argv.includes("--yes") && !(await confirmed())) {
    return say("Nothing was deleted.", 1);
  }
  if (hasDemo) await removeInstallation(demo);
  await removeInstallation(paths);
  return say("Deleted. `npm start` makes a new installation.", 0);
});

function say(line: string, code = 0): number {
  process.stdout.write(`${line}\n`);
  return code;
}
