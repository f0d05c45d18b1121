import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

export const repositoryRoot = dirname(dirname(dirname(import.meta.dirname)));

export type DataPaths = ReturnType<typeof dataPaths>;

/** Where everything lives below the data folder. */
export function dataPaths(root: string) {
  return {
    root,
    postgres: join(root, "postgres"),
    uploads: join(root, "uploads"),
    browser: join(root, "browser"),
    worker: join(root, "worker"),
    sandbox: join(root, "sandbox"),
    logs: join(root, "logs"),
    secrets: join(root, "secrets.env"),
    demoPassword: join(root, "demo-password"),
    run: join(root, "run.json"),
    lastBackup: join(root, "last-backup.json"),
    backups: join(root, "backups"),
    phases: join(root, "phases.json"),
    state: join(root, "state.json"),
    lock: join(root, "supervisor.lock"),
  };
}

/** True for a folder that an installation lives in, or has lived in. */
export function isDataFolder({ secrets, state }: DataPaths): boolean {
  return existsSync(secrets) || existsSync(state);
}
