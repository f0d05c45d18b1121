import { rmSync } from "node:fs";
import { writeAtomically } from "./write-atomically.ts";

/** What other programs read to find the running stack. Null: not part of this release. */
export type RunFile = {
  dashboard: string | null;
  directus: string | null;
  /** The MCP server itself; agents go to `<dashboard>/mcp`. */
  mcp: string | null;
  browser: string | null;
  worker: string | null;
  sandbox: string | null;
  /** Where letters land that are not to be delivered. */
  mailbox: string | null;
  /** The database of Directus, without the password. */
  database: string | null;
  pids: Record<string, number>;
  supervisor: number;
};

export function writeRunFile(path: string, run: RunFile): void {
  writeAtomically(path, `${JSON.stringify(run, null, 2)}\n`);
}

export function removeRunFile(path: string): void {
  rmSync(path, { force: true });
}
