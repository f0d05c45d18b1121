import { checkBackupPrograms, type Installation } from "@genie/stack";

const nodeMajor = 24;

/** Whether Node.js is the one that this release runs on, and a database of the operator's can be backed up from here. */
export async function checkVersions(installation: Installation): Promise<string | null> {
  const major = Number(process.versions.node.split(".")[0]);
  return major === nodeMajor
    ? checkBackupPrograms(installation)
    : `This is Node.js ${process.versions.node}, and Genie Helper runs on ${nodeMajor}. Start it by npm run genie, which brings that along.`;
}
