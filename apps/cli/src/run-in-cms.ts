import { spawn } from "node:child_process";
import { once } from "node:events";
import { type Installation, repositoryRoot } from "@genie/stack";

/** Runs a program of apps/cms with the installation's settings. */
export async function runInCms(
  installation: Installation,
  entry: string,
  args: readonly string[],
  output: "ignore" | "inherit",
): Promise<{ code: number }> {
  const folder = `${repositoryRoot}/apps/cms`;
  const child = spawn(process.execPath, [`${folder}/src/${entry}`, ...args], {
    cwd: folder,
    env: installation.cmsEnv(),
    stdio: ["ignore", output, output],
  });
  const [code] = await once(child, "close");
  return { code: Number(code ?? 1) };
}
