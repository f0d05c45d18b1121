import { existsSync, rmSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { readEnv } from "./env.ts";
import { exitWith } from "./exit-with.ts";
import { misconfigured } from "./misconfigured.ts";
import { type DataPaths, dataPaths, repositoryRoot } from "./paths.ts";
import { removeLinkedCluster } from "./postgres/placement.ts";
import { dataFolder } from "./settings.ts";
import { stopStack } from "./stop-stack.ts";

await exitWith(async () => {
  const env = readEnv(repositoryRoot);
  const paths = dataPaths(dataFolder(env, repositoryRoot));
  if (!existsSync(paths.root)) return say("There is nothing to reset.", 0);
  assertOurFolder(paths);
  say(`This deletes ${paths.root} for good:`);
  say("  all accounts, posts, fan notes and stored logins (the database)");
  say("  all uploaded and generated media");
  say("  the keys of this installation (backups of the database cannot be read without them)");
  if (env["DATABASE_URL"])
    say("The database behind DATABASE_URL is not touched; empty it yourself.");
  if (!process.argv.includes("--yes") && !(await confirmed())) {
    return say("Nothing was deleted.", 1);
  }
  await stopStack(paths);
  removeLinkedCluster(paths.postgres);
  rmSync(paths.root, { recursive: true, force: true });
  return say("Deleted. `npm start` makes a new installation.", 0);
});

async function confirmed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question('Type "reset" to go on: ')).trim() === "reset";
  } finally {
    terminal.close();
  }
}

function assertOurFolder(paths: DataPaths): void {
  if (existsSync(paths.secrets) || existsSync(paths.state)) return;
  throw misconfigured(
    `${paths.root} does not look like a data folder of Genie Helper, so it is not deleted. Correct GENIE_DATA_DIR.`,
  );
}

function say(line: string, code = 0): number {
  process.stdout.write(`${line}\n`);
  return code;
}
