import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Env, readEnvFile } from "../env.ts";
import { misconfigured } from "../misconfigured.ts";
import { repositoryRoot } from "../paths.ts";
import { type Secrets, secretNames } from "../secrets.ts";
import { writeAtomically } from "../write-atomically.ts";

/** They belong to the databases of this machine, not to the data. */
const ofThisMachine: ReadonlySet<string> = new Set([
  "DATABASE_PASSWORD",
  "DATABASE_ADMIN_PASSWORD",
  "QUEUES_DATABASE_PASSWORD",
]);

/**
 * Makes sure that the keys of a backup can be put into the `.env` of an installation; answers with what does it, and
 * keeps the file as it was in the folder that it is given, which it asks for only then. Throws `misconfigured` for keys
 * that come from elsewhere, and where there is no right to write.
 */
export function prepareKeys(
  env: Env,
  secrets: Secrets,
): { file: string; write: (aside: () => string) => void } {
  const path = env["GENIE_ENV_FILE"] || join(repositoryRoot, ".env");
  const inFile = readEnvFile(path);
  const names = secretNames.filter((name) => !ofThisMachine.has(name));
  const elsewhere = names.filter(
    (name) => env[name] && env[name] !== inFile[name] && env[name] !== secrets[name],
  );
  if (elsewhere.length > 0) {
    throw misconfigured(
      `${elsewhere.join(", ")} come from the environment and not from ${path}, so they can't be put back. Nothing was changed; set them to what keys.env in the backup says (age --decrypt <backup> | tar -xzO keys.env), and restore again.`,
    );
  }
  // Where they are all handed over as they are in the backup, as to a container, there is nothing to write.
  if (names.every((name) => env[name] === secrets[name])) return { file: path, write: () => {} };
  requireWritable(dirname(path));
  const write = (aside: () => string) => {
    const before = statSync(path, { throwIfNoEntry: false });
    const text = before === undefined ? "" : readFileSync(path, "utf8");
    if (text !== "") writeFileSync(join(aside(), "env"), text, { mode: 0o600 });
    writeAtomically(path, withKeys(text, names, secrets));
    if (before === undefined) return;
    // Whoever the services run as goes on to read it.
    chmodSync(path, before.mode & 0o777);
    if (process.getuid?.() === 0) chownSync(path, before.uid, before.gid);
  };
  return { file: path, write };
}

function requireWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw misconfigured(
      `The keys have to be put into ${folder}, which can't be written to. Nothing was changed; give yourself the right to write there, and restore again.`,
    );
  }
}

/** The text with each key at its place, or at the end. */
export function withKeys(
  text: string,
  names: readonly (keyof Secrets)[],
  secrets: Secrets,
): string {
  const lines = text.trimEnd().split("\n");
  for (const name of names) {
    const line = `${name}="${secrets[name]}"`;
    const at = lines.findIndex((one) => new RegExp(`^\\s*(export\\s+)?${name}\\s*=`).test(one));
    if (at === -1) lines.push(line);
    else lines[at] = line;
  }
  return `${lines.join("\n").trimStart()}\n`;
}
