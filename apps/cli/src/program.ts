import { Command } from "commander";
import { backupCommand } from "./commands/backup.ts";
import { cmsCommand } from "./commands/cms.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { exportCommand } from "./commands/export.ts";
import { flowsCommand } from "./commands/flows.ts";
import { importCommand } from "./commands/import.ts";
import { keysCommand } from "./commands/keys.ts";
import { logsCommand } from "./commands/logs.ts";
import { platformsCommand } from "./commands/platforms.ts";
import { publishingCommand } from "./commands/publishing.ts";
import { queryCommand } from "./commands/query.ts";
import { restartCommand } from "./commands/restart.ts";
import { restoreCommand } from "./commands/restore.ts";
import { taxonomyCommand } from "./commands/taxonomy.ts";
import { usersCommand } from "./commands/users.ts";

/** `genie` with all its commands. */
export const program = new Command("genie")
  .description("Looks after an installation of Genie Helper")
  .showHelpAfterError("Run npm run genie -- --help for what there is.")
  .addCommand(doctorCommand)
  .addCommand(logsCommand)
  .addCommand(restartCommand)
  .addCommand(queryCommand)
  .addCommand(backupCommand)
  .addCommand(restoreCommand)
  .addCommand(usersCommand)
  .addCommand(exportCommand)
  .addCommand(importCommand)
  .addCommand(keysCommand)
  .addCommand(publishingCommand)
  .addCommand(platformsCommand)
  .addCommand(flowsCommand)
  .addCommand(taxonomyCommand)
  .addCommand(cmsCommand);
