import { dirname, join } from "node:path";

export const repositoryRoot = dirname(dirname(dirname(import.meta.dirname)));

export type DataPaths = ReturnType<typeof dataPaths>;

/** Where everything lives below the data folder. */
export function dataPaths(root: string) {
  return {
    root,
    postgres: join(root, "postgres"),
    uploads: join(root, "uploads"),
    sandbox: join(root, "sandbox"),
    logs: join(root, "logs"),
    secrets: join(root, "secrets.env"),
    run: join(root, "run.json"),
    phases: join(root, "phases.json"),
    state: join(root, "state.json"),
    lock: join(root, "supervisor.lock"),
  };
}
