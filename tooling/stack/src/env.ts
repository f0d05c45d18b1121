import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { misconfigured } from "./misconfigured.ts";

export type Env = Readonly<Record<string, string | undefined>>;

/**
 * The environment of this process over a file: the one that GENIE_ENV_FILE names, else the optional `.env` of the
 * repository. Throws `misconfigured` when the named file can't be read.
 */
export function readEnv(root: string): Env {
  const env = processEnv();
  const named = env["GENIE_ENV_FILE"];
  if (named && !existsSync(named)) {
    throw misconfigured(
      `GENIE_ENV_FILE names ${named}, which is not there. Correct the path, or remove GENIE_ENV_FILE to use .env.`,
    );
  }
  return { ...readEnvFile(named || join(root, ".env")), ...env };
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
