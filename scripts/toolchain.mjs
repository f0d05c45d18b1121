import { createHash } from "node:crypto";
import fs, { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { downloadNode } from "./download-node.mjs";
import { withLock } from "./lock.mjs";
import { explainFailure, Problem } from "./problem.mjs";
import { runCommand } from "./run-command.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const tools = join(root, ".tools");
const packages = join(tools, "node_modules");
/** What Node.js made of the files that it ran: with it a program in TypeScript starts in half the time. */
const compiled = join(tools, "compiled");
const fullBelowBytes = 100 * 1024 * 1024;
const marker = join(root, "node_modules", ".genie-installed");
// oxlint-disable-next-line node/no-process-env -- the scripts hand the caller's environment on
const callerEnv = process.env;

/** Makes Node.js, pnpm and the packages ready; answers with the node to use and the environment for it. */
export async function prepareToolchain() {
  const wanted = {
    node: readFileSync(join(root, ".node-version"), "utf8").trim(),
    pnpm: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager.split("@")[1],
  };
  if (!isReady(wanted)) {
    mkdirSync(tools, { recursive: true });
    await withLock(
      join(tools, "lock"),
      () => say("Another command is preparing the toolchain; waiting for it."),
      async () => {
        await installTools(wanted);
        await installPackages(wanted);
      },
    );
  }
  const node = findNode(wanted.node);
  return { node, env: environmentFor(node) };
}

function isReady(wanted) {
  return findNode(wanted.node) !== null && hasPackage("pnpm", wanted.pnpm) && packagesAreCurrent();
}

async function installTools({ node, pnpm }) {
  const missing = [
    ...(findNode(node) ? [] : [`Node.js ${node}`]),
    ...(hasPackage("pnpm", pnpm) ? [] : [`pnpm ${pnpm}`]),
  ];
  if (missing.length === 0) return;
  const action = `Installing ${missing.join(" and ")}`;
  await timed(action, async () => {
    // One npm run for both: a second run would remove what the first one brought.
    const nodeSpec = runningNodeFits(node) ? [] : [`${nodePackage()}@${node}`];
    const result = await npmInstall([...nodeSpec, `pnpm@${pnpm}`]);
    if (result.ok) return;
    if (nodeSpec.length === 0 || !/E404|ETARGET|EBADPLATFORM/.test(result.output)) {
      throw failure(action, result.output);
    }
    const withoutNode = await npmInstall([`pnpm@${pnpm}`]);
    if (!withoutNode.ok) throw failure(action, withoutNode.output);
    await downloadNode(node, tools, callerEnv);
  });
  const installed = findNode(node);
  const works = installed !== null && (await runCommand(installed, ["--version"])).ok;
  if (!works) {
    throw new Problem(
      `The Node.js ${node} that was downloaded does not run on this ${process.platform}-${process.arch} system. Install Node.js 24 with the package manager of your system and try again.`,
    );
  }
}

/** npm hides a full disk behind other errors. */
function failure(action, output) {
  return new Problem(explainFailure(action, freeBytes() < fullBelowBytes ? "ENOSPC" : output));
}

function freeBytes() {
  // Older releases of Node.js 18 cannot tell.
  const { bavail, bsize } = fs.statfsSync?.(root) ?? { bavail: Infinity, bsize: 1 };
  return bavail * bsize;
}

async function npmInstall(specs) {
  const flags = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
  const result = await runCommand("npm", ["install", "--prefix", tools, ...flags, ...specs], {
    cwd: root,
    env: callerEnv,
  });
  // What a failed run leaves half done can make the next one fail too.
  if (!result.ok) rmSync(packages, { recursive: true, force: true });
  if (result.missing) {
    throw new Problem("npm is not on the PATH. It comes with Node.js: install it and try again.");
  }
  return result;
}

async function installPackages({ node: version }) {
  if (packagesAreCurrent()) return;
  const node = findNode(version);
  const pnpm = join(packages, "pnpm", "bin", "pnpm.mjs");
  const action = "Installing the packages of the workspace";
  await timed(action, async () => {
    // CI=true keeps pnpm from asking before it replaces a node_modules it does not know.
    const result = await runCommand(node, [pnpm, "install", "--frozen-lockfile"], {
      cwd: root,
      env: { ...environmentFor(node), CI: "true" },
    });
    if (!result.ok) throw failure(action, result.output);
    // It would keep what it made of every version that ever ran here.
    rmSync(compiled, { recursive: true, force: true });
    writeFileSync(marker, lockfileHash());
  });
}

function packagesAreCurrent() {
  return existsSync(marker) && readFileSync(marker, "utf8") === lockfileHash();
}

function lockfileHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "pnpm-lock.yaml")))
    .digest("hex");
}

function nodePackage() {
  return `node-${process.platform}-${process.arch}`;
}

function findNode(version) {
  if (runningNodeFits(version)) return process.execPath;
  if (hasPackage(nodePackage(), version)) return join(packages, nodePackage(), "bin", "node");
  const downloaded = join(
    tools,
    `node-v${version}-${process.platform}-${process.arch}`,
    "bin",
    "node",
  );
  return existsSync(downloaded) ? downloaded : null;
}

function runningNodeFits(version) {
  return process.versions.node.split(".")[0] === version.split(".")[0];
}

function hasPackage(name, version) {
  try {
    const manifest = readFileSync(join(packages, name, "package.json"), "utf8");
    return JSON.parse(manifest).version === version;
  } catch {
    // Not there, or cut off when the disk was full.
    return false;
  }
}

function environmentFor(node) {
  const folders = [dirname(node), join(root, "node_modules", ".bin"), join(packages, ".bin")];
  return {
    NODE_COMPILE_CACHE: compiled,
    ...callerEnv,
    PATH: [...folders, callerEnv.PATH ?? ""].join(delimiter),
  };
}

async function timed(action, work) {
  say(`${action} …`);
  const started = Date.now();
  await work();
  say(`${action}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** What stands on standard output is the program's own: an agent reads it as messages. */
function say(line) {
  process.stderr.write(`${line}\n`);
}
