import { statSync } from "node:fs";
import {
  answersOk,
  findTool,
  type Installation,
  lockHolder,
  missingSentence,
  prepareDataFolder,
  type Tool,
  tools,
} from "@genie/stack";
import { checkBackupAge } from "./backup-age.ts";
import { checkClock } from "./clock.ts";
import { checkDiskRoom } from "./disk-room.ts";
import { checkDrift } from "./drift.ts";
import { checkGate } from "./gate.ts";
import { checkService } from "./service.ts";
import { checkMail } from "./mail.ts";
import { checkEviction, checkQueues } from "./queues.ts";
import { checkSealingKeys } from "./sealing-keys.ts";
import { checkVersions } from "./versions.ts";

/** Answers null when all is well, else a sentence on what is wrong and what to do. */
export type Check = { name: string; run: (installation: Installation) => Promise<string | null> };

/** In the order in which one trouble explains the next. */
export const checks: readonly Check[] = [
  {
    name: "The data folder can be written to and has space",
    run: async ({ paths }) => {
      prepareDataFolder(paths);
      return null;
    },
  },
  {
    name: "The keys are there, whole, and nobody else's to read",
    run: async ({ keysFile, secrets }) => {
      secrets();
      const found = statSync(keysFile, { throwIfNoEntry: false });
      return found === undefined || (found.mode & 0o077) === 0
        ? null
        : `${keysFile} can be read by others. Run: chmod 600 ${keysFile}`;
    },
  },
  { name: "The disk has room", run: checkDiskRoom },
  {
    name: "The supervisor is running",
    run: async ({ paths, isDeployed }) =>
      !isDeployed && lockHolder(paths.lock) === null
        ? "Nothing keeps the services up. Start Genie Helper with npm start."
        : null,
  },
  {
    name: "Directus can do its work",
    run: async (installation) => checkService(installation, "directus"),
  },
  {
    name: "The dashboard answers",
    run: checkDashboards,
  },
  { name: "The queues answer", run: checkQueues },
  { name: "The queues forget nothing", run: checkEviction },
  {
    name: "The worker can do its work",
    run: async (installation) => checkService(installation, "worker"),
  },
  {
    name: "The browser service can do its work",
    run: async (installation) =>
      installation.running().browser === null
        ? "It was not started, because Chromium was not there. Install it, then restart: npm run stop, npm start."
        : checkService(installation, "browser"),
  },
  {
    name: "The MCP server can do its work",
    run: async (installation) => checkService(installation, "mcp"),
  },
  { name: "Directus runs with its rules", run: checkGate },
  { name: "Letters can be sent, if a mail server is set", run: checkMail },
  { name: "The sealing keys fit the stored log-ins", run: checkSealingKeys },
  { name: "The database is what the code says", run: checkDrift },
  { name: "The clock is right", run: checkClock },
  { name: "Node.js and the programs for backups are new enough", run: checkVersions },
  { name: "The last backup is not old", run: checkBackupAge },
  { name: "Chromium is there", run: (installation) => toolIsThere(tools.chromium, installation) },
  { name: "ffmpeg is there", run: (installation) => toolIsThere(tools.ffmpeg, installation) },
];

async function checkDashboards(installation: Installation): Promise<string | null> {
  for (const { name, url } of installation.instances("dashboard")) {
    if (await answersOk(`${url}/health`)) continue;
    return `${url}/health does not answer. The reason is in its log: ${installation.logOf(name)}`;
  }
  return null;
}

async function toolIsThere(tool: Tool, { env }: Installation): Promise<string | null> {
  return (await findTool(tool, env)) === null ? missingSentence(tool) : null;
}
