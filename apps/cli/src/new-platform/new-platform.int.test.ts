import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "@genie/stack";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writePlatform } from "./new-platform.ts";

const run = promisify(execFile);
const bin = (name: string) => join(repositoryRoot, "node_modules", ".bin", name);
const minutesMs = 10 * 60_000;

/** A copy of the package, beside links to what it uses. */
let root: string;
let copy: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "genie-new-platform-"));
  copy = join(root, "packages", "platforms");
  const original = join(repositoryRoot, "packages", "platforms");
  for (const name of ["package.json", "tsconfig.json", "src"]) {
    await cp(join(original, name), join(copy, name), { recursive: true });
  }
  await symlink(join(original, "node_modules"), join(copy, "node_modules"));
  await symlink(join(repositoryRoot, "apps"), join(root, "apps"));
  await writePlatform("zephyr", copy);
});
afterAll(() => rm(root, { recursive: true, force: true }));

it("an id that can't be one, or that is taken, writes nothing", async () => {
  const before = await readFile(join(copy, "src", "described-sites.ts"), "utf8");
  await expect(writePlatform("../escape", copy)).rejects.toMatchObject({ code: "invalid_input" });
  await expect(writePlatform("zephyr", copy)).rejects.toMatchObject({ code: "conflict" });
  await expect(writePlatform("recipe", copy)).rejects.toMatchObject({ code: "conflict" });
  expect(await readFile(join(copy, "src", "described-sites.ts"), "utf8")).toBe(before);
});

it(
  "a new platform has its types, its style and its form, and is offered",
  async () => {
    await run(bin("tsc"), ["--noEmit", "-p", join(copy, "tsconfig.json")]);
    const config = join(repositoryRoot, ".oxlintrc.json");
    await run(bin("oxlint"), ["--deny-warnings", "-c", config, join("src", "zephyr")], {
      cwd: copy,
    });
    await run(bin("oxfmt"), ["--check", "-c", join(repositoryRoot, ".oxfmtrc.json"), "src"], {
      cwd: copy,
    });
    expect(await vitest("src/create-adapters.test.ts")).toContain("passed");
  },
  minutesMs,
);

it(
  "its suite passes on the sandbox at once",
  async () => {
    // A part of all that the suite says, so that this takes a minute and not five.
    const some = "stored holds|sending publishes once|is found, and nothing else";
    expect(await vitest("src/zephyr", "-t", some)).toContain("3 passed");
  },
  minutesMs,
);

async function vitest(...args: string[]): Promise<string> {
  const options = ["--root", copy, "--testTimeout=60000", "--hookTimeout=60000"];
  return (await run(bin("vitest"), ["run", ...options, ...args], { cwd: copy })).stdout;
}
