import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { stackUnderTest } from "@genie/testing";

export type Ended = { code: number; output: string; errors: string };

/** For the tests: runs one of the programs beside this folder to its end, on the stack under test. */
export function runCmsProgram(
  name: "apply.ts" | "bootstrap.ts" | "drift.ts" | "serve.ts" | "testing/print-routes.ts",
  { args = [], env = {} }: { args?: string[]; env?: Record<string, string | undefined> } = {},
): Promise<Ended> {
  const file = fileURLToPath(new URL(`../${name}`, import.meta.url));
  const options = { env: { ...cmsEnv(), ...env }, timeout: 120_000 };
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], options, (error, output, errors) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, output, errors });
    });
  });
}

/** The settings of the CMS, as far as the tests know them; KEY and SECRET are only looked at. */
export function cmsEnv(): Record<string, string | undefined> {
  const { databaseUrl } = stackUnderTest();
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  return {
    // oxlint-disable-next-line node/no-process-env
    ...process.env,
    KEY: "k".repeat(32),
    SECRET: "s".repeat(32),
    DB_HOST: hostname,
    DB_PORT: port,
    DB_DATABASE: pathname.slice(1),
    DB_USER: decodeURIComponent(username),
    DB_PASSWORD: decodeURIComponent(password),
  };
}
