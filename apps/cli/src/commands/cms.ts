import { openInstallation } from "@genie/stack";
import { Command } from "commander";
import { runInCms } from "../run-in-cms.ts";

/** `genie cms`: the data model and the rights in Directus. */
export const cmsCommand = new Command("cms")
  .description("The data model and the rights in Directus")
  .addCommand(
    new Command("apply")
      .description("Bring Directus to what the code says; changes nothing twice")
      .option("--allow-delete", "also delete what the code does not have, with its data")
      .action(({ allowDelete }: { allowDelete?: true }) =>
        run("apply.ts", allowDelete ? ["--allow-delete"] : []),
      ),
  )
  .addCommand(
    new Command("drift")
      .description("List every difference between the code and the database; exit 1 if any")
      .action(() => run("drift.ts", [])),
  );

async function run(entry: string, args: readonly string[]): Promise<void> {
  const installation = openInstallation();
  installation.running();
  const { code } = await runInCms(installation, entry, args, "inherit");
  process.exitCode = code;
}
