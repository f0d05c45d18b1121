import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

export type Env = Readonly<Record<string, string | undefined>>;

/** The environment of this process over the optional `.env` file of the repository. */
export function readEnv(root: string): Env {
  return { ...readEnvFile(join(root, ".env")), ...processEnv() };
}

export function processEnv(): Env {
  // oxlint-disable-next-line node/no-process-env
  return process.env;
}

/** The variables of a file in the form of `.env`; none when the file is not there. */
export function readEnvFile(path: string): Env {
  try {
    return parseEnv(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
}
