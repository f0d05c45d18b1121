import { createHash } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "./problem.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * Takes Node.js from the project's own site, for platforms that the npm package does not cover
 * (macOS). `NODEJS_ORG_MIRROR` names another place with the same layout.
 */
export async function downloadNode(version, toolsFolder, env) {
  const name = `node-v${version}-${process.platform}-${process.arch}`;
  const base = `${env.NODEJS_ORG_MIRROR ?? "https://nodejs.org/dist"}/v${version}`;
  const file = `${name}.tar.gz`;
  const sums = (await download(`${base}/SHASUMS256.txt`, version)).toString("utf8");
  const expected = sums
    .split("\n")
    .find((line) => line.endsWith(`  ${file}`))
    ?.slice(0, 64);
  const archive = await download(`${base}/${file}`, version);
  if (createHash("sha256").update(archive).digest("hex") !== expected) {
    throw new Problem(`The download of Node.js ${version} is damaged. Try again.`);
  }
  const unpacked = join(toolsFolder, `unpack-${process.pid}`);
  mkdirSync(unpacked, { recursive: true });
  writeFileSync(join(unpacked, file), archive);
  const result = await runCommand("tar", ["-xzf", file], { cwd: unpacked });
  if (!result.ok) throw new Problem(`Unpacking Node.js ${version} failed: ${result.output}`);
  rmSync(join(toolsFolder, name), { recursive: true, force: true });
  renameSync(join(unpacked, name), join(toolsFolder, name));
  rmSync(unpacked, { recursive: true, force: true });
}

async function download(url, version) {
  try {
    const response = await fetch(url);
    if (response.ok) return Buffer.from(await response.arrayBuffer());
  } catch {
    // Same sentence as for a bad status.
  }
  throw new Problem(
    `Node.js ${version} could not be downloaded for ${process.platform}-${process.arch}. Check the network, or install Node.js 24 yourself (https://nodejs.org), and try again.`,
  );
}
