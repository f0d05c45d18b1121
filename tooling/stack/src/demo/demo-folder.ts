import { join } from "node:path";
import { processEnv, readEnv } from "../env.ts";
import { dataFolder } from "../settings.ts";

/**
 * Where the demo keeps its data: what GENIE_DATA_DIR says in the environment of the command, else a
 * folder of its own inside the operator's.
 */
export function demoFolder(root: string): string {
  const env = processEnv();
  return env["GENIE_DATA_DIR"]
    ? dataFolder(env, root)
    : join(dataFolder(readEnv(root), root), "demo");
}
