import { messageForPeople } from "@genie/errors";
import { openInstallation, readLastBackup } from "@genie/stack";
import { Command } from "commander";
import { checks } from "../checks/checks.ts";

/** `genie doctor`: looks at everything that has been the cause of trouble, and says what to do. */
export const doctorCommand = new Command("doctor")
  .description("Check the installation; exit 1 if something needs you")
  .action(async () => {
    const installation = openInstallation();
    let failed = 0;
    for (const { name, run } of checks) {
      const problem = await run(installation).catch(messageForPeople);
      if (problem !== null) failed += 1;
      process.stdout.write(problem === null ? `ok    ${name}\n` : `wrong ${name}: ${problem}\n`);
    }
    if (readLastBackup(installation.paths.lastBackup) === null) {
      process.stdout.write("note  There is no backup yet: npm run genie -- backup --help\n");
    }
    process.stdout.write(
      failed === 0 ? "All is well.\n" : `${failed} of ${checks.length} checks need you.\n`,
    );
    process.exitCode = failed === 0 ? 0 : 1;
  });
